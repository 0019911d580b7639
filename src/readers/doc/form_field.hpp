#pragma once

#include <string>
#include <string_view>

namespace jixiao::doc {

/// What a check box or a list of a form shows (FFData at `offset` of the data stream); empty for a field of text, whose
/// text stands in the document.
std::string form_field_text(std::string_view data, std::size_t offset);

} // namespace jixiao::doc
