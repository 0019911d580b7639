#include "rules/fulfilment.hpp"
#include "rules/texts.hpp"
#include "rules/words.hpp"
#include "together/compare.hpp"

#include <algorithm>
#include <map>

namespace jixiao {

namespace {

bool is_number(Value const& value) { return value.kind == ValueKind::quantity && value.number && !value.upper; }

/// 参训人员数 is 参加培训人数.
bool nearly_one_name(std::string_view a, std::string_view b) {
  auto const left = pairs_of(a), right = pairs_of(b);
  return !left.empty() && !right.empty() && common(left, right) * 2 >= std::min(left.size(), right.size());
}

bool same_value(std::optional<Value> const& a, std::optional<Value> const& b) {
  return a && b && (bare(a->text) == bare(b->text) || (is_number(*a) && is_number(*b) && *a->number == *b->number)) &&
         !bare(a->text).empty();
}

bool one_group(TracedIndicator const& a, TracedIndicator const& b) {
  return a.level2 == b.level2 || a.level2.empty() || b.level2.empty();
}

void report_rows(FormTrace const& form, FormTrace const& plan, std::vector<RowMatch> const& rows, AcrossSink& sink) {
  std::vector<std::string_view> dropped, added;
  RowMatch first_dropped, first_added;
  for (auto const& row : rows) {
    if (!row.here) {
      if (dropped.empty())
        first_dropped = row;
      dropped.push_back(row.there->name);
    } else if (!row.there) {
      if (added.empty())
        first_added = row;
      added.push_back(row.here->name);
    } else if (row.renamed) {
      sink.report(Code::indicator_renamed,
                  {{"name", row.here->name}, {"value", row.there->name}, {"place", plan.place}},
                  place_of(form, *row.here, row.here->name), place_of(plan, *row.there, row.there->name));
    }
  }
  // An evaluation judges what was planned; a target table may choose from the declaration.
  if (form.stage() != Stage::result)
    return;
  if (!dropped.empty())
    sink.report(Code::indicator_dropped, {{"name", list_of(dropped)}, {"place", plan.place}}, place_of(form),
                place_of(plan, *first_dropped.there, first_dropped.there->name));
  if (!added.empty())
    sink.report(Code::indicator_added, {{"name", list_of(added)}, {"place", plan.place}},
                place_of(form, *first_added.here, first_added.here->name), place_of(plan));
}

} // namespace

bool differ(Value const& a, Value const& b) {
  if (bare(a.text) == bare(b.text))
    return false;
  if (a.kind == ValueKind::deadline && b.kind == ValueKind::deadline)
    return true;
  if (!is_number(a) || !is_number(b))
    return false;
  switch (relation(a.unit, b.unit)) {
  case UnitRelation::different:
  case UnitRelation::of_one_kind:
    return false;
  case UnitRelation::convertible: {
    auto const exact = [](Value const& value) {
      return shifted(*value.number, money_exponent(*value.unit).value_or(0));
    };
    return compare(exact(a), exact(b)).value_or(0) != 0;
  }
  default:
    return !(*a.number == *b.number);
  }
}

Indicator indicator_of(TracedIndicator const& row, std::optional<Value> target, std::optional<Value> actual) {
  Indicator out;
  out.level1 = row.level1;
  out.level2 = row.level2;
  out.level3 = row.name;
  out.target = std::move(target);
  out.actual = std::move(actual);
  return out;
}

std::vector<RowMatch> match_rows(FormTrace const& here, FormTrace const& there) {
  std::map<std::string, std::vector<TracedIndicator const*>> by_name;
  for (auto const& row : there.indicators)
    by_name[without_years(row.name)].push_back(&row);
  std::vector<RowMatch> out;
  std::vector<TracedIndicator const*> taken;
  for (auto const& row : here.indicators) {
    auto& same = by_name[without_years(row.name)];
    auto const match = std::ranges::find_if(same, [&](auto const* one) { return one_group(row, *one); });
    auto const chosen = match != same.end() ? match : same.begin();
    out.push_back({&row, same.empty() ? nullptr : *chosen});
    if (!same.empty()) {
      taken.push_back(*chosen);
      same.erase(chosen);
    }
  }
  std::ranges::sort(taken);
  auto const is_free = [&](TracedIndicator const& row) { return !std::ranges::binary_search(taken, &row); };
  for (auto& row : out)
    for (auto const& other : there.indicators)
      if (!row.there && is_free(other) && row.here->level2 == other.level2 &&
          same_value(row.here->target, other.target) && nearly_one_name(row.here->name, other.name)) {
        row.there = &other;
        row.renamed = true;
        taken.insert(std::ranges::upper_bound(taken, &other), &other);
      }
  for (auto const& other : there.indicators)
    if (is_free(other))
      out.push_back({nullptr, &other});
  return out;
}

void compare_with_plan(FormTrace const& form, FormTrace const& plan, AcrossSink& sink) {
  auto const *budget = form.planned_budget(), *planned = plan.planned_budget();
  if (budget && planned && !(budget->yuan == planned->yuan))
    sink.report(Code::budget_differs,
                {{"amount", budget->printed}, {"other_amount", planned->printed}, {"place", plan.place}},
                place_of(form, *budget), place_of(plan, *planned));
  if (form.indicators.empty() || plan.indicators.empty())
    return;
  auto const rows = match_rows(form, plan);
  for (auto const& [here, there, renamed] : rows)
    if (here && there && here->sure && there->sure && here->target && there->target &&
        differ(*here->target, *there->target))
      sink.report(Code::target_changed,
                  {{"name", here->name},
                   {"target", here->target->text},
                   {"planned", there->target->text},
                   {"place", plan.place}},
                  place_of(form, *here, here->target->text), place_of(plan, *there, there->target->text));
  report_rows(form, plan, rows, sink);
}

} // namespace jixiao
