#pragma once

#include <jixiao/document.hpp>

#include <string_view>

namespace jixiao {

/// Where the value that a finding is about stands: its text, looked for in the bytes of its row. The finding's own
/// place where it is on no indicator, has no byte range, or the text is not there as printed.
Location pointed_at(Document const& document, Diagnostic const& finding, std::string_view bytes);

} // namespace jixiao
