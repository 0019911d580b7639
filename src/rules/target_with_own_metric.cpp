#include "rules/rules.hpp"

#include "rules/texts.hpp"
#include "rules/words.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr std::size_t fewest_pairs = 2;
constexpr std::size_t shortest_words = 6; ///< bytes: two ideographs
constexpr std::array<std::string_view, 9> signs{"≥", "≤", "≧", "≦", "=", "＝", ">", "<", "＞"};

/// A sign stands behind the subject. Words (控制在486万元以内, 继续使用30年以上) only say how the number is meant.
bool has_sign(Value const& value) {
  std::string_view text = value.text;
  auto const at = text.find(*value.subject);
  if (at == text.npos)
    return false;
  text.remove_prefix(at + value.subject->size());
  text = trim(text);
  return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

/// A unit such as %的区参与 says of what the share is.
bool has_words_in_unit(Value const& value) {
  return value.unit && value.unit->starts_with('%') && bare(*value.unit).size() >= shortest_words;
}

} // namespace

/// The name of an indicator says what its target measures; a metric of its own belongs into the name.
/// Breaks it: 提升调研效能 with the target 前瞻性研究≥9次. Satisfies it: 前瞻性研究次数 ≥9次.
void check_target_with_own_metric(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target)
      continue;
    form.judged();
    if (has_words_in_unit(*indicator.target) && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"target", indicator.target->text}, {"name", *indicator.level3}});
    if (!indicator.target->subject || !has_sign(*indicator.target))
      continue;
    auto const subject = bare(*indicator.target->subject);
    auto const pairs = pairs_of(subject);
    if (pairs.size() >= fewest_pairs && common(pairs, pairs_of(*indicator.level3)) * 2 < pairs.size() &&
        !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"target", indicator.target->text}, {"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target");
}

} // namespace jixiao
