#pragma once

#include "readers/lines.hpp"
#include "readers/ruled/line.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// A line of a table, its bars numbered by the grid lines they stand on, from left to right.
struct GridLine {
  Line const* line = nullptr;
  std::vector<std::uint32_t> bars; ///< rising
  std::vector<Stretch> stretches;  ///< between the bars
};

/// Finds the grid of the consecutive lines of a table. Lines that a program drew with another width for ambiguous
/// characters, or one column short for each merged cell, are set right by their bars.
std::vector<GridLine> find_grid(std::span<Line const> lines, RuleStyle style, std::size_t most_bars);

} // namespace jixiao
