#pragma once

#include <jixiao/document.hpp>

#include <optional>
#include <string_view>

/// Times that targets, names and dates speak of, by the month.
namespace jixiao {

struct Month {
  int year = 0;  ///< 0 where none is printed
  int month = 0; ///< 0 where only the year is
};

/// The year of an ISO 8601 date.
std::optional<int> year_of(Text const& iso_date);
std::optional<Month> month_of(Text const& iso_date);

/// The last time that a deadline names, at the precision printed: {2025, 12} for 2025年12月底前, {0, 12} for 4 季度前.
/// Nothing when there is none, or words that leave it open.
std::optional<Month> deadline_month(std::string_view text);

/// The year printed as `2025年` in a text, where there is just one.
std::optional<int> only_year(std::string_view text);

/// True for words that name a time or a span of it, and for any digit: 季度, 当天, 3日.
bool tells_time(std::string_view text);

} // namespace jixiao
