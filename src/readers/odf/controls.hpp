#pragma once

#include <pugixml.hpp>

#include <string>

namespace jixiao::odf {

/// What a form control shows that stands in a text or on a sheet (draw:control): a box, ticked or not, with its label,
/// or the value of a field. Empty for buttons, and where the form that it belongs to does not describe it.
struct Control {
  std::string text;
  bool is_known = false;
};

Control control_of(pugi::xml_node drawing);

} // namespace jixiao::odf
