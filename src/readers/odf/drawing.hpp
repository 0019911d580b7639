#pragma once

#include "readers/xlsx/drawing_part.hpp"

#include <pugixml.hpp>

#include <vector>

namespace jixiao::odf {

/// What floats over a sheet among the children of `parent`: a cell at this place, or the table:shapes of a page. Text
/// boxes and drawn shapes with their text, pictures and objects as what cannot be read.
std::vector<SheetDrawing> sheet_drawings(pugi::xml_node parent, std::uint32_t row, std::uint32_t column);

} // namespace jixiao::odf
