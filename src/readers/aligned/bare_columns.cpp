#include "readers/aligned/bare_columns.hpp"

#include "readers/aligned/groups.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace jixiao::aligned {

namespace {

using recognition::Meaning;
using recognition::Role;

/// Texts between two gutters.
struct TextColumn {
  double x0 = 0, x1 = 0;
  RunList runs; ///< from top to bottom
};

std::array<std::vector<Meaning>, 2> const& levels() {
  static std::array<std::vector<Meaning>, 2> const both{std::vector<Meaning>{{Role::column, "level1"}},
                                                        std::vector<Meaning>{{Role::column, "level2"}}};
  return both;
}

/// Behind the last line with a label of a level left of `right`, on the page of the first.
std::uint32_t behind_levels(Sheet const& sheet, std::uint32_t first, std::uint32_t end, double right) {
  auto behind = first;
  for (auto line = first; line < end && sheet.page(line) == sheet.page(first); ++line)
    if (std::ranges::any_of(sheet.line(line), [&](Run const& run) { return run.level && run.x0 < right; }))
      behind = line + 1;
  return behind;
}

/// What the texts of the lines cover, from left to right. One alone on its line may go over several columns.
std::vector<TextColumn> columns_of_lines(Sheet const& sheet, std::uint32_t first, std::uint32_t end,
                                         std::vector<bool> const& taken) {
  RunList runs, alone;
  for (auto line = first; line < end; ++line)
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run)
      if (!taken[run])
        (sheet.runs[run].level || sheet.line(line).size() > 1 ? runs : alone).push_back(run);
  std::ranges::stable_sort(runs, {}, [&](std::uint32_t run) { return sheet.runs[run].x0; });
  std::vector<TextColumn> out;
  for (auto const run : runs) {
    auto const& r = sheet.runs[run];
    if (out.empty() || out.back().x1 <= r.x0)
      out.push_back({r.x0, r.x1, {}});
    out.back().x1 = std::max(out.back().x1, r.x1);
    out.back().runs.push_back(run);
  }
  for (auto const run : alone) {
    auto const& r = sheet.runs[run];
    auto const column = std::ranges::find_if(out, [&](TextColumn const& c) { return r.x0 < c.x1; });
    if (column != out.end() && column->x0 < r.x1 && (std::next(column) == out.end() || r.x1 <= std::next(column)->x0))
      column->runs.push_back(run);
  }
  for (auto& column : out)
    std::ranges::sort(column.runs);
  return out;
}

/// Which level most labels in the column are of; none: it holds something else.
std::vector<Meaning> const* level_in(Sheet const& sheet, TextColumn const& column) {
  auto const labels = make_labels(sheet, column.runs, 0, true);
  std::size_t first = 0, second = 0;
  for (auto const& one : labels) {
    auto const label = label_of(sheet, one);
    first += label.level1 >= 0 ? 1 : 0, second += label.level2 >= 0 ? 1 : 0;
  }
  bool const known = 2 * std::max(first, second) >= labels.size();
  return known ? &levels()[first >= second ? 0 : 1] : nullptr;
}

/// True where texts of both stand on one line: extraction may print those of one column at two places, but never both.
bool share_line(Sheet const& sheet, TextColumn const& a, TextColumn const& b) {
  return std::ranges::any_of(a.runs, [&](std::uint32_t run) {
    return std::ranges::binary_search(b.runs, sheet.runs[run].line, {},
                                      [&](std::uint32_t other) { return sheet.runs[other].line; });
  });
}

bool is_label_of_level(HeaderLabel const& label) {
  auto const* column = label.label.as(Role::column);
  return column && column->target.starts_with("level");
}

} // namespace

bool has_levels_below(Sheet const& sheet, std::uint32_t below, double right) {
  constexpr std::uint32_t reach = 12; // lines
  constexpr int fewest = 2;
  constexpr std::size_t shortest = 4; // characters: 数量 may be the end of a name
  int found = 0;
  auto const end = std::min(static_cast<std::uint32_t>(sheet.text->lines.size()), below + reach);
  for (auto line = below; line < end && sheet.page(line) == sheet.page(below); ++line)
    found += static_cast<int>(std::ranges::count_if(sheet.line(line), [&](Run const& run) {
      return run.level && length_of(run.text) >= shortest && run.x1 <= right;
    }));
  return found >= fewest;
}

void part_merged_header(Sheet const& sheet, HeaderBlock& header, std::uint32_t end, std::vector<bool> const& taken) {
  auto& labels = header.labels;
  auto const merged = std::ranges::find_if(labels, is_label_of_level);
  if (header.kind != BandKind::indicators || std::ranges::count_if(labels, is_label_of_level) != 1 || merged->parent ||
      !merged->label.is(Role::column, "level3") || std::next(merged) == labels.end())
    return;
  auto const& next = *std::next(merged);
  auto const columns = columns_of_lines(sheet, header.last, behind_levels(sheet, header.last, end, next.x0), taken);
  std::vector<HeaderLabel> parts;
  for (auto const& column : columns) {
    auto const* level = column.x0 < next.x0 ? level_in(sheet, column) : nullptr;
    if (!level && parts.empty())
      continue; // beside the rows
    HeaderLabel part{{},        merged->label, merged->first_line, merged->last_line, column.x0,
                     column.x1, false,         !parts.empty()};
    if (level)
      part.label.meanings = level;
    parts.push_back(std::move(part));
    if (!level)
      break; // the names
  }
  bool const names = parts.size() > 1 && parts.back().label.meanings == merged->label.meanings;
  bool const over = names && parts.size() <= levels().size() + 1 && parts.front().x0 < merged->x1 &&
                    merged->x0 < parts.back().x1 && parts.back().x1 <= next.x1;
  if (!over || (parts.size() > 2 && parts[0].label.meanings == parts[1].label.meanings))
    return;
  parts.front().runs = merged->runs;
  auto const at = labels.erase(merged);
  labels.insert(at, std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
}

void add_bare_columns(Sheet const& sheet, HeaderBlock& header, std::uint32_t end, std::vector<bool> const& taken) {
  constexpr std::size_t fewest = 2; // texts
  if (header.kind != BandKind::indicators)
    return;
  auto& labels = header.labels;
  auto const columns = columns_of_lines(sheet, header.last, behind_levels(sheet, header.last, end, far_right), taken);
  std::vector<HeaderLabel> bare;
  std::size_t headed = 0;
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    auto const below = [&](HeaderLabel const& label) {
      return !label.parent && label.x0 < column->x1 && column->x0 < label.x1;
    };
    auto const own = std::ranges::count_if(labels, below);
    if (own > 1)
      return; // the texts of two columns reach below each other
    headed += own == 1 ? 1 : 0;
    if (own != 0 || headed == 0)
      continue;
    bool const beside = share_line(sheet, *column, *std::prev(column)) &&
                        (std::next(column) == columns.end() || share_line(sheet, *column, *std::next(column)));
    if (column->runs.size() >= fewest && beside)
      bare.push_back({{}, {}, header.first, header.last - 1, column->x0, column->x1, false, false});
  }
  if (headed != static_cast<std::size_t>(std::ranges::count(labels, false, &HeaderLabel::parent)))
    return;
  std::ranges::move(bare, std::back_inserter(labels));
  std::ranges::stable_sort(labels, {}, [](HeaderLabel const& label) { return label.x0 + label.x1; });
}

} // namespace jixiao::aligned
