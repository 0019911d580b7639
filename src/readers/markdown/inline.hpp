#pragma once

#include "grid/reading_builder.hpp"

#include <string_view>

namespace jixiao {

/// A paragraph's or a cell's text as it is printed: marks of emphasis that pair, links, anchors, bracketed spans, code
/// spans and comments go, what they hold stays; backslash escapes and character references are undone; <br> is '\n'.
/// Other tags stay for clean_value(). A view of the text when there is nothing to do. Linear.
Piece printed(Piece const& text, ReadingBuilder& builder);

/// As printed, of a cell: the text that is given for a picture stands in its place.
Piece printed_cell(Piece const& text, ReadingBuilder& builder);

/// Notes on the cell or paragraph that was put last what is not printed of its text: what is struck through, pictures.
void note_marks(std::string_view text, bool is_cell, ReadingBuilder& builder);

/// Without the marks of emphasis around the whole of it, such as **…**.
std::string_view without_emphasis(std::string_view text);

} // namespace jixiao
