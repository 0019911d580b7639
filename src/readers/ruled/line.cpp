#include "readers/ruled/line.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

enum class Stroke : std::uint8_t { text, horizontal, bar };

/// Light, heavy, dashed and double lines, and the halves of lines that end in the middle of a cell.
bool is_horizontal(char32_t c) {
  switch (c) {
  case 0x2500:
  case 0x2501:
  case 0x2504:
  case 0x2505:
  case 0x2508:
  case 0x2509:
  case 0x254C:
  case 0x254D:
  case 0x2550:
  case 0x2574:
  case 0x2576:
  case 0x2578:
  case 0x257A:
  case 0x257C:
  case 0x257E:
    return true;
  default:
    return false;
  }
}

Stroke box_glyph(char32_t c) {
  constexpr char32_t first = 0x2500, last = 0x257F, first_diagonal = 0x2571, last_diagonal = 0x2573;
  if (c < first || c > last || (c >= first_diagonal && c <= last_diagonal))
    return Stroke::text;
  return is_horizontal(c) ? Stroke::horizontal : Stroke::bar;
}

bool is_ascii_horizontal(char c) { return c == '-' || c == '='; }

/// A plus sign is a junction where a rule meets it.
Stroke ascii_glyph(std::string_view line, std::size_t at) {
  auto const near = [&](std::size_t i) { return i < line.size() && is_ascii_horizontal(line[i]); };
  if (line[at] == '|')
    return Stroke::bar;
  if (line[at] == '+')
    return near(at - 1) || near(at + 1) ? Stroke::bar : Stroke::text;
  return is_ascii_horizontal(line[at]) ? Stroke::horizontal : Stroke::text;
}

Stroke glyph_at(std::string_view line, std::size_t at, RuleStyle style) {
  return style == RuleStyle::box ? box_glyph(character_at(line, at).value) : ascii_glyph(line, at);
}

/// A dash between two upright bars may be a cell's text; a rule reaches from bar to bar and has a junction at an end.
bool is_rule(std::string_view line, Bar const& left, Bar const& right, RuleStyle style) {
  auto const begin = left.at + left.length;
  if (begin == right.at)
    return style == RuleStyle::box && line.substr(left.at, left.length) != line.substr(right.at, right.length);
  for (std::size_t at = begin; at < right.at; at += character_at(line, at).length)
    if (glyph_at(line, at, style) != Stroke::horizontal)
      return false;
  return style == RuleStyle::box || line[left.at] == '+' || line[right.at] == '+';
}

} // namespace

bool DrawnLine::has_rule() const { return std::ranges::any_of(stretches, &Stretch::is_rule); }

RuleStyle rule_style(std::string_view line) {
  auto const drawn = trim(line);
  if (drawn.empty())
    return RuleStyle::none;
  auto const first = character_at(drawn, 0), last = character_before(drawn, drawn.size());
  if (drawn.size() == first.length)
    return RuleStyle::none;
  if (box_glyph(first.value) == Stroke::bar && box_glyph(last.value) == Stroke::bar)
    return RuleStyle::box;
  bool const ascii = ascii_glyph(drawn, 0) == Stroke::bar && ascii_glyph(drawn, drawn.size() - 1) == Stroke::bar;
  return ascii ? RuleStyle::ascii : RuleStyle::none;
}

DrawnLine draw_line(std::string_view line, RuleStyle style, int ambiguous, std::size_t most_bars) {
  DrawnLine drawn;
  int column = 0;
  for (std::size_t at = 0; at < line.size();) {
    auto const c = character_at(line, at);
    bool const is_bar = glyph_at(line, at, style) == Stroke::bar;
    if (is_bar && drawn.bars.size() < most_bars)
      drawn.bars.push_back({column, static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(c.length)});
    column += character_width(c.value, ambiguous);
    at += c.length;
  }
  for (std::size_t i = 1; i < drawn.bars.size(); ++i) {
    auto const &left = drawn.bars[i - 1], &right = drawn.bars[i];
    auto const begin = left.at + left.length;
    drawn.stretches.push_back({line.substr(begin, right.at - begin), is_rule(line, left, right, style)});
  }
  return drawn;
}

} // namespace jixiao
