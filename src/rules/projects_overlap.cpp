#include "rules/rules.hpp"

#include "rules/texts.hpp"

#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_forms_compared = 300;
constexpr std::size_t fewest_of_purpose = 5, fewest_of_goal = 6; ///< pairs of characters

struct Field {
  std::string_view name, path;
  Text const* text;
  std::size_t fewest;
};

/// Parts of one project, or the same in another year.
bool same_core(Pairs const& a, Pairs const& b) { return common(a, b) * 2 > std::min(a.size(), b.size()); }

} // namespace

/// What two projects pay for is divided between them. Breaks it: 劳务费, for wages of community workers, beside the
/// project 城市社区工作者薪酬. Satisfies it: one of them only, or the division in words.
void check_projects_overlap(DocumentCheck& document) {
  auto const& forms = document.document.forms;
  if (forms.size() < 2 || forms.size() > most_forms_compared)
    return document.needs("several forms");
  std::vector<Pairs> cores;
  for (auto const& form : forms)
    cores.push_back(pairs_of(core_of(form.project_name.value_or(""))));
  PairIndex const index(cores);
  for (std::size_t i = 0; i < forms.size(); ++i)
    for (auto const& [field, path, text, fewest] :
         {Field{"fund_purpose", "fund_purpose", &forms[i].fund_purpose, fewest_of_purpose},
          Field{"goals.annual", "goals/annual", &forms[i].goals.annual, fewest_of_goal},
          Field{"goals.expected", "goals/expected", &forms[i].goals.expected, fewest_of_goal}}) {
      if (!*text || document.garbled(i, path))
        continue;
      document.judged();
      auto const common_with_name = index.common_with(pairs_of(**text));
      for (std::size_t j = 0; j < forms.size(); ++j)
        if (auto const hits = common_with_name[j];
            i != j && hits >= fewest && hits * 5 >= cores[j].size() * 3 && !same_core(cores[i], cores[j])) {
          document.report(i, path, {{"field", field}, {"project", *forms[j].project_name}});
          break;
        }
    }
  document.needs("forms/goals");
}

} // namespace jixiao
