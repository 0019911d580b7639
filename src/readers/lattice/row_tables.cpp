#include "readers/lattice/row_tables.hpp"

#include "readers/lattice/white_columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jixiao::lattice {
namespace {

constexpr std::size_t fewest_lines = 5, most_row_lines = 1'000;

/// A line of text: characters that stand as good as level.
struct TextRow {
  float top = 0, bottom = 0, size = 0;
  std::size_t texts = 0; ///< with wide white between them
};

std::vector<TextRow> text_rows(std::vector<PageGlyph> glyphs) {
  std::ranges::sort(glyphs, {}, &PageGlyph::y0);
  std::vector<TextRow> rows;
  for (std::size_t first = 0; first < glyphs.size();) {
    TextRow row{glyphs[first].y0, glyphs[first].y1, glyphs[first].size};
    auto last = first;
    std::vector<Stretch> taken;
    for (; last < glyphs.size() && (last == first || glyphs[last].middle_y() < row.bottom); ++last) {
      row.bottom = std::max(row.bottom, glyphs[last].y1);
      row.size = std::max(row.size, glyphs[last].size);
      taken.push_back({glyphs[last].x0, glyphs[last].x1});
    }
    row.texts = parted_texts(std::move(taken), row.size).size();
    rows.push_back(row);
    first = last;
  }
  return rows;
}

/// Lines across that make one table, from top to bottom.
using Stack = std::vector<Line>;

float left_of(Stack const& stack) { return std::ranges::min(stack, {}, &Line::from).from; }
float right_of(Stack const& stack) { return std::ranges::max(stack, {}, &Line::to).to; }

std::vector<float> heights_of(Stack const& stack) {
  std::vector<float> ys;
  for (auto const& line : stack)
    if (ys.empty() || line.at - ys.back() > one_place)
      ys.push_back(line.at);
  return ys;
}

/// True for lines as tables have them: they end at one side, and some go all the way. Those of a table that goes on
/// from the page before may be few, and stop at labels that are merged over all rows.
bool is_table(Stack const& stack, bool goes_on) {
  constexpr std::size_t fewest_more = 2;
  auto const left = left_of(stack), right = right_of(stack);
  auto const heights = heights_of(stack).size();
  auto const whole = static_cast<std::size_t>(std::ranges::count_if(
      stack, [&](Line const& line) { return at_one_place(line.from, left) && at_one_place(line.to, right); }));
  auto const at_end = static_cast<std::size_t>(std::ranges::count_if(
      stack, [&](Line const& line) { return at_one_place(line.to, right) || at_one_place(line.from, left); }));
  if (goes_on)
    return heights >= fewest_more && at_end * 5 >= stack.size() * 4;
  return heights >= fewest_lines && whole * 4 >= heights && whole >= 3 && at_end * 5 >= stack.size() * 4;
}

/// Parts lines where a title stands between them.
std::vector<Stack> stacks_of(std::vector<Line> lines, std::vector<TextRow> const& rows, float title) {
  std::ranges::sort(lines, {}, &Line::at);
  std::vector<Stack> stacks;
  for (auto const& line : lines) {
    bool const anew = stacks.empty() || std::ranges::any_of(rows, [&](TextRow const& row) {
                        auto const middle = (row.top + row.bottom) / 2;
                        return row.size > title && middle > stacks.back().back().at && middle < line.at;
                      });
    if (anew)
      stacks.emplace_back();
    stacks.back().push_back(line);
  }
  return stacks;
}

/// How far the text of a row reaches that has no line at the end of the table, upward or downward: no title is part of
/// it.
float reach(std::vector<TextRow> const& rows, float from, float limit, bool upward, float title) {
  constexpr float gap = 1; // sizes
  float at = from;
  bool parted = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& row = rows[upward ? rows.size() - 1 - i : i];
    auto const middle = (row.top + row.bottom) / 2;
    bool const beyond = upward ? middle < from : middle > from;
    if (!beyond)
      continue;
    bool const inside = upward ? middle > limit : middle < limit;
    auto const distance = upward ? at - row.bottom : row.top - at;
    if (!inside || distance > gap * row.size || row.size > title)
      break;
    at = upward ? std::min(at, row.top) : std::max(at, row.bottom);
    parted |= row.texts > 1;
  }
  return parted ? at : from;
}

/// The columns of the page before, where the first table of this one goes on with them: no title stands above it, and
/// its lines end where those of the columns do.
std::span<float const> columns_that_go_on(std::span<float const> known, Stack const& stack,
                                          std::vector<TextRow> const& rows, float title) {
  bool const titled =
      std::ranges::any_of(rows, [&](TextRow const& row) { return row.size > title && row.bottom < stack.front().at; });
  bool const same_ends = !known.empty() && at_one_place(known.back(), right_of(stack)) &&
                         std::ranges::any_of(known, [&](float at) { return at_one_place(at, left_of(stack)); });
  return titled || !same_ends ? std::span<float const>() : known;
}

} // namespace

std::vector<Lines> lines_of_row_tables(PageModel const& page, std::span<float const> known) {
  constexpr float shortest = 30, room = 2, larger = 1.25F;
  std::vector<PageGlyph> glyphs;
  for (auto const& glyph : page.glyphs)
    if (glyph.visible && glyph.direction == Direction::right && glyph.character > U' ' && glyph.character != U'\u3000')
      glyphs.push_back(glyph);
  auto lines = join_rules(page.rules).across;
  std::erase_if(lines, [](Line const& line) { return line.to - line.from < shortest; });
  if (glyphs.empty() || lines.empty() || lines.size() > most_row_lines)
    return {};
  auto const rows = text_rows(glyphs);
  auto const title = larger * median_size(glyphs);
  auto const stacks = stacks_of(std::move(lines), rows, title);
  std::vector<Lines> tables;
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    auto const& stack = stacks[i];
    auto const going_on = i == 0 ? columns_that_go_on(known, stack, rows, title) : std::span<float const>();
    if (!is_table(stack, !going_on.empty()))
      continue;
    auto const above = i > 0 ? stacks[i - 1].back().at : 0;
    auto const below = i + 1 < stacks.size() ? stacks[i + 1].front().at : page.height;
    auto ys = heights_of(stack);
    if (auto const top = reach(rows, ys.front(), above, true, title); top < ys.front())
      ys.insert(ys.begin(), top - room);
    if (auto const bottom = reach(rows, ys.back(), below, false, title); bottom > ys.back())
      ys.push_back(bottom + room);
    auto const left = going_on.empty() ? left_of(stack) : going_on.front();
    auto down = lines_between_columns({stack, ys, left, right_of(stack), going_on}, page.rules, glyphs);
    if (!down.empty())
      tables.push_back({stack, std::move(down)});
  }
  return tables;
}

} // namespace jixiao::lattice
