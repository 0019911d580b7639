#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>
#include <utility>

namespace jixiao {

namespace {

constexpr std::size_t longest_instruction = 120; ///< bytes
constexpr std::array<std::string_view, 7> instruction_words{"字以内",   "字以上",   "请填写",  "请简要",
                                                            "填写说明", "如实填写", "此处填写"};

bool is_instruction(std::string_view text) {
  return text.size() <= longest_instruction && contains_any(text, instruction_words);
}

} // namespace

/// The instruction of the template gives way to a goal.
/// Breaks it: (100字以内). Satisfies it: 全年检修供水管网。
void check_goal_instruction(FormCheck& form) {
  bool any = false;
  for (auto const& [field, text] :
       {std::pair("goals/project", &form.form.goals.project), std::pair("goals/annual", &form.form.goals.annual),
        std::pair("goals/expected", &form.form.goals.expected), std::pair("goals/actual", &form.form.goals.actual)})
    if (*text) {
      any = true;
      if (is_instruction(**text))
        form.report(field, {{"text", **text}});
    }
  if (!any)
    return form.needs("goals");
  form.judged();
}

} // namespace jixiao
