#include "readers/lattice/lines.hpp"

#include <algorithm>

namespace jixiao::lattice {
namespace {

constexpr float same_line = 1.2F; // how far pieces of one line may stand apart, across it
constexpr float touching = 2;     // and along it
constexpr float dash = 12, dash_gap = 6;
constexpr float shortest = 4;

bool go_on(Line const& line, float last_piece, Line const& next) {
  auto const gap = next.from - line.to;
  return gap <= touching || (gap <= dash_gap && last_piece <= dash && next.to - next.from <= dash);
}

/// Pieces on one line, in any order.
void join_level(std::span<Line> pieces, std::vector<Line>& out) {
  std::ranges::sort(pieces, {}, &Line::from);
  Line line = pieces.front();
  float last_piece = line.to - line.from, weight = 0, sum = 0;
  auto const add = [&](Line const& piece) {
    auto const length = std::max(piece.to - piece.from, 0.1F);
    weight += length, sum += length * piece.at;
  };
  auto const flush = [&] {
    line.at = sum / weight;
    if (line.to - line.from >= shortest)
      out.push_back(line);
    weight = sum = 0;
  };
  add(line);
  for (auto const& piece : pieces.subspan(1)) {
    if (!go_on(line, last_piece, piece)) {
      flush();
      line = piece;
    }
    last_piece = piece.to - piece.from;
    line.to = std::max(line.to, piece.to);
    add(piece);
  }
  flush();
}

std::vector<Line> join(std::vector<Line> pieces) {
  std::ranges::sort(pieces, {}, &Line::at);
  std::vector<Line> out;
  for (std::size_t first = 0; first < pieces.size();) {
    auto last = first + 1;
    while (last < pieces.size() && pieces[last].at - pieces[first].at <= same_line)
      ++last;
    join_level(std::span(pieces).subspan(first, last - first), out);
    first = last;
  }
  return out;
}

} // namespace

Lines join_rules(std::span<Ruling const> rules) {
  Lines pieces;
  for (auto const& rule : rules)
    (rule.horizontal ? pieces.across : pieces.down).push_back({rule.at, rule.from, rule.to});
  return {join(std::move(pieces.across)), join(std::move(pieces.down))};
}

} // namespace jixiao::lattice
