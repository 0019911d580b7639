#pragma once

#include "readers/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace jixiao {

/// The lines of a grid table over its edges: where each line crosses each edge between columns, and which of its
/// segments between neighbouring edges are rules. An edge is found where a line's characters of ambiguous width moved
/// it.
class GridCanvas {
public:
  GridCanvas(std::span<Line const> lines, std::size_t most_edges);

  std::size_t columns() const { return edges_.empty() ? 0 : edges_.size() - 1; }

  /// Terminal cells between two edges, less a space of padding at each.
  std::uint32_t width(std::size_t first, std::size_t last) const;

  /// True when a '|' or '+' stands there.
  bool has_bar(std::size_t line, std::size_t edge) const;

  /// True when the line is a rule in this column.
  bool is_rule(std::size_t line, std::size_t column) const;

  /// True when it is a rule in some column.
  bool has_rule(std::size_t line) const { return crossings_[line].has_rule; }

  /// The line's text between two edges.
  std::string_view between(std::size_t line, std::size_t first, std::size_t last) const;

private:
  struct Crossing {
    std::uint32_t offset = 0; ///< in bytes; of the bar where there is one
    bool has_bar = false;
    bool rule_behind = false; ///< up to the next edge
  };
  struct Crossings {
    std::vector<Crossing> at; ///< by edge, as far as the line reaches
    bool has_rule = false;
  };

  void find_edges(std::size_t most_edges);
  Crossings cross(std::string_view line) const;

  std::span<Line const> lines_;
  std::vector<std::uint32_t> edges_; ///< columns of the terminal
  std::vector<Crossings> crossings_; ///< by line
};

} // namespace jixiao
