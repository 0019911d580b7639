#include "readers/layout.hpp"

#include "readers/geometry/geometry.hpp"
#include "readers/lines.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

enum class Columns : std::uint8_t { characters, cells };

/// The room a word takes on paper, an ideograph taking two: roughly what most fonts give it.
double width_of(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    auto const cells = display_width(text.substr(at, c.length));
    bool const mark = c.value < 0x80 && std::string_view(",.:;'()-/[]").find(static_cast<char>(c.value)) != std::string_view::npos;
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

/// How often a word behind a wide gap begins where one does in the lines above.
struct Alignment {
  std::size_t gaps = 0, aligned = 0;
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
      found.aligned +=
          std::ranges::any_of(starts, [&](auto const& above) { return std::ranges::binary_search(above, word.x0); });
    }
    starts.insert(starts.begin(), std::move(own));
    starts.resize(std::min(starts.size(), reach));
  }
  return found;
}

Columns choose_columns(std::vector<Line> const& lines) {
  auto const characters = measure_alignment(lines, Columns::characters),
             cells = measure_alignment(lines, Columns::cells);
  return cells.aligned > characters.aligned ? Columns::cells : Columns::characters;
}

std::vector<RawPage> pages_of(std::vector<Line> const& lines, Columns columns) {
  std::vector<RawPage> pages;
  std::uint32_t page = 0;
  double y = 0;
  for (auto const& line : lines) {
    if (pages.empty() || line.page != page)
      pages.emplace_back(), page = line.page, y = 0;
    WordScan scan(line, columns);
    for (Word word; scan.next(word);) {
      word.y0 = y, word.y1 = y + 1;
      pages.back().words.push_back(word);
    }
    y += 1;
  }
  return pages;
}

bool looks_like_markup(std::string_view text) {
  auto const start = trim(text.substr(0, 4 << 10));
  return start.starts_with('<') || start.starts_with('{');
}

} // namespace

Verdict identify_layout(std::string_view text) {
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
    if (trimmed.starts_with('|') || trimmed.starts_with('+') || trimmed.starts_with("---"))
      return {Answer::no, "text with ruled tables"};
    if (trimmed.find("\xE2\x94\x82") != std::string_view::npos) // U+2502
      return {Answer::no, "text with drawn boxes"};
  }
  auto const characters = measure_alignment(lines, Columns::characters),
             cells = measure_alignment(lines, Columns::cells);
  auto const gaps = characters.gaps;
  auto const aligned = std::max(characters.aligned, cells.aligned);
  if (aligned < 3 || aligned * 3 < gaps)
    return {Answer::no, "text whose white space does not line up"};
  return {Answer::yes, "text aligned in columns by white space"};
}

Reading read_layout(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto const lines = split_lines(source, limits, sink);
  ReadingBuilder builder(limits, sink);
  Metrics const metrics{.em = 2, .gutter = 2, .space = 1, .tolerance = 0.25};
  read_geometry(pages_of(lines, choose_columns(lines)), metrics, builder, sink);
  return std::move(builder).finish();
}

} // namespace jixiao
