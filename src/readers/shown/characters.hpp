#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// True when the character at `at` is of those that plain_characters() changes; quick on others.
bool is_disguised(std::string_view text, std::size_t at);

/// A text without invisible characters, and with the plain characters for those that only look otherwise: compatibility
/// ideographs, small signs, letters of formulas, `>` with a line below. What is matched and what is read are then the
/// same characters.
std::string plain_characters(std::string_view text);

} // namespace jixiao
