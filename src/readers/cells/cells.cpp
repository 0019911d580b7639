#include "readers/cells/cells.hpp"

#include "grid/reading_builder.hpp"
#include "readers/cells/line.hpp"
#include "readers/lines.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// A cell of the row at hand: its paragraphs, which stand on lines that need not follow each other.
struct OpenCell {
  Piece first;
  std::string joined; ///< empty while the cell has one paragraph
};

class CellsReader {
public:
  CellsReader(Limits const& limits, DiagnosticSink& sink) : build_(limits, sink) {}

  Reading run(std::vector<Line> const& lines) {
    for (auto const& line : lines) {
      if (build_.full())
        break;
      take(line);
    }
    end_table();
    return std::move(build_).finish();
  }

private:
  void take(Line const& line) {
    build_.set_page(line.page);
    auto const read = read_cell_line(line);
    switch (read.kind) {
    case CellLine::Kind::blank:
      return take_blank();
    case CellLine::Kind::cell:
      return take_cell(text_of(read));
    case CellLine::Kind::paragraph:
      return row_.empty() || read.marked ? take_paragraph(text_of(read)) : append(row_.back(), text_of(read));
    }
  }

  /// The line's text, in a copy where a mark in its middle had to go.
  Piece text_of(CellLine const& read) {
    auto text = read.text;
    if (read.marks_inside)
      text.text = build_.own(without_bookmarks(text.text));
    return text;
  }

  void take_blank() {
    if (row_.empty())
      end_table();
    end_row();
  }

  void take_cell(Piece const& text) {
    if (!row_.empty() && goes_on_list(row_.back().first.text, last_paragraph(row_.back()), text.text))
      return append(row_.back(), text);
    row_.push_back({text, {}});
  }

  void take_paragraph(Piece const& text) {
    end_table();
    build_.paragraph(text);
  }

  static std::string_view last_paragraph(OpenCell const& cell) {
    std::string_view const text = cell.joined.empty() ? cell.first.text : std::string_view(cell.joined);
    return text.substr(text.rfind('\n') + 1);
  }

  static void append(OpenCell& cell, Piece const& more) {
    if (cell.joined.empty())
      cell.joined = cell.first.text;
    cell.joined.append(is_blank(cell.joined) ? "" : "\n").append(more.text);
  }

  void end_row() {
    if (row_.empty())
      return;
    if (!in_table_)
      build_.begin_table();
    in_table_ = true;
    build_.begin_row();
    for (auto& cell : row_) {
      if (!cell.joined.empty())
        cell.first.text = build_.own(std::move(cell.joined));
      build_.cell(cell.first);
    }
    build_.end_row();
    row_.clear();
  }

  void end_table() {
    end_row();
    if (std::exchange(in_table_, false))
      build_.end_table();
  }

  ReadingBuilder build_;
  std::vector<OpenCell> row_;
  bool in_table_ = false;
};

/// What the lines of a text look like. A row is a run of indented lines that a blank line or the text's end closes.
struct LineSurvey {
  std::size_t tabbed = 0, cells = 0, rows = 0;
};

LineSurvey survey_lines(std::string_view text) {
  LineSurvey seen;
  std::size_t run = 0;
  auto const end_run = [&] { seen.rows += std::exchange(run, 0) > 1 ? 1 : 0; };
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = find_line_end(text, begin);
    auto const line = text.substr(begin, end - begin);
    bool const has_tab = line.find('\t') != std::string_view::npos;
    bool const is_cell = has_tab && read_cell_line({line}).kind == CellLine::Kind::cell;
    seen.tabbed += has_tab ? 1 : 0;
    seen.cells += is_cell ? 1 : 0;
    run += is_cell ? 1 : 0;
    if (!is_cell && is_blank(line))
      end_run();
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  end_run();
  return seen;
}

} // namespace

Identified identify_cells(std::string_view text) {
  if (text.find('\t') == std::string_view::npos)
    return {Answer::no, "text without a tab"};
  auto const seen = survey_lines(text.substr(0, 1 << 20));
  if (seen.cells * 20 < seen.tabbed * 19)
    return {Answer::no, "lines with tabs between texts"};
  if (seen.rows < 2)
    return {Answer::no, "no rows of indented lines with blank lines between"};
  return {Answer::yes, "each cell on a line of its own behind a tab"};
}

Reading read_cells(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  return CellsReader(limits, sink).run(split_lines(source, limits, sink));
}

} // namespace jixiao
