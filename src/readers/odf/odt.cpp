#include "readers/odf/odf.hpp"

#include "readers/flow/page_line.hpp"
#include "readers/odf/body.hpp"
#include "readers/odf/package.hpp"

namespace jixiao {

Reading read_odt(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  odf::Parts parts;
  if (odf::read_parts(source.bytes, limits, sink, parts)) {
    flow::PageLines lines;
    DiagnosticSink unheard; // ornaments of a page are none of a form
    for (auto const text : parts.page_texts())
      lines.add(flow::text_of(odf::BodyReader(parts.styles, limits, unheard).read(text)));
    for (auto const& line : lines.lines())
      builder.paragraph({builder.own(line)});
    flow::write(odf::BodyReader(parts.styles, limits, sink).read(parts.body()), builder);
  }
  if (parts.broke_off)
    builder.note_last_text(Code::cut_off, {{"where", "a table"}});
  return std::move(builder).finish();
}

} // namespace jixiao
