#pragma once

#include "recognition/labels/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Labels in text that nothing parts: 项目名称甲项目主管部门乙局.
namespace jixiao::recognition::fused {

constexpr std::size_t longest_line = 40'000; ///< bytes; a longer line is not parted

/// A stretch of a line: a label, a title, or what stands between two of these.
struct Part {
  enum class Kind : std::uint8_t { text, label, title };

  Kind kind{};
  std::size_t begin = 0, end = 0; ///< bytes of the line, without white space at the ends
  Label label;
  bool table = false; ///< behind it a table of indicators goes on
};

/// The parts of a line in printed order, never none, by a least-cost path over its characters: a label costs the less
/// the longer it is (worth.hpp). `in_table`: a table of indicators goes on from the line above. Time: characters times
/// the longest label.
std::vector<Part> part_line(std::string_view line, bool in_table, LabelFinder const& labels);

/// Labels in a line.
std::size_t count_labels(std::string_view line, LabelFinder const& labels);

/// The cheapest sign of a header of indicators: most lines have none of it.
bool may_hold_columns(std::string_view line);

/// The most labels of columns that stand in the line with nothing between them. Blanks are nothing where most labels
/// before the header have text right before them: they are left over from the lines of cells.
std::size_t glued_columns(std::string_view line, LabelFinder const& labels);

} // namespace jixiao::recognition::fused
