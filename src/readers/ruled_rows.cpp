#include "readers/ruled_rows.hpp"

#include "readers/wrapped_text.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

/// A table drawn with no rules between its rows has them at its top and bottom and below its header.
constexpr std::ptrdiff_t most_frame_rules = 3;

// How often each thing happens, roughly; only large differences between the two readings of a line count.
constexpr double break_in_cell = 0.04;   ///< a cell's text has a line break of its own here
constexpr double break_between = 0.3;    ///< as above, where one paragraph ends or the next begins
constexpr double blank_then_text = 0.01; ///< a cell goes on below an empty line
constexpr double empty_cell = 0.3;       ///< a cell is empty, or the cells at the left are, merged with those above
constexpr double lone_cell = 0.1;        ///< a row has a text in one cell only

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

void weigh_cell(Odds& odds, std::string_view above, std::string_view below, int width, bool leading_blank) {
  auto const next = below.empty() ? "字" : below;
  bool const full = line_break(above, next, width) == LineBreak::wrap;
  double const ends_full = ends_when_full(width, first_word_width(next));
  double const ends = above.empty() ? 1 : full ? ends_full : 1 - break_in_cell;
  if (below.empty())
    return odds.add(ends, leading_blank ? ends : ends * empty_cell);
  double const goes_on = above.empty()                    ? blank_then_text
                         : full                           ? 1 - ends_full
                         : parts_paragraphs(above, below) ? break_between
                                                          : break_in_cell;
  odds.add(goes_on, ends * (1 - empty_cell));
}

bool begins_row(GridLine const& above, GridLine const& below) {
  if (above.bars != below.bars)
    return true;
  Odds odds;
  std::size_t texts = 0, leading = 0;
  for (std::size_t i = 0; i < below.stretches.size(); ++i) {
    auto const text = trim(below.stretches[i].text);
    leading += text.empty() && texts == 0 ? 1 : 0;
    texts += text.empty() ? 0 : 1;
    weigh_cell(odds, trim(above.stretches[i].text), text, display_width(below.stretches[i].text), texts == 0);
  }
  if (texts == 0)
    return false;
  if (leading > 0)
    odds.add(1, empty_cell);
  if (texts == 1 && below.stretches.size() > 1)
    odds.add(1, lone_cell);
  return odds.new_row > odds.same_row;
}

} // namespace

std::vector<bool> find_row_breaks(std::span<GridLine const> lines) {
  auto const has_rule = [](GridLine const& line) { return std::ranges::any_of(line.stretches, &Stretch::is_rule); };
  std::vector<bool> breaks(lines.size(), false);
  if (std::ranges::count_if(lines, has_rule) > most_frame_rules)
    return breaks;
  for (std::size_t i = 1; i < lines.size(); ++i)
    breaks[i] = !has_rule(lines[i - 1]) && !has_rule(lines[i]) && begins_row(lines[i - 1], lines[i]);
  return breaks;
}

} // namespace jixiao
