#pragma once

#include "readers/flow/lists.hpp"
#include "readers/odf/data_style.hpp"
#include "readers/flow/text_builder.hpp"

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::odf {

/// What a style says of the text that has it; what it does not say, its parent does.
struct Style {
  std::string_view parent, list, data;
  std::vector<std::pair<std::string_view, std::string_view>> conditions; ///< and the style that holds under each
  std::optional<bool> hidden, tiny, clear, struck, underlined, capitals;
  std::optional<Colour> colour, background;
  std::optional<docx::Script> script;
  std::optional<SymbolFont> font;
  bool is_displayed = true;  ///< of a table or a section
  bool is_too_small = false; ///< of a row or a column: no letter has room in it
};

/// The styles of an OpenDocument file that change what is read, and its lists. Views into the documents given.
class Styles {
public:
  /// Takes the styles of a part's root; where a name stands in several parts, the first counts.
  void add(pugi::xml_node root);

  /// `look` with what the style changes of it.
  flow::Look apply(std::string_view family, std::string_view name, flow::Look look) const;
  Style const* find(std::string_view family, std::string_view name) const;
  /// The number format of a cell style or one of its parents, as workbooks write it; empty when there is none.
  std::string number_format_of(std::string_view cell_style) const;
  /// The list style of a paragraph style or one of its parents; empty when there is none.
  std::string_view list_of(std::string_view paragraph_style) const;

  /// The list style of this name; nullptr when there is none.
  flow::List const* list(std::string_view name) const;
  /// That of headings.
  flow::List const& outline() const { return outline_; }

private:
  void add_style(pugi::xml_node node);

  std::map<std::pair<std::string_view, std::string_view>, Style> styles_;
  std::map<std::string_view, flow::List> lists_;
  DataStyles data_;
  flow::List outline_;
};

/// The levels of a text:list-style or text:outline-style.
flow::List read_list_style(pugi::xml_node node);

} // namespace jixiao::odf
