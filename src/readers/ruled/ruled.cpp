#include "readers/ruled/ruled.hpp"

#include "grid/reading_builder.hpp"
#include "readers/layout/wrapped_text.hpp"
#include "readers/lines.hpp"
#include "readers/ruled/table.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <initializer_list>

namespace jixiao {
namespace {

/// No page is narrower; shorter lines end where their text does.
constexpr int narrowest_page = 60;

class RuledReader {
public:
  RuledReader(Limits const& limits, DiagnosticSink& sink, std::vector<Line> const& lines)
      : limits_(limits), build_(limits, sink), lines_(lines) {
    for (auto const& line : lines)
      page_width_ = std::max(page_width_, display_width(trim(line.text)));
  }

  Reading run() {
    for (std::size_t at = 0; at < lines_.size() && !build_.full();) {
      auto const style = rule_style(lines_[at].text);
      build_.set_page(lines_[at].page);
      at = style == RuleStyle::none ? read_paragraph(at) : read_table(at, style);
    }
    return std::move(build_).finish();
  }

private:
  std::size_t read_table(std::size_t begin, RuleStyle style) {
    auto end = begin + 1;
    while (end < lines_.size() && rule_style(lines_[end].text) == style)
      ++end;
    // One bar more than a row has cells, and one to learn that it has more.
    auto const most_bars = std::size_t{limits_.cells_in_row} + 2;
    read_ruled_table(find_grid(std::span(lines_).subspan(begin, end - begin), style, most_bars), build_);
    return end;
  }

  std::size_t read_paragraph(std::size_t begin) {
    auto const& line = lines_[begin];
    auto last = trim(line.text);
    auto const at = line.begin + static_cast<std::uint32_t>(last.data() - line.text.data());
    Piece piece{last, line.number, at, at + static_cast<std::uint32_t>(last.size())};
    std::string joined;
    auto end = begin + 1;
    for (; !last.empty() && end < lines_.size() && goes_on(last, lines_[end].text); ++end) {
      if (joined.empty())
        joined = last;
      auto const next = trim(lines_[end].text);
      join_line(joined, last, next, page_width_, Wrapping::at_words);
      last = next;
    }
    if (!joined.empty())
      piece.text = build_.own(std::move(joined));
    if (!last.empty())
      build_.paragraph(piece);
    return end;
  }

  /// True when the next line goes on a paragraph: the page had no room for its first word.
  bool goes_on(std::string_view line, std::string_view next) const {
    if (page_width_ < narrowest_page || is_blank(next) || rule_style(next) != RuleStyle::none)
      return false;
    return line_break(line, trim(next), page_width_, Wrapping::at_words) == LineBreak::wrap;
  }

  Limits const& limits_;
  ReadingBuilder build_;
  std::vector<Line> const& lines_;
  int page_width_ = 0;
};

/// What the first megabyte has of drawn tables.
struct RuleSurvey {
  std::size_t box = 0, ascii_rules = 0, bars = 0, even = 0, markdown = 0;
};

/// The row below the header of a table in Markdown: | --- | :---: |
bool is_markdown_rule(std::string_view line) {
  return line.find_first_not_of("|-: \t") == std::string_view::npos && line.find("--") != std::string_view::npos;
}

/// No rule and no bar can be drawn without one of these; U+2500 to U+257F have two beginnings.
bool has_strokes(std::string_view text) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{"|", "+", "\xE2\x94", "\xE2\x95"},
                             [&](std::string_view stroke) { return text.find(stroke) != std::string_view::npos; });
}

RuleSurvey survey_rules(std::string_view text) {
  RuleSurvey seen;
  if (!has_strokes(text))
    return seen;
  int above = -1; // width of the line above, where that has bars
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = find_line_end(text, begin);
    auto const line = trim(text.substr(begin, end - begin));
    auto const style = rule_style(line);
    auto const width = style == RuleStyle::ascii ? display_width(line) : -1;
    seen.box += style == RuleStyle::box ? 1 : 0;
    if (style == RuleStyle::ascii) {
      bool const rule = line.front() == '+' && line.back() == '+';
      seen.ascii_rules += rule ? 1 : 0;
      seen.bars += rule ? 0 : 1;
      seen.even += !rule && above >= 0 && std::abs(width - above) <= 2 ? 1 : 0;
      seen.markdown += !rule && is_markdown_rule(line) ? 1 : 0;
    }
    above = width;
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return seen;
}

} // namespace

Identified identify_ruled(std::string_view text) {
  auto const seen = survey_rules(text.substr(0, 1 << 20));
  if (seen.box >= 2)
    return {Answer::yes, "tables drawn with box-drawing characters"};
  if (seen.markdown > 0)
    return {Answer::no, "tables of Markdown"};
  if (seen.ascii_rules >= 2 && seen.bars > 0)
    return {Answer::unsure, "tables drawn with + - |"};
  if (seen.bars >= 2 && seen.even * 2 >= seen.bars)
    return {Answer::yes, "tables with | between columns of even width"};
  return {Answer::no, "no drawn tables"};
}

Reading read_ruled(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto const lines = split_lines(source, limits, sink);
  return RuledReader(limits, sink, lines).run();
}

} // namespace jixiao
