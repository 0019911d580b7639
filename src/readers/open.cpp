#include "readers/reader.hpp"

#include "readers/bars/bars.hpp"
#include "readers/bbox/bbox.hpp"
#include "readers/cells/cells.hpp"
#include "readers/csv/csv.hpp"
#include "readers/detect.hpp"
#include "readers/doc/doc.hpp"
#include "readers/docx/docx.hpp"
#include "readers/html/html.hpp"
#include "readers/layout/layout.hpp"
#include "readers/markdown/markdown.hpp"
#include "readers/mhtml/mail.hpp"
#include "readers/mhtml/mhtml.hpp"
#include "readers/odf/odf.hpp"
#include "readers/ofd/ofd.hpp"
#include "readers/office_target.hpp"
#include "readers/page/page.hpp"
#include "readers/pdf/pdf.hpp"
#include "readers/rtf/rtf.hpp"
#include "readers/ruled/ruled.hpp"
#include "readers/shown/shown.hpp"
#include "readers/spreadsheet_xml/spreadsheet_xml.hpp"
#include "readers/table_marks/table_marks.hpp"
#include "readers/tsv/tsv.hpp"
#include "readers/wiki/wiki.hpp"
#include "readers/xls/xls.hpp"
#include "readers/xlsx/xlsx.hpp"
#include "text/clean.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace jixiao {
namespace {

// In order of preference among readers that are equally sure.
constexpr std::array table = {
    Reader{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, identify_docx,
           read_docx},
    Reader{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, identify_xlsx,
           read_xlsx},
    Reader{"odt", "application/vnd.oasis.opendocument.text", false, identify_odt, read_odt},
    Reader{"ods", "application/vnd.oasis.opendocument.spreadsheet", false, identify_ods, read_ods},
    Reader{"doc", "application/msword", false, identify_doc, read_doc},
    Reader{"xls", "application/vnd.ms-excel", false, identify_xls, read_xls},
    Reader{"rtf", "application/rtf", false, identify_rtf, read_rtf},
    Reader{"pdf", "application/pdf", false, identify_pdf, read_pdf, draw_pdf},
    Reader{"ofd", "application/ofd", false, identify_ofd, read_ofd, draw_ofd},
    Reader{"word-xml", "application/xml", false, identify_word_xml, read_docx},
    Reader{"spreadsheet-xml", "application/vnd.ms-excel", false, identify_spreadsheet_xml, read_spreadsheet_xml},
    Reader{"mhtml", "multipart/related", false, identify_mhtml, read_mhtml},
    Reader{"bbox", "application/xhtml+xml", true, identify_bbox, read_bbox},
    Reader{"html", "text/html", true, identify_html, read_html},
    Reader{"wiki", "text/plain", true, identify_wiki, read_wiki},
    Reader{"bars", "text/plain", true, identify_bars, read_bars},
    Reader{"markdown", "text/markdown", true, identify_markdown, read_markdown},
    Reader{"bbox-tsv", "text/tab-separated-values", true, identify_word_table, read_word_table},
    Reader{"csv", "text/csv", true, identify_csv, read_csv},
    Reader{"ruled", "text/plain", true, identify_ruled, read_ruled},
    Reader{"cells", "text/plain", true, identify_cells, read_cells},
    Reader{"table-marks", "text/plain", true, identify_table_marks, read_table_marks},
    Reader{"layout", "text/plain", true, identify_layout, read_layout},
    Reader{"tsv", "text/tab-separated-values", true, identify_tsv, read_tsv},
};

/// Offsets are of 32 bits, and decoding makes at most three bytes of one.
constexpr std::uint64_t largest_input = std::numeric_limits<std::uint32_t>::max() / 3;

Location range(std::uint64_t begin, std::uint64_t end) {
  Location location;
  location.begin = begin;
  location.end = end;
  return location;
}

/// What the readers of one kind (text or bytes) said.
struct Choice {
  Reader const* reader = nullptr;
  Answer answer = Answer::no;
  std::string reasons; ///< "tsv: text without a tab"; of those asked before one said yes
};

Choice choose(bool text_readers, std::string_view content) {
  Choice choice;
  for (auto const& reader : readers()) {
    if (reader.is_text != text_readers)
      continue;
    auto const verdict = reader.identify(content);
    if (verdict.answer > choice.answer)
      choice.reader = &reader, choice.answer = verdict.answer;
    if (choice.answer == Answer::yes) // none can be surer
      return choice;
    choice.reasons.append(choice.reasons.empty() ? "" : ", ").append(reader.name).append(": ").append(verdict.reason);
  }
  return choice;
}

Choice forced(std::string_view name) {
  auto const found = std::ranges::find(readers(), name, &Reader::name);
  return found == readers().end() ? Choice{nullptr, Answer::no, std::string(name) + ": no such reader"}
                                  : Choice{&*found, Answer::yes, {}};
}

void emit_not_text(DiagnosticSink& sink, std::string_view format, std::string_view remedy) {
  sink.emit(Code::not_text, {{"format", format}, {"remedy", remedy}}, range(0, 0));
}

void read_with(Reader const& reader, Opened& opened, Limits const& limits, DiagnosticSink& sink) {
  opened.source.media_type = reader.media_type;
  opened.reader = &reader;
  opened.source.encoding = opened.text.encoding;
  auto const findings = sink.size();
  opened.reading = reader.read(opened.text, limits, sink);
  show_texts(opened.reading);
  // What gave nothing, and was said to be damaged, needs no second finding that it holds no form.
  opened.ok = !opened.reading.blocks.empty() || sink.size() == findings;
}

void open_text(Choice choice, Opened& opened, Limits const& limits, DiagnosticSink& sink) {
  opened.text = decode(opened.text.bytes, sink);
  if (!opened.text.ok())
    return;
  if (is_blank(opened.text.text))
    return sink.emit(Code::empty_input, {}, range(0, 0));
  if (choice.reader == nullptr)
    choice = choose(true, opened.text.text);
  if (choice.reader == nullptr)
    return emit_not_text(sink, "data of no known format", choice.reasons);
  read_with(*choice.reader, opened, limits, sink);
}

/// What a mail carries is read in its place.
void open_mail(Opened& opened, Limits const& limits, DiagnosticSink& sink) {
  auto mail = document_of_mail(opened.text.bytes, limits,
                               [](std::string_view bytes) { return choose(false, bytes).answer == Answer::yes; });
  if (!mail)
    return;
  if (!mail->bytes.empty()) {
    opened.converted = std::make_shared<std::string const>(std::move(mail->bytes));
    opened.text.bytes = *opened.converted;
  }
  if (!mail->name.empty())
    sink.emit(Code::read_from_mail, {{"name", mail->name}});
  if (mail->other_count > 0)
    sink.emit(Code::mail_parts_left, {{"count", mail->other_count}, {"names", mail->others}});
}

/// Readers of bytes are asked first, then known formats are turned away, and the rest should be text.
void open_by_content(Opened& opened, Limits const& limits, DiagnosticSink& sink) {
  if (!opened.converted) // what was in a mail is no further one
    open_mail(opened, limits, sink);
  auto const bytes = opened.text.bytes;
  if (auto const binary = choose(false, bytes); binary.answer == Answer::yes)
    return read_with(*binary.reader, opened, limits, sink);
  if (auto const foreign = identify_foreign(bytes))
    return foreign->encrypted ? sink.emit(Code::encrypted_document, {})
                              : emit_not_text(sink, foreign->format, foreign->remedy);
  open_text({}, opened, limits, sink);
}

/// What no reader takes is read from what the office program makes of it; where it makes nothing, what the readers said
/// stands.
void open_with_office(OfficeProgram const& office, Opened& opened, Limits const& limits, DiagnosticSink& sink) {
  auto const bytes = opened.text.bytes;
  auto const target = office_target(bytes);
  if (!target)
    return open_by_content(opened, limits, sink);
  DiagnosticSink own(sink.limit());
  if (!office.always)
    open_by_content(opened, limits, own);
  if (!opened.ok) {
    auto converted = office.convert(bytes, target->from, target->to);
    if (!converted.bytes.empty()) {
      opened.converted = std::make_shared<std::string const>(std::move(converted.bytes));
      opened.reading = {};
      opened.text = {};
      opened.text.bytes = *opened.converted;
      sink.emit(Code::read_by_office, {{"format", target->format}, {"target", target->to}});
      return open_by_content(opened, limits, sink);
    }
    sink.emit(Code::office_failed, {{"format", target->format}, {"problem", converted.problem}});
    if (office.always)
      return open_by_content(opened, limits, sink);
  }
  for (auto& finding : own.take())
    sink.emit(std::move(finding));
}

void open_forced(std::string_view from, Opened& opened, Limits const& limits, DiagnosticSink& sink) {
  auto const choice = forced(from);
  if (choice.reader == nullptr)
    return emit_not_text(sink, "data of a format unknown by name", choice.reasons);
  if (choice.reader->is_text)
    return open_text(choice, opened, limits, sink);
  read_with(*choice.reader, opened, limits, sink);
}

} // namespace

