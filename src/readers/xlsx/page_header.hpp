#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// True for a text with a Chinese character.
bool has_ideograph(std::string_view text);

/// Adds the texts of a page header or footer (ECMA-376 part 1, 18.3.1.46). Codes for page numbers, dates and fonts are
/// no text, and what has no ideograph besides them is none.
void add_page_header(std::string_view code, std::vector<std::string>& texts);

/// The texts of a sheet's page header and footer: of pages other than the first or the even ones.
void read_page_header(pugi::xml_node header_footer, std::vector<std::string>& above, std::vector<std::string>& below);

} // namespace jixiao
