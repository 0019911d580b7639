#pragma once

#include "grammars/match.hpp"

#include <jixiao/decimal.hpp>

#include <string_view>

namespace jixiao::grammars {

/// Matches the number that a text begins with. ASCII and full-width digits, points and commas are the same.
///
///     number  = [ "-" ] integer [ "." digit { digit } ]
///     integer = digit [ digit [ digit ] ] { "," digit digit digit }   (one group at least)
///             | digit { digit }
///
/// `20,415,086.37万元` matches 20415086.37 (13 bytes); `12,34` is malformed at the comma, as are `1.2.3` at its
/// second point and a number of more than 18 digits at its start. `²` and `①` are no digits.
Match<Decimal> match_number(std::string_view text);

} // namespace jixiao::grammars
