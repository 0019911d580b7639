#include "readers/ofd/text.hpp"

#include "readers/xml.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::ofd {
namespace {

constexpr std::size_t longest = 200'000; // characters of one text

/// Roughly, in ems: the font's file is not looked at.
double width_of(char32_t c) {
  if (c >= 0x2000 || is_chinese(c))
    return 1;
  if (c < 0x80 && std::string_view("iljtfrI.,:;'|!()[]").find(static_cast<char>(c)) != std::string_view::npos)
    return 0.3;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%')
    return 0.85;
  return c >= 'A' && c <= 'Z' ? 0.67 : 0.5;
}

bool is_private(char32_t c) { return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000; }

std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size() && out.size() < longest;) {
    auto const c = character_at(text, at);
    at += std::max<std::size_t>(c.length, 1);
    if (c.value >= 0x20) // a line feed is the writer's
      out.push_back(c.value);
  }
  return out;
}

/// Glyphs that stand in place of characters, which TextCode may not give then.
struct GlyphRun {
  std::size_t first = 0, count = 0; ///< characters of the object
  std::vector<double> glyphs;
};

std::vector<GlyphRun> glyph_runs(pugi::xml_node object) {
  std::vector<GlyphRun> runs;
  for (auto const node : children(object)) {
    if (local_name(node) != "CGTransform" || runs.size() >= longest)
      continue;
    auto const first = std::max(number(attribute(node, "CodePosition"), 0), 0.0),
               count = std::max(number(attribute(node, "CodeCount"), 1), 0.0);
    runs.push_back({static_cast<std::size_t>(first), static_cast<std::size_t>(count),
                    numbers(child(node, "Glyphs").child_value(), longest)});
  }
  return runs;
}

bool differ(std::vector<double> const& glyphs) {
  return std::ranges::adjacent_find(glyphs, std::not_equal_to<>()) != glyphs.end();
}

/// Puts U+FFFD where characters stand for glyphs that they do not name: one and the same for several.
void mark_unnamed(std::u32string& all, std::vector<GlyphRun> const& runs) {
  for (auto const& run : runs) {
    auto const first = std::min(run.first, all.size()), count = std::min(run.count, all.size() - first);
    auto const span = all.begin() + static_cast<std::ptrdiff_t>(first);
    auto const end = span + static_cast<std::ptrdiff_t>(count);
    bool const same = count > 1 && std::all_of(span, end, [&](char32_t c) { return c == *span; });
    if (same && differ(run.glyphs))
      std::fill(span, end, U'\uFFFD');
  }
}

/// The way that most steps go.
Point way_of(std::vector<double> const& dx, std::vector<double> const& dy) {
  std::size_t across = 0, along = 0, sloping = 0;
  Point slope{1, 0};
  bool up = false;
  for (std::size_t i = 0; i < std::max(dx.size(), dy.size()); ++i) {
    auto const x = i < dx.size() ? dx[i] : 0, y = i < dy.size() ? dy[i] : 0;
    if (std::abs(y) <= drawing::straight * std::abs(x))
      ++across;
    else if (std::abs(x) <= drawing::straight * std::abs(y))
      ++along, up = y < 0;
    else if (++sloping == 1)
      slope = {x, y};
  }
  if (sloping > std::max(across, along))
    return slope;
  return along > across ? Point{0, up ? -1.0 : 1.0} : Point{1, 0};
}

/// True when all characters stand equally far from each other: what is white between them is no space.
bool are_even(std::vector<double> const& steps) {
  constexpr double hair = 0.02; // of a step
  return steps.size() >= 2 && std::ranges::all_of(steps, [&](double step) {
           return step > 0 && std::abs(step - steps.front()) <= hair * steps.front();
         });
}

/// As wide as the step to the next character, unless that leaves white between them.
double fitted(double width, double step, bool even) {
  constexpr double white = 0.2, widest = 1.2;
  return step > 0 && step <= (even ? widest : width + white) ? step : width;
}

PlacedText placed(std::u32string_view text, pugi::xml_node code, Point start, double size, double stretch) {
  auto const gaps = text.empty() ? 0 : text.size() - 1;
  auto dx = steps(attribute(code, "DeltaX"), gaps);
  auto const dy = steps(attribute(code, "DeltaY"), gaps);
  auto const em = std::max(size * stretch, 1e-6);
  PlacedText out{{}, way_of(dx, dy)};
  bool const has_steps = !dx.empty() || !dy.empty(), even = are_even(dx);
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const step = i < dx.size() ? dx[i] / em : 0;
    auto const width = fitted(width_of(text[i]), step, even) * em;
    out.codes.push_back({text[i], start.x, start.y, width});
    start.x += has_steps ? step * em : width;
    start.y += i < dy.size() ? dy[i] : 0;
  }
  return out;
}

} // namespace

std::vector<PlacedText> placed_texts(pugi::xml_node object, SymbolFont symbols, double size, double stretch) {
  auto const runs = glyph_runs(object);
  std::u32string all;
  std::vector<std::pair<pugi::xml_node, std::size_t>> codes; // with the end of each in `all`
  for (auto const node : children(object))
    if (local_name(node) == "TextCode" && all.size() < longest) {
      all += characters_of(node.child_value());
      codes.emplace_back(node, all.size());
    }
  // Glyphs alone, without a character.
  if (all.empty() && !codes.empty())
    for (auto const& run : runs)
      all.append(std::min(run.glyphs.size(), longest - all.size()), U'\uFFFD'), codes.back().second = all.size();
  mark_unnamed(all, runs);
  for (auto& c : all) {
    auto const sign = symbols == SymbolFont::none || c > 0xFFFF ? 0 : symbol(symbols, c);
    c = sign != 0 ? sign : is_private(c) ? U'\uFFFD' : fold_radical(c);
  }
  std::vector<PlacedText> texts;
  Point start;
  std::size_t begin = 0;
  for (auto const& [node, end] : codes) {
    start = {number(attribute(node, "X"), start.x), number(attribute(node, "Y"), start.y)};
    texts.push_back(placed(std::u32string_view(all).substr(begin, end - begin), node, start, size, stretch));
    begin = end;
  }
  return texts;
}

} // namespace jixiao::ofd
