#pragma once

#include "diagnostics/sink.hpp"
#include "text/source_text.hpp"
#include "text/words.hpp"

#include <jixiao/convert.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao {

/// A line of a text carrier, without what ends it.
struct Line {
  std::string_view text;
  std::uint32_t number = 0; ///< 1-based, as an editor counts: LF, CR LF and CR end a line
  std::uint32_t begin = 0;  ///< byte offset in the decoded text
  std::uint32_t page = 0;   ///< 1-based; 0 when the text has no form feed
};

/// The lines of a text. VT, U+2028 and U+2029 end a line too, and a form feed ends one and turns the page; these
/// leave the number as it is. A line over the limit is reported and left out. Linear.
std::vector<Line> split_lines(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

/// Where the first line feed or carriage return from `at` on stands, or the text's end.
inline std::size_t find_line_end(std::string_view text, std::size_t at) {
  for (; text.size() - at >= 8; at += 8) {
    auto const word = load_word(text.data() + at);
    if (auto const ends = equal_bits(word, '\n') | equal_bits(word, '\r'); ends != 0)
      return at + first_high_bit(ends);
  }
  while (at < text.size() && text[at] != '\n' && text[at] != '\r')
    ++at;
  return at;
}

} // namespace jixiao
