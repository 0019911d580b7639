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

/// Linear in the text. `rows_told` false: line ends of a text are no ends of rows, as was found out.
Page make_page(Reading const& reading, LabelFinder const& labels, std::vector<TitlePattern> titles, Grid grid,
               bool rows_told = true);

} // namespace jixiao::recognition
