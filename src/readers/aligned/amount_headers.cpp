#include "readers/aligned/amount_headers.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

using recognition::Role;

bool heads_amounts(Sheet const& sheet, HeaderBlock const& block, RunList& beside) {
  constexpr std::size_t fewest = 3;
  auto const of_money = std::ranges::count_if(block.labels, [](HeaderLabel const& l) {
    return l.label.as(Role::fund) || l.label.as(Role::measure) || l.label.as(Role::total);
  });
  if (block.last - block.first != 1 || block.labels.size() < fewest || of_money < 2)
    return false;
  auto const left = std::ranges::min(block.labels, {}, &HeaderLabel::x0).x0;
  auto below = block.last;
  auto const count = static_cast<std::uint32_t>(sheet.begins.size() - 1);
  auto const is_beside = [&](Run const& run) { return run.x1 <= left && !is_figure(run.text); };
  if (below < count && sheet.line(below).size() == 1 && is_beside(sheet.line(below)[0]))
    beside = {sheet.begins[below++]};
  if (below >= count)
    return false;
  auto const runs = sheet.line(below);
  std::size_t amounts = 0;
  double last = far_left;
  for (auto const& run : runs) {
    auto const middle = run.x0 + run.x1;
    auto const& label =
        std::ranges::min(block.labels, {}, [&](HeaderLabel const& l) { return std::abs(l.x0 + l.x1 - middle); });
    bool const own = is_figure(run.text) && label.x0 > last;
    if (!own && !(&run == &runs.front() && below == block.last && is_beside(run)))
      return false;
    if (own)
      last = label.x0, ++amounts;
  }
  return amounts >= 2;
}

} // namespace jixiao::aligned
