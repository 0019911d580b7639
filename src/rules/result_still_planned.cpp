#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 6> of_plans{"预计", "计划一年", "拟于", "拟开展", "将于", "力争"};

/// The first of the words that stands in the text; empty when none does.
std::string_view plan_word(std::string_view text) {
  auto const found =
      std::ranges::find_if(of_plans, [&](std::string_view word) { return text.find(word) != text.npos; });
  return found == of_plans.end() ? std::string_view() : *found;
}

} // namespace

/// What was reached is told as reached; words of plans that stand in the expected goal as well were copied with it.
/// Breaks it: 预计全年宣传推广100万人次, of the plan and of the result. Satisfies it: 全年宣传推广112万人次.
void check_result_still_planned(FormCheck& form) {
  auto const& goals = form.form.goals;
  if (!goals.actual || !goals.expected || form.garbled("goals/actual"))
    return form.needs("goals/actual");
  form.judged();
  auto const word = plan_word(*goals.actual);
  if (!word.empty() && goals.expected->find(word) != std::string::npos)
    form.report("goals/actual", {{"text", word}});
}

} // namespace jixiao
