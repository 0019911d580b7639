#include "readers/xlsx/sieve.hpp"

#include "readers/xml.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::uint64_t chunk = 1 << 20;

/// Length of what stands at `at`, when it is an element of this name without content; `npos` when its end is not there
/// yet, and 0 when it is something else.
std::size_t empty_element(std::string_view text, std::size_t at, std::string_view name) {
  auto const rest = text.substr(at + 1);
  if (!rest.starts_with(name))
    return name.starts_with(rest) ? std::string_view::npos : 0;
  auto const behind = rest.substr(name.size());
  if (!behind.empty() && std::string_view(" />\t\r\n").find(behind.front()) == std::string_view::npos)
    return 0;
  auto const close = rest.find('>');
  if (close == std::string_view::npos)
    return std::string_view::npos;
  if (rest[close - 1] == '/')
    return close + 2;
  auto const end = rest.substr(close + 1, name.size() + 3);
  std::string const wanted = "</" + std::string(name) + ">";
  if (end.size() < wanted.size() && std::string_view(wanted).starts_with(end))
    return std::string_view::npos;
  return end == wanted ? close + 2 + wanted.size() : 0;
}

} // namespace

void SheetSieve::add(std::string_view piece) {
  waiting_ += piece;
  sift(false);
}

std::string SheetSieve::take() {
  sift(true);
  out_ += waiting_;
  return std::move(out_);
}

/// Rows that are hidden, cells that say more than a style, and what does not say where it stands, stay.
bool SheetSieve::keeps(std::string_view element) {
  bool const says_place = element.find(" r=") != std::string_view::npos; // others are counted
  return !says_place || element.find("hidden") != std::string_view::npos ||
         element.find(" vm=") != std::string_view::npos || element.find(" ht=\"0\"") != std::string_view::npos;
}

void SheetSieve::sift(bool is_last) {
  constexpr std::size_t longest_tag = 4096;
  std::string_view const text = waiting_;
  std::size_t at = 0, kept = 0;
  auto const pass = [&](std::size_t to) {
    out_.append(text.substr(kept, to - kept));
    kept = to;
  };
  while (at < text.size()) {
    at = std::min(text.find('<', at), text.size());
    if (at == text.size())
      break;
    auto length = empty_element(text, at, "c");
    if (length == 0) {
      // A row whose cells were all left out is one whose beginning is the last that was kept.
      length = empty_element(text, at, "row");
    }
    if (length == std::string_view::npos && !is_last && text.size() - at < longest_tag)
      break;
    if (length == 0 || length == std::string_view::npos || keeps(text.substr(at, length))) {
      bool const ends_row = text.substr(at).starts_with("</row>");
      if (!ends_row && !is_last && text.size() - at < 6 && std::string_view("</row>").starts_with(text.substr(at)))
        break;
      if (ends_row) {
        pass(at);
        auto const begin = out_.rfind("<row");
        auto const open = begin == std::string::npos ? begin : out_.find('>', begin);
        if (open != std::string::npos && open + 1 == out_.size() && !keeps(std::string_view(out_).substr(begin))) {
          left_out_ += out_.size() - begin + 6;
          out_.resize(begin);
          at += 6;
          kept = at;
          continue;
        }
      }
      ++at;
      continue;
    }
    pass(at);
    at += length;
    kept = at;
    left_out_ += length;
  }
  pass(at);
  waiting_.erase(0, at);
}

bool parse_sheet_part(Package& package, std::string_view part, Limits const& limits, DiagnosticSink& sink,
                      std::string& bytes, pugi::xml_document& document) {
  auto stream = package.stream(part);
  if (!stream)
    return false;
  SheetSieve sieve;
  std::string piece;
  std::uint64_t forgiven = 0;
  while (stream->read_more(piece, chunk)) {
    sieve.add(piece);
    piece.clear();
    stream->forgive(sieve.left_out() - forgiven);
    forgiven = sieve.left_out();
  }
  if (stream->has_failed())
    return false;
  sieve.add(piece);
  bytes = sieve.take();
  return parse_xml(bytes, part, limits, sink, document);
}

} // namespace jixiao
