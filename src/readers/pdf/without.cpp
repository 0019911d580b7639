#include "readers/pdf/pdf.hpp"

#include "readers/page/page.hpp"

namespace jixiao {

/// A build without libqpdf leaves PDFs to the detection of foreign formats, which says what to do.
Identified identify_pdf(std::string_view) { return {Answer::no, "built without PDF"}; }

Reading read_pdf(SourceText const&, Limits const&, DiagnosticSink& sink) {
  sink.emit(Code::not_text, {{"format", "a PDF document"}, {"remedy", "build with -DJIXIAO_WITH_PDF=ON"}});
  return {};
}

std::optional<PageModel> draw_pdf(std::string_view, std::uint32_t, Limits const&) { return {}; }

} // namespace jixiao
