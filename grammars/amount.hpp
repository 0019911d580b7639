#pragma once

#include "grammars/match.hpp"

#include <jixiao/decimal.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao::grammars {

enum class AmountUnit : std::uint8_t {
  none,
  yuan,
  ten_thousand_yuan,
  hundred_million_yuan,
  thousand_yuan,
  million_yuan
};

struct Amount {
  Decimal number;
  AmountUnit unit = AmountUnit::none; ///< as printed behind the number: 元, 万元, 亿元
};

/// Matches a whole cell holding one amount of money.
///
///     amount   = signed | negative | nothing | capitals
///     signed   = [ "-" ] [ currency ] number [ unit | "(" unit ")" ] [ "人民币" ]
///     negative = "(" signed ")" | signed "-"                   as accountants write it, and their programs
///     nothing  = currency dash                                 as accounting formats show 0
///     capitals = [ currency ] match_capitals
///     number   = as in number.hpp, or groups of three digits with apostrophes or blanks between, which take a fraction
///                or a unit behind blanks: `1'000'000`, `1 240.50`
///     currency = "￥" | "¥" | "人民币" | "RMB" | "CNY", with a colon or not
///     unit     = "元" [ "整" ] | "千元" | "万元" | "万" | "百万元" | "亿元" | "亿"
///
/// `20,415,086.37` is 20415086.37 without a unit; `￥5,000.00万元` is 5000.00 ten_thousand_yuan, `(20.00)` is -20.00,
/// `¥ -` is 0 and `肆拾捌万元整` 480000 yuan. A number whose first line ends behind its point or within a group goes on
/// in the next line. `12,34` is malformed at its comma, `5000 6000` at its second number; `—` and `10家` do not match.
Match<Amount> match_amount(std::string_view text);

/// An amount in another unit: `48万元` in yuan is 480000. Nothing where one of the units is none, or on overflow.
std::optional<Decimal> in_unit(Amount const& amount, AmountUnit unit);

/// Finds the unit a label or unit line declares.
///
///     declared = "(" [ "单位" [ ":" ] ] unit ")" | "单位" ":" unit | unit
///     unit     = [ "人民币" ] ( "元" | "万元" | "亿元" )
///
/// The first two are found anywhere in the text, the third is the whole of it: `项目资金 (元)` is yuan,
/// `金额单位：万元` is ten_thousand_yuan; `实施单位：元宝街道` does not match.
Match<AmountUnit> match_amount_unit(std::string_view text);

} // namespace jixiao::grammars
