#include "rules/rules.hpp"

#include "rules/texts.hpp"

namespace jixiao {

namespace {

constexpr std::size_t fewest_goal_words = 20;
constexpr std::size_t fewest_shared = 3;

} // namespace

/// The overall goals of a department name the tasks that its projects pay for. Breaks it: 招商引资专项业务费 under
/// goals that say nothing of it. Satisfies it: a goal 完成招商任务.
void check_project_without_goal(DocumentCheck& document) {
  Pairs goals;
  for (auto const& section : document.document.sections)
    if (section.heading && section.heading->find("目标") != std::string::npos && section.text)
      merge(goals, pairs_of(*section.text));
  if (goals.size() < fewest_goal_words)
    return document.needs("sections with goals");
  document.judged();
  for (auto const& form : document.document.forms) {
    if (!form.project_name)
      continue;
    auto const name = pairs_of(core_of(*form.project_name));
    auto const more = pairs_of(form.fund_purpose.value_or("") + "|" + form.goals.annual.value_or(""));
    if (!name.empty() && common(name, goals) == 0 && common(more, goals) < fewest_shared)
      document.report("sections", form.at, {{"project", *form.project_name}});
  }
}

} // namespace jixiao
