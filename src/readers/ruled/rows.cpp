#include "readers/ruled/rows.hpp"

#include "readers/layout/wrapped_text.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

/// A table drawn with no rules between its rows has them at its top and bottom and below its header.
constexpr std::ptrdiff_t most_frame_rules = 3;

// How often each thing happens, roughly; only large differences between the two readings of a line count.
constexpr double break_in_cell = 0.03;    ///< a cell's text has a line break of its own here
constexpr double break_at_space = 0.06;   ///< as above, where the line may have been broken at a space
constexpr double break_between = 0.3;     ///< as above, where one paragraph ends or the next begins
constexpr double value_ends = 0.6;        ///< a text that looks like a value and fills its line ends with it
constexpr double blank_then_text = 0.001; ///< a cell goes on below an empty line
constexpr double empty_cell = 0.3;        ///< a cell is empty
constexpr double empty_start = 0.5;       ///< the cells at the left are empty, merged with those above
constexpr double lone_cell = 0.04;        ///< a row has a text in one cell only
constexpr double doubtful_odds = 20;      ///< that one row goes on rather than another begins

/// The odds that a text which fills its line, with no room for the next word, ends with it: by chance a line is filled
/// the more often the narrower the cell is and the longer the word.
double ends_when_full(int width, int next_word) { return 2.0 * next_word / (width + 2.0 * next_word); }

struct Odds {
  double same_row = 0, new_row = 0; ///< logarithms

  void add(double same, double fresh) {
    same_row += std::log(same);
    new_row += std::log(fresh);
  }
};

bool has_rule(GridLine const& line) { return std::ranges::any_of(line.stretches, &Stretch::is_rule); }

/// A bracket that closes a unit, as in 90(%), ends a text more often than other characters do.
bool ends_value(std::string_view text) {
  return text.ends_with(')') || text.ends_with("）") || text.ends_with('%') || text.ends_with("％");
}

/// True when a bracket is open at the end of the text, which therefore goes on.
bool has_open_bracket(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    open += c.value == U'(' || c.value == U'（' || c.value == U'《' ? 1 : 0;
    open -= c.value == U')' || c.value == U'）' || c.value == U'》' ? 1 : 0;
    at += c.length;
  }
  return open > 0;
}

bool begins_value(std::string_view text) {
  for (std::string_view const sign : {"≥", "≤", "=", ">", "<", "＝", "＞", "＜"})
    if (text.starts_with(sign))
      return true;
  return false;
}

/// The odds that the text above ends here, if a line of the width had room for no more (wrap) or had room.
double ends_here(std::string_view above, std::string_view next, int width, LineBreak kind, Wrapping wrapping) {
  if (above.empty())
    return 1;
  if (has_open_bracket(above))
    return break_in_cell;
  if (kind != LineBreak::wrap)
    return 1 - break_in_cell;
  auto const by_chance = ends_when_full(width, first_unit_width(next, wrapping));
  return ends_value(above) ? std::max(by_chance, value_ends) : by_chance;
}

/// The odds that it goes on with the text below.
double goes_on(std::string_view above, std::string_view below, LineBreak kind, double ends) {
  if (above.empty())
    return blank_then_text;
  auto const unlikely = begins_value(below) ? break_between : 1;
  if (kind == LineBreak::wrap)
    return unlikely * (1 - ends);
  if (parts_paragraphs(above, below))
    return break_between;
  return unlikely * (kind == LineBreak::perhaps_wrap ? break_at_space : break_in_cell);
}

void weigh_cell(Odds& odds, std::string_view above, Stretch const& stretch, bool leading_blank, Wrapping wrapping) {
  auto const below = trim(stretch.text);
  auto const next = below.empty() ? "字" : below;
  auto const width = display_width(stretch.text);
  auto const kind = line_break(above, next, width, wrapping);
  auto const ends = ends_here(above, next, width, kind, wrapping);
  if (below.empty())
    odds.add(ends, leading_blank ? ends : ends * empty_cell);
  else
    odds.add(goes_on(above, below, kind, ends), ends * (1 - empty_cell));
}

RowBreak begins_row(GridLine const& above, GridLine const& below, Wrapping wrapping) {
  if (above.bars != below.bars)
    return RowBreak::row;
  Odds odds;
  std::size_t texts = 0, leading = 0;
  for (std::size_t i = 0; i < below.stretches.size(); ++i) {
    auto const text = trim(below.stretches[i].text);
    leading += text.empty() && texts == 0 ? 1 : 0;
    texts += text.empty() ? 0 : 1;
    weigh_cell(odds, trim(above.stretches[i].text), below.stretches[i], texts == 0, wrapping);
  }
  if (texts == 0)
    return RowBreak::none;
  if (leading > 0)
    odds.add(1, empty_start);
  if (texts == 1 && below.stretches.size() > 1)
    odds.add(1, lone_cell);
  if (odds.new_row > odds.same_row)
    return RowBreak::row;
  return texts > 1 && odds.same_row - odds.new_row < std::log(doubtful_odds) ? RowBreak::unlikely : RowBreak::none;
}

} // namespace

Wrapping wrapping_of(std::span<GridLine const> lines) {
  return std::ranges::any_of(lines, has_rule) ? Wrapping::at_words : Wrapping::at_spaces;
}

std::vector<RowBreak> find_row_breaks(std::span<GridLine const> lines) {
  auto const wrapping = wrapping_of(lines);
  std::vector<RowBreak> breaks(lines.size(), RowBreak::none);
  if (std::ranges::count_if(lines, has_rule) > most_frame_rules)
    return breaks;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (!has_rule(lines[i - 1]) && !has_rule(lines[i]))
      breaks[i] = begins_row(lines[i - 1], lines[i], wrapping);
  return breaks;
}

} // namespace jixiao
