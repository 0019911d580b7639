#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace jixiao::docx {

/// What a drawing (w:drawing, w:pict, w:object) shows.
struct Graphic {
  std::vector<pugi::xml_node> boxes; ///< w:txbxContent of its text boxes
  std::string words;                 ///< kept in the drawing itself: WordArt, DrawingML
  std::string unread;                ///< "a picture": what it shows besides, which has no text; empty when nothing
  bool hidden = false;               ///< with all that stands in it
  bool in_line = false;              ///< stands among the characters, not beside them
};

/// Of the two forms of a drawing (mc:Choice, mc:Fallback) the first is read. Lines and shapes without words show
/// nothing, and neither do watermarks.
Graphic read_graphic(pugi::xml_node node);

} // namespace jixiao::docx
