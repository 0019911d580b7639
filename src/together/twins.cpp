#include "together/compare.hpp"

#include <algorithm>

namespace jixiao {

namespace {

/// What differs first, in the words of phrases.def; empty when nothing does.
std::string difference(FormTrace const& first, FormTrace const& second, std::vector<RowMatch> const& rows,
                       AcrossPlace& here, AcrossPlace& there) {
  auto const *a = first.planned_budget(), *b = second.planned_budget();
  if (a && b && !(a->yuan == b->yuan)) {
    here = place_of(second, *b);
    there = place_of(first, *a);
    return "the budget is " + b->printed + " and " + a->printed;
  }
  for (auto const& [row, other, renamed] : rows)
    if (row && other && row->sure && other->sure && row->target && other->target &&
        differ(*row->target, *other->target)) {
      here = place_of(second, *row, row->target->text);
      there = place_of(first, *other, other->target->text);
      return "the target of \"" + row->name + "\" is " + row->target->text + " and " + other->target->text;
    }
  return {};
}

} // namespace

void compare_twins(FormTrace const& first, FormTrace const& second, AcrossSink& sink) {
  // Parts of a project have forms of their own: what has few indicators in common is no second version.
  auto const rows = match_rows(second, first);
  auto const shared = std::ranges::count_if(rows, [](RowMatch const& row) { return row.here && row.there; });
  auto const most = std::max(first.indicators.size(), second.indicators.size());
  if (most == 0 || static_cast<std::size_t>(shared) * 3 < most * 2)
    return;
  auto here = place_of(second), there = place_of(first);
  if (auto const what = difference(first, second, rows, here, there); !what.empty())
    sink.report(Code::versions_differ, {{"what", what}, {"place", first.place}}, here, there);
  else if (static_cast<std::size_t>(shared) == most)
    sink.report(Code::form_twice, {{"count", "1"}, {"place", first.place}}, here, there);
}

} // namespace jixiao
