#include "readers/layout/layout.hpp"

#include "readers/aligned/aligned.hpp"
#include "readers/frame/frame.hpp"
#include "readers/geometry/geometry.hpp"
#include "readers/geometry/text_lines.hpp"
#include "readers/lines.hpp"
#include "recognition/labels/labels.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

namespace jixiao {
namespace {

enum class Columns : std::uint8_t { characters, cells };

/// The room a word takes on paper, an ideograph taking two: roughly what most fonts give it.
double width_of(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    auto const cells = display_width(text.substr(at, c.length));
    bool const mark =
        c.value < 0x80 && std::string_view(",.:;'()-/[]").find(static_cast<char>(c.value)) != std::string_view::npos;
    width += cells != 1 ? cells : mark ? 0.7 : 1.12;
    at += c.length;
  }
  return width;
}

/// Takes a line's words, with the columns they cover.
class WordScan {
public:
  WordScan(Line const& line, Columns columns) : line_(line), columns_(columns) {}

  bool next(Word& word) {
    while (at_ < line_.text.size() && is_white(at_))
      skip();
    if (at_ == line_.text.size())
      return false;
    auto const begin = at_;
    word.x0 = x_;
    while (at_ < line_.text.size() && !is_white(at_))
      skip();
    word.text = line_.text.substr(begin, at_ - begin);
    word.x1 = x_;
    word.width = width_of(word.text);
    word.line = line_.number;
    word.begin = line_.begin + static_cast<std::uint32_t>(begin);
    word.end = line_.begin + static_cast<std::uint32_t>(at_);
    return true;
  }

private:
  bool is_white(std::size_t at) const {
    auto const c = character_at(line_.text, at).value;
    return is_space(c) || is_invisible(c);
  }

  void skip() {
    auto const c = character_at(line_.text, at_);
    if (c.value == '\t')
      x_ = (std::floor(x_ / 8) + 1) * 8;
    else
      x_ += columns_ == Columns::characters ? 1 : display_width(line_.text.substr(at_, c.length));
    at_ += c.length;
  }

  Line const& line_;
  Columns columns_;
  std::size_t at_ = 0;
  double x_ = 0;
};

/// Lines that are set in and have no gaps are paragraphs, or texts below others; a label spread over its cell has one.
constexpr std::size_t fewest_inner_gaps = 3;

/// How often a word behind a wide gap begins where one does in the lines above.
struct Alignment {
  std::size_t gaps = 0, aligned = 0;
  std::size_t inner = 0; ///< of those aligned, such with a text on both sides
};

Alignment measure_alignment(std::vector<Line> const& lines, Columns columns) {
  constexpr std::size_t reach = 6, most = 4000;
  std::vector<std::vector<double>> starts; // of the lines above
  Alignment found;
  for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) {
    WordScan scan(lines[i], columns);
    Word word;
    std::vector<double> own;
    for (double end = 0; scan.next(word); end = word.x1) {
      if (word.x0 - end < 2)
        continue;
      own.push_back(word.x0);
      ++found.gaps;
      if (std::ranges::any_of(starts, [&](auto const& above) { return std::ranges::binary_search(above, word.x0); })) {
        ++found.aligned;
        found.inner += end > 0 ? 1 : 0;
      }
    }
    starts.insert(starts.begin(), std::move(own));
    starts.resize(std::min(starts.size(), reach));
  }
  return found;
}

