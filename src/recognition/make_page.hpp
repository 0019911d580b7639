#pragma once

#include "grid/reading.hpp"
#include "recognition/pieces/pieces.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::recognition {

/// What the carrier is known for.
enum class Grid : std::uint8_t {
  none,  ///< text
  spans, ///< cells with spans; what leaves covered cells out is told by its rows
  sheet  ///< cells with addresses
};

/// What an earlier reading of a text found out.
enum class Told : std::uint8_t {
  nothing,
  no_rows, ///< line ends are no ends of rows
  no_form  ///< no cell is a label of one, but lines may hold its labels
};

/// Linear in the text.
Page make_page(Reading const& reading, LabelFinder const& labels, std::vector<TitlePattern> titles, Grid grid,
               Told told = Told::nothing);

} // namespace jixiao::recognition
