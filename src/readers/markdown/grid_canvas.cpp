#include "readers/markdown/grid_canvas.hpp"

#include "readers/layout/text_columns.hpp"

#include <algorithm>
#include <set>

namespace jixiao {
namespace {

constexpr std::uint32_t most_loose = 64; // cells that an edge may have moved; keeps the search short

constexpr bool is_bar(char32_t c) { return c == '|' || c == '+'; }

constexpr bool is_rule_character(char32_t c) { return c == '-' || c == '=' || c == ':'; }

/// Columns of the bars at both ends of each rule in the line, such as "+-----+".
void add_edges(std::vector<Glyph> const& glyphs, std::set<std::uint32_t>& edges) {
  for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
    if (!is_bar(glyphs[i].value) || glyphs[i].loose != 0)
      continue;
    auto end = i + 1;
    while (is_rule_character(glyphs[end].value))
      ++end;
    if (end - i > 3 && is_bar(glyphs[end].value)) {
      edges.insert({glyphs[i].column, glyphs[end].column});
    }
    i = end - 1;
  }
}

/// The glyph that begins in this column, or the first behind it.
std::size_t glyph_at(std::vector<Glyph> const& glyphs, std::uint32_t column) {
  auto const found = std::ranges::lower_bound(glyphs, column, {}, &Glyph::column);
  return std::min(static_cast<std::size_t>(found - glyphs.begin()), glyphs.size() - 1);
}

} // namespace

GridCanvas::GridCanvas(std::span<Line const> lines, std::size_t most_edges) : lines_(lines) {
  find_edges(most_edges);
  crossings_.reserve(lines.size());
  for (auto const& line : lines)
    crossings_.push_back(cross(line.text));
}

void GridCanvas::find_edges(std::size_t most_edges) {
  std::set<std::uint32_t> edges;
  for (auto const& line : lines_)
    add_edges(glyphs_of(line.text), edges);
  edges_.assign(edges.begin(), edges.end());
  edges_.resize(std::min(edges_.size(), most_edges));
}

GridCanvas::Crossings GridCanvas::cross(std::string_view line) const {
  auto const glyphs = glyphs_of(line);
  Crossings crossings;
  std::uint32_t shift = 0;
  for (auto const edge : edges_) {
    auto const nominal = glyph_at(glyphs, edge - std::min(shift, edge));
    auto const loose = std::min({glyphs[nominal].loose, most_loose, edge});
    auto found = nominal;
    for (std::uint32_t i = 0; i <= loose; ++i) {
      auto const moved = (shift + i) % (loose + 1); // on from what the edge before was moved by
      auto const glyph = glyph_at(glyphs, edge - moved);
      if (glyphs[glyph].column != edge - moved || !is_bar(glyphs[glyph].value))
        continue;
      found = glyph;
      shift = moved;
      break;
    }
    if (found + 1 == glyphs.size())
      break;
    crossings.at.push_back({glyphs[found].offset, is_bar(glyphs[found].value), false});
  }
  for (std::size_t i = 0; i + 1 < crossings.at.size(); ++i) {
    auto& left = crossings.at[i];
    auto const& right = crossings.at[i + 1];
    auto const inner = line.substr(left.offset + 1, right.offset > left.offset ? right.offset - left.offset - 1 : 0);
    // A rule goes on below a cell that covers the edge.
    auto const is_rule_at = [&](std::uint32_t offset) {
      return is_bar(static_cast<unsigned char>(line[offset])) ||
             is_rule_character(static_cast<unsigned char>(line[offset]));
    };
    left.rule_behind = is_rule_at(left.offset) && is_rule_at(right.offset) && !inner.empty() &&
                       inner.find_first_not_of("-=:") == std::string_view::npos;
    crossings.has_rule = crossings.has_rule || left.rule_behind;
  }
  return crossings;
}

std::uint32_t GridCanvas::width(std::size_t first, std::size_t last) const {
  auto const inner = edges_[last] - edges_[first] - 1;
  return inner > 2 ? inner - 2 : inner;
}

bool GridCanvas::has_bar(std::size_t line, std::size_t edge) const {
  auto const& at = crossings_[line].at;
  return edge < at.size() && at[edge].has_bar;
}

bool GridCanvas::is_rule(std::size_t line, std::size_t column) const {
  auto const& at = crossings_[line].at;
  return column < at.size() && at[column].rule_behind;
}

std::string_view GridCanvas::between(std::size_t line, std::size_t first, std::size_t last) const {
  auto const text = lines_[line].text;
  auto const& at = crossings_[line].at;
  if (first >= at.size())
    return text.substr(text.size());
  auto const begin = at[first].offset + (at[first].has_bar ? 1 : 0);
  auto const end = last < at.size() ? at[last].offset : static_cast<std::uint32_t>(text.size());
  return text.substr(begin, end > begin ? end - begin : 0);
}

} // namespace jixiao
