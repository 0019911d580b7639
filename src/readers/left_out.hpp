#pragma once

#include "readers/colour.hpp"

#include <jixiao/diagnostic.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// What a reader finds in a cell's or a paragraph's text before that is put, for ReadingBuilder::note().
struct TextFinding {
  Code code{};
  std::vector<Argument> arguments;
};

/// Text that stands in a document and is no part of what it says. Stretches of a kind that follow one another are one
/// finding: `add(struck, "80"), add(struck, "%")` gives "80%".
class LeftOut {
public:
  enum Kind : std::uint8_t { struck, hidden, white_on_white, as_background, in_hidden_row, prompt };

  void add(Kind kind, std::string_view text);

  /// Text that is read stands between what was added and what is added next.
  void end_stretch();

  void find(Code code, std::vector<Argument> arguments);

  /// What was found since the last call.
  std::vector<TextFinding> take();

private:
  std::vector<TextFinding> findings_;
  std::string stretch_;
  Kind kind_ = struck;
};

/// What text is that has the colour of what is behind it.
inline LeftOut::Kind lost_on(Colour background) {
  return background == white_colour ? LeftOut::white_on_white : LeftOut::as_background;
}

/// True for a text that is short and has a digit: without the sign that a graphic beside it shows, it says something
/// else.
bool is_value_beside_graphic(std::string_view text);

} // namespace jixiao
