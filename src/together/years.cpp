#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/words.hpp"
#include "together/compare.hpp"

#include <algorithm>
#include <map>

namespace jixiao {

namespace {

constexpr int low_rate = 80;                  ///< per cent of a budget that was spent
constexpr std::size_t shortest_goal = 20 * 3; ///< bytes of a text that nobody writes twice by chance
constexpr std::size_t fewest_years = 3;

std::string text_of(int year) { return std::to_string(year); }

/// Costs are to fall; their targets are what money there is.
bool is_cost_row(TracedIndicator const& row) { return is_cost(indicator_of(row, {}, {})); }

/// More than a tenth below what was reached; for what is to be small, above it.
bool is_below(TracedIndicator const& planned, TracedIndicator const& reached) {
  if (is_cost_row(planned) || !planned.sure || !reached.sure)
    return false;
  auto const held = fulfilment(indicator_of(planned, planned.target, reached.actual));
  if (!held || !positive(held->target) || !positive(held->actual))
    return false;
  return held->reverse ? less(held->actual * Exact(11), held->target * Exact(10))
                       : less(held->target * Exact(11), held->actual * Exact(10));
}

void compare_budget(FormTrace const& plan, FormTrace const& result, AcrossSink& sink) {
  auto const* asked = plan.planned_budget();
  auto const* executed = result.amount("executed");
  auto const* had = result.amount("revised_budget") ? result.amount("revised_budget") : result.amount("initial_budget");
  if (!asked || !executed || !had || !positive(Exact(had->yuan)) || less(Exact(asked->yuan), Exact(had->yuan)))
    return;
  if (!less(Exact(executed->yuan) * Exact(100), Exact(had->yuan) * Exact(low_rate)))
    return;
  auto const rate = quotient(Exact(executed->yuan) * Exact(100), Exact(had->yuan), 1);
  if (!rate)
    return;
  sink.report(Code::budget_despite_low_execution,
              {{"year", text_of(*result.year)},
               {"rate", to_string(*rate)},
               {"executed", executed->printed},
               {"budget", asked->printed},
               {"place", result.place}},
              place_of(plan, *asked), place_of(result, *executed));
}

/// Whether a row of the result that the next plan lacks was promised: it was planned, and under no name goes on.
class Promised {
public:
  Promised(FormTrace const& result, FormTrace const* planned, FormTrace const& next) {
    if (!planned)
      return;
    is_known_ = true;
    for (auto const& match : match_rows(result, *planned))
      if (match.here && match.there && std::ranges::none_of(next.indicators, [&](TracedIndicator const& row) {
            return row.name == match.there->name;
          }))
        rows_.push_back(match.here);
  }

