#pragma once

#include "readers/aligned/lines_to_rows.hpp"

#include <vector>

namespace jixiao::aligned {

/// What is known of a stretch of lines before they are parted into rows.
class Stretch {
public:
  /// Of the lines [first, last).
  Stretch(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t first, std::uint32_t last);

  /// The first line behind the page of a line; the end of the stretch on its last page.
  std::uint32_t next_page(std::uint32_t line) const { return next_page_[line - first_]; }

  /// The page of a line goes on behind it without texts of rows.
  bool ends_page(std::uint32_t line) const { return ends_page_[line - first_]; }

  /// Lines [first, last) with texts that are not set aside: between these, lines of other cells may stand.
  std::size_t own_lines(std::uint32_t first, std::uint32_t last) const {
    return own_[last - first_] - own_[first - first_];
  }

  /// Labels of the last level that stand on the lines [first, last), whole or in part.
  std::size_t groups(std::uint32_t first, std::uint32_t last) const {
    return begun_[last - first_] - ended_[first - first_];
  }

  /// One of the lines [first, last) is a text across the table that heads the rows below it: 产出指标（50分）,
  /// 三、总体目标.
  bool heads_rows(std::uint32_t first, std::uint32_t last) const {
    return heads_[last - first_] > heads_[first - first_];
  }

private:
  void find_page_ends(Sheet const& sheet, RunPlan const& plan, std::uint32_t last);
  void count_groups(RunPlan const& plan, std::uint32_t last);
  void count_heads(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t last);

  std::uint32_t first_;
  std::vector<std::uint32_t> next_page_;
  std::vector<bool> ends_page_;
  std::vector<std::size_t> own_;           ///< lines with own texts before each line
  std::vector<std::size_t> heads_;         ///< groups across the table before each line
  std::vector<std::size_t> begun_, ended_; ///< groups before each line
};

} // namespace jixiao::aligned
