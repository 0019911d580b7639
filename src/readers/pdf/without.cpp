#include "readers/pdf/pdf.hpp"

namespace jixiao {

/// A build without libqpdf knows a PDF when it sees one, and says what it is.
Verdict identify_pdf(std::string_view) { return {Answer::no, "built without PDF"}; }

Reading read_pdf(SourceText const&, Limits const&, DiagnosticSink& sink) {
  sink.emit(Code::not_text, {{"format", "a PDF document"}, {"remedy", "build with -DJIXIAO_WITH_PDF=ON to read it"}});
  return {};
}

} // namespace jixiao
