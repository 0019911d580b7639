#pragma once

#include "readers/aligned/band.hpp"

namespace jixiao::aligned {

/// What a column of indicators holds tells whether a text is of it: amounts are numbers, names are none.
double price_of_content(Band const& band, Run const& run, std::size_t column);

/// The columns of one line's runs, from left to right: a line with a text for every column has one in each; others
/// stand under texts of the lines above, or between the borders. `columns` holds those of the runs so far. Where texts
/// are flush left, one alone on its line is never printed right of those above it in its column. Gives the price of
/// texts in columns that hold others.
double assign_columns(Sheet const& sheet, Band const& band, std::span<std::uint32_t const> runs, bool flush_left,
                      std::vector<std::int16_t>& columns);

} // namespace jixiao::aligned
