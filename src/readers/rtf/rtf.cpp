#include "readers/rtf/rtf.hpp"

#include "readers/rtf/reader.hpp"

namespace jixiao {

Identified identify_rtf(std::string_view bytes) {
  auto const begin = bytes.substr(0, 64).find_first_not_of(" \r\n\t\xEF\xBB\xBF");
  if (begin == std::string_view::npos || !bytes.substr(begin).starts_with("{\\rtf"))
    return {Answer::no, "no {\\rtf at its beginning"};
  return {Answer::yes, "{\\rtf at its beginning"};
}

void read_rtf_into(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, ReadingBuilder& builder) {
  flow::write(rtf::DocumentReader(bytes, limits, sink).read(), builder);
}

Reading read_rtf(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  read_rtf_into(source.bytes, limits, sink, builder);
  return std::move(builder).finish();
}

} // namespace jixiao
