#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace jixiao {

/// The texts of a sheet's page header and footer (ECMA-376 part 1, 18.3.1.46): of pages other than the first or the
/// even ones. Codes for page numbers, dates and fonts are no text, and what has no ideograph besides them is none.
void read_page_header(pugi::xml_node header_footer, std::vector<std::string>& above, std::vector<std::string>& below);

} // namespace jixiao
