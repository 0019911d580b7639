#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jixiao {

/// What a tag of HTML in a line makes of the text behind it.
struct StyledText {
  std::string shown;
  std::size_t length = 0; ///< with the tags; 0: the tag changes nothing
};

/// `<u>&gt;</u>`, a comparator with a line below, and `<font face="Wingdings">o</font>`, a sign of a font.
StyledText styled_text(std::string_view text, std::size_t at);

} // namespace jixiao
