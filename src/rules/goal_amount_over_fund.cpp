#include "rules/rules.hpp"

#include "rules/exact.hpp"

#include <string>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

struct NamedAmount {
  std::string text;
  Exact yuan;
};

bool in_number(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }

/// Numbers with 万元 or 亿元 behind them: the money of whole projects is never printed in goals otherwise.
std::vector<NamedAmount> amounts_in(std::string_view text) {
  std::vector<NamedAmount> amounts;
  for (auto const& [unit, exponent] : {std::pair<std::string_view, int>{"万元", 4}, {"亿元", 8}})
    for (auto at = text.find(unit); at != text.npos; at = text.find(unit, at + unit.size())) {
      auto begin = at;
      while (begin > 0 && in_number(text[begin - 1]))
        --begin;
      if (auto const number = parse_decimal(text.substr(begin, at - begin)))
        amounts.push_back({std::string(text.substr(begin, at - begin + unit.size())), shifted(*number, exponent)});
    }
  return amounts;
}

} // namespace

/// An amount of money in a goal is within the funds of the form: of the year, and of the project where that is printed.
/// Breaks it: 投入500万元 under a total of 36万元. Satisfies it: 投入36万元.
void check_goal_amount_over_fund(FormCheck& form) {
  Exact most = 0;
  for (auto const& fund : form.form.funds)
    if (fund.yuan && less(most, *fund.yuan))
      most = *fund.yuan;
  if (!positive(most))
    return form.needs("funds");
  for (auto const& [field, text] :
       {std::pair("goals/project", &form.form.goals.project), std::pair("goals/annual", &form.form.goals.annual),
        std::pair("goals/expected", &form.form.goals.expected)}) {
    if (!*text)
      continue;
    form.judged();
    for (auto const& amount : amounts_in(**text))
      if (less(most, amount.yuan) && !form.garbled(field)) {
        form.report(field, {{"text", amount.text}});
        break;
      }
  }
  form.needs("goals");
}

} // namespace jixiao
