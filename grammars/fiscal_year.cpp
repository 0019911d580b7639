#include "grammars/fiscal_year.hpp"

#include "grammars/x3_support.hpp"

#include <boost/spirit/home/x3/directive/repeat.hpp>
#include <boost/spirit/home/x3/string/symbols.hpp>

#include <array>
#include <string>

namespace jixiao::grammars {
namespace {

// Word parts the digits of a title by blanks, and some offices write them: (2 0 2 3年度), 二〇二三年度.
struct YearDigits : x3::symbols<int> {
  YearDigits() {
    constexpr std::array wide = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    constexpr std::array chinese = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (int value = 0; value < 10; ++value)
      add(std::to_string(value), value)(wide[static_cast<std::size_t>(value)],
                                        value)(chinese[static_cast<std::size_t>(value)], value);
    add("零", 0)("○", 0);
  }
} const year_digit;

auto const four_digits = slice[x3::omit[x3::repeat(4)[year_digit]]];
auto const bracketed_year = open_bracket >> four_digits >> close_bracket;
auto const month_of_part = x3::repeat(1, 2)[x3::digit];
auto const part_of_year = "上半年" | (month_of_part >> -x3::lit("月") >>
                                      +(x3::lit("-") | "—" | "–" | "至" | "到" | "~") >> month_of_part >> "月");
auto const part_year = open_bracket >> four_digits >> "年" >> x3::omit[part_of_year] >> close_bracket;
auto const fiscal_year = x3::rule<struct fiscal_year_, Slice>{"fiscal year"} =
    part_year | ((bracketed_year | (-open_bracket >> (bracketed_year | four_digits))) >> (x3::lit("年度") | "年") >>
                 -close_bracket);

int year_of(std::string_view digits) {
  int value = 0;
  x3::phrase_parse(digits.begin(), digits.end(),
                   *year_digit[([&](auto const& context) { value = value * 10 + x3::_attr(context); })], space);
  return value;
}

bool is_year(int value) { return value >= 1990 && value <= 2099; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The year that begins at `text`, with the characters it takes; "年" has to follow.
Match<int> leading_year(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end]))
    ++end;
  if (end != 4)
    return {};
  int const value = to_int(text.substr(0, end));
  auto rest = text.substr(end);
  while (rest.starts_with(' ') || rest.starts_with(')'))
    rest.remove_prefix(1);
  if (!is_year(value) || !rest.starts_with("年"))
    return {};
  return matched(value, text.size() - rest.size());
}

} // namespace

Match<int> find_fiscal_year(std::string_view title) {
  Match<int> found;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (!is_digit(title[i]) || (i > 0 && is_digit(title[i - 1])))
      continue;
    auto const year = leading_year(title.substr(i));
    if (!year)
      continue;
    if (found && *found != *year)
      return {};
    found = matched(*year, i + year.length);
  }
  return found;
}

Match<int> match_fiscal_year(std::string_view text) {
  Slice printed;
  if (!read_whole(text, fiscal_year, printed))
    return {};
  int const value = year_of(printed.text);
  if (is_year(value))
    return matched(value, text.size());
  return malformed<int>(static_cast<std::size_t>(printed.text.data() - text.data()));
}

} // namespace jixiao::grammars
