#include "rules/panels.hpp"

#include <string_view>

namespace jixiao {

namespace {

bool is_above(Location const& a, Location const& b) {
  if (a.table && b.table && a.row && b.row)
    return a.table == b.table && *a.row < *b.row;
  return a.line && b.line && *a.line < *b.line;
}

/// 效益指标, 效果指标 and 满意度指标: with them a table of indicators ends.
bool ends_table(Text const& level1) {
  return level1 && (level1->find("效") != level1->npos || level1->find("满意") != level1->npos);
}

bool begins_again(std::vector<Indicator> const& rows, std::size_t i) {
  auto const &first = rows[0].level1, &before = rows[i - 1].level1, &here = rows[i].level1;
  return here && here == first && here != before && ends_table(before) && !ends_table(here);
}

} // namespace

std::vector<std::size_t> panels_of(std::vector<Indicator> const& indicators) {
  std::vector<std::size_t> out(indicators.size(), 0);
  for (std::size_t i = 1; i < indicators.size(); ++i) {
    auto const &before = indicators[i - 1], &here = indicators[i];
    bool const next = here.panel != before.panel || is_above(here.at, before.at) || begins_again(indicators, i);
    out[i] = out[i - 1] + (next ? 1 : 0);
  }
  return out;
}

} // namespace jixiao
