#include "readers/docx/chunk.hpp"

#include "readers/docx/body.hpp"
#include "readers/docx/docx.hpp"
#include "readers/html/html.hpp"
#include "readers/mhtml/mhtml.hpp"
#include "readers/rtf/rtf.hpp"
#include "readers/zip_directory.hpp"

#include <algorithm>

namespace jixiao::docx {
namespace {

constexpr std::uint32_t deepest = 4; // documents in documents

void report(std::string_view part, std::string_view format, DiagnosticSink& sink) {
  sink.emit(Code::damaged_part, {{"part", part.empty() ? "altChunk" : part},
                                 {"problem", "is " + std::string(format) +
                                                 " inside this document and was not read; open the document in Word, "
                                                 "save it as .docx and convert that"}});
}

bool has_ending(std::string_view name, std::string_view ending) {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return name.size() >= ending.size() &&
         std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, lower, lower);
}

void read_document(std::string_view bytes, ChunkBudget& budget, Limits const& limits, DiagnosticSink& sink,
                   ReadingBuilder& builder) {
  Parts parts(bytes, limits, sink);
  Document document(parts);
  ++budget.depth;
  auto const body = child(parts.main(), Element::body);
  BodyReader(document, budget, limits, sink, builder).read(body);
  --budget.depth;
}

void read_text(std::string_view bytes, bool is_page, Limits const& limits, DiagnosticSink& sink,
               ReadingBuilder& builder) {
  auto const source = decode(bytes, sink);
  auto const text = builder.own(std::string(source.text));
  if (is_page || identify_html(text).answer == Answer::yes)
    return read_html_fragment(text, 0, 0, limits, sink, builder);
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find_first_of("\r\n", begin), text.size());
    builder.paragraph({text.substr(begin, end - begin)});
    begin = end + 1;
  }
}

} // namespace

void read_chunk(Parts::Content const& chunk, ChunkBudget& budget, Limits const& limits, DiagnosticSink& sink,
                ReadingBuilder& builder) {
  if (!chunk.bytes)
    return chunk.name.empty() ? report("", "a document that is missing", sink) : void();
  std::string_view const bytes = *chunk.bytes;
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return report(chunk.name, "a document of Word 97-2003", sink);
  if (budget.depth >= deepest)
    return report(chunk.name, "a document too deep", sink);
  if (budget.bytes += bytes.size(); budget.bytes > limits.inflated_bytes)
    return sink.emit(Code::package_too_large,
                     {{"limit", limits.inflated_bytes}, {"bytes", budget.bytes}, {"part", chunk.name}});
  if (identify_rtf(bytes).answer == Answer::yes)
    return read_rtf_into(bytes, limits, sink, builder);
  bool const is_package = is_zip(bytes);
  if (is_package ? identify_docx(bytes).answer == Answer::yes : identify_word_xml(bytes).answer == Answer::yes)
    return read_document(bytes, budget, limits, sink, builder);
  if (is_package)
    return report(chunk.name, "a package of another kind", sink);
  if (identify_mhtml(bytes).answer == Answer::yes)
    return read_mhtml_into(bytes, limits, sink, builder);
  bool const is_page =
      has_ending(chunk.name, ".htm") || has_ending(chunk.name, ".html") || has_ending(chunk.name, ".xhtml");
  read_text(bytes, is_page, limits, sink, builder);
}

} // namespace jixiao::docx
