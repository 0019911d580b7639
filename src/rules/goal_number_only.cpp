#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

namespace {

bool is_number(std::string_view text) {
  auto const words = bare(text);
  return !words.empty() && std::ranges::all_of(words, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

/// A goal is a sentence; a number alone slipped in from another cell.
/// Breaks it: 43.2. Satisfies it: 完成43.2公里管网检修。
void check_goal_number_only(FormCheck& form) {
  bool any = false;
  for (auto const& [field, text] :
       {std::pair("goals/project", &form.form.goals.project), std::pair("goals/annual", &form.form.goals.annual),
        std::pair("goals/expected", &form.form.goals.expected), std::pair("goals/actual", &form.form.goals.actual)})
    if (*text) {
      any = true;
      if (is_number(**text) && !form.garbled(field))
        form.report(field, {{"text", **text}});
    }
  if (!any)
    return form.needs("goals");
  form.judged();
}

} // namespace jixiao
