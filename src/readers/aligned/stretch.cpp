#include "readers/aligned/stretch.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

namespace jixiao::aligned {

Stretch::Stretch(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t first,
                 std::uint32_t last)
    : first_(first) {
  find_page_ends(sheet, plan, last);
  count_groups(columns.merged.empty() ? RunPlan{} : plan, last);
  count_heads(sheet, plan, columns, last);
}

void Stretch::find_page_ends(Sheet const& sheet, RunPlan const& plan, std::uint32_t last) {
  next_page_.assign(last - first_, last);
  ends_page_.assign(last - first_, false);
  own_.assign(1, 0);
  for (auto line = first_; line < last; ++line) {
    bool own = false;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run)
      own = own || !plan.set_aside[run];
    own_.push_back(own_.back() + (own ? 1 : 0));
  }
  bool behind = true;
  for (auto line = last; line-- > first_;) {
    bool const end = line + 1 < last && sheet.page(line) != sheet.page(line + 1);
    if (line + 1 < last)
      next_page_[line - first_] = end ? line + 1 : next_page_[line + 1 - first_];
    behind = behind && !end;
    ends_page_[line - first_] = !behind;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run)
      behind = behind || !plan.set_aside[run];
  }
}

void Stretch::count_groups(RunPlan const& plan, std::uint32_t last) {
  begun_.assign(last - first_ + 1, 0), ended_ = begun_;
  for (auto const& group : plan.groups)
    if (group.first >= first_ && group.last <= last)
      ++begun_[group.first + 1 - first_], ++ended_[group.last - first_];
  std::partial_sum(begun_.begin(), begun_.end(), begun_.begin());
  std::partial_sum(ended_.begin(), ended_.end(), ended_.begin());
}

/// Labels of level 1 with their points, alone on a line and in none of the columns of levels, and headings of sections.
void Stretch::count_heads(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t last) {
  constexpr std::string_view digits = "0123456789";
  auto const is_head = [&](std::uint32_t run) {
    auto const column = plan.column[run];
    auto const& label = sheet.runs[run].label;
    bool const merged = column != no_column && static_cast<std::size_t>(column) < columns.merged.size() &&
                        columns.merged[static_cast<std::size_t>(column)];
    return column != no_column && !merged && label.level1 >= 0 && label.rest == 0 &&
           label.annotation.find_first_of(digits) != std::string::npos;
  };
  heads_.assign(1, 0);
  for (auto line = first_; line < last; ++line) {
    std::size_t texts = 0, heads = 0;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run)
      if (!plan.set_aside[run])
        ++texts, heads += is_head(run) ? 1 : 0;
    heads_.push_back(heads_.back() + (is_heading(sheet, line) ? 1 : texts == 1 ? heads : 0));
  }
}

} // namespace jixiao::aligned
