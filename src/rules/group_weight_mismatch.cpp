#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/points.hpp"

#include <set>
#include <string>

namespace jixiao {

namespace {

/// The weights of the rows around this one that stand beside the same points, whatever groups their own labels name.
Exact sum_of_run(std::vector<Indicator> const& rows, std::size_t row) {
  auto first = row;
  while (first > 0 && rows[first - 1].group_weight == rows[row].group_weight)
    --first;
  Exact sum;
  for (auto i = first; i < rows.size() && rows[i].group_weight == rows[row].group_weight; ++i)
    if (rows[i].weight)
      sum = sum + *rows[i].weight;
  return sum;
}

} // namespace

/// The weights of a group add up to the points printed behind its label. Breaks it: 产出指标（50分） over weights
/// of 40. Satisfies it: over weights of 50.
void check_group_weight_mismatch(FormCheck& form) {
  auto const& rows = form.form.indicators;
  std::set<std::string> done;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].group_weight || !rows[i].level1 || !done.insert(*rows[i].level1).second)
      continue;
    auto const sum = sum_of_group(form.form, *rows[i].level1);
    if (sum.count == 0 || !sum.complete || form.lost("indicators"))
      continue;
    form.judged();
    bool const other_group = same(*rows[i].group_weight, sum_of_group(form.form, rows[i].level2.value_or("")).points) ||
                             same(*rows[i].group_weight, sum_of_run(rows, i));
    if (auto const printed = rounded(sum.points, sum.points.scale);
        printed && !same(sum.points, *rows[i].group_weight) && !other_group)
      form.report_indicator(
          i, "level1",
          {{"group", *rows[i].level1}, {"weight", to_string(*rows[i].group_weight)}, {"sum", to_string(*printed)}});
  }
  form.needs("indicators/group_weight");
}

} // namespace jixiao
