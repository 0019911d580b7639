#pragma once

#include "readers/reader.hpp"

/// PDF documents, as they are printed: tables by their ruling lines.
namespace jixiao {

Identified identify_pdf(std::string_view bytes);

/// What identify_pdf() answers wherever PDFs are read.
inline Identified find_pdf_header(std::string_view bytes) {
  constexpr std::size_t reach = 1024;
  return bytes.substr(0, reach).find("%PDF-") == std::string_view::npos
             ? Identified{Answer::no, "no header of a PDF"}
             : Identified{Answer::yes, "the header of a PDF"};
}

Reading read_pdf(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

/// A page as it is drawn; nothing when there is none of this number.
std::optional<PageModel> draw_pdf(std::string_view bytes, std::uint32_t page, Limits const& limits);

} // namespace jixiao
