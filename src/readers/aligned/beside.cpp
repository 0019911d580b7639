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
                                : band.header.kind == BandKind::indicators && r.label.is_level();
    if (labels_row && !side && r.x0 < band.borders[1])
      left = std::min(left, r.x0);
  }
  return left == far_right ? far_left : left;
}

bool is_beside_goals(Sheet const& sheet, Band const& band, std::uint32_t run) {
  auto const& r = sheet.runs[run];
  return band.header.kind == BandKind::goals && run == sheet.begins[r.line] && is_side(r.label) && !r.label.numbered &&
         r.x1 <= band.header.labels[band.leaves[0]].x0;
}

} // namespace jixiao::aligned
