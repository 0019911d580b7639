#include "readers/relationships.hpp"

#include "readers/xml.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {
namespace {

std::string_view folder_of(std::string_view part) {
  auto const slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

std::string relationships_part(std::string_view part) {
  auto const folder = folder_of(part);
  auto const name = folder.empty() ? part : part.substr(folder.size() + 1);
  return std::string(folder).append(folder.empty() ? "" : "/").append("_rels/").append(name).append(".rels");
}

/// Undoes percent-encoding, and the backslashes of some writers.
std::string decode_target(std::string_view target) {
  std::string decoded;
  for (std::size_t at = 0; at < target.size(); ++at) {
    unsigned byte = 0;
    auto const digits = target.substr(at, 3);
    if (digits.size() == 3 && digits[0] == '%' &&
        std::from_chars(digits.data() + 1, digits.data() + 3, byte, 16).ptr == digits.data() + 3) {
      decoded += static_cast<char>(byte);
      at += 2;
    } else {
      decoded += target[at] == '\\' ? '/' : target[at];
    }
  }
  return decoded;
}

} // namespace

std::string resolve_target(std::string_view part, std::string_view target) {
  auto const decoded = decode_target(target);
  std::string path(decoded.starts_with('/') ? std::string_view() : folder_of(part));
  std::string_view rest = decoded;
  while (!rest.empty()) {
    auto const step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(step.size() + 1, rest.size()));
    if (step == "..")
      path.resize(folder_of(path).size());
    else if (!step.empty() && step != ".")
      path.append(path.empty() ? "" : "/").append(step);
  }
  return path;
}

std::vector<Relationship> read_relationships(Package& package, std::string_view part, Limits const& limits,
                                             DiagnosticSink& sink) {
  std::vector<Relationship> relationships;
  auto const name = relationships_part(part);
  auto bytes = package.read(name, false);
  pugi::xml_document document;
  if (!bytes || !parse_xml(*bytes, name, limits, sink, document))
    return relationships;
  for (auto const node : document.document_element().children()) {
    if (local_name(node) != "Relationship" || attribute(node, "TargetMode") == "External")
      continue;
    auto const type = attribute(node, "Type");
    relationships.push_back({std::string(attribute(node, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                             resolve_target(part, attribute(node, "Target"))});
  }
  return relationships;
}

} // namespace jixiao
