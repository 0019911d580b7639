#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// A missed target asks for the reason and a remedy, beside it or below the table (财预〔2020〕10号, form of the annex:
/// 偏差原因分析及改进措施). Breaks it: ≥900辆, 880辆 and nothing beside. Satisfies it: the same with
/// 部分车辆报废，已补购.
void check_missed_without_reason(FormCheck& form) {
  bool const told = has_reason_below(form.form);
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = fulfilment(indicator);
    if (!result)
      continue;
    form.judged();
    bool const missed = result->result == Fulfilment::Result::missed;
    if (missed && !told && !is_reason(indicator.remark) && !form.lost(i, "remark"))
      form.report_indicator(i, "remark", {{"target", indicator.target->text}, {"actual", indicator.actual->text}});
  }
  form.needs("indicators/target or actual");
}

} // namespace jixiao
