#pragma once

#include "readers/page/page.hpp"

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

/// What is told of text that stands on a page and is not read.
namespace jixiao {

/// A cell of a table of the page; without one: outside of all.
using PagePlace = std::optional<std::pair<std::uint32_t, std::uint32_t>>;

/// Finds the cell at a place for a text of this size.
using CellAt = std::function<PagePlace(float x, float y, float size)>;

/// Struck, white and hidden text, and what is told of places, by the cells in which it stands. A layer of text behind a
/// picture of the page is read, and not told of.
std::map<PagePlace, std::vector<TextFinding>> find_asides(PageModel const& page, CellAt const& cell_at);

/// True when most of the page's text is not seen: a layer behind a picture says what that shows.
bool has_text_layer(PageModel const& page);

} // namespace jixiao
