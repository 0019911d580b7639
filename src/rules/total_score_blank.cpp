#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/points.hpp"

#include <algorithm>

namespace jixiao {

/// A form that has scores has their sum, as the other forms of the document do. Breaks it: 总分 blank. Satisfies
/// it: 93.39.
void check_total_score_blank(FormCheck& form) {
  auto const& in = form.form;
  bool const scored = std::ranges::any_of(in.indicators, [](Indicator const& one) { return one.score.has_value(); });
  bool const others = scored && (in.total_score || std::ranges::any_of(form.document.forms, [&](Form const& other) {
                                   return other.total_score.has_value() && other.layout == in.layout;
                                 }));
  if (!others || form.lost("total_score"))
    return form.needs("total_score");
  form.judged();
  if (in.total_score)
    return;
  auto sum = sum_of(in, &Indicator::score).points;
  if (auto const* execution = find_amount(in, "year", "total", "score"))
    sum = sum + *execution->number;
  auto const printed = rounded(sum, 2);
  form.report("total_score", {{"sum", printed ? to_string(*printed) : std::string()}});
}

} // namespace jixiao
