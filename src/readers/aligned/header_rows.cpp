#include "readers/aligned/header_rows.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr std::size_t no_parent = static_cast<std::size_t>(-1);

constexpr double likely_room = 0.7; ///< of the white between the texts beside a column

/// Leaves beside each other go to the parents above them so that those are in their middle.
void share_stretch(Band const& band, std::vector<std::size_t> const& parents, Stand stand, std::size_t begin,
                   std::size_t end, std::vector<std::size_t>& share) {
  auto const& labels = band.header.labels;
  auto const left = [&](std::size_t leaf) { return labels[band.leaves[leaf]].x0; };
  auto const right = [&](std::size_t leaf) { return labels[band.leaves[leaf]].x1; };
  std::vector<std::size_t> above;
  for (auto const p : parents)
    if (labels[p].x0 < right(end - 1) && left(begin) < labels[p].x1)
      above.push_back(p);
  if (above.empty())
    return;
  auto const n = end - begin;
  auto const off = [&](std::size_t p, std::size_t i, std::size_t j) {
    auto const middle = (left(begin + i) + right(begin + j - 1)) / 2, x = (labels[p].x0 + labels[p].x1) / 2;
    auto const from_left = stand == Stand::top ? std::abs(labels[p].x0 - left(begin + i)) : far_right;
    return std::min(std::abs(middle - x), from_left);
  };
  std::vector<double> best(n + 1, impossible);
  std::vector<std::vector<std::size_t>> from(above.size(), std::vector<std::size_t>(n + 1, 0));
  best[0] = 0;
  for (std::size_t p = 0; p < above.size(); ++p) {
    std::vector<double> next(n + 1, impossible);
    for (std::size_t i = 0; i < n; ++i)
      for (auto j = i + 1; j <= n && best[i] < impossible; ++j)
        if (auto const price = best[i] + off(above[p], i, j); price < next[j])
          next[j] = price, from[p][j] = i;
    best = std::move(next);
  }
  if (best[n] == impossible)
    return;
  auto j = n;
  for (auto p = above.size(); p-- > 0; j = from[p][j])
    for (auto i = from[p][j]; i < j; ++i)
      share[begin + i] = above[p];
}

/// The parent of each leaf, an index into the labels; none for leaves that reach over both rows.
std::vector<std::size_t> share_leaves(Band const& band, std::vector<std::size_t> const& parents, Stand stand) {
  auto const& labels = band.header.labels;
  std::vector<std::size_t> share(band.leaves.size(), no_parent);
  if (parents.empty())
    return share;
  auto upper_end = band.header.first, first = band.header.last, last = band.header.first;
  for (auto const p : parents)
    upper_end = std::max(upper_end, labels[p].last_line);
  for (auto const& label : labels)
    first = std::min(first, label.first_line), last = std::max(last, label.last_line);
  auto const is_lower = [&](HeaderLabel const& label) {
    return stand == Stand::top ? label.first_line > upper_end
                               : label.first_line + label.last_line > first + last && label.first_line > upper_end;
  };
  for (std::size_t begin = 0; begin < band.leaves.size();) {
    if (!is_lower(labels[band.leaves[begin]])) {
      ++begin;
      continue;
    }
    auto end = begin + 1;
    while (end < band.leaves.size() && is_lower(labels[band.leaves[end]]))
      ++end;
    share_stretch(band, parents, stand, begin, end, share);
    begin = end;
  }
  return share;
}

SheetRow row_of(Sheet const& sheet, HeaderBlock const& header, std::vector<std::size_t> const& labels) {
  SheetRow row{header.last, header.first, {}, 1};
  for (auto const index : labels) {
    auto const& label = header.labels[index];
    if (label.runs.empty())
      continue;
    row.cells.push_back({label.runs, label.x0, label.x1, no_column});
    row.height = std::max(row.height, static_cast<double>(label.runs.size()));
    row.first = std::min(row.first, sheet.runs[label.runs.front()].line);
    row.last = std::max(row.last, sheet.runs[label.runs.back()].line + 1);
  }
  return row;
}

} // namespace

HeaderLayout lay_out_header(Sheet const& sheet, Band const& band, Stand stand) {
  HeaderLayout out;
  auto const& labels = band.header.labels;
  std::vector<std::size_t> parents, lower;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (labels[i].parent)
      parents.push_back(i);
  auto const share = share_leaves(band, parents, stand);
  auto const is_lower = [&](std::size_t leaf) { return parents.empty() || share[leaf] != no_parent; };
  for (std::size_t i = 0; i < band.leaves.size(); ++i)
    if (is_lower(i))
      lower.push_back(band.leaves[i]);
  if (!parents.empty())
    out.rows.push_back(row_of(sheet, band.header, parents));
  out.rows.push_back(row_of(sheet, band.header, lower));
  auto const below = out.rows.size() - 1;
  for (std::size_t i = 0; i < band.leaves.size(); ++i) {
    auto const left = i + band.first_leaf;
    auto end = i + 1;
    while (end < band.leaves.size() && labels[band.leaves[end]].merged)
      ++end;
    if (!labels[band.leaves[i]].runs.empty())
      out.cells.push_back({labels[band.leaves[i]].runs, is_lower(i) ? below : 0, is_lower(i) ? 1 : below + 1,
                           band.borders[left], band.borders[end + band.first_leaf], false, true});
    i = end - 1;
  }
  for (auto const p : parents) {
    double left = far_right, right = far_left;
    for (std::size_t i = 0; i < band.leaves.size(); ++i)
      if (share[i] == p) {
        left = std::min(left, band.borders[i + band.first_leaf]);
        right = std::max(right, band.borders[i + band.first_leaf + 1]);
      }
    if (left < right)
      out.cells.push_back({labels[p].runs, 0, 1, left, right, false, true});
    else
      out.strays.insert(out.strays.end(), labels[p].runs.begin(), labels[p].runs.end());
  }
  return out;
}

