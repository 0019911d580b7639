#include "rules/points.hpp"

#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

namespace {

void add(Points& sum, Indicator const& indicator, std::optional<Decimal> const& points) {
  if (points) {
    sum.points = sum.points + *points;
    ++sum.count;
  } else if (!is_sub_row(indicator)) {
    sum.complete = false;
  }
}

} // namespace

Points sum_of(Form const& form, std::optional<Decimal> Indicator::*points) {
  Points sum;
  for (auto const& indicator : form.indicators)
    add(sum, indicator, indicator.*points);
  return sum;
}

Points sum_of_group(Form const& form, std::string_view group) {
  Points sum;
  for (auto const& indicator : form.indicators)
    if (indicator.level1 == group || indicator.level2 == group)
      add(sum, indicator, indicator.weight);
  return sum;
}

bool adds_up(Form const& form, std::optional<Decimal> Indicator::*points) {
  bool const weights = points == &Indicator::weight;
  auto const own = sum_of(form, points).points;
  auto const* execution = find_amount(form, "year", "total", weights ? "weight" : "score");
  auto const whole = execution ? own + *execution->number : own;
  auto const& total = weights ? form.total_weight : form.total_score;
  return (weights && same(whole, 100)) || (total && (same(whole, *total) || same(own, *total)));
}

bool leaves_room(Profile const& profile, Exact whole) {
  return std::ranges::any_of(profile.execution_weights,
                             [&](Decimal weight) { return same(whole + Exact(weight), 100); });
}

} // namespace jixiao
