#pragma once

#include "readers/page/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// Tables without lines, told by the order in which a page draws its texts. Context: programs draw a table cell by
/// cell, all lines of one before the next, row by row. Choice: lines that follow each other in the page's stream and
/// stand below each other are the text of one cell; where texts begin again at the left, a row does. Price: a page that
/// was drawn line by line shows nothing of its cells this way, and is left to where its words stand.
namespace jixiao::drawn {

/// The lines of a cell, as far as one page has them.
struct DrawnText {
  Box box;
  float size = 0;            ///< of the largest character
  float first = 0, last = 0; ///< middles of the first and of the last line
  std::uint32_t lines = 1;
  bool is_ideograph = false; ///< it is one that was drawn alone
  std::string text;          ///< without blanks

  float middle() const { return (box.y0 + box.y1) / 2; }
};

struct DrawnTexts {
  std::vector<DrawnText> texts; ///< in the order in which they were drawn
  std::size_t returns = 0;      ///< how often the next text to the right begins above the end of the one before it
};

/// The texts of a page: what somebody sees, or the layer of text behind a picture where there is little else.
DrawnTexts find_drawn_texts(PageModel const& page);

/// How far below a text the next one stands, in sizes, where it may go on with it; 0: it cannot.
float pitch_between(DrawnText const& text, DrawnText const& next);

/// True when a text begins where another ends, or right of that.
bool is_right_of(float end, DrawnText const& text);

} // namespace jixiao::drawn
