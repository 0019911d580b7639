#include "readers/markdown/dashed.hpp"

#include "readers/layout/wrapped_lines.hpp"
#include "readers/markdown/inline.hpp"
#include "text/clean.hpp"

#include <utility>

namespace jixiao {
namespace {

/// Rows of a table, each of one line or more.
class RowReader {
public:
  RowReader(std::span<TextColumn const> columns, ReadingBuilder& builder)
      : columns_(columns), cells_(columns.size()), builder_(builder) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      cells_[i].width = columns[i].end - columns[i].begin;
  }

  void line(Line const& line) {
    auto const pieces = cut_columns(line, columns_);
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (!pieces[i].text.empty())
        cells_[i].lines.push_back(pieces[i]);
    if (std::exchange(is_empty_, false))
      begin_ = {{}, line.number, line.begin, line.begin};
  }

  void put_cell(Piece const& whole) {
    builder_.cell(printed_cell(whole, builder_));
    note_marks(whole.text, true, builder_);
  }

  void end_row() {
    if (std::exchange(is_empty_, true))
      return;
    builder_.begin_row();
    for (auto& cell : cells_) {
      if (!builder_.full())
        put_cell(cell.lines.empty() ? begin_ : unwrap(cell, builder_));
      cell.lines.clear();
    }
    builder_.end_row();
  }

private:
  std::span<TextColumn const> columns_;
  std::vector<WrappedLines> cells_;
  ReadingBuilder& builder_;
  bool is_empty_ = true;
  Piece begin_; ///< of the row
};

bool is_dashed_rule(std::string_view line) { return line.find_first_not_of("-= ") == std::string_view::npos; }

} // namespace

void read_dashed_table(std::span<Line const> lines, DashedTable const& table, ReadingBuilder& builder) {
  builder.begin_table();
  RowReader row(table.columns, builder);
  for (auto at = table.header; at < table.end && !builder.full(); ++at) {
    auto const& line = lines[at];
    bool const ends_table = at + 1 == table.end && is_dashed_rule(line.text);
    if (is_blank(line.text) || at + 1 == table.body || ends_table) {
      row.end_row();
      continue;
    }
    row.line(line);
    if (!table.has_blank_lines)
      row.end_row();
  }
  row.end_row();
  builder.end_table();
}

} // namespace jixiao
