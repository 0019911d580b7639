#include "rules/rules.hpp"

#include "rules/texts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
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

using Counts = std::unordered_map<std::uint64_t, std::size_t>;

/// In how many contents each pair is.
Counts counts_of(std::vector<Pairs> const& contents) {
  Counts out;
  for (auto const& content : contents)
    for (auto const pair : content)
      ++out[pair];
  return out;
}

/// The pairs of a name, and in how many contents each is.
struct ProjectName {
  Pairs const* pairs = nullptr;
  std::vector<std::size_t> contents;
};

std::vector<ProjectName> project_names(std::vector<Pairs> const& cores, Counts const& counts) {
  std::vector<ProjectName> out;
  for (auto const& core : cores) {
    auto& name = out.emplace_back(ProjectName{&core, {}});
    for (auto const pair : core)
      name.contents.push_back(counts.contains(pair) ? counts.at(pair) : 0);
  }
  return out;
}

/// At most half of the forms besides `own` have the pair.
bool tells(ProjectName const& name, std::size_t pair, Pairs const& own, std::size_t forms) {
  auto const having = name.contents[pair], most = (forms - 1) / 2;
  return having <= most || (having - 1 <= most && std::ranges::binary_search(own, (*name.pairs)[pair]));
}

Pairs telling_pairs(ProjectName const& name, Pairs const& own, std::size_t forms) {
  Pairs out;
  for (std::size_t i = 0; i < name.pairs->size(); ++i)
    if (tells(name, i, own, forms))
      out.push_back((*name.pairs)[i]);
  return out;
}

/// Pairs of a content that at most half of the other forms have: those that tell in whatever name they stand.
Pairs telling_pairs(Pairs const& content, Counts const& counts, std::size_t forms) {
  Pairs out;
  for (auto const pair : content)
    if (counts.at(pair) - 1 <= (forms - 1) / 2)
      out.push_back(pair);
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
  auto const names = project_names(cores, counts);
  PairIndex const index(cores);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto const own = telling_pairs(names[i], contents[i], forms.size());
    if (own.empty() || is_general_name(*forms[i].project_name) || contents[i].size() < fewest_words ||
        document.garbled(i, "goals/annual") || document.garbled(i, "goals/expected"))
      continue;
    document.judged();
    if (common(own, contents[i]) > 0)
      continue;
    auto const hits_of_name = index.common_with(telling_pairs(contents[i], counts, forms.size()));
    auto best = i;
    std::size_t most = fewest_common_words - 1;
    for (std::size_t other = 0; other < forms.size(); ++other) {
      auto const hits = hits_of_name[other];
      if (other == i || hits <= most)
        continue;
      auto const telling = telling_pairs(names[other], contents[i], forms.size());
      if (hits * 2 > telling.size() && (measures(forms[i], telling) || shares_indicators(forms[i], forms[other]))) {
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
