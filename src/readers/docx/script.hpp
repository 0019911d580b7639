#pragma once

#include "text/utf8.hpp"

#include <string>
#include <string_view>

namespace jixiao::docx {

enum class Script : std::uint8_t { none, raised, lowered };

/// Appends a raised or lowered text: digits as characters of their own, since 10 with a raised 2 is not 102.
inline void append_script(std::string& out, std::string_view text, Script script) {
  constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  for (char const c : text) {
    bool const digit = c >= '0' && c <= '9';
    if (digit && script != Script::none)
      append_utf8(out, script == Script::raised ? raised[static_cast<std::size_t>(c - '0')]
                                                : U'₀' + static_cast<char32_t>(c - '0'));
    else
      out.push_back(c);
  }
}

} // namespace jixiao::docx
