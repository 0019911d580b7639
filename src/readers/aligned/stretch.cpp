#include "readers/aligned/stretch.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace jixiao::aligned {

Stretch::Stretch(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t first,
                 std::uint32_t last)
    : first_(first) {
  find_page_ends(sheet, plan, last);
  count_groups(sheet, plan, columns, last);
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

void Stretch::count_groups(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t last) {
  constexpr std::size_t shortest = 4; // characters
  auto const level = std::find(columns.merged.rbegin(), columns.merged.rend(), true);
  auto const column = static_cast<std::int16_t>(columns.merged.rend() - level - 1);
  auto const is_group = [&](std::uint32_t run) {
    auto const& r = sheet.runs[run];
    return plan.set_aside[run] && plan.column[run] == column && r.label.is_level() && r.label.rest == 0 &&
           length_of(r.text) >= shortest;
  };
  groups_.assign(1, 0);
  for (auto line = first_; line < last; ++line) {
    std::size_t labels = 0;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1] && column >= 0; ++run)
      labels += is_group(run) ? 1 : 0;
    groups_.push_back(groups_.back() + labels);
  }
}

/// Labels of level 1 with their points, alone on a line and in none of the columns of levels.
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
    heads_.push_back(heads_.back() + (texts == 1 ? heads : 0));
  }
}

} // namespace jixiao::aligned
