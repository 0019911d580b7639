#pragma once

#include "readers/reader.hpp"

/// OFD documents (GB/T 33190), as they are printed: tables by their ruling lines.
namespace jixiao {

Identified identify_ofd(std::string_view bytes);

Reading read_ofd(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

/// A page as it is drawn; nothing when there is none of this number.
std::optional<PageModel> draw_ofd(std::string_view bytes, std::uint32_t page, Limits const& limits);

} // namespace jixiao
