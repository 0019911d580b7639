#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// What parts the fields where `with_unit_separators` has put it.
constexpr char unit_separator = '\x1F';

/// The text with unit separators where its records are parted by a sign that programs seldom choose: ^ ~ $ # @@, the
/// first control character, or a comma, semicolon or enumeration comma of full width. They are padded with spaces, so
/// that all keeps its place. Nothing when no sign parts nearly all lines into as many fields each.
std::optional<std::string> with_unit_separators(std::string_view text);

} // namespace jixiao
