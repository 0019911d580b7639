#pragma once

#include "readers/html/styles.hpp"
#include "readers/html/table.hpp"

#include <gumbo.h>

#include <unordered_map>

namespace jixiao {

/// Tables that a style sheet makes of elements which are none: a grid of so many columns, and flexible boxes below each
/// other, whose parts stand side by side. What holds a table in it lays out the page, and is none.
class HtmlGrids {
public:
  HtmlGrids(GumboNode const& root, HtmlStyles& styles);

  /// The table that an element is; null when it is none.
  HtmlTable const* find(GumboNode const& element) const;

private:
  std::unordered_map<GumboNode const*, HtmlTable> tables_;
};

} // namespace jixiao