/// 一级指标     二级指标     三级指标     指标值, 产出指标     效益指标     满意度指标: labels of columns, or groups
/// that head them, far apart on one line, whatever the texts below them, each in the middle of its cell, line up with.
bool has_header(std::vector<Line> const& lines) {
  constexpr std::size_t fewest = 3, most = 4000;
  constexpr double gap = 4; // columns
  auto const& labels = recognition::builtin_label_finder();
  for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) {
    WordScan scan(lines[i], Columns::characters);
    Word word;
    std::size_t heads = 0, levels = 0, groups = 0;
    bool apart = true;
    for (double end = 0; apart && scan.next(word); end = word.x1) {
      apart = end == 0 || word.x0 - end >= gap;
      auto const label = labels.find(word.text);
      auto const* column = label.rest == 0 ? label.as(recognition::Role::column) : nullptr;
      heads += column ? 1 : 0;
      levels += column && column->target.starts_with("level") ? 1 : 0;
      groups += label.level1 >= 0 && !label.known() ? 1 : 0;
    }
    if (apart && ((heads >= fewest && levels >= 2) || groups >= fewest))
      return true;
  }
  return false;
}

Columns choose_columns(std::vector<Line> const& lines) {
  auto const characters = measure_alignment(lines, Columns::characters),
             cells = measure_alignment(lines, Columns::cells);
  return cells.aligned > characters.aligned ? Columns::cells : Columns::characters;
}

using Words = std::vector<Word>;

Words words_of(Line const& line, Columns columns) {
  Words words;
  WordScan scan(line, columns);
  for (Word word; scan.next(word);)
    words.push_back(word);
  return words;
}

bool begins_text(Words const& words, std::size_t i) { return i == 0 || words[i].x0 - words[i - 1].x1 >= 2; }

/// The texts of a line: words without a gap among them.
std::vector<std::string> texts_of(Words const& line) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (begins_text(line, i))
      texts.emplace_back();
    texts.back() += line[i].text;
  }
  return texts;
}

bool is_header(std::vector<std::string> const& texts) {
  return texts.size() > 1 && std::ranges::all_of(texts, [](std::string const& text) {
           auto const label = recognition::builtin_label_finder().find(text);
           return label.known() && label.rest == 0;
         });
}

/// 一级指标, 产出指标, 金额合计: what begins a row of its own.
bool begins_record(std::string const& text) {
  auto const label = recognition::builtin_label_finder().find(text);
  auto const* column = label.as(recognition::Role::column);
  return label.rest == 0 &&
         (label.is_level() || label.as(recognition::Role::total) || (column && column->target.starts_with("level")));
}

/// A line of its own for what it says: of a record, or of labels below one with values.
bool is_row(Words const& above, Words const& line) {
  auto const texts = texts_of(line);
  return begins_record(texts.front()) || (is_header(texts) && !is_header(texts_of(above)));
}

/// A text of the lines around begins between two places and goes over all of what begins at the second: they are in one
/// column, and no text of one line of print.
bool are_one_column(std::vector<Words> const& lines, std::size_t i, double x, double from, double to) {
  constexpr std::size_t reach = 8; // lines
  for (auto j = i - std::min(i, reach); j < std::min(lines.size(), i + reach); ++j)
    for (std::size_t word = 0; word < lines[j].size(); ++word) {
      if (!begins_text(lines[j], word) || lines[j][word].x0 <= x || lines[j][word].x0 >= from)
        continue;
      auto last = word;
      while (last + 1 < lines[j].size() && !begins_text(lines[j], last + 1))
        ++last;
      if (lines[j][last].x1 >= to)
        return true;
    }
  return false;
}

/// pdftotext begins a new line where the next text of the same line of print got a column left of where it is. Such a
/// line begins beside the last text of the line above, not under it, and has more texts to the right.
bool is_torn_off(std::vector<Words> const& lines, std::size_t i) {
  auto const &above = lines[i - 1], &line = lines[i];
  if (above.size() < 2 || line.size() < 2)
    return false;
  auto const x = line.front().x0, end = above.back().x1;
  std::size_t last = above.size(), texts = 0;
  for (auto word = above.size(); word-- > 0;)
    if (begins_text(above, word)) {
      last = last == above.size() ? word : last;
      ++texts;
      if (above[word].x0 == x)
        return false;
    }
  std::size_t own_texts = 0;
  for (auto const& word : line)
    own_texts += word.x0 > end ? 1U : 0U;
  std::size_t first = 0; // last word of the first text
  while (first + 1 < line.size() && !begins_text(line, first + 1))
    ++first;
  return texts >= 2 && own_texts >= 1 && x < end && x >= above[last].x0 && x > above[last - 1].x1 &&
         !is_row(above, line) && !are_one_column(lines, i, above[last].x0, x, line[first].x1);
}

