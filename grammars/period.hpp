#pragma once

#include "grammars/date.hpp"
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

struct DateSpan {
  Date first, last;
};

/// Matches two dates with a sign between them, each with its month: `2021年3月1日—2021年11月30日`, `2023.01-2024.12`.
/// The second may leave out its year: `2023年3月至11月`. A sign may be several dashes; brackets may stand around all.
/// Words say start and end, too: `起：2026年3月1日 止：2027年10月31日`; words before brackets do not count:
/// `一年（2026年1月1日-12月31日）`.
/// Spans of years alone do not match.
Match<DateSpan> match_date_span(std::string_view text);

} // namespace jixiao::grammars
