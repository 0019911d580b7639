#include "diagnostics/sink.hpp"
#include "text/utf8.hpp"
#include "writers/sarif.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t longest_snippet = 400; ///< bytes

SourceText text_of(Checked const& checked) {
  DiagnosticSink ignored; // the findings of decoding are in the document already
  return decode(has_lines(checked.document) ? checked.bytes : std::string_view(), ignored);
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::uint64_t count_characters(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).length)
    ++count;
  return count;
}

/// Not so long that a log is made of it, and cut between characters.
std::string_view snippet_of(std::string_view text) {
  if (text.size() <= longest_snippet)
    return text;
  auto end = longest_snippet;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(0, end);
}

void put_region(JsonBuffer& out, SarifSource const& source, Location const& at) {
  out.key<"region">();
  out.open('{');
  auto const place = source.find(at);
  if (at.line)
    put_number<"startLine">(out, *at.line);
  if (at.line && at.column)
    put_number<"startColumn">(out, *at.column);
  if (place && place->exact) {
    auto const text = place->line.substr(place->begin, place->end - place->begin);
    put_number<"endColumn">(out, *at.column + count_characters(text));
    if (!text.empty()) {
      out.key<"snippet">();
      put_message(out, snippet_of(text));
    }
  }
  if (at.begin && at.end && *at.begin <= *at.end) {
    put_number<"byteOffset">(out, *at.begin);
    put_number<"byteLength">(out, *at.end - *at.begin);
  }
  out.close('}');
}

/// What a carrier without lines has: the place in pages, tables, rows and cells, from 0 as in the canonical document.
void put_place(JsonBuffer& out, Location const& at) {
  out.key<"properties">();
  out.open('{');
  auto const put = [&]<JsonKey Name>(std::optional<std::uint32_t> number) {
    if (number)
      put_number<Name>(out, *number);
  };
  put.template operator()<"page">(at.page);
  put.template operator()<"table">(at.table);
  put.template operator()<"row">(at.row);
  put.template operator()<"cell">(at.cell);
  out.close('}');
}

} // namespace

std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (char const c : path) {
    auto const byte = static_cast<unsigned char>(c);
    if (is_unreserved(c))
      out += c;
    else
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

void put_message(JsonBuffer& out, std::string_view text) {
  out.open('{');
  out.key<"text">();
  out.string(text);
  out.close('}');
}

SarifSource::SarifSource(Checked const& checked)
    : name_(checked.name), media_type_(checked.document.source.media_type), text_(text_of(checked)),
      lines_(text_.text) {}

void put_locations(JsonBuffer& out, SarifSource const& source, Diagnostic const& finding) {
  auto const& at = finding.at;
  out.key<"locations">();
  out.open('[');
  out.next();
  out.open('{');
  out.key<"physicalLocation">();
  out.open('{');
  out.key<"artifactLocation">();
  out.open('{');
  out.key<"uri">();
  out.string(uri_of(source.name()));
  out.close('}');
  if (at.line || (at.begin && at.end))
    put_region(out, source, at);
  out.close('}');
  if (!finding.path.empty()) {
    out.key<"logicalLocations">();
    out.open('[');
    out.next();
    out.open('{');
    out.key<"fullyQualifiedName">();
    out.string(finding.path);
    out.key<"kind">();
    out.string("element");
    out.close('}');
    out.close(']');
  }
  if (at.page || at.table || at.row || at.cell)
    put_place(out, at);
  out.close('}');
  out.close(']');
}

} // namespace jixiao
