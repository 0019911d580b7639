#pragma once

#include "grammars/match.hpp"

#include <jixiao/decimal.hpp>

#include <string_view>

namespace jixiao::grammars {

/// Matches an amount in the capitals of cheques at the start of a text, with its unit:
///
///     capitals = group { group } ( "元" | "圆" ) [ digit "角" ] [ digit "分" ] [ "整" | "正" ]
///     group    = [ digit ] [ "仟" | "佰" | "拾" ] … [ "万" | "亿" ]
///
/// `肆拾捌万元整` is 480000, `壹仟零伍元伍角` 1005.50. Plain numerals (四十八万元) are read as well; a text without a
/// unit of money (三所) does not match.
Match<Decimal> match_capitals(std::string_view text);

} // namespace jixiao::grammars
