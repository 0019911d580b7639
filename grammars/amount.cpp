#include "grammars/amount.hpp"

#include "grammars/chinese_number.hpp"
#include "grammars/number.hpp"
#include "grammars/x3_support.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

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

auto const currency = (x3::lit("￥") | "¥" | "人民币" | "RMB" | "CNY") >> -(x3::lit(':') | "：");
auto const amount = x3::rule<struct amount_, Amount>{"amount"} =
    -currency >> via<match_number> >> -((open_bracket >> unit_behind >> close_bracket) | unit_behind) >>
    -x3::lit("人民币");

auto const amount_minus = x3::lit('-') | "－" | "−";
auto const negative = x3::rule<struct negative_, Amount>{"negative amount"} =
    (open_bracket >> amount >> close_bracket) | (amount_minus >> &currency >> amount);
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
