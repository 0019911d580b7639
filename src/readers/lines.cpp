#include "readers/lines.hpp"

#include "readers/tsv/scan.hpp"

namespace jixiao {
namespace {

/// How the line that ends at `end` goes over into the next.
struct LineEnd {
  std::size_t length = 0;
  bool counts = false, turns_page = false;
};

LineEnd line_end(std::string_view text, std::size_t end) {
  switch (text[end]) {
  case '\r':
    return {text.substr(end + 1).starts_with('\n') ? 2U : 1U, true, false};
  case '\n':
    return {1, true, false};
  case '\f':
    return {1, false, true};
  case '\v':
    return {1, false, false};
  default:
    return {3, false, false};
  }
}

} // namespace

std::vector<Line> split_lines(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto const text = source.text;
  std::vector<Line> lines;
  lines.reserve(count_byte(text, '\n') + 1);
  std::uint32_t number = 1, page = text.find('\f') == std::string_view::npos ? 0 : 1;
  SeparatorScan separators(text);
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = separators.next();
    while (end < text.size() && (text[end] == '\t' || end < begin)) // the LF of a CR LF was passed already
      end = separators.next();
    if (end - begin > limits.line_bytes) {
      Location at;
      at.line = number;
      at.begin = source.source_offset(begin);
      at.end = source.source_offset(end);
      sink.emit(Code::line_too_long, {{"bytes", end - begin}, {"limit", limits.line_bytes}}, at);
    } else {
      lines.push_back({text.substr(begin, end - begin), number, static_cast<std::uint32_t>(begin), page});
    }
    if (end == text.size())
      break;
    auto const next = line_end(text, end);
    number += next.counts ? 1 : 0;
    page += next.turns_page ? 1 : 0;
    begin = end + next.length;
  }
  return lines;
}

} // namespace jixiao
