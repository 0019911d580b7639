#pragma once

#include "grammars/match.hpp"

#include <string>
#include <string_view>

namespace jixiao::grammars {

/// A calendar date; month and day are 0 where they are not printed.
struct Date {
  int year = 0, month = 0, day = 0;
};

/// Matches a whole cell holding one date. White space may stand between the parts; a time of day and a day of the week
/// behind it say nothing of the date.
///
///     cell     = date [ "T" ] [ hour ":" minute [ ":" second [ "." digits ] ] [ "Z" ] | hour "时" … ] [ weekday ]
///     date     = chinese | separated | compact
///     chinese  = year "年" [ month "月" [ "份" ] [ day ( "日" | "号" ) ] ]
///     separated = year "-" month [ "-" day ] | year "." month [ "." day ] | year "/" month [ "/" day ]
///     compact  = 8 digits
///     year     = 4 digits, 1900 to 2199;  month, day = 1 or 2 digits
///
/// `2026年1月1日` and `二〇二六年一月一日` are {2026, 1, 1}, `2021.12` is {2021, 12, 0}. A month or day that the
/// calendar does not have is malformed where it stands: `2025-02-30` at byte 8. `2025` alone is none; `T16:00:00Z`
/// begins the next.
Match<Date> match_date(std::string_view text);

/// The date that a spreadsheet means by a number of days (`46023` is 2026-01-01), of the years 1990 to 2199; for a
/// field that holds a date, since elsewhere it is a number.
Match<Date> match_date_serial(std::string_view text);

/// The same as match_date, without a time, at the start of a text: of `2025.01-2026.12` it matches the first 7 bytes.
Match<Date> match_leading_date(std::string_view text);

/// ISO 8601 at the printed precision: "2026-01-01", "2021-12", "2026".
std::string to_iso(Date date);

} // namespace jixiao::grammars
