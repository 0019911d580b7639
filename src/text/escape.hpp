#pragma once

#include "diagnostics/shared_api.hpp"

#include <string>
#include <string_view>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// A text as the value of an attribute or the text of an element, in XML and HTML. White space other than blanks is
/// kept by references; what XML 1.0 cannot hold (§2.2, Char) is U+FFFD.
std::string escape_markup(std::string_view text);

} // namespace jixiao