  bool operator()(TracedIndicator const& row) const {
    return !is_known_ || std::ranges::find(rows_, &row) != rows_.end();
  }

private:
  bool is_known_ = false;
  std::vector<TracedIndicator const*> rows_;
};

void compare_reached(FormTrace const& plan, FormTrace const& result, FormTrace const* planned, AcrossSink& sink) {
  auto const rows = match_rows(plan, result);
  std::size_t kept = 0;
  std::vector<std::string_view> gone;
  TracedIndicator const* first_gone = nullptr;
  for (auto const& [here, there, renamed] : rows)
    if (here && there) {
      ++kept;
      if (here->target && there->actual && is_below(*here, *there))
        sink.report(Code::target_below_reached,
                    {{"name", here->name},
                     {"target", here->target->text},
                     {"actual", there->actual->text},
                     {"year", text_of(*result.year)},
                     {"place", result.place}},
                    place_of(plan, *here, here->target->text), place_of(result, *there, there->actual->text));
    }
  // Where nothing is kept the project was planned anew.
  if (kept == 0)
    return;
  Promised const promised(result, planned, plan);
  for (auto const& [here, there, renamed] : rows)
    if (!here && promised(*there)) {
      auto const held = fulfilment(indicator_of(*there, there->target, there->actual));
      if (there->sure && held && held->result == Fulfilment::Result::missed) {
        sink.report(Code::missed_indicator_dropped,
                    {{"name", there->name},
                     {"year", text_of(*result.year)},
                     {"actual", there->actual->text},
                     {"target", there->target->text},
                     {"place", result.place}},
                    place_of(plan), place_of(result, *there, there->actual->text));
        continue;
      }
      gone.push_back(there->name);
      first_gone = first_gone ? first_gone : there;
    }
  if (first_gone)
    sink.report(Code::indicator_not_continued,
                {{"year", text_of(*result.year)}, {"name", list_of(gone)}, {"place", result.place}}, place_of(plan),
                place_of(result, *first_gone, first_gone->name));
}

/// The same goal but for the year. What an evaluation expects is the goal of the plan, where there is one.
void compare_goals(FormTrace const& later, FormTrace const& earlier, bool has_plan, AcrossSink& sink) {
  for (auto const& goal : later.goals)
    for (auto const& before : earlier.goals)
      if (goal.field == before.field && goal.field != "goals.project" &&
          !(has_plan && goal.field == "goals.expected")) {
        auto const text = without_years(goal.text);
        if (text.size() >= shortest_goal && text == without_years(before.text))
          sink.report(Code::goal_of_other_year,
                      {{"field", goal.field}, {"year", text_of(*earlier.year)}, {"place", earlier.place}},
                      place_of(later, goal), place_of(earlier, before));
      }
}

bool asks_for_a_number(TracedIndicator const& row) {
  auto const& value = row.target;
  return row.sure && value && value->kind == ValueKind::quantity && value->number && !value->upper &&
         !(value->unit && is_percent(*value->unit)) && !is_cost_row(row);
}

/// One target in all years that have a form.
void compare_all_years(std::span<ProjectYear const> years, AcrossSink& sink) {
  if (years.size() < fewest_years)
    return;
  auto const form_of_year = [](ProjectYear const& year) { return year.plan ? year.plan : year.result; };
  auto const& last = *form_of_year(years.back());
  auto const& first = *form_of_year(years.front());
  for (auto const& row : last.indicators) {
    if (!asks_for_a_number(row))
      continue;
    TracedIndicator const* in_first = nullptr;
    bool const in_all = std::ranges::all_of(years.first(years.size() - 1), [&](ProjectYear const& year) {
      auto const& rows = form_of_year(year)->indicators;
      auto const found = std::ranges::find_if(rows, [&](TracedIndicator const& other) {
        return other.name == row.name && asks_for_a_number(other) && *other.target->number == *row.target->number &&
               other.target->unit == row.target->unit;
      });
      if (found != rows.end() && !in_first)
        in_first = &*found;
      return found != rows.end();
    });
    if (in_all && in_first)
      sink.report(Code::target_in_all_years,
                  {{"name", row.name},
                   {"target", row.target->text},
                   {"year", text_of(years.front().year)},
                   {"last_year", text_of(years.back().year)},
                   {"place", first.place}},
                  place_of(last, row, row.target->text), place_of(first, *in_first, in_first->target->text));
  }
}

} // namespace

void compare_years(std::span<ProjectYear const> years, AcrossSink& sink) {
  for (std::size_t i = 1; i < years.size(); ++i) {
    auto const &before = years[i - 1], &now = years[i];
    if (now.year != before.year + 1)
      continue;
    auto const* plan = now.plan ? now.plan : now.result;
    if (before.result) {
      compare_budget(*plan, *before.result, sink);
      compare_reached(*plan, *before.result, before.plan, sink);
    }
    if (now.plan && before.plan)
      compare_goals(*now.plan, *before.plan, false, sink);
    if (now.result && before.result)
      compare_goals(*now.result, *before.result, now.plan && before.plan, sink);
  }
  compare_all_years(years, sink);
}

} // namespace jixiao
