#include "readers/odf/package.hpp"

#include "readers/odf/odf.hpp"
#include "readers/xml.hpp"
#include "readers/zip_directory.hpp"

#include <set>

namespace jixiao {
namespace odf {
namespace {

constexpr std::string_view content_part = "content.xml";

/// A document in one XML file says what it is in its root element.
bool is_flat(std::string_view bytes, std::string_view kind) {
  auto const head = bytes.substr(0, 8192);
  auto const root = head.find("<office:document");
  return root != std::string_view::npos && head.find(kind, root) != std::string_view::npos &&
         head.find("office:mimetype", root) != std::string_view::npos;
}

/// The media type that the package says it has, which stands in its first bytes; its manifest says it, too.
Identified identify(std::string_view bytes, std::string_view kind) {
  if (is_flat(bytes, kind))
    return {Answer::yes, "an " + std::string(kind) + " in one XML file"};
  if (!is_zip(bytes))
    return {Answer::no, "no ZIP package"};
  if (!zip_has_entry(bytes, content_part))
    return {Answer::no, "a package without content.xml"};
  Limits limits;
  limits.part_bytes = 1 << 20;
  DiagnosticSink unheard; // the reader reports
  auto package = Package::open(bytes, limits, unheard);
  auto type = package ? package->read("mimetype", false) : std::nullopt;
  if (package && !type)
    type = package->read("META-INF/manifest.xml", false);
  if (!type || type->find(kind) == std::string::npos)
    return {Answer::no, "a package that is no " + std::string(kind)};
  return {Answer::yes, "a package of an " + std::string(kind)};
}

bool is_encrypted(Package& package) {
  auto const manifest = package.read("META-INF/manifest.xml", false);
  return manifest && manifest->find("encryption-data") != std::string::npos;
}

/// The names of the master pages that styles of paragraphs and tables ask for.
void add_used_pages(pugi::xml_node root, std::set<std::string_view>& names) {
  for (auto const group : children(root))
    if (local_name(group) == "automatic-styles" || local_name(group) == "styles")
      for (auto const style : children(group))
        if (auto const name = attribute(style, "master-page-name"); !name.empty())
          names.insert(name);
}

/// Settings of how the document is shown, which are those of its first sheet where sheets have others.
bool hides_zeros(pugi::xml_node settings) {
  std::uint32_t depth = 0;
  for (auto node = settings; exists(node); node = next_in_order(node, settings, depth))
    if (local_name(node) == "config-item" && attribute(node, "name") == "ShowZeroValues")
      return std::string_view(node.child_value()) == "false";
  return false;
}

} // namespace

std::vector<pugi::xml_node> Parts::page_texts(std::string_view standard) const {
  std::set<std::string_view> used = {standard};
  auto const own = content.document_element(), common = common_styles.document_element();
  add_used_pages(own, used);
  add_used_pages(common, used);
  std::vector<pugi::xml_node> texts;
  for (auto const root : {own, common})
    for (auto const page : children(child(root, "master-styles")))
      for (auto const text : children(page)) {
        auto const name = local_name(text);
        bool const is_text = name == "header" || name == "header-first" || name == "footer" || name == "footer-first";
        if (is_text && used.contains(attribute(page, "name")) && attribute(text, "display") != "false")
          texts.push_back(text);
      }
  return texts;
}

pugi::xml_node Parts::body() const {
  auto body = child(content.document_element(), "body").first_child();
  while (exists(body) && body.type() != pugi::node_element)
    body = body.next_sibling();
  return body;
}

bool read_flat(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, Parts& parts) {
  parts.content_bytes = bytes;
  if (!parse_xml(parts.content_bytes, "the document", limits, sink, parts.content, XmlSpace::all))
    return false;
  parts.broke_off = jixiao::broke_off(sink, "the document");
  parts.styles.add(parts.content.document_element());
  if (auto const settings = child(parts.content.document_element(), "settings"); exists(settings))
    parts.hides_zeros = hides_zeros(settings);
  if (exists(parts.body()))
    return true;
  sink.emit(Code::damaged_part, {{"part", "the document"}, {"problem", "has no body"}});
  return false;
}

bool read_parts(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, Parts& parts) {
  if (!is_zip(bytes))
    return read_flat(bytes, limits, sink, parts);
  auto package = Package::open(bytes, limits, sink);
  if (!package)
    return false;
  if (is_encrypted(*package)) {
    sink.emit(Code::encrypted_document, {});
    return false;
  }
  auto content = package->read(content_part);
  if (!content)
    return false;
  parts.content_bytes = *std::move(content);
  if (!parse_xml(parts.content_bytes, content_part, limits, sink, parts.content, XmlSpace::all))
    return false;
  parts.broke_off = jixiao::broke_off(sink, content_part);
  parts.styles.add(parts.content.document_element());
  if (auto styles = package->read("styles.xml", false)) {
    parts.styles_bytes = *std::move(styles);
    if (parse_xml(parts.styles_bytes, "styles.xml", limits, sink, parts.common_styles, XmlSpace::all))
      parts.styles.add(parts.common_styles.document_element());
  }
  if (auto settings = package->read("settings.xml", false)) {
    pugi::xml_document document;
    DiagnosticSink unheard; // what they lack costs no text
    if (parse_xml(*settings, "settings.xml", limits, unheard, document, XmlSpace::all))
      parts.hides_zeros = hides_zeros(document.document_element());
  }
  if (exists(parts.body()))
    return true;
  sink.emit(Code::damaged_part, {{"part", content_part}, {"problem", "has no body"}});
  return false;
}

} // namespace odf

Identified identify_odt(std::string_view bytes) { return odf::identify(bytes, "opendocument.text"); }
Identified identify_ods(std::string_view bytes) { return odf::identify(bytes, "opendocument.spreadsheet"); }

} // namespace jixiao