/// 年度 over 指标值: the text of a line that begins with a word is a label that goes on below.
bool goes_on_below(std::vector<Words> const& lines, std::size_t i, std::size_t word) {
  constexpr std::size_t tallest = 4; // lines
  auto const& first = lines[i][word];
  std::string joined(first.text);
  for (auto next = word + 1; next < lines[i].size() && !begins_text(lines[i], next); ++next)
    joined += lines[i][next].text;
  for (auto j = i + 1; j < std::min(lines.size(), i + tallest); ++j) {
    auto const under =
        std::ranges::find_if(lines[j], [&](Word const& w) { return w.x0 < first.x1 && first.x0 < w.x1; });
    if (under == lines[j].end())
      continue;
    joined += under->text;
    auto const label = recognition::builtin_label_finder().find(joined);
    if (label.rest == 0 && (label.as(recognition::Role::column) || label.as(recognition::Role::measure)))
      return true;
  }
  return false;
}

/// A label begins with the line, and no part of the line above: its first text does, or any below one that ends in no
/// label.
bool begins_label(std::vector<Words> const& lines, std::size_t i) {
  constexpr std::size_t longest_label = 24; // bytes
  bool const below_text = texts_of(lines[i - 1]).back().size() > longest_label;
  for (std::size_t word = 0; word < lines[i].size() && (word == 0 || below_text); ++word)
    if (begins_text(lines[i], word) && goes_on_below(lines, i, word))
      return true;
  return false;
}

/// Moves the words from a column on to the right.
void shift(Words& words, double from, double by) {
  for (auto& word : words)
    if (word.x0 >= from)
      word.x0 += by, word.x1 += by;
}

/// Lays lines that were torn off back beside the line above, and what stands under them with them.
void mend_torn_lines(std::vector<Words>& lines) {
  constexpr std::size_t tallest = 4; // lines of a cell under a torn one
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!is_torn_off(lines, i) || begins_label(lines, i))
      continue;
    auto const x = lines[i].front().x0, by = lines[i - 1].back().x1 + 3 - x;
    for (auto j = i + 1; j < std::min(lines.size(), i + tallest); ++j) {
      auto const under = std::ranges::find(lines[j], x, &Word::x0);
      if (under == lines[j].end())
        break;
      shift(lines[j], x, by);
    }
    shift(lines[i], 0, by);
    lines[i - 1].insert(lines[i - 1].end(), lines[i].begin(), lines[i].end());
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

RawPage page_of(std::vector<Words> lines) {
  mend_torn_lines(lines);
  RawPage page;
  for (std::size_t y = 0; y < lines.size(); ++y)
    for (auto& word : lines[y]) {
      word.y0 = static_cast<double>(y), word.y1 = word.y0 + 1;
      page.words.push_back(word);
    }
  return page;
}

std::vector<RawPage> pages_of(std::vector<Line> const& lines, Columns columns) {
  std::vector<RawPage> pages;
  for (std::size_t first = 0, last = 0; first < lines.size(); first = last) {
    std::vector<Words> words;
    for (; last < lines.size() && lines[last].page == lines[first].page; ++last)
      words.push_back(words_of(lines[last], columns));
    pages.push_back(page_of(std::move(words)));
  }
  return pages;
}

/// The number of a page with its marks: — 31 —, or 第 32 页 共 46 页 behind a running head.
struct PageMark {
  std::size_t line = 0;
  int number = 0;
  bool alone = false; ///< on its line
};

