#include "rules/rules.hpp"

#include "rules/exact.hpp"

namespace jixiao {

/// Nobody earns less than nothing.
/// Breaks it: 得分 -2. Satisfies it: 得分 0.
void check_score_negative(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i)
    if (auto const& score = form.form.indicators[i].score) {
      form.judged();
      if (less(*score, 0))
        form.report_indicator(i, "score", {{"score", to_string(*score)}});
    }
  form.needs("indicators/score");
}

} // namespace jixiao
