#include "readers/flow/flow.hpp"

#include "readers/flow/grid_in_cell.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao::flow {
namespace {

std::string_view without_line_ends(std::string_view text) {
  auto const first = text.find_first_not_of('\n');
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of('\n') - first + 1);
}

bool holds_table(Cell const& cell) {
  return std::ranges::any_of(cell.blocks, [](Block const& block) { return block.table != nullptr; });
}

bool is_layout(Row const& row) { return std::ranges::any_of(row.cells, holds_table); }

/// The tables in the table's cells have fewer rows than the table has around them: they are part of what a cell says.
bool inner_tables_are_smaller(Table const& table) {
  constexpr std::size_t fewest_rows = 3; // of a table that is no mere frame
  std::size_t rows = 0, inner = 0;
  for (auto const& row : table.rows) {
    std::size_t inner_in_row = 0;
    for (auto const& cell : row.cells)
      for (auto const& block : cell.blocks)
        inner_in_row += block.table ? block.table->rows.size() : 0;
    rows += row.cells.size() > 1 && inner_in_row == 0 ? 1 : 0;
    inner = std::max(inner, inner_in_row);
  }
  return rows >= fewest_rows && inner < rows;
}

/// Nothing but a table stands in the cell, and it is a part of a form.
bool is_filled_by_grid(Cell const& cell) {
  Table const* found = nullptr;
  for (auto const& block : cell.blocks) {
    if (!is_blank(block.text.text) || (block.table && found != nullptr))
      return false;
    found = block.table ? block.table.get() : found;
  }
  if (found == nullptr)
    return false;
  GridInCell grid;
  for (auto const& row : found->rows) {
    grid.begin_row();
    for (auto const& part : row.cells)
      grid.cell(grid.is_in_head() ? flow::text_of(part.blocks) : std::string());
  }
  return grid.is_part_of_form();
}

bool lays_out_grid(Row const& row) {
  return !row.cells.empty() && row.cells.size() <= 1 + most_cells_beside_grid && is_filled_by_grid(row.cells.back());
}

void append_lines(Cell const& cell, Text& joined);

/// A row of a table in a cell is a line.
void append_rows(Table const& table, Text& joined) {
  for (auto const& row : table.rows)
    for (auto const& cell : row.cells) {
      bool const at_line_end = !joined.text.empty() && joined.text.back() == '\n';
      if (at_line_end && &cell != &row.cells.front())
        joined.text.back() = cell_gap;
      else if (at_line_end)
        joined.text.insert(joined.text.size() - 1, 1, cell_gap);
      append_lines(cell, joined);
    }
}

void append_block(Block const& block, Text& joined) {
  joined.text += block.text.text;
  if (!joined.text.empty() && joined.text.back() != '\n')
    joined.text.push_back('\n');
  joined.findings.insert(joined.findings.end(), block.text.findings.begin(), block.text.findings.end());
  if (block.table)
    append_rows(*block.table, joined);
}

/// What lies in boxes beside a text is none of it.
void note_boxes(Text& boxes, Text& joined) {
  joined.findings.insert(joined.findings.end(), boxes.findings.begin(), boxes.findings.end());
  if (auto const text = trim(boxes.text); !text.empty())
    joined.findings.push_back({Code::note_beside, {{"what", "a text box"}, {"text", std::string(text)}}});
  boxes = {};
}

/// Recursive: readers let tables nest no deeper than their limit.
void append_lines(Cell const& cell, Text& joined) {
  bool const has_text = std::ranges::any_of(cell.blocks, [](Block const& block) {
    return !block.floats && (block.table != nullptr || !is_blank(block.text.text));
  });
  Text boxes;
  for (auto const& block : cell.blocks)
    append_block(block, block.floats && has_text ? boxes : joined);
  note_boxes(boxes, joined);
}

/// A value whose sign a graphic beside it may show is none.
void withhold_value_beside_graphic(Text& text) {
  auto const value = trim(text.text);
  auto const graphic = std::ranges::find(text.findings, Code::graphic_not_read, &TextFinding::code);
  if (graphic == text.findings.end() || !is_value_beside_graphic(value))
    return;
  auto const& what = graphic->arguments.front().value;
  text.findings.push_back({Code::text_beside_graphic, {{"text", std::string(value)}, {"what", what}}});
  text.text.clear();
}

/// The paragraphs and tables of a cell as one text, a line each.
Text text_of(Cell const& cell) {
  Text joined;
  append_lines(cell, joined);
  withhold_value_beside_graphic(joined);
  return joined;
}

class Writer {
public:
  explicit Writer(ReadingBuilder& builder) : builder_(builder) {}

  void blocks(Blocks const& blocks) {
    for (auto const& block : blocks) {
      if (builder_.full())
        return;
      block.table ? table(*block.table) : paragraph(block.text);
    }
  }

private:
  void paragraph(Text const& text) {
    builder_.paragraph({keep(text.text)});
    note(text.findings);
  }

  void note(std::vector<TextFinding> const& findings) {
    for (auto const& finding : findings)
      builder_.note(finding.code, finding.arguments);
  }

  void table(Table const& table) {
    bool is_open = false;
    bool const has_content_tables = inner_tables_are_smaller(table);
    for (auto const& row : table.rows) {
      if (builder_.full())
        break;
      if (is_layout(row) && (!has_content_tables || lays_out_grid(row))) {
        end_table(is_open);
        for (auto const& cell : row.cells)
          blocks(cell.blocks);
      } else {
        if (!std::exchange(is_open, true))
          builder_.begin_table();
        put_row(row);
      }
    }
    end_table(is_open);
  }

  void end_table(bool& is_open) {
    if (std::exchange(is_open, false))
      builder_.end_table();
  }

  void put_row(Row const& row) {
    builder_.begin_row(row.skipped_columns);
    for (std::size_t i = 0; i < row.cells.size() && !builder_.full();) {
      auto const& origin = row.cells[i];
      auto const text = text_of(origin);
      std::uint64_t columns = origin.columns;
      for (++i; i < row.cells.size() && row.cells[i].goes_on_left && is_blank(text_of(row.cells[i]).text); ++i)
        columns += row.cells[i].columns;
      auto const span = static_cast<std::uint32_t>(std::min<std::uint64_t>(columns, 0xFFFF));
      Piece const piece{keep(text.text)};
      origin.goes_on_above ? builder_.cell_below(piece, span) : builder_.cell(piece, span, origin.rows);
      note(text.findings);
    }
    builder_.end_row();
  }

  std::string_view keep(std::string_view text) {
    text = without_line_ends(text);
    return is_blank(text) ? std::string_view() : builder_.own(std::string(text));
  }

  ReadingBuilder& builder_;
};

} // namespace

std::string text_of(Blocks const& blocks) {
  std::string text;
  std::vector<Blocks const*> open{&blocks};
  while (!open.empty()) {
    auto const* const list = open.back();
    open.pop_back();
    for (auto const& block : *list) {
      text.append(text.empty() || block.text.text.empty() ? "" : "\n").append(block.text.text);
      if (block.table)
        for (auto const& row : block.table->rows)
          for (auto const& cell : row.cells)
            open.push_back(&cell.blocks);
    }
  }
  return text;
}

void write(Blocks const& blocks, ReadingBuilder& builder) { Writer(builder).blocks(blocks); }

} // namespace jixiao::flow
