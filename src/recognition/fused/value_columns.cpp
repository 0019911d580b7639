#include "recognition/fused/value_columns.hpp"

#include "recognition/labels/vocabulary_file.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::recognition::fused {

namespace {

std::span<RunColumn const> before_target(std::span<RunColumn const> header) {
  auto const target = std::ranges::find(header, ColumnKind::target, &RunColumn::kind);
  return header.first(static_cast<std::size_t>(target - header.begin()));
}

template <class Is> std::vector<RunColumn> those_of(std::span<RunColumn const> header, Is is) {
  std::vector<RunColumn> out;
  std::ranges::copy_if(header, std::back_inserter(out), is);
  return out;
}

} // namespace

void put_levels_first(std::vector<RunColumn>& header) {
  auto const is_level = [](RunColumn const& c) { return c.kind <= ColumnKind::level3; };
  auto const levels = std::ranges::find_if(header, is_level);
  auto const target = std::find_if(header.begin(), levels, [](auto const& c) { return c.kind == ColumnKind::target; });
  if (target == levels)
    return; // they come first, or none do
  auto const below = std::find_if_not(levels, header.end(), is_level);
  std::vector<RunColumn> out(levels, below);
  out.insert(out.end(), header.begin(), target);
  if (below == header.end())
    out.push_back(*target);
  out.insert(out.end(), below, header.end());
  out.insert(out.end(), std::next(target), levels);
  header = std::move(out);
}

std::vector<RunColumn> value_columns(std::span<RunColumn const> header) {
  return those_of(header, [](RunColumn const& c) { return c.is_points() || c.is_result(); });
}

bool has_explanation(std::span<RunColumn const> header) {
  return has_column(header, ColumnKind::definition) || has_column(before_target(header), ColumnKind::standard);
}

bool has_unknown_value(std::span<RunColumn const> header) {
  auto const is_value = [](RunColumn const& c) { return c.is_points() || c.is_result(); };
  auto const last = std::ranges::find_if(header.rbegin(), header.rend(), is_value);
  auto const name = std::ranges::find(last, header.rend(), ColumnKind::level3, &RunColumn::kind);
  return std::ranges::any_of(last, name, &RunColumn::unknown);
}

bool names_places(std::string_view labels) {
  static auto const endings = vocabulary_words("furniture.vocab", "place");
  std::size_t count = 0;
  for (auto const ending : endings)
    for (auto at = labels.find(ending); at != std::string_view::npos; at = labels.find(ending, at + ending.size()))
      ++count;
  return count >= 2;
}

bool has_nature(std::span<RunColumn const> header) { return has_column(before_target(header), ColumnKind::comparator); }

bool has_unit(std::span<RunColumn const> header) { return has_column(before_target(header), ColumnKind::unit); }

std::vector<RunColumn> points_columns(std::span<RunColumn const> header) {
  return those_of(header, [](RunColumn const& c) { return c.is_points(); });
}

std::span<RunColumn const> before_actual(std::span<RunColumn const> columns) {
  auto const actual = std::ranges::find(columns, ColumnKind::actual, &RunColumn::kind);
  return columns.first(static_cast<std::size_t>(actual - columns.begin()));
}

std::span<RunColumn const> behind_actual(std::span<RunColumn const> columns) {
  auto const before = before_actual(columns).size();
  return columns.subspan(std::min(before + 1, columns.size()));
}

} // namespace jixiao::recognition::fused
