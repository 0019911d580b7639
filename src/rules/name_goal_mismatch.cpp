#include "rules/rules.hpp"

#include "rules/texts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_forms = 300;
constexpr std::size_t fewest_words = 20; ///< pairs of characters in a form
constexpr std::size_t fewest_common = 3;

std::vector<Pairs> cores_of(std::vector<Form> const& forms) {
  std::vector<Pairs> out;
  for (auto const& form : forms)
    out.push_back(pairs_of(core_of(form.project_name.value_or(""))));
  return out;
}

/// All that the forms say beside their names.
std::vector<Pairs> contents_of(std::vector<Form> const& forms) {
  std::vector<Pairs> out;
  for (auto const& form : forms) {
    std::string text;
    for (auto const* part :
         {&form.goals.annual, &form.goals.expected, &form.goals.actual, &form.goals.project, &form.fund_purpose})
      text.append(part->value_or("")).append("|");
    for (auto const& row : form.indicators)
      text.append(row.level3.value_or("")).append("|").append(row.target ? row.target->text : "").append("|");
    out.push_back(pairs_of(text));
  }
  return out;
}

Pairs shared_by_many(std::vector<Pairs> const& contents) {
  std::map<std::uint64_t, std::size_t> counts;
  for (auto const& content : contents)
    for (auto const pair : content)
      ++counts[pair];
  Pairs out;
  for (auto const& [pair, count] : counts)
    if (count * 2 > contents.size())
      out.push_back(pair);
  return out;
}

/// The other form whose name has most of its telling pairs in a content; `own` where there is none.
std::size_t best_fit(std::size_t own, std::vector<Pairs> const& cores, Pairs const& content, Pairs const& common_ones) {
  auto best = own;
  std::size_t most = fewest_common - 1;
  for (std::size_t i = 0; i < cores.size(); ++i) {
    Pairs telling;
    std::ranges::set_difference(cores[i], common_ones, std::back_inserter(telling));
    auto const hits = common(telling, content);
    if (i != own && hits > most && hits * 2 > telling.size()) {
      best = i;
      most = hits;
    }
  }
  return best;
}

/// A third of the indicators at least speak of what the other project is called.
bool measures(Form const& form, Pairs const& core) {
  auto const count = std::ranges::count_if(
      form.indicators, [&](Indicator const& row) { return row.level3 && common(pairs_of(*row.level3), core) >= 2; });
  return count * 3 >= static_cast<std::ptrdiff_t>(form.indicators.size());
}

} // namespace

/// Goal and indicators are about the project that the form names. Judged by what sets projects apart: pairs of
/// characters that few forms of the document share. Breaks it: 信息化建设项目 with the goal and indicators of a project
/// of volunteers. Satisfies it: a goal that speaks of systems.
void check_name_goal_mismatch(DocumentCheck& document) {
  auto const& forms = document.document.forms;
  if (forms.size() < 2 || forms.size() > most_forms)
    return document.needs("forms/project_name of several forms");
  auto const cores = cores_of(forms);
  auto const contents = contents_of(forms);
  auto const common_ones = shared_by_many(contents);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (cores[i].empty() || contents[i].size() < fewest_words)
      continue;
    document.judged();
    if (common(cores[i], contents[i]) > 0 || document.garbled(i, "goals/annual") ||
        document.garbled(i, "goals/expected"))
      continue;
    auto const best = best_fit(i, cores, contents[i], common_ones);
    if (best != i && measures(forms[i], cores[best]))
      document.report(i, "project_name", {{"name", *forms[i].project_name}, {"value", *forms[best].project_name}});
  }
  document.needs("forms/project_name");
}

} // namespace jixiao
