#include "readers/docx/docx.hpp"

#include "readers/docx/body.hpp"
#include "readers/docx/parts.hpp"
#include "readers/zip_directory.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// The beginning of an XML file as ASCII, whatever its encoding is.
std::string first_characters(std::string_view bytes) {
  std::string text(bytes.substr(0, 16 << 10));
  std::erase(text, '\0');
  return text;
}

} // namespace

Identified identify_docx(std::string_view bytes) {
  if (!is_zip(bytes))
    return {Answer::no, "no ZIP package"};
  if (!zip_has_entry(bytes, "word/"))
    return {Answer::no, "a ZIP package without a part in word/"};
  return {Answer::yes, "a ZIP package with parts in word/"};
}

Identified identify_word_xml(std::string_view bytes) {
  auto const text = first_characters(bytes);
  auto const has = [&](std::string_view name) { return text.find(name) != std::string::npos; };
  auto const begin = text.find('<');
  if (begin > 4 || !(has("<?xml") || has("<?mso-application") || has("ackage") || has("wordDocument")))
    return {Answer::no, "no XML"};
  if (has("http://schemas.microsoft.com/office/word/2003/wordml") && has("wordDocument"))
    return {Answer::yes, "a Word 2003 XML document"};
  if (has("http://schemas.microsoft.com/office/2006/xmlPackage") && (has("Word.Document") || has("/word/")))
    return {Answer::yes, "a flat package of Word"};
  return {Answer::no, "XML, but no Word document"};
}

Reading read_docx(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  docx::Parts parts(source.bytes, limits, sink);
  docx::Document document(parts);
  docx::ChunkBudget budget;
  ReadingBuilder builder(limits, sink);
  if (auto const root = parts.main()) {
    if (auto const body = docx::child(root, docx::Element::body))
      docx::BodyReader(document, budget, limits, sink, builder).read(body);
    else
      sink.emit(Code::damaged_part, {{"part", root.name()}, {"problem", "has no body"}});
  }
  if (broke_off(sink, parts.main_name()))
    builder.note_last_text(Code::cut_off, {{"where", "a table"}});
  return std::move(builder).finish();
}

} // namespace jixiao
