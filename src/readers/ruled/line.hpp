#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao {

/// What a table is drawn with: box-drawing characters (│┌─┐), or + - = |.
enum class RuleStyle : std::uint8_t { none, box, ascii };

/// A vertical rule or a junction of rules in a line.
struct Bar {
  int column = 0;       ///< display column
  std::uint32_t at = 0; ///< byte offset in the line
  std::uint8_t length = 0;
};

/// What stands between two bars.
struct Stretch {
  std::string_view text;
  bool is_rule = false; ///< a horizontal rule
};

/// A line of a table as drawn: n bars and the n - 1 stretches between them.
struct DrawnLine {
  std::vector<Bar> bars;
  std::vector<Stretch> stretches;

  bool has_rule() const;
};

/// The style of a line that begins and ends with a bar; none for any other line.
RuleStyle rule_style(std::string_view line);

/// Takes a line apart. At most `most_bars` are looked for, the rest of the line is text. Characters of ambiguous width
/// count `ambiguous` cells.
DrawnLine draw_line(std::string_view line, RuleStyle style, int ambiguous, std::size_t most_bars);

} // namespace jixiao
