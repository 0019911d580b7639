#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstdint>
#include <string_view>

namespace jixiao {

/// What a line outside of tables is.
enum class LineKind : std::uint8_t {
  blank,
  tabs,    ///< has a tab: a row
  mark,    ///< nothing but marks: a rule, the underline of a heading, a fence, a fenced div, tags of HTML, a target of
           ///< links
  heading, ///< begins with #
  list_item, ///< begins with -, * or +
  text,
};

LineKind kind_of(std::string_view line);

/// The line's text without the marks of its kind, as written otherwise.
Piece without_marks(Line const& line);

/// The line without the '>' of block quotes that it begins with.
Line unquoted(Line line);

} // namespace jixiao
