#pragma once

#include "readers/left_out.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao {

/// True where a text begins to say by characters of its own how it is shown: a stroke through the character before
/// (U+0335, U+0336), a backspace, the escape sequences of terminals.
bool is_overprint(std::string_view text, std::size_t at);

/// A text as it is shown where its characters say so themselves. What is struck through or concealed is left out: by
/// strokes, by `-` printed over a character, by \x1B[9m and \x1B[8m. A character that is printed over itself for a bold
/// look is one, `_` under one is a line (U+0332), and other codes leave no trace. Linear.
std::string without_overprint(std::string_view text, LeftOut& left_out);

} // namespace jixiao
