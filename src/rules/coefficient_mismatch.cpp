#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {

namespace {

/// The number under 得分系数(%).
std::optional<Decimal> coefficient_of(Indicator const& row) {
  auto const found = std::ranges::find_if(
      row.other, [](Labelled const& one) { return one.label.back().find("得分系数") != std::string::npos; });
  if (found == row.other.end())
    return std::nullopt;
  std::string_view text = found->text;
  if (text.ends_with('%'))
    text.remove_suffix(1);
  return parse_decimal(text);
}

} // namespace

/// Where a form prints a coefficient (重庆市), the score is coefficient × weight. Breaks it: 得分系数 80, 权重 10, 得分
/// 9.5. Satisfies it: 得分 8.
void check_coefficient_mismatch(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const coefficient = coefficient_of(row);
    if (!coefficient || !row.weight || !row.score)
      continue;
    form.judged();
    Proportion const points{Exact(*coefficient) * *row.weight, 100};
    if (near_enough(*row.score, points, form.profile.strict, form.profile.strict))
      continue;
    auto const expected = quotient(points.numerator, 100, 2);
    form.report_indicator(i, "score",
                          {{"name", row.level3.value_or("")},
                           {"score", to_string(*row.score)},
                           {"coefficient", to_string(*coefficient)},
                           {"weight", to_string(*row.weight)},
                           {"expected", expected ? to_string(*expected) : std::string()}});
  }
  form.needs("indicators with a coefficient");
}

} // namespace jixiao
