#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace jixiao {

namespace {

constexpr std::size_t fewest_regions = 2;
constexpr std::array<std::string_view, 4> whole_words{"合计", "总计", "总目标", "全省"};

struct Regions {
  std::optional<Decimal> whole;
  Text unit;
  Exact sum;
  std::size_t count = 0;
  bool addable = true;
};

bool is_countable(Value const& value) {
  return value.number && !value.upper && value.unit && !is_percent(*value.unit) &&
         (value.op == Comparator::none || value.op == Comparator::equal || value.op == Comparator::at_least);
}

Regions regions_of(Indicator const& row) {
  Regions out;
  if (row.target && is_countable(*row.target))
    out.whole = row.target->number, out.unit = row.target->unit;
  for (auto const& one : row.targets) {
    if (one.by != "region")
      continue;
    if (!is_countable(one.value)) {
      out.addable = false;
    } else if (contains_any(one.of, whole_words)) {
      out.whole = one.value.number, out.unit = one.value.unit;
    } else {
      out.sum = out.sum + *one.value.number;
      ++out.count;
      out.addable = out.addable && (!out.unit || relation(out.unit, one.value.unit) == UnitRelation::same);
      out.unit = one.value.unit;
    }
  }
  return out;
}

} // namespace

/// The targets of the places add up to that of all of them together, where they count things; shares are never summed
/// (湖北省: absolute values are summed). Breaks it: 合计 30公里 over 12公里 and 15公里. Satisfies it: 12公里 and
/// 18公里.
void check_region_sum_mismatch(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const regions = regions_of(row);
    if (!regions.whole || regions.count < fewest_regions || !regions.addable || row.level2 != "数量指标")
      continue;
    form.judged();
    auto const sum = rounded(regions.sum, regions.sum.scale);
    if (sum && apart(*regions.whole, regions.sum, last_digit(*regions.whole)))
      form.report_indicator(i, "targets",
                            {{"name", row.level3.value_or("")},
                             {"total", to_string(*regions.whole) + regions.unit.value_or("")},
                             {"sum", to_string(*sum) + regions.unit.value_or("")}});
  }
  form.needs("indicators with targets of regions");
}

} // namespace jixiao
