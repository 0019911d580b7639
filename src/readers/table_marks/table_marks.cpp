#include "readers/table_marks/table_marks.hpp"

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"
#include "readers/table_marks/rows.hpp"
#include "readers/table_marks/text.hpp"
#include "text/clean.hpp"

#include <string>
#include <vector>

namespace jixiao {
namespace {

struct MarkedCell {
  std::uint32_t column = 0;
  Piece first;
  std::string joined; ///< empty while the cell has one piece
};

class TableMarksReader {
public:
  TableMarksReader(Limits const& limits, DiagnosticSink& sink) : build_(limits, sink) {}

  Reading run(std::vector<MarkedText> const& texts) {
    auto const readings = read_marks(texts);
    for (std::size_t i = 0; i < texts.size() && !build_.full(); ++i)
      take(texts[i], readings[i]);
    end_row();
    end_table();
    return std::move(build_).finish();
  }

private:
  void take(MarkedText const& text, MarkReading const& reading) {
    switch (reading.step) {
    case MarkStep::joined:
      return append("", text.text);
    case MarkStep::space:
      return append(" ", text.text);
    case MarkStep::paragraph:
      return append("\n", text.text);
    case MarkStep::row:
      end_row();
      build_.set_page(text.page);
      [[fallthrough]];
    case MarkStep::cell:
      row_.push_back({reading.column, text.text, {}});
    }
  }

  void append(std::string_view between, Piece const& more) {
    auto& cell = row_.back();
    if (cell.joined.empty())
      cell.joined = cell.first.text;
    cell.joined.append(between).append(more.text);
  }

  void end_row() {
    if (row_.empty())
      return;
    for (auto& cell : row_)
      if (!cell.joined.empty())
        cell.first.text = build_.own(std::move(cell.joined));
    if (row_.size() == 1 && row_.front().column == 0) {
      end_table();
      build_.paragraph(row_.front().first);
    } else {
      put_row();
    }
    row_.clear();
  }

  void put_row() {
    if (!in_table_)
      build_.begin_table();
    in_table_ = true;
    build_.begin_row();
    std::uint32_t column = 0;
    for (auto const& cell : row_) {
      for (; column < cell.column; ++column)
        build_.cell({});
      build_.cell(cell.first);
      ++column;
    }
    build_.end_row();
  }

  void end_table() {
    if (std::exchange(in_table_, false))
      build_.end_table();
  }

  ReadingBuilder build_;
  std::vector<MarkedCell> row_;
  bool in_table_ = false;
};

/// What the lines with tabs look like.
struct MarkSurvey {
  std::size_t tabbed = 0;
  std::size_t parted = 0;   ///< of these, with a blank line above
  std::size_t indented = 0; ///< with a tab at the beginning
  std::size_t empty = 0;    ///< with tabs that follow each other, or at the end
};

MarkSurvey survey_marks(std::vector<Line> const& lines) {
  MarkSurvey seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const text = lines[i].text;
    if (text.find('\t') == std::string_view::npos)
      continue;
    ++seen.tabbed;
    seen.parted += i > 0 && is_blank(lines[i - 1].text) ? 1 : 0;
    seen.indented += text.front() == '\t' ? 1 : 0;
    seen.empty += text.find("\t\t") != std::string_view::npos || text.back() == '\t' ? 1 : 0;
  }
  return seen;
}

std::vector<Line> sample_lines(std::string_view text) {
  Limits const limits;
  DiagnosticSink unused;
  SourceText source;
  source.text = text.substr(0, 1 << 20);
  return split_lines(source, limits, unused);
}

} // namespace

Identified identify_table_marks(std::string_view text) {
  if (text.find('\t') == std::string_view::npos)
    return {Answer::no, "text without a tab"};
  auto const lines = sample_lines(text);
  auto const seen = survey_marks(lines);
  if (seen.tabbed < 4 || seen.empty * 20 > seen.tabbed)
    return {Answer::no, "tabs that follow each other, or few"};
  if (find_mark_layout(lines).width > 0 && seen.parted * 2 > seen.tabbed)
    return {Answer::yes, "lines with tabs, and a blank line behind each row"};
  if (seen.indented >= 2 && seen.parted >= 2 && seen.parted * 20 >= seen.tabbed)
    return {Answer::yes, "lines with tabs where two together are a line end"};
  return {Answer::no, "lines with tabs, and no blank lines between them"};
}

Reading read_table_marks(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto const lines = split_lines(source, limits, sink);
  return TableMarksReader(limits, sink).run(split_marked_text(lines, find_mark_layout(lines)));
}

} // namespace jixiao