std::span<Reader const> readers() { return table; }

std::optional<PageModel> draw_page(Opened const& opened, std::uint32_t page, Limits const& limits) {
  bool const draws = page != 0 && opened.reader != nullptr && opened.reader->draw != nullptr;
  return draws ? opened.reader->draw(opened.text.bytes, page, limits) : std::nullopt;
}

Opened open_input(Input const& input, std::string_view from, Limits const& limits, DiagnosticSink& sink,
                  OfficeProgram const& office) {
  auto const limit = std::min(limits.bytes, largest_input);
  Opened opened;
  opened.source.name = input.name.substr(input.name.rfind('/') + 1);
  opened.source.bytes = input.bytes.size();
  opened.source.sha256 = sha256_hex(input.bytes);
  opened.text.bytes = input.bytes;
  if (input.bytes.empty())
    sink.emit(Code::empty_input, {}, range(0, 0));
  else if (input.bytes.size() > limit)
    sink.emit(Code::input_too_large, {{"bytes", input.bytes.size()}, {"limit", limit}},
              range(limit, input.bytes.size()));
  else if (from.empty() && office.convert)
    open_with_office(office, opened, limits, sink);
  else if (from.empty())
    open_by_content(opened, limits, sink);
  else
    open_forced(from, opened, limits, sink);
  return opened;
}

} // namespace jixiao
