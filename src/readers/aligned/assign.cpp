#include "readers/aligned/assign.hpp"

#include "readers/aligned/in_order.hpp"

#include <algorithm>
#include <array>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr double price_between_borders = 0.5; ///< of a text that no other stands above
constexpr std::uint32_t under_reach = 8;      ///< lines

/// Of a text in a column of other texts, in columns of text that it stands off.
constexpr double price_of_other_label = 20, price_of_other_level = 4, price_of_other_content = 8;

constexpr std::size_t longest_unit = 4, longest_sign = 4; ///< characters
constexpr std::size_t longest_word = 3;                   ///< 数量 may be the end of a name; 数量指标 is none

bool is_one_of(std::string_view target, std::span<std::string_view const> targets) {
  return std::ranges::find(targets, target) != targets.end();
}

/// Lines of lists in brackets stand below what is asked of the project, amounts below its budget.
double price_in_lists(recognition::Label const& label, Run const& run) {
  bool const list = label.is(Role::column, "goal") || label.is(Role::column, "level3") || label.as(Role::side);
  bool const other = begins_list(run.text) ? !list : label.is(Role::column, "budget") && !is_figure(run.text);
  return other ? price_of_other_content : 0;
}

} // namespace

double price_of_content(Band const& band, Run const& run, std::size_t column) {
  if (column >= band.first_leaf && band.header.kind == BandKind::lists)
    return price_in_lists(band.header.labels[band.leaves[column - band.first_leaf]].label, run);
  static constexpr std::array<std::string_view, 4> numbers{"budget", "weight", "score", "coefficient"};
  static constexpr std::array<std::string_view, 6> words{
      "level3", "project_name", "goal", "implementing_unit", "supervising_department", "remark"};
  if (column < band.first_leaf || band.header.kind != BandKind::indicators)
    return 0;
  auto const* label = band.header.labels[band.leaves[column - band.first_leaf]].label.as(Role::column);
  if (!label)
    return 0;
  std::string_view const target = label->target;
  bool const figure = is_figure(run.text);
  auto const length = length_of(run.text);
  if (run.label.is_level() && run.label.rest == 0 && length > longest_word) {
    bool const own = (target == "level1" && run.label.level1 >= 0) || (target == "level2" && run.label.level2 >= 0);
    bool const merged = target == "level1" || target == "level2";
    bool const name = target == "level3" && !run.text.ends_with("指标");
    return own || name ? 0 : merged ? price_of_other_level : price_of_other_label;
  }
  if ((target == "level1" || target == "level2") && !run.level)
    return figure ? price_of_other_content : price_of_other_level;
  if (run.level && is_one_of(target, words) && target != "level3")
    return price_of_other_level;
  bool const other = is_one_of(target, numbers) ? !figure && length > 1
                     : is_one_of(target, words) ? figure
                     : target == "unit"         ? figure || length > longest_unit
                                                : target == "comparator" && (figure || length > longest_sign);
  return other ? price_of_other_content : 0;
}

double assign_columns(Sheet const& sheet, Band const& band, std::span<std::uint32_t const> runs, bool flush_left,
                      std::vector<std::int16_t>& columns) {
  auto const count = band.columns();
  double price = 0;
  auto const put = [&](std::uint32_t run, std::int16_t column) {
    columns[run] = column;
    price += price_of_content(band, sheet.runs[run], static_cast<std::size_t>(column));
  };
  if (runs.size() == count) {
    for (std::size_t i = 0; i < count; ++i)
      put(runs[i], static_cast<std::int16_t>(i));
    return price;
  }
  auto const& borders = band.borders_of(runs.empty() ? 0 : sheet.page(sheet.runs[runs[0]].line));
  auto const price_of = [&](Run const& run, std::uint32_t index, std::size_t column) {
    for (auto above = index; above-- > sheet.begins[band.header.last];) {
      auto const& other = sheet.runs[above];
      if (run.line - other.line > under_reach || sheet.page(other.line) != sheet.page(run.line))
        break;
      if (columns[above] != static_cast<std::int16_t>(column) || other.line == run.line)
        continue;
      if (other.x0 == run.x0)
        return 0.0;
      if (flush_left && runs.size() == 1)
        return other.x0 > run.x0 ? price_between_borders * 0.5 : price_between_borders + run.x0 - other.x0;
    }
    auto const middle = (run.x0 + run.x1) / 2;
    auto const outside = std::max({0.0, borders[column] - middle, middle - borders[column + 1]});
    return price_between_borders + outside + price_of_content(band, run, column);
  };
  auto const placed = put_in_order(
      runs.size(), count, [&](std::size_t i, std::size_t c) { return price_of(sheet.runs[runs[i]], runs[i], c); });
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto const& run = sheet.runs[runs[i]];
    put(runs[i], placed.columns.empty() ? column_of(band, run.x0, run.x1) // more texts than columns
                                        : static_cast<std::int16_t>(placed.columns[i]));
  }
  return price;
}

} // namespace jixiao::aligned
