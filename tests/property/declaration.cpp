#include "tests/property/declaration.hpp"

#include "tests/property/vocabulary.hpp"

#include <algorithm>

namespace jixiao::property {

namespace {

std::string money(std::size_t cents) {
  auto const rest = std::to_string(100 + cents % 100).substr(1);
  return std::to_string(cents / 100) + "." + rest;
}

/// A total and `parts` amounts that add up to it.
std::vector<std::string> invent_funds(Random& random, std::size_t parts) {
  std::size_t total = 0;
  std::vector<std::string> amounts;
  for (std::size_t i = 0; i < parts; ++i) {
    auto const part = random.chance(30) ? 0 : random.between(1, 90'000'000);
    total += part;
    amounts.push_back(money(part));
  }
  amounts.insert(amounts.begin(), money(total));
  return amounts;
}

void invent_entries(Random& random, GroupWords const& group, std::vector<Entry>& entries) {
  std::vector<std::string_view> names(group.names.begin(), group.names.end());
  for (auto left = random.between(1, std::min<std::size_t>(3, names.size())); left > 0; --left) {
    auto const chosen = names.begin() + static_cast<std::ptrdiff_t>(random.below(names.size()));
    entries.push_back({std::string(group.level1), std::string(group.level2), std::string(*chosen),
                       std::string(random.one_of(group.values))});
    names.erase(chosen);
  }
}

/// In the tree of 2015 成本指标 is a level 2, in that of 2021 a level 1; a form keeps to one of them.
bool in_tree(GroupWords const& group, bool tree_of_2015) {
  if (group.level1 == "成本指标")
    return !tree_of_2015;
  return tree_of_2015 || group.level2 != "成本指标";
}

std::string text_of(Text const& text) { return text.value_or(""); }

std::string amount_of(Form const& form, std::string_view scope, std::string_view item) {
  for (auto const& fund : form.funds)
    if (fund.scope == scope && fund.item == item)
      return fund.number ? to_string(*fund.number) : "";
  return "";
}

} // namespace

Declaration invent_declaration(Random& random) {
  Declaration form;
  form.year = static_cast<int>(random.between(2024, 2027));
  form.project = random.one_of(project_words());
  form.nature = random.chance(50) ? "经常性项目" : "一次性项目";
  form.category = random.chance(50) ? "特定目标类" : "其他运转类";
  form.department = random.one_of(party_words());
  form.unit = random.one_of(party_words());
  form.start = std::to_string(form.year) + "-01-01";
  form.end = std::to_string(form.year) + "-12-31";
  form.amount_unit = random.chance(70) ? "元" : "万元";
  form.project_funds = invent_funds(random, 2);
  form.year_funds = invent_funds(random, 3);
  form.project_goal = random.chance(50) ? random.one_of(goal_words()) : std::string_view();
  form.annual_goal = random.one_of(goal_words());
  bool const tree_of_2015 = random.chance(25);
  for (auto const& group : group_words())
    if (in_tree(group, tree_of_2015) && random.chance(60))
      invent_entries(random, group, form.entries);
  if (form.entries.empty())
    invent_entries(random, group_words()[3], form.entries);
  return form;
}

Declaration declaration_of(Form const& form) {
  Declaration result;
  result.year = form.fiscal_year.value_or(0);
  result.project = text_of(form.project_name);
  result.nature = text_of(form.project_nature);
  result.category = text_of(form.project_category);
  result.department = form.supervising_department ? text_of(form.supervising_department->name) : "";
  result.unit = form.implementing_unit ? text_of(form.implementing_unit->name) : "";
  result.start = text_of(form.start_date);
  result.end = text_of(form.end_date);
  result.amount_unit = text_of(form.amount_unit);
  for (auto const* item : {"total", "fiscal", "other"})
    result.project_funds.push_back(amount_of(form, "project", item));
  for (auto const* item : {"total", "fiscal", "carryover", "other"})
    result.year_funds.push_back(amount_of(form, "year", item));
  result.project_goal = text_of(form.goals.project);
  result.annual_goal = text_of(form.goals.annual);
  for (auto const& indicator : form.indicators)
    result.entries.push_back({text_of(indicator.level1), text_of(indicator.level2), text_of(indicator.level3),
                              indicator.target ? indicator.target->text : ""});
  return result;
}

} // namespace jixiao::property