std::optional<PageMark> page_mark(std::string_view line) {
  constexpr std::string_view opens = "第", closes = "页";
  std::string text;
  std::ranges::copy_if(line, std::back_inserter(text), [](char c) { return c != ' '; });
  auto const number_at = [&](std::size_t at) {
    int number = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), number);
    return number;
  };
  for (std::string_view const dash : {"—", "-", "－"})
    if (text.starts_with(dash) && text.ends_with(dash) &&
        text.find_first_not_of("0123456789", dash.size()) + dash.size() == text.size())
      return PageMark{0, number_at(dash.size()), true};
  auto const at = text.find(opens);
  if (at == std::string::npos || !is_page_number(std::string_view(text).substr(at)) || !text.ends_with(closes))
    return std::nullopt;
  return PageMark{0, number_at(at + opens.size()), at == 0};
}

/// A text that lost its form feeds: a page ends below its number, or above the running head of the next one.
void turn_pages(std::vector<Line>& lines) {
  std::vector<PageMark> marks;
  for (std::size_t i = 0; i < lines.size() && lines[i].page == 0; ++i)
    if (auto mark = page_mark(lines[i].text)) {
      mark->line = i;
      marks.push_back(*mark);
    }
  std::vector<std::size_t> ends; // the lines with which pages begin
  for (std::size_t m = 1; m < marks.size(); ++m)
    if (marks[m].number == marks[m - 1].number + 1)
      ends.push_back(marks[m - 1].alone ? marks[m - 1].line + 1 : marks[m].line);
  for (std::size_t i = 0, page = 0; i < lines.size() && !ends.empty(); ++i) {
    page += page < ends.size() && i == ends[page] ? 1 : 0;
    lines[i].page = static_cast<std::uint32_t>(page + 1);
  }
}

bool looks_like_markup(std::string_view text) {
  auto const start = trim(text.substr(0, 4 << 10));
  return start.starts_with('<') || start.starts_with('{');
}

} // namespace

Identified identify_layout(std::string_view text) {
  if (text.find('\t') != std::string_view::npos)
    return {Answer::no, "text with tabs"};
  if (looks_like_markup(text))
    return {Answer::no, "markup"};
  auto const sample = text.substr(0, 256 << 10);
  DiagnosticSink unheard;
  SourceText source;
  source.text = sample;
  auto const lines = split_lines(source, Limits{}, unheard);
  for (auto const& line : lines) {
    auto const trimmed = trim(line.text);
    if (trimmed.starts_with('|') || trimmed.starts_with("+-") || trimmed.starts_with("+=") ||
        trimmed.starts_with("---"))
      return {Answer::no, "text with ruled tables"};
    if (trimmed.find("\xE2\x94\x82") != std::string_view::npos) // U+2502
      return {Answer::no, "text with drawn boxes"};
  }
  if (has_frames(lines))
    return {Answer::yes, "text with tables as pandas prints them"};
  auto const characters = measure_alignment(lines, Columns::characters),
             cells = measure_alignment(lines, Columns::cells);
  auto const gaps = characters.gaps;
  auto const aligned = std::max(characters.aligned, cells.aligned), inner = std::max(characters.inner, cells.inner);
  bool const lines_up = aligned >= 3 && aligned * 3 >= gaps && inner >= fewest_inner_gaps;
  if (!lines_up && !has_header(lines))
    return {Answer::no, "text whose white space does not line up"};
  return {Answer::yes, "text aligned in columns by white space"};
}

Reading read_layout(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto lines = split_lines(source, limits, sink);
  turn_pages(lines);
  ReadingBuilder builder(limits, sink);
  if (read_frames(lines, builder))
    return std::move(builder).finish();
  auto const columns = choose_columns(lines);
  Metrics const metrics{.em = 2, .gutter = 2, .space = 1, .tolerance = 0.25, .by_cells = columns == Columns::cells};
  auto pages = pages_of(lines, columns);
  auto text = make_page_text(pages, metrics);
  if (!read_aligned(text, builder))
    read_geometry(std::move(pages), metrics, builder, sink);
  return std::move(builder).finish();
}

} // namespace jixiao
