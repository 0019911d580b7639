#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// The text with straight quotation marks where a word processor made those around fields curly: `“625,000.00”,“”`.
/// Each is padded with spaces, so that all keeps its place. Nothing when fields are not quoted so; marks inside of
/// fields are theirs.
std::optional<std::string> with_straight_quotes(std::string_view text);

} // namespace jixiao
