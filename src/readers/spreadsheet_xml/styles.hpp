#pragma once

#include "readers/number_format/number_format.hpp"
#include "readers/xlsx/fonts.hpp"
#include "readers/xlsx/sheet.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// What a style of a workbook of 2003 changes of the text that is shown.
struct XmlSheetStyle {
  NumberFormat format;
  SheetFont font;
  Colour background = white_colour;
};

/// The styles of a workbook by their identifiers, with what they have from their parents.
class XmlSheetStyles {
public:
  /// `styles` is the Styles element, or a null node.
  explicit XmlSheetStyles(pugi::xml_node styles);

  XmlSheetStyle const& find(std::string_view id) const;

private:
  std::map<std::string, XmlSheetStyle, std::less<>> styles_;
  XmlSheetStyle plain_;
};

/// The font that an element of a text (`Font`, `S`, `B` of HTML) gives it, on top of another.
SheetFont font_of_element(pugi::xml_node element, SheetFont font);

/// What a conditional format says in declarations: "color:white;text-line-through:single".
ConditionalLook conditional_look_of(std::string_view declarations);

/// "R6C3:R6C5,R8C3", counted from 1.
std::vector<SheetRange> numbered_ranges(std::string_view list);

} // namespace jixiao
