#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading_builder.hpp"
#include "readers/left_out.hpp"

#include <jixiao/convert.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// A document of paragraphs and tables, as readers of word processors' files without XML of Word's give it.
namespace jixiao::flow {

struct Text {
  std::string text;
  std::vector<TextFinding> findings;
};

struct Table;

/// A paragraph, or a table.
struct Block {
  Text text;
  std::unique_ptr<Table> table{};
  bool floats = false; ///< of a text box that lies beside the paragraph it is anchored in
};

using Blocks = std::vector<Block>;

struct Cell {
  Blocks blocks;
  std::uint32_t columns = 1, rows = 1;
  bool goes_on_above = false; ///< part of the cell above it
  bool goes_on_left = false;  ///< part of the cell before it
  std::int32_t right = 0;     ///< its right edge, where the format has edges instead of columns
};

struct Row {
  std::vector<Cell> cells;
  std::uint32_t skipped_columns = 0;
  std::int32_t left = 0; ///< left edge of its first cell, as Cell::right
};

struct Table {
  std::vector<Row> rows;
};

/// Gives the cells of a table of edges their columns: edges that lie closer to each other than any cell is wide are
/// one. A cell without a width is no cell: what it holds goes to the one before it.
void set_columns_from_edges(Table& table);

/// Gives each row below a cell of several rows a cell that goes on the one above it. False when that would take more
/// cells than the budget.
bool set_continuing_cells(Table& table, std::uint64_t budget);

/// The texts of blocks in order, a line each; for notes, whose tables are no tables of the document.
std::string text_of(Blocks const& blocks);

/// Writes blocks as the reader of Word documents does: a row with a table in one of its cells is layout, and its cells
/// are read one after another. Tables nest no deeper than the reader let them.
void write(Blocks const& blocks, ReadingBuilder& builder);

} // namespace jixiao::flow
