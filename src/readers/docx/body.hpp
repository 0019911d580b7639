#pragma once

#include "grid/reading_builder.hpp"
#include "readers/docx/table.hpp"
#include "readers/docx/text.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace jixiao::docx {

/// Reads the body of a document into blocks: paragraphs and tables in order, text boxes behind the paragraph that
/// anchors them. A row with a table in one of its cells is layout: its cells are read one after another as body.
class BodyReader {
public:
  BodyReader(Parts& parts, Limits const& limits, DiagnosticSink& sink);

  void read(pugi::xml_node body) { read_blocks(body, 0); }

  /// Reports what was met on the way.
  Reading finish() &&;

private:
  /// A cell that is read, before it is known what the next ones say of it.
  struct PlacedCell {
    CellPlace place;
    std::string_view text;
  };
  /// A table that is read. What a layout row parts are tables of their own.
  struct OpenTable {
    GridCheck grid;
    std::uint32_t depth;
    bool is_open = false;
    std::uint32_t rows = 0;
    std::vector<pugi::xml_node> boxes{}; ///< of its cells, with tables in them
  };

  /// `depth` counts tables and text boxes around.
  void read_blocks(pugi::xml_node parent, std::uint32_t depth);
  void read_paragraph(pugi::xml_node paragraph, std::uint32_t depth);
  /// Puts the paragraph that was read; a paragraph whose end is deleted goes on with the next one, if one follows.
  void end_paragraph();
  void read_boxes(std::vector<pugi::xml_node> const& boxes, std::uint32_t depth);
  void read_table(pugi::xml_node table, std::uint32_t depth);
  void read_row(pugi::xml_node row, OpenTable& table);
  void read_layout_row(pugi::xml_node row, OpenTable& table);
  void read_cells(pugi::xml_node row, OpenTable& table);
  void put_row(RowPlace const& place, OpenTable& table);
  void end_table(OpenTable& table);
  /// The text of a cell or a text box: a line a paragraph, tables too. Boxes with tables are left for `table_boxes`.
  std::string_view text_of(pugi::xml_node root, std::vector<pugi::xml_node>* table_boxes);
  void append_lines(pugi::xml_node root, std::string& out, std::vector<pugi::xml_node>& boxes);
  /// Goes into an element that means nothing here, or over one that is not read.
  void pass(Walk& walk, Element element);
  std::string_view keep(std::string_view text);
  void report_depth();
  void report_off_grid(OpenTable const& table);

  Limits const& limits_;
  DiagnosticSink& sink_;
  Changes changes_;
  TextReader text_;
  ReadingBuilder builder_;
  std::string scratch_;
  std::vector<PlacedCell> row_;
  std::uint32_t tables_ = 0;
  bool too_deep_ = false;
};

} // namespace jixiao::docx
