#include "readers/aligned/beside.hpp"

#include <algorithm>

namespace jixiao::aligned {

double side_border(Sheet const& sheet, Band const& band) {
  double left = far_right;
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.end]; ++run) {
    auto const& r = sheet.runs[run];
    bool const side = r.label.as(recognition::Role::side) && r.x1 < band.borders[1];
    bool const labels_row = band.header.kind == BandKind::measures
                                ? r.label.as(recognition::Role::fund) != nullptr
                                : band.header.kind == BandKind::indicators && (r.label.is_level() || r.level);
    if (labels_row && !side && r.x0 < band.borders[1])
      left = std::min(left, r.x0);
    // 项目资金 | 省 | 120.00: beside what labels the row.
    if (side && is_side(r.label) && run + 1 < sheet.begins[r.line + 1] && sheet.runs[run + 1].x0 < band.borders[1])
      left = std::min(left, sheet.runs[run + 1].x0);
  }
  return left == far_right ? far_left : left;
}

bool may_be_beside_tasks(Sheet const& sheet, Run const& run) {
  constexpr std::size_t fewest = 3; // texts, the label among them
  auto const& label = run.label;
  return !label.as(recognition::Role::goal) &&
         (label.as(recognition::Role::side) || sheet.line(run.line).size() >= fewest);
}

bool is_beside_rows(Sheet const& sheet, Band const& band, std::uint32_t run, std::vector<bool> const& taken) {
  auto const& r = sheet.runs[run];
  bool const first = std::all_of(taken.begin() + sheet.begins[r.line], taken.begin() + run, std::identity{});
  bool const texts = band.header.kind == BandKind::goals || band.header.kind == BandKind::tasks;
  return texts && first && is_side(r.label) && r.x1 <= band.header.labels[band.leaves[0]].x0 &&
         (band.header.kind != BandKind::tasks || may_be_beside_tasks(sheet, r));
}

bool may_be_beside(recognition::Label const& label, BandKind rows) {
  using recognition::Role;
  bool const goals = label.as(Role::goal) || label.is(Role::side, "goal");
  bool const indicators = label.is(Role::side, "indicators");
  bool const funds = label.is(Role::side, "fund");
  if (!goals && !indicators && !funds)
    return true;
  switch (rows) {
  case BandKind::measures:
    return funds;
  case BandKind::goals:
    return goals;
  case BandKind::indicators:
    return indicators;
  case BandKind::tasks:
  case BandKind::lists:
    break;
  }
  return true;
}

bool is_beside_plain_rows(Sheet const& sheet, RunList const& label, std::span<SheetRow const> rows) {
  auto const is_right = [&](RowCell const& cell) {
    return cell.column == no_column &&
           std::ranges::all_of(label, [&](std::uint32_t run) { return sheet.runs[run].x1 <= cell.x0; });
  };
  return is_side(label_of(sheet, label)) &&
         std::ranges::all_of(rows, [&](SheetRow const& row) { return std::ranges::all_of(row.cells, is_right); });
}

} // namespace jixiao::aligned
