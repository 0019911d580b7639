#include "readers/pdf/attachments.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao::pdf {
namespace {

constexpr std::size_t most_files = 10, most_nodes = 100;

std::string string_in(Object object) { return object.isString() ? object.getUTF8Value() : std::string(); }

void add_file(Object const& file, std::vector<std::string>& names) {
  auto name = string_in(value(file, "/UF"));
  name = name.empty() ? string_in(value(file, "/F")) : name;
  if (names.size() < most_files && !value(file, "/EF").isNull())
    names.push_back(name.empty() ? "?" : name);
}

/// Of a tree of names: pairs of a name and a file, and further nodes.
void add_files_of_tree(Object const& root, std::vector<std::string>& names) {
  std::vector<Object> waiting = {root};
  for (std::size_t seen = 0; !waiting.empty() && seen < most_nodes; ++seen) {
    auto const node = waiting.back();
    waiting.pop_back();
    auto pairs = value(node, "/Names"), kids = value(node, "/Kids");
    for (int i = 1; pairs.isArray() && i < pairs.getArrayNItems() && names.size() < most_files; i += 2)
      add_file(pairs.getArrayItem(i), names);
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems() && waiting.size() < most_nodes; ++i)
      waiting.push_back(kids.getArrayItem(i));
  }
}

bool is_of_kind(Object const& annotation, std::string_view kind) {
  auto found = value(annotation, "/Subtype");
  return found.isName() && found.getName() == kind;
}

} // namespace

std::vector<std::string> attached_files(PdfFile const& file) {
  std::vector<std::string> names;
  guarded([&] { add_files_of_tree(value(value(file.qpdf->getRoot(), "/Names"), "/EmbeddedFiles"), names); });
  for (auto const& page : file.pages)
    guarded([&] {
      auto annotations = value(page.page, "/Annots");
      for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems() && names.size() < most_files; ++i)
        if (is_of_kind(annotations.getArrayItem(i), "/FileAttachment"))
          add_file(value(annotations.getArrayItem(i), "/FS"), names);
    });
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string comment_of(Object const& annotation) {
  constexpr std::array<std::string_view, 11> kinds = {"/Text",  "/Highlight", "/Underline", "/StrikeOut",
                                                      "/Caret", "/Squiggly",  "/Square",    "/Circle",
                                                      "/Line",  "/Polygon",   "/Ink"};
  constexpr int hidden = 2;
  bool const is_comment = std::ranges::any_of(kinds, [&](auto kind) { return is_of_kind(annotation, kind); });
  bool const is_shown = (static_cast<int>(number(value(annotation, "/F"), 0)) & hidden) == 0;
  return is_comment && is_shown ? string_in(value(annotation, "/Contents")) : std::string();
}

} // namespace jixiao::pdf
