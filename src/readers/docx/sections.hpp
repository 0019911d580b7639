#pragma once

#include "readers/docx/parts.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace jixiao::docx {

/// The sections of a document, and the page headers and footers that their pages show.
class Sections {
public:
  explicit Sections(Parts& parts) : parts_(parts) {}

  /// Lists the sections of a body.
  void find(pugi::xml_node body);

  /// Goes on with the next section.
  void next() { ++current_; }

  /// The roots of what pages of the current section show above and below their text.
  std::vector<pugi::xml_node> headers() { return shown("headerReference", "hdr"); }
  std::vector<pugi::xml_node> footers() { return shown("footerReference", "ftr"); }

private:
  std::vector<pugi::xml_node> shown(std::string_view reference, std::string_view element);
  bool shows(std::string_view type, pugi::xml_node section);

  Parts& parts_;
  std::vector<pugi::xml_node> sections_; ///< w:sectPr
  std::size_t current_ = 0;
  std::optional<bool> even_pages_differ_;
};

} // namespace jixiao::docx
