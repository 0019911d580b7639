#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// A stretch of text as it is printed, and what it spans in the source, [begin, end).
struct HtmlText {
  std::string text;
  std::size_t begin = 0, end = 0;
};

/// Where the lines of a text begin, as an editor counts: LF, CR LF and CR end one.
std::vector<std::size_t> line_begins(std::string_view text);

/// Lays out text as browsers do: white space collapses, and goes at the ends of a line; where a line of the source ends
/// between Chinese characters there is nothing. Raised and lowered digits become characters of their own.
class HtmlFlow {
public:
  enum class Script : std::uint8_t { none, raised, lowered };

  /// Text that stands at [begin, end) of the source.
  void add(std::string_view text, std::size_t begin, std::size_t end, Script script);

  /// As add, with each white space kept as it is; the text holds no line ends.
  void add_preformatted(std::string_view text, std::size_t begin, std::size_t end);

  /// White space that separates words.
  void space() { space_ = true; }

  /// What follows stands in another cell on the same line, whatever ended before.
  void next_cell() { gap_ = true, line_ = false; }

  /// What follows stands in the next row of a table in a cell: on a new line.
  void next_row() { gap_ = line_ = true; }

  /// What follows stands on a new line.
  void line() { line_ = true; }

  /// Text to stand before the next text: a list item's number.
  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }

  bool empty() const { return out_.text.empty(); }

  HtmlText take();

private:
  void separate(std::string_view next);
  void span(std::size_t begin, std::size_t end);

  HtmlText out_;
  std::string prefix_;
  bool space_ = false, wrap_ = false, line_ = false, gap_ = false; ///< wrap_: the white space has a line end in it
};

} // namespace jixiao
