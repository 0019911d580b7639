#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Numbers as programs write them where a person would write another form. All take a text without white space at its
/// ends, and look at short ones only.
namespace jixiao {

/// `6.25E+05` as 625000; nothing for other texts. The sign behind the E is what programs write, and codes do not.
std::optional<std::string> plain_scientific(std::string_view text);

/// `625 000.00 元` with spaces that do not break a line between its groups of three, as 625,000.00 元; nothing for
/// other texts.
std::optional<std::string> grouped_by_commas(std::string_view text);

/// `625 ,000.00` and `1, 250` with spaces at its commas, as 625,000.00; nothing for a text that is more than a number.
std::optional<std::string> without_spaces_at_commas(std::string_view text);

} // namespace jixiao
