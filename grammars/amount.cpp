#include "grammars/amount.hpp"

#include "grammars/chinese_number.hpp"
#include "grammars/number.hpp"
#include "grammars/x3_support.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <algorithm>
#include <string>

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Amount, number, unit)

namespace jixiao::grammars {
namespace {

struct NamedUnit {
  char const* name;
  AmountUnit unit;
};

constexpr NamedUnit units[] = {
    {"元", AmountUnit::yuan},
    {"万元", AmountUnit::ten_thousand_yuan},
    {"亿元", AmountUnit::hundred_million_yuan},
    {"千元", AmountUnit::thousand_yuan},
    {"百万元", AmountUnit::million_yuan},
};

// Behind a number the words may be short or closed off; in a label they may not.
constexpr NamedUnit units_behind_a_number[] = {
    {"元整", AmountUnit::yuan},
    {"万", AmountUnit::ten_thousand_yuan},
    {"万元整", AmountUnit::ten_thousand_yuan},
    {"亿", AmountUnit::hundred_million_yuan},
};

template <std::size_t count> void fill(x3::symbols<AmountUnit>& symbols, NamedUnit const (&table)[count]) {
  for (auto const& row : table)
    symbols.add(row.name, row.unit);
}

auto const unit_name = [] {
  x3::symbols<AmountUnit> symbols;
  fill(symbols, units);
  return symbols;
}();

auto const unit_behind = [] {
  x3::symbols<AmountUnit> symbols;
  fill(symbols, units);
  fill(symbols, units_behind_a_number);
  return symbols;
}();

auto const amount_minus = x3::lit('-') | "－" | "−";
auto const amount_point = x3::lit('.') | "．";
auto const apostrophe = x3::lit('\'') | "’" | "＇";
auto const three_digits = digit >> digit >> digit >> !digit;
auto const up_to_three_digits = digit >> -digit >> -digit;
auto const by_apostrophes = up_to_three_digits >> +(apostrophe >> three_digits) >> -(amount_point >> +digit);
// 120 500 may be two amounts; a fraction or a unit behind the last group says that it is one.
auto const by_blanks = up_to_three_digits >> +(+(!x3::lit('\n') >> space) >> three_digits) >>
                       ((amount_point >> +digit) | &x3::omit[*space >> -open_bracket >> unit_behind]);
auto const grouped = -amount_minus >> (by_apostrophes | by_blanks);

/// Digits in groups of three with apostrophes or blanks between: 1'000'000, 1 240.50.
Match<Decimal> match_grouped(std::string_view text) {
  char const* at = text.data();
  Slice printed;
  if (!x3::parse(at, text.data() + text.size(), slice[grouped], printed))
    return {};
  auto const length = static_cast<std::size_t>(at - text.data());
  std::string digits;
  for (char const *from = text.data(), *const last = at; from != last;) {
    auto const next = from + space_length(from, last);
    char const* behind = next;
    if (next != from || x3::parse(behind, last, apostrophe))
      from = std::max(next, behind);
    else
      digits += *from++;
  }
  auto const number = match_number(digits);
  return number && number.length == digits.size() ? matched(*number, length) : Match<Decimal>{};
}

auto const currency = (x3::lit("￥") | "¥" | "人民币" | "RMB" | "CNY") >> -(x3::lit(':') | "：");
auto const amount = x3::rule<struct amount_, Amount>{"amount"} = -currency >>
                                                                 (via<match_grouped> | via<match_number>) >>
                                                                 -((open_bracket >> unit_behind >> close_bracket) |
                                                                   unit_behind) >>
                                                                 -x3::lit("人民币");

auto const negative = x3::rule<struct negative_, Amount>{"negative amount"} =
    (open_bracket >> amount >> close_bracket) | (amount_minus >> &currency >> amount) | (amount >> amount_minus);
auto const nothing = currency >> +(amount_minus | "—" | "–");

auto const colon = x3::lit(':') | "：";
auto const declared = -x3::lit("人民币") >> unit_name;
auto const after_unit = x3::eoi | space | x3::lit(',') | "，" | "；" | ';' | close_bracket;
auto const noted = x3::rule<struct noted_, AmountUnit>{"amount unit"} =
    (open_bracket >> -(x3::lit("单位") >> -colon) >> declared >> close_bracket) |
    (x3::lit("单位") >> colon >> declared >> &x3::lexeme[x3::no_skip[after_unit]]);
auto const whole_unit = x3::rule<struct whole_unit_, AmountUnit>{"amount unit"} = declared >> x3::eoi;
auto const anywhere = x3::rule<struct anywhere_, AmountUnit>{"amount unit"} = x3::omit[*(!noted >> character)] >> noted;

/// Why a cell is no amount: it begins as one and is broken, or it is something else.
Match<Amount> broken_or_other(std::string_view text) {
  x3::unused_type nothing;
  auto const number = trim(text.substr(read_prefix(text, currency, nothing)));
  auto const start = static_cast<std::size_t>(number.data() - text.data());
  auto const result = match_number(number);
  if (result.state == MatchState::malformed)
    return malformed<Amount>(start + result.length);
  auto const second = trim(number.substr(result.length));
  auto const offset = static_cast<std::size_t>(second.data() - text.data());
  bool const two_numbers = result && offset > start + result.length && match_number(second);
  return two_numbers ? malformed<Amount>(offset) : Match<Amount>{};
}

/// The number of a cell that is too narrow for it, put together: its first line ends where no number does, behind a
/// point or comma or within a group. Empty for other texts.
std::string closed_over_lines(std::string_view text) {
  auto const line_end = text.find('\n');
  if (line_end == text.npos || text.find('\n', line_end + 1) != text.npos)
    return {};
  x3::unused_type unused;
  auto const first = trim(text.substr(0, line_end));
  auto const number = trim(first.substr(read_prefix(first, currency, unused)));
  auto const result = match_number(number);
  auto const behind = number.substr(result ? result.length : 0);
  bool const is_cut = result.state == MatchState::malformed || behind == "." || behind == ",";
  return is_cut ? std::string(first).append(trim(text.substr(line_end + 1))) : std::string();
}

/// The whole text as capitals.
std::optional<Decimal> capital_amount(std::string_view text) {
  x3::unused_type unused;
  auto const capitals = trim(text.substr(read_prefix(text, currency, unused)));
  auto const result = match_capitals(capitals);
  return result && result.length == capitals.size() ? std::optional(*result) : std::nullopt;
}

/// Powers of ten that a unit stands for.
int power_of(AmountUnit unit) {
  switch (unit) {
  case AmountUnit::thousand_yuan:
    return 3;
  case AmountUnit::ten_thousand_yuan:
    return 4;
  case AmountUnit::million_yuan:
    return 6;
  case AmountUnit::hundred_million_yuan:
    return 8;
  default:
    return 0;
  }
}

} // namespace

std::optional<Decimal> in_unit(Amount const& amount, AmountUnit unit) {
  if (amount.unit == AmountUnit::none || unit == AmountUnit::none)
    return std::nullopt;
  return times_power_of_ten(amount.number, power_of(amount.unit) - power_of(unit));
}

Match<Amount> match_amount(std::string_view text) {
  // Most amounts are digits with their commas and point alone.
  if (!text.empty() && text.front() >= '0' && text.front() <= '9' &&
      text.find_first_not_of("0123456789,.") == std::string_view::npos)
    if (auto const number = match_number(text); number && number.length == text.size())
      return matched(Amount{*number, AmountUnit::none}, text.size());
  Amount value;
  x3::unused_type unused;
  if (read_whole(text, negative, value) && value.number.coefficient >= 0) {
    value.number.coefficient = -value.number.coefficient;
    return matched(value, text.size());
  }
  if (read_whole(text, nothing, unused))
    return matched(Amount{}, text.size());
  if (auto const capitals = capital_amount(text))
    return matched(Amount{*capitals, AmountUnit::yuan}, text.size());
  value = {};
  if (read_whole(text, amount, value))
    return matched(value, text.size());
  if (auto const closed = closed_over_lines(text); !closed.empty()) {
    value = {};
    if (read_whole(closed, amount, value))
      return matched(value, text.size());
  }
  return broken_or_other(text);
}

Match<AmountUnit> match_amount_unit(std::string_view text) {
  AmountUnit unit{};
  if (read_whole(text, whole_unit, unit))
    return matched(unit, text.size());
  if (auto const length = read_prefix(text, anywhere, unit))
    return matched(unit, length);
  return {};
}

} // namespace jixiao::grammars
