#pragma once

#include "readers/number_format/decimal_digits.hpp"
#include "readers/number_format/number_format.hpp"

#include <optional>
#include <string>

/// What one section of a number format shows.
namespace jixiao {

std::string write_general(DecimalDigits number);

/// The number without its sign.
std::string write_number(FormatSection const& section, DecimalDigits number);

/// The date and time of a serial number; nothing when it is beyond the calendar (below 0, above the year 9999).
std::optional<std::string> write_date(FormatSection const& section, double serial, bool epoch_1904);

} // namespace jixiao
