#pragma once

#include "readers/aligned/sheet.hpp"

namespace jixiao::aligned {

/// What the columns below a header hold; lists: projects whose indicators stand in brackets, 【产出指标-数量指标】.
enum class BandKind : std::uint8_t { indicators, measures, tasks, goals, lists };

struct HeaderLabel {
  RunList runs; ///< from top to bottom; none above a column without a label
  recognition::Label label;
  std::uint32_t first_line = 0, last_line = 0;
  double x0 = 0, x1 = 0;
  bool parent = false; ///< the labels of several columns stand below it
  bool merged = false; ///< the label left of it is printed over its column, too
  bool told = false;   ///< by its words, since nobody has listed it
};

/// Lines of column labels, wrapped ones and those of two rows among them.
struct HeaderBlock {
  std::uint32_t first = 0, last = 0; ///< lines [first, last)
  BandKind kind{};
  std::vector<HeaderLabel> labels; ///< from left to right
  RunList side;                    ///< the label beside the rows, on a line of the header
  double score = 0;
};

/// A label printed over several lines beside the rows that it belongs to: 绩, 效, 指, 标.
struct SideLabel {
  RunList runs;
  recognition::Label label;
};

/// True for a line of such a list: 【产出指标-数量指标】, 指标 2：检测数据准确率（≥99%）.
bool begins_list(std::string_view text);

/// True for what is printed beside several rows.
bool is_side(recognition::Label const& label);

/// The tall labels in the lines [first, last): texts that begin lines and make one label of a side.
std::vector<SideLabel> find_side_labels(Sheet const& sheet, std::uint32_t first, std::uint32_t last);

/// The headers in the lines [first, last), from top to bottom. `taken` marks runs that are in none.
std::vector<HeaderBlock> find_headers(Sheet const& sheet, std::uint32_t first, std::uint32_t last,
                                      std::vector<bool> const& taken);

} // namespace jixiao::aligned
