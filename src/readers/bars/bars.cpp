#include "readers/bars/bars.hpp"

#include "grid/reading_builder.hpp"
#include "readers/csv/dialect.hpp"
#include "readers/lines.hpp"
#include "readers/markdown/line.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace jixiao {
namespace {

constexpr std::size_t fewest_bar_lines = 4;
constexpr std::size_t longest_cell_lines = 12; ///< a cell goes on over no more line ends

bool has_bar(std::string_view line) { return line.find('|') != std::string_view::npos; }

/// `|---|:--|`
bool is_delimiter_row(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find_first_not_of("|-: \t\r+=") == std::string_view::npos;
}

/// What the lines with bars look like.
struct BarSurvey {
  std::size_t lines = 0, framed = 0, padded = 0, closed = 0;
  std::size_t bare = 0; ///< nothing but bars
  bool delimited = false;

  void add(std::string_view raw) {
    auto const line = trim(raw);
    delimited = delimited || is_delimiter_row(line);
    if (!has_bar(line))
      return;
    ++lines;
    framed += line.front() == '|' ? 1 : 0;
    closed += line.back() == '|' ? 1 : 0;
    bare += line.find_first_not_of("| \t") == std::string_view::npos ? 1 : 0;
    padded += line.find("||") != std::string_view::npos ? 1 : 0;
  }
};

class BarsReader {
public:
  BarsReader(std::vector<Line> lines, Limits const& limits, DiagnosticSink& sink)
      : lines_(std::move(lines)), build_(limits, sink) {
    for (auto const& line : lines_)
      survey_.add(line.text);
    framed_ = survey_.framed * 5 >= survey_.lines * 4 && survey_.bare * 5 < survey_.lines;
    closed_ = survey_.closed * 5 >= survey_.lines * 3;
  }

  Reading run() {
    auto const first = std::ranges::find_if(lines_, [](Line const& l) { return has_bar(l.text); });
    auto const last = end_of_cells();
    for (auto line = lines_.begin(); line != first; ++line)
      paragraph(*line);
    build_.begin_table();
    for (auto line = first; line < last && !build_.full(); ++line)
      take(*line);
    end_cell(false);
    end_row();
    build_.end_table();
    for (auto line = last; line < lines_.end(); ++line)
      paragraph(*line);
    bool const whole = has_whole_rows({first, last});
    auto reading = std::move(build_).finish();
    for (auto& block : reading.blocks)
      block.soft_rows = block.kind == BlockKind::table && !whole;
    return reading;
  }

private:
  /// Behind the last line with a bar. Where cells stand on lines between bars alone, the only line behind the last bar
  /// is a cell, too: the text was cut off there.
  std::vector<Line>::iterator end_of_cells() {
    auto const last =
        std::ranges::find_if(lines_.rbegin(), lines_.rend(), [](Line const& l) { return has_bar(l.text); });
    auto const end = last.base();
    bool const on_lines = survey_.bare * 3 >= survey_.lines && last != lines_.rend() && trim(last->text) == "|";
    auto const is_text = [](Line const& l) { return !is_blank(l.text); };
    bool const alone =
        on_lines && end != lines_.end() && is_text(*end) && std::count_if(end, lines_.end(), is_text) == 1;
    return alone ? end + 1 : end;
  }

  /// Each line has as many bars as the others, and some begin with blank cells: none was left out, no line goes on.
  bool has_whole_rows(std::span<Line const> lines) const {
    std::size_t blank_first = 0;
    auto const bars = [](Line const& line) { return std::ranges::count(line.text, '|'); };
    for (auto const& line : lines) {
      if (bars(line) != bars(lines.front()))
        return false;
      blank_first += trim(line.text).starts_with('|') ? 1 : 0;
    }
    return !framed_ && blank_first >= 2 && bars(lines.front()) >= 2;
  }

  /// A cell that may go on in the next line.
  struct OpenCell {
    Piece piece;
    std::string joined; ///< empty while it is of one line
    std::size_t lines = 1;
  };

  static Piece piece_of(Line const& line, std::string_view text) {
    auto const begin = line.begin + static_cast<std::uint32_t>(text.data() - line.text.data());
    return {text, line.number, begin, begin + static_cast<std::uint32_t>(text.size()), Doubt::none};
  }

  void paragraph(Line const& line) {
    build_.set_page(line.page);
    build_.paragraph(piece_of(line, trim(line.text)));
  }

  void take(Line const& line) {
    auto rest = line.text;
    if (is_blank(rest)) {
      end_cell(false);
      return;
    }
    if (!closed_)
      end_cell(false);
    if (framed_ && trim(rest).starts_with('|')) {
      end_cell(false);
      rest.remove_prefix(rest.find('|') + 1);
    }
    while (true) {
      auto const bar = rest.find('|');
      add(line, trim(rest.substr(0, bar)));
      if (bar == std::string_view::npos)
        return;
      end_cell(true);
      rest.remove_prefix(bar + 1);
    }
  }

  /// Text of the cell at hand: it begins one, or goes on with it.
  void add(Line const& line, std::string_view text) {
    if (text.empty()) {
      if (!open_)
        blank_ = piece_of(line, text);
      return;
    }
    if (!open_ || open_->lines >= longest_cell_lines) {
      end_cell(false);
      open_ = OpenCell{piece_of(line, text), {}};
      return;
    }
    if (open_->joined.empty())
      open_->joined = open_->piece.text;
    open_->joined.append("\n").append(text);
    open_->piece.end = piece_of(line, text).end;
    ++open_->lines;
  }

  /// Ends the cell at hand; a bar ends a blank cell too.
  void end_cell(bool at_bar) {
    if (open_) {
      auto piece = open_->piece;
      if (!open_->joined.empty())
        piece.text = build_.own(std::move(open_->joined));
      put(piece);
    } else if (at_bar) {
      put(blank_);
    }
    open_.reset();
  }

  void put(Piece const& piece) {
    if (!in_row_ || piece.line != row_line_) {
      end_row();
      build_.begin_row();
      in_row_ = true;
      row_line_ = piece.line;
    }
    build_.cell(piece);
  }

  void end_row() {
    if (std::exchange(in_row_, false))
      build_.end_row();
  }

  std::vector<Line> lines_;
  ReadingBuilder build_;
  BarSurvey survey_;
  bool framed_ = false, closed_ = false;
  std::optional<OpenCell> open_;
  Piece blank_;
  bool in_row_ = false;
  std::uint32_t row_line_ = 0;
};

} // namespace

Identified identify_bars(std::string_view text) {
  BarSurvey survey;
  auto const sample = text.substr(0, 1 << 20);
  for (auto rest = has_bar(sample) ? sample : std::string_view(); !rest.empty();) {
    auto const end = find_line_end(rest, 0);
    survey.add(unquoted({rest.substr(0, end)}).text);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (survey.lines < fewest_bar_lines)
    return {Answer::no, "hardly a line with an upright bar"};
  if (survey.delimited)
    return {Answer::no, "a row of dashes"};
  auto const unframed = survey.lines - survey.framed;
  if (unframed * 5 < survey.lines && survey.padded * 5 < survey.lines && survey.bare * 5 < survey.lines)
    return {Answer::no, "bars with a frame"};
  if (csv_dialect(text).separator == '|')
    return {Answer::unsure, "as many bars in each line"};
  return {Answer::yes, "texts between bars without a frame"};
}

Reading read_bars(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  return BarsReader(split_lines(source, limits, sink), limits, sink).run();
}

} // namespace jixiao
