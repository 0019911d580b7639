#include "readers/mhtml/mhtml.hpp"

#include "readers/html/html.hpp"
#include "readers/mhtml/mime.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::uint64_t most_repeated = 16 << 20; ///< bytes of style sheets, which are read with every page
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view message_of(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark))
    bytes.remove_prefix(byte_order_mark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
  return bytes;
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// Frames hold no text; the bar of sheets holds their names.
bool is_frame(MimePart const& part, std::string_view page) {
  auto const location = lower_case(part.location);
  return location.ends_with("tabstrip.htm") ||
         lower_case(std::string(page.substr(0, 16 << 10))).find("<frameset") != page.npos;
}

/// What Excel notes in the head of a sheet that nobody sees.
bool is_hidden_sheet(std::string_view page) {
  return lower_case(std::string(page.substr(0, 16 << 10))).find("<x:visible>sheet") != page.npos;
}

/// The style sheets of the message; pages name them by a link.
std::string style_sheets(std::vector<MimePart> const& parts) {
  constexpr std::size_t most = 1 << 20;
  std::string sheets;
  for (auto const& part : parts)
    if (part.type == "text/css" && sheets.size() + part.body.size() <= most)
      sheets += part.decoded();
  return sheets.empty() || sheets.find("</") != std::string::npos ? std::string() : "<style>" + sheets + "</style>";
}

void report_hidden(MimePart const& part, std::string_view page, Limits const& limits, DiagnosticSink& sink) {
  constexpr std::size_t most = 300; // bytes that a person still reads
  DiagnosticSink unheard;           // of what is not read
  auto const source = decode(page, unheard);
  ReadingBuilder builder(limits, unheard);
  if (source.ok())
    read_html_fragment(source.text, 0, 0, limits, unheard, builder);
  auto const reading = std::move(builder).finish();
  std::string texts;
  for (auto const& cell : reading.cells)
    if (!is_blank(cell.text) && texts.size() < most)
      texts.append(texts.empty() ? "" : " | ").append(cell.text);
  sink.emit(Code::hidden_cells, {{"what", "all cells"}, {"sheet", part.location}, {"text", texts}});
}

/// The bytes of all pages as they stand in the message, which are no fewer than those that they are unpacked.
std::uint64_t pages_size(std::vector<MimePart> const& parts) {
  std::uint64_t bytes = 0;
  for (auto const& part : parts)
    bytes += part.type == "text/html" || part.type == "application/xhtml+xml" ? part.body.size() : 0;
  return bytes;
}

/// Word keeps the headers of pages in a part of their own, which stands behind the page.
bool is_page_header(MimePart const& part) {
  auto const location = lower_case(part.location);
  return location.ends_with("/header.htm") || location.ends_with("/header.html");
}

} // namespace

Identified identify_mhtml(std::string_view bytes) {
  auto const header = mime_header(message_of(bytes));
  auto const type = lower_case(mime_field(header, "Content-Type"));
  bool const is_message = !mime_field(header, "MIME-Version").empty();
  if (type.starts_with("multipart/related") || (is_message && type.starts_with("multipart/alternative")))
    return {Answer::yes, "a MIME message of parts that belong together"};
  if (is_message && (type.starts_with("text/html") || type.starts_with("multipart/mixed")))
    return {Answer::yes, "a MIME message with a page"};
  return {Answer::no, "no MIME message with a page"};
}

void read_mhtml_into(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, ReadingBuilder& builder) {
  bool any = false;
  std::uint64_t size = 0, repeated = 0;
  auto parts = mime_parts(message_of(bytes), limits.entries);
  std::stable_partition(parts.begin(), parts.end(), is_page_header);
  auto const sheets = style_sheets(parts);
  for (auto const& part : parts) {
    if (part.type != "text/html" && part.type != "application/xhtml+xml")
      continue;
    auto const page = part.decoded();
    any = true;
    if (is_frame(part, page) || builder.full())
      continue;
    if (is_hidden_sheet(page)) {
      report_hidden(part, page, limits, sink);
      continue;
    }
    size += page.size();
    repeated += sheets.size();
    if (auto const most = std::min(limits.inflated_bytes, most_repeated);
        size > limits.inflated_bytes || repeated > most)
      return sink.emit(Code::package_too_large, {{"limit", size > limits.inflated_bytes ? limits.inflated_bytes : most},
                                                 {"bytes", std::max(pages_size(parts), repeated)},
                                                 {"part", part.location}});
    auto const source = decode(page, sink);
    if (source.ok())
      read_html_fragment(builder.own(sheets + std::string(source.text)), 0, 0, limits, sink, builder);
  }
  if (!any)
    sink.emit(Code::damaged_part, {{"part", "MHTML"}, {"problem", "holds no page"}});
}

Reading read_mhtml(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  read_mhtml_into(source.bytes, limits, sink, builder);
  return std::move(builder).finish();
}

} // namespace jixiao
