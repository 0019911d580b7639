#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// Rows as lists of JSON, one a line, ["甲", "乙"], with blanks for their brackets, so that all keeps its
/// place. Nothing for any other text.
std::optional<std::string> with_bare_rows(std::string_view text);

} // namespace jixiao
