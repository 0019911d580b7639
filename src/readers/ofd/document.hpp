#pragma once

#include "readers/ofd/parts.hpp"
#include "readers/ofd/values.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace jixiao::ofd {

/// What pages refer to by numbers.
struct Resources {
  std::map<std::uint32_t, std::string> fonts; ///< names
  std::map<std::uint32_t, pugi::xml_node> draw_params;
  std::map<std::uint32_t, pugi::xml_node> units; ///< CompositeGraphicUnit

  void add(pugi::xml_node root);
};

/// One document of a package.
struct Document {
  struct Page {
    std::uint32_t id = 0;
    std::string part;
  };

  std::map<std::string, std::unique_ptr<Part>> kept; ///< parts of resources, whose nodes are referred to
  Resources resources;
  Place area{0, 0, 210, 297};
  std::vector<Page> pages;
  std::map<std::uint32_t, std::string> templates;                ///< parts, by number
  std::map<std::uint32_t, std::vector<std::string>> annotations; ///< parts, by page
};

/// Reads what a document consists of; nothing when its part cannot be read, which is reported.
std::unique_ptr<Document> open_document(std::string_view part, Parts& parts);

/// Adds the resources of a part, once; what cannot be read is reported.
void add_resources(std::string_view location, std::string_view from, Parts& parts, Document& document);

/// The place of a page of this or of the area's own PhysicalBox.
Place physical_box(pugi::xml_node area, Place const& otherwise);

} // namespace jixiao::ofd
