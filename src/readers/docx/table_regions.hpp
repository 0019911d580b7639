#pragma once

#include "readers/docx/elements.hpp"

#include <pugixml.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao::docx {

/// The parts of a table that its style may show in another way (w:tblStylePr), the stronger ones last.
enum class TableRegion : std::uint8_t { first_column, last_column, first_row, last_row, none };
constexpr std::size_t table_regions = 4;

/// What a style says of a region: firstRow. `none` for bands of rows and columns, and for corners.
TableRegion table_region_of(std::string_view type);

/// Which regions a table takes from its style: w:tblLook, by attributes, or by bits as Word of 2007 writes it.
using UsedRegions = std::array<bool, table_regions>;
UsedRegions used_regions(pugi::xml_node look);

} // namespace jixiao::docx
