#pragma once

#include "readers/left_out.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Marks by which other programs set a text, where they stand as they were written. Linear.
namespace jixiao {

/// True when such a mark may begin at `at`.
bool may_be_written_mark(std::string_view text, std::size_t at);

struct WithoutWrittenMarks {
  std::string text;
  bool marked = false; ///< marks were taken out that say nothing of whether the text counts
};

/// `[b]水务局[/b]`, `++水务局++`, `水务局{.underline}` and `<![CDATA[水务局]]>` are 水务局. What stands in `~~…~~` or
/// `[s]…[/s]` is struck, and goes to `left_out`.
WithoutWrittenMarks without_written_marks(std::string_view text, LeftOut& left_out);

} // namespace jixiao
