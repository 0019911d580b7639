#pragma once

#include "grammars/match.hpp"

#include <string>
#include <string_view>

namespace jixiao::grammars {

/// Matches a span in years, months or dates, or a single one.
///
///     period  = [ "(" ] time [ sign time | sign month ] [ ")" ]
///     time    = date | year ( "年度" | sign year "年" )        (date: see date.hpp)
///     month   = 1 or 2 digits "月"
///     sign    = one or more "-" or "—" | "~" | "至" | "到"
///
/// The value is the text without enclosing brackets and white space: `(2025年 -2026年)` is "2025年-2026年",
/// `2025.01-2026.12` stays. That a span ends before it starts is not looked at here. `长期` does not match.
Match<std::string> match_period(std::string_view text);

} // namespace jixiao::grammars
