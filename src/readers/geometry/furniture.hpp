#pragma once

#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// The lines of one page, into words of its own.
struct PageLines {
  std::vector<Word> words;
  std::vector<TextLine> lines;
  double height = 0; ///< of the page; 0: unknown
};

/// Takes page numbers, and heads and feet that repeat from page to page, from the lines.
void remove_furniture(std::vector<PageLines>& pages, bool exact);

} // namespace jixiao
