#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/convert.hpp>

#include <pugixml.hpp>

#include <bit>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>

namespace jixiao {

/// Which text of white space alone counts.
enum class XmlSpace : std::uint8_t {
  alone, ///< where it is all that an element has
  all,   ///< anywhere: the text of an element stands among its children
};

/// Parses a part of a package in place (`bytes` must outlive the document). What is not well-formed is reported and
/// read up to there; a part that declares entities is reported and not read; elements deeper than the limit are cut
/// off. All text is valid UTF-8, whatever the part's encoding was. True when there is a root element.
///
/// The text of an element that has no other content is its child_value(), and no node of its own (parse_embed_pcdata);
/// With XmlSpace::all every text is a node.
bool parse_xml(std::string& bytes, std::string_view part, Limits const& limits, DiagnosticSink& sink,
               pugi::xml_document& document, XmlSpace space = XmlSpace::alone);

/// False for a null node. Inline, as what is asked of each node has to be: pugixml's functions are calls into a
/// library.
inline bool exists(pugi::xml_node node) { return std::bit_cast<void const*>(node) != nullptr; }
inline bool exists(pugi::xml_attribute attribute) { return std::bit_cast<void const*>(attribute) != nullptr; }

/// True when parse_xml() reported, behind the first findings, that the part is well-formed up to a place only.
bool broke_off(DiagnosticSink const& sink, std::string_view part, std::size_t first = 0);

/// The children of a node, or its attributes, for a loop. What pugixml has for it makes ten calls a step.
template <class Item> class Siblings {
public:
  class Iterator {
  public:
    explicit Iterator(Item item) : item_(item) {}
    Item operator*() const { return item_; }
    Iterator& operator++() {
      if constexpr (std::is_same_v<Item, pugi::xml_node>)
        item_ = item_.next_sibling();
      else
        item_ = item_.next_attribute();
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return !exists(item_); }

  private:
    Item item_;
  };

  explicit Siblings(Item first) : first_(first) {}
  Iterator begin() const { return Iterator(first_); }
  std::default_sentinel_t end() const { return {}; }

private:
  Item first_;
};

inline auto children(pugi::xml_node node) { return Siblings(node.first_child()); }
inline auto attributes(pugi::xml_node node) { return Siblings(node.first_attribute()); }

/// A name without its prefix: "w:tbl" gives "tbl".
std::string_view local_name(std::string_view name);
std::string_view local_name(pugi::xml_node node);

/// The value of the attribute of this local name, whatever its prefix is; empty when there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);

/// The first child element of this local name; a null node when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view local);

/// The element behind `node` in document order, below `root`; a null node at the end. `depth`, counted from `root`, is
/// kept up to date. For walks that hostile nesting must not overflow.
pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node root, std::uint32_t& depth);

} // namespace jixiao
