#include "pipeline/recognition.hpp"

#include "forms/grammar_set_impl.hpp"
#include "recognition/repair/covered_cells.hpp"

#include <memory>
#include <utility>

namespace jixiao {

namespace {

/// Merged cells whose text stands in all that they cover are put together.
void lay_out_covered_cells(Opened& opened, DiagnosticSink& sink) {
  auto const texts = recognition::lay_out_covered_cells(opened.reading, recognition::builtin_label_finder());
  if (texts.count == 0)
    return;
  auto const text = opened.reading.cells_of(opened.reading.rows[texts.row])[texts.cell].text;
  sink.emit(Code::covered_cells_printed, {{"count", texts.count}, {"text", text}},
            locate(opened, texts.row, texts.cell));
}

} // namespace

ClaimMap recognise(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink,
                   recognition::WhyAsked* asked, std::vector<recognition::LayoutDraft>* drafts) {
  auto kept = std::make_shared<Reading const>(std::move(opened.reading));
  opened.reading = *kept;
  opened.kept = kept;
  lay_out_covered_cells(opened, sink);
  return recognition::recognise(opened, grammars.impl(), document, sink, asked, drafts);
}

} // namespace jixiao
