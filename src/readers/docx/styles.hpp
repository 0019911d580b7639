#pragma once

#include "readers/docx/parts.hpp"

#include <pugixml.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::docx {

/// The styles of a document, by identifier. The part of styles is the largest that templates bring, and a document
/// uses few of them: it is inflated up to the style that is asked for, and that style alone is parsed.
class Styles {
public:
  explicit Styles(Parts& parts) : parts_(parts) {}

  /// The w:style element; a null node when there is none.
  pugi::xml_node find(std::string_view id);

  /// The style that holds where none is named, of "paragraph" or "table".
  pugi::xml_node find_default(std::string_view type);

  /// w:docDefaults; a null node when there is none.
  pugi::xml_node defaults();

private:
  struct Entry {
    std::size_t begin = 0; ///< of the element in text_
    pugi::xml_node element;
    bool is_parsed = false;
    std::string_view default_of{}; ///< a type whose default it is
  };

  void open();
  void put_all(pugi::xml_node root);
  void read_more();
  void list_styles();
  pugi::xml_node parsed(std::size_t index);
  void parse(std::size_t index);

  Parts& parts_;
  bool is_open_ = false;
  std::optional<Package::Stream> stream_;
  std::string text_;       ///< of the part, as far as it is inflated
  std::size_t listed_ = 0; ///< identifiers up to here are in entries_
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t, std::less<>> by_id_; ///< index of the entry
  std::optional<pugi::xml_node> defaults_;
};

} // namespace jixiao::docx
