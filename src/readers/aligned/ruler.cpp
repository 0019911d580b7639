#include "readers/aligned/ruler.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

namespace {

constexpr double padding = 0.25;    ///< between rows, in lines
constexpr double at_page_end = 0.2; ///< of a label that a page did not cut, and that stands as if it had
constexpr double level = 0.3;       ///< texts that are less apart stand on one line

} // namespace

Ruler::Ruler(Sheet const& sheet, std::span<SheetRow const> rows, std::uint32_t first, std::uint32_t last, Stand stand)
    : stand_(stand), first_(first) {
  constexpr double unknown = -1;
  // A row of a header may have no line.
  auto const first_line = [&](SheetRow const& row) { return std::clamp(row.first, first, last - 1); };
  auto const last_line = [&](SheetRow const& row) { return std::clamp(row.last, first + 1, last) - 1; };
  double y = 0;
  std::vector<double> at(last - first, unknown);
  row_of_line_.assign(last - first, rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    tops_.push_back(y);
    row_lines_.push_back(rows[r].first);
    row_ends_.push_back(rows[r].last);
    auto const height = rows[r].height + padding, middle = y + height / 2;
    bool const cut = sheet.page(first_line(rows[r])) != sheet.page(last_line(rows[r]));
    for (auto const& cell : rows[r].cells)
      for (std::size_t i = 0; i < cell.runs.size(); ++i) {
        auto const offset = static_cast<double>(i) - (static_cast<double>(cell.runs.size()) - 1) / 2;
        auto const line = sheet.runs[cell.runs[i]].line - first;
        at[line] = stand != Stand::top && !cut ? middle + offset : y + padding / 2 + 0.5 + static_cast<double>(i);
      }
    y += height;
  }
  tops_.push_back(y);
  auto const line_at = [&](std::uint32_t line) { return sheet.text->lines[line].y / sheet.text->pitch; };
  for (auto const& row : rows)
    row_reach_.push_back({line_at(first_line(row)), line_at(last_line(row)) + 1});
  page_end_.assign(rows.size(), rows.size());
  for (std::size_t r = rows.size(); r-- > 1;)
    page_end_[r - 1] = sheet.page(first_line(rows[r - 1])) != sheet.page(first_line(rows[r])) ? r : page_end_[r];
  for (std::size_t r = rows.size(); r-- > 0;)
    for (auto line = r == 0 ? first : rows[r - 1].last; line < rows[r].last; ++line)
      row_of_line_[line - first] = r;
  double low = -1;
  for (auto const place : at) {
    if (place != unknown)
      low = place;
    lines_.push_back({low, 0});
  }
  double high = y + 1;
  for (std::size_t line = at.size(); line-- > 0;) {
    if (at[line] != unknown)
      high = at[line];
    lines_[line].high = high;
  }
  for (std::size_t line = 0; line < at.size(); ++line) {
    auto& [from, to] = lines_[line];
    auto const by = at[line] != unknown ? -level : std::min(level, (to - from) / 2);
    from += by, to -= by;
  }
}

/// How far the lines of a label are off, when the first of them stands there.
double Ruler::misfit_from(Sheet const& sheet, RunList const& label, double start) const {
  double sum = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    auto const& reach = lines_[sheet.runs[label[i]].line - first_];
    auto const y = start + static_cast<double>(i);
    sum += std::max({0.0, reach.low - y, y - reach.high});
  }
  return sum / static_cast<double>(label.size());
}

/// What a page cuts stands under the top of its cell, and goes on under that of the next page; or in the middle of what
/// of the cell is on its page.
double Ruler::misfit_over_pages(Sheet const& sheet, RunList const& label, std::size_t first) const {
  auto const page = sheet.page(sheet.runs[label.front()].line);
  auto const next = std::ranges::find_if(label, [&](auto run) { return sheet.page(sheet.runs[run].line) != page; });
  auto const here = static_cast<std::size_t>(next - label.begin());
  auto const end = page_end_[first];
  auto const top = [&](std::size_t row) { return tops_[row] + padding / 2 + 0.5; };
  if (here < label.size()) {
    auto const above = misfit_from(sheet, {label.begin(), next}, top(first)),
               below = misfit_from(sheet, {next, label.end()}, top(end));
    return std::max(above, below);
  }
  auto const lines = static_cast<double>(label.size());
  return std::min(misfit_from(sheet, label, top(first)),
                  misfit_from(sheet, label, (tops_[first] + tops_[end]) / 2 - (lines - 1) / 2));
}

/// In the middle of the lines of its rows; what falls between two lines stands on the upper one.
double Ruler::misfit_on_lines(Sheet const& sheet, RunList const& label, std::size_t first, std::size_t last) const {
  auto const low = row_reach_[first].low, high = row_reach_[last - 1].high;
  auto const lines = static_cast<double>(label.size());
  auto const start = low + std::floor((high - low - lines) / 2 + 0.01);
  double sum = 0;
  for (std::size_t i = 0; i < label.size(); ++i)
    sum +=
        std::abs(sheet.text->lines[sheet.runs[label[i]].line].y / sheet.text->pitch - start - static_cast<double>(i));
  return sum / lines;
}

double Ruler::misfit(Sheet const& sheet, RunList const& label, std::size_t first, std::size_t last) const {
  auto const lines = static_cast<double>(label.size());
  if (stand_ == Stand::lines)
    return misfit_on_lines(sheet, label, first, last);
  if (stand_ == Stand::middle) {
    auto const whole = misfit_from(sheet, label, (tops_[first] + tops_[last]) / 2 - (lines - 1) / 2);
    if (page_end_[first] < last)
      return std::min(whole, misfit_over_pages(sheet, label, first));
    // Where its last row is that of a page, programs print it under the top, too.
    bool const ends_page = page_end_[first] == last && last + 1 < tops_.size();
    return ends_page ? std::min(whole, at_page_end + misfit_from(sheet, label, tops_[first] + padding / 2 + 0.5))
                     : whole;
  }
  auto price = misfit_from(sheet, label, tops_[first] + padding / 2 + 0.5);
  // Under one top, a label that is not yet at its end when a row begins is beside that row.
  for (auto row = last; row < row_lines_.size(); ++row)
    if (row_lines_[row] > sheet.runs[label.back()].line)
      break;
    else
      price += 1;
  return price;
}

std::pair<std::size_t, std::size_t> Ruler::rows_along(Sheet const& sheet, RunList const& label) const {
  auto const first = std::ranges::upper_bound(row_ends_, sheet.runs[label.front()].line) - row_ends_.begin();
  auto const last = std::ranges::upper_bound(row_lines_, sheet.runs[label.back()].line) - row_lines_.begin();
  return {static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(first, last))};
}

std::size_t Ruler::row_near(std::uint32_t line) const {
  return std::min(row_of_line_[line - first_], tops_.size() - 2);
}

} // namespace jixiao::aligned
