#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// A text as a program keeps or sends it, not as it shows it: `%E6%B0%B4` and `=E6=B0=B4` of links and mails,
/// `"\u6C34\u7535"` of JSON, `\xe6\xb0\xb4`, `b'…'` and `['水', '电']` of Python, `%u6C34` of scripts, bytes of GB18030
/// that were taken for letters of Latin-1. What it shows; nothing for other texts. Linear.
std::optional<std::string> shown_by_program(std::string_view text);

/// True where shown_by_program() may give something.
bool may_be_program_notation(std::string_view text, std::size_t at);

} // namespace jixiao
