#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/texts.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_numbers = 60;
constexpr std::size_t fewest_common = 2; ///< pairs of characters

struct NamedNumber {
  Exact number;
  std::string_view behind; ///< what follows: its unit and more
  std::string text;        ///< the clause, for showing
  Pairs pairs;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The numbers of a text, each with its clause; 万 is multiplied out. No years, dates and numbers of items.
std::vector<NamedNumber> numbers_in(std::string_view text) {
  std::vector<NamedNumber> out;
  for (auto const clause : clauses_of(text))
    for (std::size_t at = 0; at < clause.size() && out.size() < most_numbers;) {
      if (!is_digit(clause[at])) {
        ++at;
        continue;
      }
      auto end = at;
      while (end < clause.size() && (is_digit(clause[end]) || clause[end] == '.'))
        ++end;
      auto const number = parse_decimal(clause.substr(at, end - at));
      auto behind = clause.substr(end);
      while (behind.starts_with(' '))
        behind.remove_prefix(1);
      Exact value = number ? Exact(*number) : Exact(0);
      if (behind.starts_with("万")) {
        value = shifted(value, 4);
        behind.remove_prefix(std::strlen("万"));
      }
      if (number)
        out.push_back({value, behind, std::string(clause), pairs_of(clause)});
      at = end;
    }
  return out;
}

bool is_counted_in_goal(Indicator const& row) {
  return row.level3 && row.target && row.target->number && !row.target->upper && row.target->unit &&
         !row.target->unit->empty() && !is_percent(*row.target->unit) && !money_exponent(*row.target->unit);
}

/// How much a number has to do with a row: pairs of characters that its clause and the name have in common; 0 where
/// the units differ, or less than 45 % of the name is there.
std::size_t bond(NamedNumber const& number, Indicator const& row) {
  if (!is_counted_in_goal(row) || !number.behind.starts_with(*row.target->unit))
    return 0;
  std::string_view name = *row.level3;
  for (std::string_view const ending : {"数量", "次数", "人数", "数"})
    if (name.ends_with(ending)) {
      name.remove_suffix(ending.size());
      break;
    }
  auto const pairs = pairs_of(name);
  auto const shared = common(number.pairs, pairs);
  return shared * 20 >= pairs.size() * 9 ? shared : 0;
}

/// 100名个人、30名组织者、50个集体 are 180 that are commended: numbers in a row, this one among them, add up to the
/// target.
bool is_part_of(std::vector<NamedNumber> const& numbers, NamedNumber const& one, Exact target) {
  auto const at = static_cast<std::size_t>(&one - numbers.data());
  for (std::size_t first = 0; first <= at; ++first) {
    Exact sum;
    for (std::size_t i = first; i < numbers.size(); ++i) {
      sum = sum + numbers[i].number;
      if (i >= at && i > first && same(sum, target))
        return true;
    }
  }
  return false;
}

/// The first number that is about the row and about no other row more, where none of those is its target.
NamedNumber const* first_about(std::vector<NamedNumber> const& numbers, std::vector<Indicator> const& rows,
                               std::size_t row) {
  NamedNumber const* first = nullptr;
  Exact sum; ///< 9个小区和2个城中村 are 11
  for (auto const& number : numbers) {
    auto const own = bond(number, rows[row]);
    if (own < fewest_common || std::ranges::any_of(rows, [&](Indicator const& other) {
          return &other != &rows[row] && bond(number, other) >= own;
        }))
      continue;
    sum = sum + number.number;
    if (same(number.number, *rows[row].target->number) || same(sum, *rows[row].target->number))
      return nullptr;
    if (is_part_of(numbers, number, *rows[row].target->number))
      return nullptr;
    first = first ? first : &number;
  }
  return first;
}

} // namespace

/// A number in the goal is that of the target which measures it.
/// Breaks it: 制作宣传海报50张 over the target 宣传海报数量 ≥10(张). Satisfies it: ≥50(张).
void check_goal_number_differs(FormCheck& form) {
  auto const& rows = form.form.indicators;
  for (auto const& [field, text] :
       {std::pair("goals/annual", &form.form.goals.annual), std::pair("goals/expected", &form.form.goals.expected)}) {
    if (!*text || form.garbled(field) || form.garbled("goals"))
      continue;
    auto const numbers = numbers_in(**text);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!is_counted_in_goal(rows[i]))
        continue;
      form.judged();
      auto const* first = first_about(numbers, rows, i);
      if (first && !form.garbled(i, "target"))
        form.report_indicator(i, "target",
                              {{"text", first->text}, {"name", *rows[i].level3}, {"target", rows[i].target->text}});
    }
  }
  form.needs("goals or indicators with numbers");
}

} // namespace jixiao
