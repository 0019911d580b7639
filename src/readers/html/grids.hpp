#pragma once

#include "readers/html/styles.hpp"
#include "readers/html/table.hpp"

#include <gumbo.h>

#include <unordered_map>

namespace jixiao {

/// Tables that a style sheet makes of elements which are none: a grid of so many columns, and flexible boxes below each
/// other, whose parts stand side by side; and what stands for a table of labels and values without any style: lists of
/// terms, and labels with their values in boxes of their own. What holds a table in it lays out the page, and is none.
class HtmlGrids {
public:
  HtmlGrids(GumboNode const& root, HtmlStyles& styles);

  /// The table that an element is; null when it is none.
  HtmlTable const* find(GumboNode const& element) const;

private:
  std::unordered_map<GumboNode const*, HtmlTable> tables_;
};

/// True for an element that is a label with a colon, or its value, in boxes of their own that belong together.
bool is_label_or_its_value(GumboNode const& node, HtmlStyles& styles);

} // namespace jixiao
