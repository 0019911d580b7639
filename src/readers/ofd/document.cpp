#include "readers/ofd/document.hpp"

#include "readers/xml.hpp"

namespace jixiao::ofd {
namespace {

constexpr std::size_t most_parts = 1000; // of resources
constexpr std::size_t most_annotated = 100'000;

void read_common(pugi::xml_node common, std::string_view from, Parts& parts, Document& document) {
  document.area = physical_box(child(common, "PageArea"), document.area);
  for (auto const node : children(common)) {
    auto const name = local_name(node);
    if (name == "PublicRes" || name == "DocumentRes")
      add_resources(node.child_value(), from, parts, document);
    else if (name == "TemplatePage")
      document.templates.try_emplace(reference(attribute(node, "ID")), parts.find(attribute(node, "BaseLoc"), from));
  }
}

/// Which parts hold the annotations of which page.
void read_annotations(std::string_view location, std::string_view from, Parts& parts, Document& document) {
  auto const list = parts.open(parts.find(location, from));
  if (list == nullptr)
    return;
  std::size_t count = 0;
  for (auto const page : children(list->root()))
    for (auto const file : children(page))
      if (local_name(file) == "FileLoc" && ++count <= most_annotated)
        document.annotations[reference(attribute(page, "PageID"))].push_back(
            parts.find(file.child_value(), list->name));
}

} // namespace

void Resources::add(pugi::xml_node root) {
  for (auto const list : children(root))
    for (auto const node : children(list)) {
      auto const name = local_name(node);
      auto const id = reference(attribute(node, "ID"));
      if (name == "Font")
        fonts.try_emplace(id, attribute(node, "FontName"));
      else if (name == "DrawParam")
        draw_params.try_emplace(id, node);
      else if (name == "CompositeGraphicUnit")
        units.try_emplace(id, node);
    }
}

void add_resources(std::string_view location, std::string_view from, Parts& parts, Document& document) {
  auto name = parts.find(location, from);
  if (document.kept.size() >= most_parts || document.kept.contains(name))
    return;
  auto part = parts.open(name);
  if (part != nullptr)
    document.resources.add(part->root());
  document.kept.emplace(std::move(name), std::move(part));
}

Place physical_box(pugi::xml_node area, Place const& otherwise) {
  auto const own = place(child(area, "PhysicalBox").child_value());
  return own && own->width > 0 && own->height > 0 ? *own : otherwise;
}

std::unique_ptr<Document> open_document(std::string_view part, Parts& parts) {
  auto root = parts.open(part);
  if (root == nullptr)
    return nullptr;
  auto document = std::make_unique<Document>();
  for (auto const node : children(root->root())) {
    auto const name = local_name(node);
    if (name == "CommonData")
      read_common(node, part, parts, *document);
    else if (name == "Annotations")
      read_annotations(node.child_value(), part, parts, *document);
    else if (name == "Pages")
      for (auto const page : children(node))
        if (local_name(page) == "Page")
          document->pages.push_back({reference(attribute(page, "ID")), parts.find(attribute(page, "BaseLoc"), part)});
  }
  return document;
}

} // namespace jixiao::ofd
