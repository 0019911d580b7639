#pragma once

#include <string>
#include <string_view>

namespace jixiao::form_language {

/// Where reading can go on after an error at `where` in the statement that begins at `statement`: behind the
/// statement's closing brace, or at the line on which the next statement begins. Always behind `statement`.
char const* next_statement(char const* statement, char const* where, char const* end);

/// Where the next form begins, at or behind `where`; `end` when there is none.
char const* next_form(char const* where, char const* end);

struct Mismatch {
  char const* at;
  std::string what;
};

/// What is wrong at `where`, where the grammar expected `expected`, and the place to show for it: what is missing at
/// the end of a line is shown there, not at the next line's word.
Mismatch describe_mismatch(std::string_view expected, char const* where, std::string_view text);

} // namespace jixiao::form_language
