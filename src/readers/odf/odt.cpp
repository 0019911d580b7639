#include "readers/odf/odf.hpp"

#include "readers/odf/body.hpp"
#include "readers/odf/package.hpp"

namespace jixiao {

Reading read_odt(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  odf::Parts parts;
  if (odf::read_parts(source.bytes, limits, sink, parts))
    flow::write(odf::BodyReader(parts.styles, limits, sink).read(parts.body()), builder);
  return std::move(builder).finish();
}

} // namespace jixiao
