#include "rules/rules.hpp"

#include "rules/texts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_forms = 300;
constexpr std::size_t fewest_words = 20; ///< pairs of characters in a form
constexpr std::size_t fewest_common_words = 3;

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

using Counts = std::map<std::uint64_t, std::size_t>;

/// In how many contents each pair is.
Counts counts_of(std::vector<Pairs> const& contents) {
  Counts out;
  for (auto const& content : contents)
    for (auto const pair : content)
      ++out[pair];
  return out;
}

/// The pairs of a name that at most half of the forms besides `own` have.
Pairs telling_pairs(Pairs const& core, Counts const& counts, Pairs const& own, std::size_t forms) {
  Pairs out;
  for (auto const pair : core) {
    auto const found = counts.find(pair);
    auto const others = (found == counts.end() ? 0 : found->second) - (std::ranges::binary_search(own, pair) ? 1 : 0);
    if (others * 2 <= forms - 1)
      out.push_back(pair);
  }
  return out;
}

/// Half of the indicators at least stand in the other form as well.
bool shares_indicators(Form const& form, Form const& other) {
  auto const stands_there = [&](Indicator const& row) {
    return row.level3 && std::ranges::find(other.indicators, row.level3, &Indicator::level3) != other.indicators.end();
  };
  auto const count = std::ranges::count_if(form.indicators, stands_there);
  return count > 0 && count * 2 >= static_cast<std::ptrdiff_t>(form.indicators.size());
}

/// A third of the indicators at least speak of what the other project is called.
bool measures(Form const& form, Pairs const& core) {
  auto const count = std::ranges::count_if(
      form.indicators, [&](Indicator const& row) { return row.level3 && common(pairs_of(*row.level3), core) > 0; });
  return count * 3 >= static_cast<std::ptrdiff_t>(form.indicators.size());
}

} // namespace

/// Goal and indicators are about the project that the form names. Judged by what sets projects apart: pairs of
/// characters that few forms of the document share. A name that says nothing (V644) is not judged. Breaks it:
/// 信息化建设项目 with the goal and indicators of a project of volunteers. Satisfies it: a goal that speaks of systems.
void check_name_goal_mismatch(DocumentCheck& document) {
  auto const& forms = document.document.forms;
  if (forms.size() < 2 || forms.size() > most_forms)
    return document.needs("forms/project_name of several forms");
  auto const cores = cores_of(forms), contents = contents_of(forms);
  auto const counts = counts_of(contents);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto const telling = [&](std::size_t form) {
      return telling_pairs(cores[form], counts, contents[i], forms.size());
    };
    auto const own = telling(i);
    if (own.empty() || is_general_name(*forms[i].project_name) || contents[i].size() < fewest_words ||
        document.garbled(i, "goals/annual") || document.garbled(i, "goals/expected"))
      continue;
    document.judged();
    if (common(own, contents[i]) > 0)
      continue;
    auto best = i;
    std::size_t most = fewest_common_words - 1;
    for (std::size_t other = 0; other < forms.size(); ++other) {
      if (other == i || common(cores[other], contents[i]) <= most)
        continue;
      auto const name = telling(other);
      auto const hits = common(name, contents[i]);
      if (hits > most && hits * 2 > name.size() &&
          (measures(forms[i], name) || shares_indicators(forms[i], forms[other]))) {
        best = other;
        most = hits;
      }
    }
    if (best != i)
      document.report(i, "project_name", {{"name", *forms[i].project_name}, {"value", *forms[best].project_name}});
  }
  document.needs("forms/project_name");
}

} // namespace jixiao
