#pragma once

#include "grammars/match.hpp"

#include <string_view>

namespace jixiao::grammars {

enum class OrdinalStyle : std::uint8_t { none, decimal, chinese, bracketed, part };

/// A heading's ordinal and what follows it; views into the text.
struct Heading {
  std::string_view ordinal; ///< the number alone: "3", "一"; empty when there is none
  std::string_view title;
  OrdinalStyle style = OrdinalStyle::none;
};

/// Matches a line that begins with an ordinal; no match without one.
///
///     heading   = decimal title | chinese title | bracketed title | part [ title ]
///     decimal   = 1 to 3 digits ( "." | "、" | ")" )      behind "." no digit, unless it begins a year: 3.2025年…
///     chinese   = numeral ( "、" | "." )
///     bracketed = "(" ( numeral | 1 to 3 digits ) ")"
///     part      = "第" ( numeral | 1 to 3 digits ) ( "部分" | "章" | "节" | "篇" )
///     numeral   = 1 to 4 of 一二三四五六七八九十百
///
/// `3.布展费绩效目标表` is {3, 布展费绩效目标表, decimal}; `(二) 主要职责` is {二, 主要职责, bracketed}. A decimal
/// number (`3.5 倍`) and a date (`2025.12`) are no ordinals.
Match<Heading> match_heading(std::string_view text);

} // namespace jixiao::grammars
