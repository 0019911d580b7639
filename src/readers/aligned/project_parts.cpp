#include "readers/aligned/project_parts.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace jixiao::aligned {

namespace {

/// What stands beside a row in the columns of levels.
struct Groups {
  std::string first, second;
  auto operator<=>(Groups const&) const = default;
};

std::vector<Groups> groups_of_rows(Sheet const& sheet, Band const& band, std::span<TableCell const> levels,
                                   std::size_t first, std::size_t last) {
  std::vector<Groups> out(last - first);
  for (auto const& label : levels) {
    bool const outer = label.left == band.borders[static_cast<std::size_t>(band.levels.front())];
    bool const inner = label.left == band.borders[static_cast<std::size_t>(band.levels.back())];
    std::string text;
    for (auto const run : label.runs)
      text += sheet.runs[run].text;
    for (auto r = std::max(label.row, first); r < std::min(label.row + label.rows, last) && (outer || inner); ++r)
      (outer ? out[r - first].first : out[r - first].second) = text;
  }
  return out;
}

constexpr std::uint32_t furthest = 2; ///< lines of one cell are no further apart

/// Which part each text of a column is of. What stands between the rows of two goes on with the text above it, unless
/// that ends a sentence.
class PartFinder {
public:
  PartFinder(std::span<SheetRow const> rows, std::vector<ProjectRows> const& parts) {
    for (auto const& part : parts)
      first_.push_back(rows[part.first].first), end_.push_back(rows[part.last - 1].last);
  }

  std::size_t operator()(Run const& run, std::int16_t column) {
    auto const below = static_cast<std::size_t>(std::ranges::upper_bound(first_, run.line) - first_.begin());
    auto part = std::max<std::size_t>(below, 1) - 1;
    auto const above = last_.find(column);
    bool const goes_on = above != last_.end() && above->second.part == part && !above->second.ended &&
                         above->second.line + furthest >= run.line;
    if (below > 0 && run.line >= end_[part] && !goes_on && part + 1 < first_.size())
      ++part;
    last_[column] = {run.line, part, ends_sentence(run.text)};
    return part;
  }

private:
  struct Last {
    std::uint32_t line = 0;
    std::size_t part = 0;
    bool ended = false; ///< with a sentence
  };
  std::vector<std::uint32_t> first_, end_; ///< lines of each part
  std::map<std::int16_t, Last> last_;      ///< text of each column
};

} // namespace

std::vector<ProjectRows> rows_of_projects(Sheet const& sheet, Band const& band, std::span<TableCell const> levels,
                                          std::size_t first, std::size_t last) {
  if (band.levels.empty() || first >= last)
    return {};
  auto const groups = groups_of_rows(sheet, band, levels, first, last);
  std::vector<ProjectRows> parts;
  std::set<std::string> outer;
  std::set<Groups> seen;
  Groups before;
  for (std::size_t r = 0; r < groups.size(); ++r) {
    auto const& here = groups[r];
    if (here.first.empty() && here.second.empty()) // a sum, or the number of a column
      continue;
    bool const again = here.first != before.first ? outer.contains(here.first) : here != before && seen.contains(here);
    if (parts.empty() || again) {
      parts.push_back({first + r, first + r});
      outer.clear(), seen.clear();
    }
    parts.back().last = first + r + 1;
    outer.insert(here.first), seen.insert(here), before = here;
  }
  return parts;
}

namespace {

/// Texts of two projects seldom follow each other line on line in two columns: they are those of one.
bool go_on(Sheet const& sheet, std::map<std::int16_t, RunList> const& above,
           std::map<std::int16_t, RunList> const& below) {
  constexpr std::ptrdiff_t most = 1; // columns
  return std::ranges::count_if(above, [&](auto const& texts) {
           auto const next = below.find(texts.first);
           return next != below.end() &&
                  sheet.runs[texts.second.back()].line + 1 == sheet.runs[next->second.front()].line;
         }) > most;
}

/// Lines of one cell follow each other on a page.
bool is_one_cell(Sheet const& sheet, RunList const& runs) {
  return std::ranges::adjacent_find(runs, [&](auto above, auto below) {
           auto const &a = sheet.runs[above], &b = sheet.runs[below];
           return b.line > a.line + furthest && sheet.page(a.line) == sheet.page(b.line);
         }) == runs.end();
}

} // namespace

std::optional<std::vector<TableCell>> cells_of_parts(Sheet const& sheet, RunPlan const& plan, Band const& band,
                                                     std::span<SheetRow const> rows,
                                                     std::vector<ProjectRows> const& parts) {
  if (parts.size() < 2 || band.project_name < 0)
    return std::nullopt;
  std::vector<std::map<std::int16_t, RunList>> texts(parts.size());
  PartFinder part_of(rows, parts);
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.total]; ++run) {
    auto const column = plan.column[run];
    if (plan.set_aside[run] && std::ranges::find(band.projects, column) != band.projects.end())
      texts[part_of(sheet.runs[run], column)][column].push_back(run);
  }
  for (std::size_t p = 1; p < parts.size(); ++p)
    if (go_on(sheet, texts[p - 1], texts[p]))
      return std::nullopt;
  std::vector<TableCell> cells;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (!texts[p].contains(band.project_name))
      return std::nullopt;
    for (auto& [column, runs] : texts[p]) {
      if (!is_one_cell(sheet, runs))
        return std::nullopt;
      if (std::ranges::count_if(runs, [&](auto run) { return is_figure(sheet.runs[run].text); }) > 1 &&
          column != band.goal && column != band.project_name)
        return std::nullopt;
      auto const at = static_cast<std::size_t>(column);
      cells.push_back({std::move(runs), parts[p].first, parts[p].last - parts[p].first, band.borders[at],
                       band.borders[at + 1], false, true});
    }
  }
  return cells;
}

} // namespace jixiao::aligned
