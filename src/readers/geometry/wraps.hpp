#pragma once

#include "grid/reading_builder.hpp"
#include "readers/geometry/columns.hpp"

#include <string>

/// How lines of one cell or paragraph follow each other.
namespace jixiao {

/// Width of what cannot be parted from the beginning of the line: brackets, a character and the marks behind it, or a
/// whole word. `before` is the line above.
double first_unit(std::string_view before, std::string_view text, double em);

/// True when a text begins with a number of its own: "2.", "（一）", "3、", "①".
bool is_numbered(std::string_view text);

/// True when the text ends a sentence.
bool ends_sentence(std::string_view text);

/// Appends a line to the text above it, undoing the wrap; `filled` says that it did not fit on that line.
void append_wrapped(std::string& text, std::string_view line, bool filled);

/// Where words stand in the source; the first of them alone when the source has them in another order.
Piece place_of(PageText const& text, std::uint32_t first, std::uint32_t last);

/// The words of a line with a space where the line has one.
std::string text_of(PageText const& text, std::uint32_t first, std::uint32_t last);

} // namespace jixiao
