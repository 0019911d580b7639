#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::string_view vague[] = {"及时", "合理", "优",   "好",   "高",   "长期",
                                      "持续", "较高", "显著", "按时", "规范", "满意"};

bool is_vague(std::string_view text) {
  auto const words = bare(text);
  return !words.empty() && (std::ranges::find(vague, words) != std::end(vague) || without_praise(words).empty());
}

} // namespace

/// A target in words names a standard by which it can be judged (财预〔2015〕88号: 细化量化; what cannot be quantified
/// is described so that it can be measured). Many offices do without: an opinion, off unless a profile asks for it.
/// Breaks it: 显著提升. Satisfies it: 通过省级验收.
void check_vague_target(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!target || target->kind != ValueKind::qualitative)
      continue;
    form.judged();
    if (is_vague(target->text) && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"target", target->text}});
  }
  form.needs("indicators/target in words");
}

} // namespace jixiao
