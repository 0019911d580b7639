#include "readers/aligned/ruler.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

constexpr double padding = 0.25; ///< between rows, in lines
constexpr double level = 0.3;    ///< texts that are less apart stand on one line

} // namespace

Ruler::Ruler(Sheet const& sheet, std::span<SheetRow const> rows, std::uint32_t first, std::uint32_t last, Stand stand)
    : stand_(stand), first_(first) {
  constexpr double unknown = -1;
  double y = 0;
  std::vector<double> at(last - first, unknown);
  row_of_line_.assign(last - first, rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    tops_.push_back(y);
    row_lines_.push_back(rows[r].first);
    auto const height = rows[r].height + padding, middle = y + height / 2;
    for (auto const& cell : rows[r].cells)
      for (std::size_t i = 0; i < cell.runs.size(); ++i) {
        auto const offset = static_cast<double>(i) - (static_cast<double>(cell.runs.size()) - 1) / 2;
        auto const line = sheet.runs[cell.runs[i]].line - first;
        at[line] = stand == Stand::middle ? middle + offset : y + padding / 2 + 0.5 + static_cast<double>(i);
      }
    y += height;
  }
  tops_.push_back(y);
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

double Ruler::misfit(Sheet const& sheet, RunList const& label, std::size_t first, std::size_t last) const {
  auto const lines = static_cast<double>(label.size());
  auto const start =
      stand_ == Stand::top ? tops_[first] + padding / 2 + 0.5 : (tops_[first] + tops_[last]) / 2 - (lines - 1) / 2;
  double sum = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    auto const& reach = lines_[sheet.runs[label[i]].line - first_];
    auto const y = start + static_cast<double>(i);
    sum += std::max({0.0, reach.low - y, y - reach.high});
  }
  // Under one top, a label that is not yet at its end when a row begins is beside that row.
  for (auto row = last; stand_ == Stand::top && row < row_lines_.size(); ++row)
    if (row_lines_[row] > sheet.runs[label.back()].line)
      break;
    else
      sum += lines;
  return sum / lines;
}

std::size_t Ruler::row_near(std::uint32_t line) const {
  return std::min(row_of_line_[line - first_], tops_.size() - 2);
}

} // namespace jixiao::aligned
