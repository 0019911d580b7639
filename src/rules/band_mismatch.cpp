#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/results.hpp"

#include <algorithm>

namespace jixiao {

/// A qualitative result earns points of its band: 达成 100 to 80 % of the weight, 部分达成 80 to 60 %, 未达成 below
/// (财预〔2020〕10号 第十五条); in Hubei 100 to 80, 80 to 50, below. Breaks it: 部分达成预期指标 with 10 of 10 points.
/// Satisfies it: the same with 7 of 10.
void check_band_mismatch(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = result_of(indicator);
    if (result.empty() || !indicator.weight || !indicator.score || less(*indicator.score, 0) ||
        !positive(*indicator.weight) || less(*indicator.weight, *indicator.score))
      continue;
    auto const band = std::ranges::find(form.profile.bands, result, &ScoreBand::result);
    if (band == form.profile.bands.end())
      continue;
    form.judged();
    auto const points = Exact(100) * *indicator.score;
    if (less(points, Exact(band->low) * *indicator.weight) || less(Exact(band->high) * *indicator.weight, points))
      form.report_indicator(i, "score",
                            {{"actual", indicator.actual->text},
                             {"score", to_string(*indicator.score)},
                             {"weight", to_string(*indicator.weight)},
                             {"low", to_string(band->low)},
                             {"high", to_string(band->high)}});
  }
  form.needs("indicators/actual in words, weight or score");
}

} // namespace jixiao
