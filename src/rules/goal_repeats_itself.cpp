#include "rules/rules.hpp"

#include "rules/texts.hpp"
#include "rules/words.hpp"

#include <set>
#include <string>
#include <utility>

namespace jixiao {

namespace {

constexpr std::size_t shortest_repeated = 39; ///< bytes: thirteen ideographs

/// The first clause of some length that stands in the text for the second time; empty when there is none.
std::string_view second_time(std::string_view text) {
  std::set<std::string> seen;
  for (auto const clause : clauses_of(text))
    if (auto words = bare(clause); words.size() >= shortest_repeated && !seen.insert(std::move(words)).second)
      return clause;
  return {};
}

} // namespace

/// A goal says each thing once: a sentence that stands in it twice was pasted together from several papers.
/// Breaks it: 推进垃圾分类志愿服务提质增效 at its beginning and again in the middle. Satisfies it: once.
void check_goal_repeats_itself(FormCheck& form) {
  auto const& goals = form.form.goals;
  for (auto const& [field, text] :
       {std::pair("goals/project", &goals.project), std::pair("goals/annual", &goals.annual),
        std::pair("goals/expected", &goals.expected), std::pair("goals/actual", &goals.actual)}) {
    if (!*text || form.garbled(field))
      continue;
    form.judged();
    if (auto const clause = second_time(**text); !clause.empty())
      form.report(field, {{"text", clause}});
  }
  form.needs("goals");
}

} // namespace jixiao
