#pragma once

#include "grid/reading_builder.hpp"
#include "readers/docx/chunk.hpp"
#include "readers/docx/sections.hpp"
#include "readers/docx/table.hpp"
#include "readers/docx/text.hpp"

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace jixiao::docx {

/// Reads the body of a document into blocks: paragraphs and tables in order, text boxes behind the paragraph that
/// anchors them, page headers and footers before their section, since they hold for each of its pages. A row with a
/// table in one of its cells is layout, and its cells are read one after another as body, unless the table around it is
/// the larger one: then the inner one is part of its cell's text.
class BodyReader {
public:
  BodyReader(Document& document, ChunkBudget& budget, Limits const& limits, DiagnosticSink& sink,
             ReadingBuilder& builder);

  void read(pugi::xml_node body);

private:
  /// A cell that is read, before it is known what the next ones say of it.
  struct PlacedCell {
    CellPlace place;
    std::string_view text;
    std::vector<TextFinding> findings;
  };
  /// A table that is read. What a layout row parts are tables of their own.
  struct OpenTable {
    GridCheck grid;
    std::uint32_t depth;
    RunProperties style{};
    TableRegionProperties regions{}; ///< of its style
    UsedRegions used_regions{};
    pugi::xml_node first_row{}, last_row{};
    Colour background = white_colour;
    pugi::xml_node source{};
    std::optional<bool> has_content_tables{}; ///< tables in its cells are part of their text; once asked
    bool is_open = false;
    std::uint32_t rows = 0;
    std::set<std::uint32_t> begun_out_of_sight{}; ///< columns of cells of several rows that begin in a hidden row
    std::map<std::uint32_t, std::string_view> reaching_down{}; ///< by column, the texts of cells of several rows
    std::vector<pugi::xml_node> boxes{};                       ///< of its cells, with tables in them
  };

  /// `depth` counts tables and text boxes around.
  void read_blocks(pugi::xml_node parent, std::uint32_t depth);
  void read_paragraph(pugi::xml_node paragraph, std::uint32_t depth);
  /// Puts the paragraph that was read; a paragraph whose end is deleted goes on with the next one, if one follows.
  void end_paragraph();
  void read_boxes(std::vector<pugi::xml_node> const& boxes, std::uint32_t depth);
  void read_page_text(std::vector<pugi::xml_node> const& parts);
  void read_page_line(pugi::xml_node paragraph, std::vector<pugi::xml_node>& boxes);
  void read_chunk(pugi::xml_node chunk);
  void read_table(pugi::xml_node table, std::uint32_t depth);
  void read_row(pugi::xml_node row, OpenTable& table);
  void read_layout_row(pugi::xml_node row, OpenTable& table);
  void read_cells(pugi::xml_node row, OpenTable& table);
  bool has_content_tables(OpenTable& table);
  void note_begun_cells(pugi::xml_node row, RowPlace const& row_place, OpenTable& table);
  void begin_hidden_cells(RowPlace const& row_place, OpenTable& table);
  void report_hidden_row(pugi::xml_node row, OpenTable const& table);
  void leave_out_covered(RowPlace const& row_place, OpenTable& table);
  void put_row(RowPlace const& place, OpenTable& table);
  void put_cell(PlacedCell& cell, std::uint32_t columns);
  void end_table(OpenTable& table);
  /// The style of a table as it is in a row, and in a cell of it.
  void style_region(TableRegion region, OpenTable const& table);
  /// The text of a cell or a text box: a line a paragraph, tables too. Boxes with tables are left for `table_boxes`.
  std::string_view text_of(pugi::xml_node root, std::vector<pugi::xml_node>* table_boxes);
  void append_lines(pugi::xml_node root, std::string& out, std::vector<pugi::xml_node>& boxes);
  void append_chunk(pugi::xml_node chunk, std::string& out);
  PlacedCell read_cell(pugi::xml_node cell, CellPlace const& place, OpenTable& table);
  /// Goes into an element that means nothing here, or over one that is not read.
  void pass(Walk& walk, Element element);
  std::string_view keep(std::string_view text);
  void report_depth();
  void report_off_grid(OpenTable const& table);

  Document& document_;
  ChunkBudget& budget_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  TextReader text_;
  ReadingBuilder& builder_;
  Sections sections_;
  std::string scratch_;
  std::vector<PlacedCell> row_;
  std::unordered_set<std::string> page_texts_; ///< of headers and footers, which sections share
  bool too_deep_ = false;
};

} // namespace jixiao::docx
