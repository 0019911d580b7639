#include "readers/doc/doc.hpp"

#include "readers/doc/reader.hpp"
#include "readers/ole2/bytes.hpp"
#include "readers/ole2/compound_file.hpp"

namespace jixiao {
namespace {

constexpr std::string_view stream_name = "WordDocument";
constexpr std::uint16_t magic = 0xA5EC, oldest_version = 0x00C1; // of Word 97

/// False when the document is none that can be read, which is reported.
bool read_file(std::string_view bytes, DiagnosticSink& sink, doc::File& out) {
  auto file = ole2::CompoundFile::open(bytes);
  auto main = file ? file->stream(stream_name) : std::nullopt;
  if (!main || main->size() < 0x200)
    return sink.emit(Code::damaged_container, {{"problem", "has no document of Word"}}), false;
  out.main = *std::move(main);
  out.information = doc::read_information(out.main);
  if (out.information.is_encrypted)
    return sink.emit(Code::encrypted_document, {}), false;
  if (ole2::u16(out.main, 0) != magic || out.information.version < oldest_version)
    return sink.emit(Code::old_version,
                     {{"version", "Word 6 or 95"}, {"command", "libreoffice --headless --convert-to docx FILE"}}),
           false;
  out.table = file->stream(out.information.uses_table_1 ? "1Table" : "0Table").value_or(std::string());
  out.data = file->stream("Data").value_or(std::string());
  if (file->is_damaged() || out.table.empty())
    sink.emit(Code::damaged_container, {{"problem", "ends before its streams do, or its sectors are in disorder"}});
  return true;
}

} // namespace

Identified identify_doc(std::string_view bytes) {
  if (!ole2::is_compound_file(bytes))
    return {Answer::no, "no OLE2 container"};
  auto const file = ole2::CompoundFile::open(bytes);
  if (file && file->has(stream_name))
    return {Answer::yes, "an OLE2 container with a document of Word"};
  return {Answer::no, "an OLE2 container without a document of Word"};
}

Reading read_doc(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  doc::File file;
  if (read_file(source.bytes, sink, file))
    flow::write(doc::DocumentReader(file, limits, sink).read(), builder);
  return std::move(builder).finish();
}

} // namespace jixiao
