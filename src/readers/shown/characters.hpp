#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// True when the character at `at` is of those that plain_characters() changes; quick on others.
bool is_disguised(std::string_view text, std::size_t at);

/// A text without invisible characters, and with the plain ideographs for compatibility ideographs: what is matched
/// and what is read are then the same characters.
std::string plain_characters(std::string_view text);

} // namespace jixiao
