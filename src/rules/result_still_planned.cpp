#include "rules/rules.hpp"

#include "rules/texts.hpp"

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

/// 预计一年内宣传推广达到100万人次: a part of the text that begins as a plan of the year and has its figure.
std::string_view planned_part(std::string_view text) {
  constexpr std::array<std::string_view, 5> starts{"预计一年", "预计全年", "预计年内", "计划一年", "计划全年"};
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (auto const clause : clauses_of(text))
    if (std::ranges::any_of(starts, [&](std::string_view start) { return clause.starts_with(start); }) &&
        std::ranges::any_of(clause, is_digit))
      return clause;
  return {};
}

} // namespace

/// What was reached is told as reached; words of plans that stand in the expected goal as well were copied with it, and
/// so was what begins as a plan of the year.
/// Breaks it: 预计全年宣传推广100万人次, of the plan and of the result. Satisfies it: 全年宣传推广112万人次.
void check_result_still_planned(FormCheck& form) {
  auto const& goals = form.form.goals;
  if (!goals.actual || !goals.expected || form.garbled("goals/actual"))
    return form.needs("goals/actual");
  form.judged();
  auto word = plan_word(*goals.actual);
  if (word.empty() || goals.expected->find(word) == std::string::npos)
    word = planned_part(*goals.actual);
  if (!word.empty())
    form.report("goals/actual", {{"text", word}});
}

} // namespace jixiao
