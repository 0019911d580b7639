#pragma once

#include "readers/left_out.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// Something that lies over a sheet. Rows and columns count from 0.
struct SheetDrawing {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  std::string text;                  ///< of a text box or a check box
  std::string unread;                ///< "a picture": what it shows that has no text; empty when nothing
  bool is_control = false;           ///< its text belongs to the cell that it begins in
  std::vector<TextFinding> findings; ///< on its text
};

/// DrawingML over a sheet (ECMA-376 part 1, 20.5). Controls are left to read_vml_drawings.
std::vector<SheetDrawing> read_drawings(pugi::xml_node root);

/// VML: check boxes and option buttons with their state (`☑是`), and other controls. Comments are left out.
std::vector<SheetDrawing> read_vml_drawings(pugi::xml_node root);

} // namespace jixiao
