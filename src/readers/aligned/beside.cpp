#include "readers/aligned/beside.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

/// Lines of the band that hold labels of levels alone.
std::vector<bool> lines_of_labels(Sheet const& sheet, Band const& band) {
  std::vector<bool> out;
  for (auto line = band.header.last; line < band.total; ++line)
    out.push_back(std::ranges::all_of(sheet.line(line), [](Run const& run) { return run.label.is_level(); }));
  return out;
}

} // namespace

double side_border(Sheet const& sheet, Band const& band) {
  double left = far_right;
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.end]; ++run) {
    auto const& r = sheet.runs[run];
    bool const side = r.label.as(recognition::Role::side) && r.x1 < band.borders[1];
    bool const labels_row = band.header.kind == BandKind::measures
                                ? r.label.as(recognition::Role::fund) != nullptr
                                : band.header.kind == BandKind::indicators && r.label.is_level();
    if (labels_row && !side && r.x0 < band.borders[1])
      left = std::min(left, r.x0);
    // 项目资金 | 省 | 120.00: beside what labels the row.
    if (side && is_side(r.label) && run + 1 < sheet.begins[r.line + 1] && sheet.runs[run + 1].x0 < band.borders[1])
      left = std::min(left, sheet.runs[run + 1].x0);
  }
  return left == far_right ? far_left : left;
}

bool is_beside_goals(Sheet const& sheet, Band const& band, std::uint32_t run, std::vector<bool> const& taken) {
  auto const& r = sheet.runs[run];
  bool const first = std::all_of(taken.begin() + sheet.begins[r.line], taken.begin() + run, std::identity{});
  return band.header.kind == BandKind::goals && first && is_side(r.label) &&
         r.x1 <= band.header.labels[band.leaves[0]].x0;
}

GroupRules rules_of_levels(Sheet const& sheet, Band const& band, std::vector<RunList> const& labels, GroupRules rules) {
  // Labels between two rows have a line of their own, unless all cells were moved to whole lines.
  constexpr double close_on_lines = 0.7;
  auto const alone = lines_of_labels(sheet, band);
  for (auto const& label : labels)
    rules.alone.push_back(
        std::ranges::all_of(label, [&](std::uint32_t run) { return alone[sheet.runs[run].line - band.header.last]; }));
  if (std::ranges::find(alone, true) == alone.end())
    rules.close_call = close_on_lines;
  return rules;
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
    break;
  }
  return true;
}

} // namespace jixiao::aligned
