#pragma once

#include <cstdint>
#include <string_view>

namespace jixiao {

/// The columns that `grid-template-columns` names: 4 of "repeat(4, 1fr)", 3 of "8em 1fr 1fr". 0 where it depends on the
/// width of the page.
std::uint32_t css_tracks(std::string_view value);

/// The columns or rows that "span 3", "2 / 5" or "1 / span 2" covers; 0 for "1 / -1": all of them.
std::uint32_t css_grid_span(std::string_view value);

} // namespace jixiao
