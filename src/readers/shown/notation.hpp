#pragma once

#include <string>
#include <string_view>

/// Notation of other programs that was left in a text. Linear.
namespace jixiao {

/// Formulas of LaTeX as the characters they print: `$\geq 97.00(\%)$`, `\(\pm 5\)` and `<eq>\leq 3</eq>`; a text
/// without a command or a closed formula stays as it is.
std::string plain_formulas(std::string_view text);

/// Line ends and tabs that were written as `\n` and `\t`, where no word follows that could be a name, and characters
/// as `\u4e2d`.
std::string plain_escapes(std::string_view text);

/// Characters as workbooks write them: `_x000D_`, `_x6C34_`.
std::string plain_control_codes(std::string_view text);

/// Character references that were printed once too often: `&ge;95%`, `&amp;ge;95%`.
std::string plain_references(std::string_view text);

} // namespace jixiao
