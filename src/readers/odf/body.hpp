#pragma once

#include "readers/flow/flow.hpp"
#include "readers/odf/styles.hpp"
#include "readers/odf/text.hpp"

#include <pugixml.hpp>

#include <map>
#include <string_view>
#include <vector>

namespace jixiao::odf {

/// Reads the body of a text document into paragraphs and tables.
class BodyReader {
public:
  BodyReader(Styles const& styles, Limits const& limits, DiagnosticSink& sink);

  /// Reports what was met on the way.
  flow::Blocks read(pugi::xml_node body);

private:
  /// Where a block stands.
  struct Place {
    std::uint32_t tables = 0;         ///< and text boxes around it
    std::uint32_t elements = 0;       ///< that were followed down
    flow::List* list = nullptr;       ///< of the text:list around it
    std::string_view list_style{};    ///< its name
    std::size_t list_level = 0;       ///< from 0
    bool* wants_number = nullptr;     ///< false once the item's first paragraph has its number
    Colour background = white_colour; ///< of the cell or table around it
  };

  void read_blocks(pugi::xml_node parent, Place place, flow::Blocks& out);
  void read_paragraph(pugi::xml_node node, Place const& place, flow::Blocks& out);
  void read_list(pugi::xml_node node, Place place, flow::Blocks& out);
  void read_table(pugi::xml_node node, Place const& place, flow::Blocks& out);
  void read_rows(pugi::xml_node parent, Place const& place, flow::Table& table);
  void read_row(pugi::xml_node node, Place const& place, flow::Table& table);
  void count_changes(pugi::xml_node node);
  void report_hidden(pugi::xml_node section, flow::Blocks& out);
  Colour background(std::string_view family, pugi::xml_node node, Colour around) const;
  static bool floats(pugi::xml_node box);
  flow::List* open_list(pugi::xml_node node, std::string_view style);

  Styles const& styles_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  flow::Changes changes_, unused_;
  TextReader text_;
  flow::List outline_;
  std::vector<std::unique_ptr<flow::List>> lists_;
  std::map<std::string_view, flow::List*> by_style_, by_id_;
  std::uint32_t copies_ = 0; ///< of rows and cells that are repeated
  bool too_deep_ = false, too_many_ = false;
};

} // namespace jixiao::odf
