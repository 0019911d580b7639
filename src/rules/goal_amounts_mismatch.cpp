#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_listed = 60;
constexpr std::size_t longest_number = 24;
constexpr std::size_t enough_parts = 3; ///< of fewer, the rest may be left out

struct Amount {
  Decimal number;
  int exponent = 0; ///< of ten, to 元
};

bool is_part_of_amount(char c) { return c == '.' || c == ',' || (c >= '0' && c <= '9'); }

/// The number before `end`, digits grouped by commas or not.
std::optional<Decimal> number_before(std::string_view text, std::size_t end) {
  auto begin = end;
  while (begin > 0 && end - begin < longest_number && is_part_of_amount(text[begin - 1]))
    --begin;
  std::string digits(text.substr(begin, end - begin));
  std::erase(digits, ',');
  return parse_decimal(digits);
}

/// The amounts of money of a text in order.
std::vector<Amount> money_in(std::string_view text) {
  constexpr std::string_view yuan = "元";
  std::vector<Amount> out;
  for (auto at = text.find(yuan); at != text.npos && out.size() < most_listed; at = text.find(yuan, at + yuan.size())) {
    auto const before = text.substr(0, at);
    bool const per = text.substr(at + yuan.size()).starts_with("/");
    auto const unit = std::array<std::pair<std::string_view, int>, 3>{{{"万", 4}, {"亿", 8}, {"", 0}}};
    for (auto const& [word, exponent] : unit)
      if (before.ends_with(word)) {
        if (auto const number = number_before(text, at - word.size()); number && !per)
          out.push_back({*number, exponent});
        break;
      }
  }
  return out;
}

/// The total that stands before 其中, and the sum of what is listed behind it in the same sentence.
struct Listed {
  Amount total;
  Exact sum;
};

std::optional<Listed> listed_in(std::string_view sentence) {
  constexpr std::string_view of_it = "其中";
  auto const at = sentence.find(of_it);
  if (at == sentence.npos || sentence.find(of_it, at + of_it.size()) != sentence.npos)
    return std::nullopt;
  auto const before = money_in(sentence.substr(0, at)), parts = money_in(sentence.substr(at));
  if (before.empty() || parts.size() < 2)
    return std::nullopt;
  Listed out{before.back(), 0};
  for (auto const& part : parts)
    out.sum = out.sum + shifted(part.number, part.exponent);
  auto const total = shifted(out.total.number, out.total.exponent);
  auto const tolerance = shifted(last_digit(out.total.number), out.total.exponent);
  bool const over = less(total + tolerance, out.sum);
  bool const under = parts.size() >= enough_parts && less(out.sum + tolerance, total);
  return over || under ? std::optional(out) : std::nullopt;
}

std::string printed(Amount const& unit, Exact yuan) {
  auto const number = rounded(shifted(yuan, -unit.exponent), unit.exponent == 0 ? unit.number.scale : 2);
  return (number ? to_string(*number) : std::string()) + (unit.exponent == 4   ? "万元"
                                                          : unit.exponent == 8 ? "亿元"
                                                                               : "元");
}

std::optional<Listed> first_mismatch(std::string_view text) {
  constexpr std::string_view stop = "。";
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find(stop, begin), text.size());
    if (auto const listed = listed_in(text.substr(begin, end - begin)))
      return listed;
    begin = end + stop.size();
  }
  return std::nullopt;
}

} // namespace

/// Amounts that a goal lists behind 其中 make the amount before it, but for its last digit: the goal was not adjusted
/// with the budget, or an item is left out. Of two parts the rest may be meant. Practice of reviewers. Breaks it:
/// 申请预算20万元，其中补助9万元、奖励6万元、活动3万元. Satisfies it: 其中补助10万元、奖励6万元、活动4万元.
void check_goal_amounts_mismatch(FormCheck& form) {
  auto const& goals = form.form.goals;
  for (auto const& [field, text] :
       {std::pair("goals/project", &goals.project), std::pair("goals/annual", &goals.annual),
        std::pair("goals/expected", &goals.expected), std::pair("goals/actual", &goals.actual)}) {
    if (!*text || form.garbled(field) || form.garbled("goals"))
      continue;
    form.judged();
    if (auto const found = first_mismatch(**text))
      form.report(field, {{"total", printed(found->total, shifted(found->total.number, found->total.exponent))},
                          {"sum", printed(found->total, found->sum)}});
  }
  form.needs("goals");
}

} // namespace jixiao
