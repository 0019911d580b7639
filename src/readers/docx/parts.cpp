#include "readers/docx/parts.hpp"

#include "readers/mime_encodings.hpp"
#include "readers/zip_directory.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace jixiao::docx {
namespace {

/// The part that holds the relationships of a part; those of the package when `part` is empty.
std::string relationships_of(std::string_view part) {
  auto const name = part.rfind('/') + 1; // 0 when there is no slash
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

/// A target as a part name without a leading slash; relative ones begin in the folder of `source`.
std::string resolve(std::string_view source, std::string_view target) {
  std::string path = target.starts_with('/') ? "" : std::string(source.substr(0, source.rfind('/') + 1));
  path += target;
  std::vector<std::string_view> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    auto const end = std::min(path.find('/', begin), path.size());
    auto const segment = std::string_view(path).substr(begin, end - begin);
    if (segment == ".." && !segments.empty())
      segments.pop_back();
    else if (segment != ".." && segment != "." && !segment.empty())
      segments.push_back(segment);
    begin = end + 1;
  }
  std::string name;
  for (auto const segment : segments)
    name.append(name.empty() ? "" : "/").append(segment);
  return name;
}

std::string_view without_slash(std::string_view name) { return name.substr(name.starts_with('/') ? 1 : 0); }

} // namespace

Parts::Parts(std::string_view bytes, Limits const& limits, DiagnosticSink& sink) : limits_(limits), sink_(sink) {
  if (is_zip(bytes))
    package_ = Package::open(bytes, limits, sink);
  else if (bytes.size() > limits.part_bytes)
    sink.emit(Code::part_too_large, {{"part", "XML"}, {"bytes", bytes.size()}, {"limit", limits.part_bytes}});
  else
    flat_ = parse(std::string(bytes), "XML");
}

pugi::xml_node Parts::parse(std::string bytes, std::string_view name) {
  auto& part = parts_.emplace_back();
  part.bytes = std::move(bytes);
  if (!parse_xml(part.bytes, name, limits_, sink_, part.document))
    return {};
  return part.document.document_element();
}

pugi::xml_node Parts::packed_root(std::string_view name, bool required) {
  auto bytes = package_->read(name, required);
  return bytes ? parse(std::move(*bytes), name) : pugi::xml_node();
}

pugi::xml_node Parts::flat_root(std::string_view name, bool required) {
  for (auto const part : jixiao::children(flat_))
    if (without_slash(jixiao::attribute(part, "name")) == name)
      return jixiao::child(part, "xmlData").first_child();
  if (required)
    sink_.emit(Code::damaged_part, {{"part", name}, {"problem", "is missing"}});
  return {};
}

pugi::xml_node Parts::root_of(std::string_view name, bool required) {
  return package_ ? packed_root(name, required) : flat_root(name, required);
}

std::string Parts::target(std::string_view of, pugi::xml_node relationships, std::string_view type) {
  auto const ending = '/' + std::string(type);
  for (auto const relationship : children(relationships))
    if (attribute(relationship, "Type").ends_with(ending) && attribute(relationship, "TargetMode") != "External")
      return resolve(of, attribute(relationship, "Target"));
  return {};
}

pugi::xml_node Parts::main() {
  if (!package_ && local_name(flat_) != "package")
    return flat_;
  main_name_ = target("", root_of(relationships_of(""), false), "officeDocument");
  if (main_name_.empty())
    main_name_ = "word/document.xml";
  return root_of(main_name_, true);
}

bool Parts::has_relationships() {
  if (!package_ && local_name(flat_) != "package")
    return false;
  if (!relationships_)
    relationships_ = root_of(relationships_of(main_name_), false);
  return true;
}

std::string Parts::related_name(std::string_view type) {
  return has_relationships() ? target(main_name_, *relationships_, type) : std::string();
}

std::string Parts::name_by_id(std::string_view id) {
  if (!has_relationships())
    return {};
  for (auto const relationship : children(*relationships_))
    if (attribute(relationship, "Id") == id && attribute(relationship, "TargetMode") != "External")
      return resolve(main_name_, attribute(relationship, "Target"));
  return {};
}

pugi::xml_node Parts::part(std::string_view id) {
  auto const name = name_by_id(id);
  return name.empty() ? pugi::xml_node() : root_of(name, false);
}

Parts::Content Parts::content(std::string_view id) {
  auto name = name_by_id(id);
  if (name.empty())
    return {};
  if (package_) {
    auto bytes = package_->read(name);
    return {std::move(name), std::move(bytes)};
  }
  for (auto const part : jixiao::children(flat_)) {
    if (without_slash(jixiao::attribute(part, "name")) != name)
      continue;
    if (auto const packed = jixiao::child(part, "binaryData"))
      return {std::move(name), decode_base64(packed.child_value())};
    std::ostringstream text;
    jixiao::child(part, "xmlData").first_child().print(text, "", pugi::format_raw);
    return {std::move(name), std::move(text).str()};
  }
  return {std::move(name), std::nullopt};
}

pugi::xml_node Parts::styles() { return has_relationships() ? related("styles") : jixiao::child(flat_, "styles"); }

pugi::xml_node Parts::related(std::string_view type) {
  auto const name = related_name(type);
  return name.empty() ? pugi::xml_node() : root_of(name, false);
}

std::vector<pugi::xml_node> Parts::all_related(std::string_view type) {
  constexpr std::size_t most = 16;
  std::vector<pugi::xml_node> roots;
  if (!has_relationships())
    return roots;
  auto const ending = '/' + std::string(type);
  for (auto const relationship : children(*relationships_))
    if (roots.size() < most && attribute(relationship, "Type").ends_with(ending) &&
        attribute(relationship, "TargetMode") != "External")
      if (auto const root = root_of(resolve(main_name_, attribute(relationship, "Target")), false); exists(root))
        roots.push_back(root);
  return roots;
}

pugi::xml_node Parts::of_package(std::string_view type) {
  if (!has_relationships())
    return {};
  auto const name = target("", root_of(relationships_of(""), false), type);
  return name.empty() ? pugi::xml_node() : root_of(name, false);
}

std::optional<Package::Stream> Parts::related_stream(std::string_view type) {
  auto const name = package_ ? related_name(type) : std::string();
  return name.empty() ? std::nullopt : package_->stream(name, false);
}

} // namespace jixiao::docx