std::vector<double> borders_between(std::span<SheetRow const> rows) {
  std::vector<std::pair<double, double>> gaps; // right end first
  for (auto const& row : rows)
    for (std::size_t c = 1; c < row.cells.size(); ++c)
      gaps.emplace_back(row.cells[c].x0, row.cells[c - 1].x1);
  std::ranges::sort(gaps);
  std::vector<double> borders;
  for (auto const& [right, left] : gaps)
    if (borders.empty() || borders.back() < left)
      borders.push_back(right);
  return borders;
}

namespace {

/// True for a text that reaches into the next column: the sum of an office above its projects.
bool goes_over(Sheet const& sheet, Band const& band, std::uint32_t run, std::int16_t column) {
  constexpr double slack = 1; // columns
  auto const& r = sheet.runs[run];
  return r.x1 > band.borders_of(sheet.page(r.line))[static_cast<std::size_t>(column) + 1] + slack;
}

/// The widths of the texts of each column, with those of its header; that of a total may go over several columns, and
/// so do few of the others, unless extraction has moved them.
std::vector<std::vector<double>> widths_of_texts(Sheet const& sheet, RunPlan const& plan, Band const& band) {
  constexpr std::size_t few = 4; // one in so many
  std::vector<std::vector<double>> out(band.columns()), over(band.columns());
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.total]; ++run)
    if (auto const column = plan.column[run]; column != no_column)
      (goes_over(sheet, band, run, column) ? over : out)[static_cast<std::size_t>(column)].push_back(
          sheet.runs[run].width);
  for (std::size_t c = 0; c < out.size(); ++c)
    if (over[c].size() * few > over[c].size() + out[c].size())
      out[c].insert(out[c].end(), over[c].begin(), over[c].end());
  auto const& labels = band.header.labels;
  for (std::size_t i = 0; i < band.leaves.size(); ++i) {
    bool const merged = i + 1 < band.leaves.size() && labels[band.leaves[i + 1]].merged;
    for (auto const run : labels[band.leaves[i]].runs)
      if (!merged)
        out[i + band.first_leaf].push_back(sheet.runs[run].width);
  }
  return out;
}

/// 收运处, 置餐厨, 垃圾量: lines that are as wide as the widest fill their column, whatever white is around it.
bool is_filled(std::vector<double> const& widths, double widest, double em) {
  constexpr std::ptrdiff_t fewest = 4;
  auto const full = std::ranges::count_if(widths, [&](double width) { return width > widest - em / 2; });
  return full >= fewest && 2 * full >= static_cast<std::ptrdiff_t>(widths.size());
}

/// How wide the columns of a band are on paper: as their texts, or as most of the white between those beside them.
void find_widths(Sheet const& sheet, RunPlan const& plan, Band const& band, std::vector<double>& out) {
  double left = far_right, right = far_left;
  for (auto run = sheet.begins[band.header.first]; run < sheet.begins[band.total]; ++run)
    if (!plan.set_aside[run] || plan.column[run] != no_column) // not beside the rows
      left = std::min(left, sheet.runs[run].x0), right = std::max(right, sheet.runs[run].x1);
  auto const texts = widths_of_texts(sheet, plan, band);
  for (std::size_t c = 0; c < texts.size(); ++c) {
    auto const widest = texts[c].empty() ? 0 : std::ranges::max(texts[c]);
    auto const x0 = std::max(left, band.borders[c]), x1 = std::min(right, band.borders[c + 1]);
    bool const filled = is_filled(texts[c], widest, sheet.text->metrics.em);
    out.push_back(filled ? widest : std::max(widest, likely_room * (x1 - x0)));
  }
}

} // namespace

ColumnInfo columns_of(Sheet const& sheet, RunPlan const& plan, Band const& band) {
  ColumnInfo info;
  info.name = band.name;
  info.points.assign(band.columns(), false);
  info.merged.assign(band.columns(), false);
  for (auto const* columns : {&band.levels, &band.projects, &band.parties})
    for (auto const column : *columns)
      info.merged[static_cast<std::size_t>(column)] = true;
  for (std::size_t i = 0; i < band.leaves.size() && band.header.kind == BandKind::indicators; ++i) {
    auto const& label = band.header.labels[band.leaves[i]].label;
    info.points[i + band.first_leaf] = label.is(Role::column, "weight") || label.is(Role::column, "score");
  }
  info.prose = band.header.kind == BandKind::goals;
  find_widths(sheet, plan, band, info.width);
  return info;
}

} // namespace jixiao::aligned
