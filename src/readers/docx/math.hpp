#pragma once

#include <pugixml.hpp>

#include <string>

namespace jixiao::docx {

/// Appends an equation (m:oMath) in a line: "≥95%", "a/b", "(a+b)/c", "10²", "√x". Deleted runs are left out.
void append_math(pugi::xml_node math, std::string& out);

} // namespace jixiao::docx
