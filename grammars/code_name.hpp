#pragma once

#include "grammars/match.hpp"

#include <string_view>

namespace jixiao::grammars {

/// A code printed before a name, or in brackets behind it; views into the text. `code` is empty where none is printed,
/// `name` where nothing follows the code.
struct CodeName {
  std::string_view code, name;
};

/// Matches any non-empty text, white space around it left out.
///
///     code_name = ( project_code | bracketed | dashed | glued ) [ name ] | name "[" ( 9, 6 or 3 digits ) "]" | name
///     project_code = 6 digits, 2 digits, letter, 12 letters or digits, [ dash ]
///     bracketed = "[" 3 to 21 digits "]" [ dash ]         (also 【】, （） and ())
///     dashed    = 3 to 21 digits dash
///     glued     = 9, 6 or 3 digits; a Chinese character must follow that makes no quantity or time of them
///
/// `763001某某部` is {763001, 某某部}, as are `[763001]某某部` and `763001-某某部`; a text without a code is all name:
/// `2025年某项目`, `12345热线`, `100个社区项目`. Four digits that may be a year are no code in any form.
Match<CodeName> match_code_name(std::string_view text);

} // namespace jixiao::grammars
