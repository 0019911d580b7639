#include "readers/ofd/parts.hpp"

#include "readers/xml.hpp"

namespace jixiao::ofd {
namespace {

std::string_view folder_of(std::string_view part) {
  auto const slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

/// The path of `location` below `folder`, without "." and "..", which lead no further than to the root.
std::string joined(std::string_view folder, std::string_view location) {
  std::string path(folder);
  while (!location.empty()) {
    auto const end = std::min(location.find_first_of("/\\"), location.size());
    auto const step = location.substr(0, end);
    location.remove_prefix(std::min(end + 1, location.size()));
    if (step == "..")
      path = folder_of(path);
    else if (!step.empty() && step != ".")
      path.append(path.empty() ? "" : "/").append(step);
  }
  return path;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  auto const begin = std::min(text.find_first_not_of(space), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(space) + 1);
}

} // namespace

std::string Parts::find(std::string_view location, std::string_view from) const {
  location = trimmed(location);
  auto folder = location.starts_with('/') ? std::string_view() : folder_of(from);
  auto const meant = joined(folder, location);
  for (auto part = meant;; part = joined(folder, location)) {
    if (package_.has(part))
      return part;
    if (folder.empty())
      return meant;
    folder = folder_of(folder);
  }
}

std::unique_ptr<Part> Parts::open(std::string_view part) {
  auto bytes = package_.read(part);
  if (!bytes)
    return nullptr;
  auto opened = std::make_unique<Part>();
  opened->name = part;
  opened->bytes = *std::move(bytes);
  return parse_xml(opened->bytes, part, limits_, sink_, opened->document) ? std::move(opened) : nullptr;
}

} // namespace jixiao::ofd
