#include "rules/rules.hpp"

#include "rules/times.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

constexpr std::string_view digits = "0123456789";

/// The years printed as 2025年度: those that work is planned by. Other years tell of the past.
std::vector<int> years_of_work(std::string_view text) {
  std::vector<int> out;
  for (auto at = text.find("年度"); at != text.npos; at = text.find("年度", at + 1)) {
    auto const from = at < 4 ? at : at - 4;
    auto const year = text.substr(from, at - from);
    bool const four = year.size() == 4 && year.find_first_not_of(digits) == year.npos && year.starts_with("20");
    if (four && (from == 0 || digits.find(text[from - 1]) == digits.npos))
      out.push_back(std::stoi(std::string(year)));
  }
  return out;
}

} // namespace

/// The year that a goal is for lies in the form's fiscal year, or in the years of its project; another was carried over
/// from an older form. Breaks it: 完成2025年度课题 in a form of 2024. Satisfies it: 完成2024年度课题.
void check_goal_year_differs(FormCheck& form) {
  if (!form.form.fiscal_year)
    return form.needs("fiscal_year");
  auto const first = std::min(*form.form.fiscal_year, year_of(form.form.start_date).value_or(*form.form.fiscal_year));
  auto const last = std::max(*form.form.fiscal_year, year_of(form.form.end_date).value_or(*form.form.fiscal_year));
  auto const& goals = form.form.goals;
  for (auto const& [field, text] :
       {std::pair("goals/annual", &goals.annual), std::pair("goals/expected", &goals.expected),
        std::pair("goals/actual", &goals.actual)}) {
    if (!*text)
      continue;
    form.judged();
    for (auto const year : years_of_work(bare(**text)))
      if ((year < first || year > last) && !form.garbled(field)) {
        form.report(field, {{"year", year}, {"fiscal_year", *form.form.fiscal_year}});
        break;
      }
  }
  form.needs("goals");
}

} // namespace jixiao
