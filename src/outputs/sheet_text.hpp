#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts as the XML of a sheet can hold them.
namespace jixiao {

/// What a cell holds at most, in UTF-16 units.
constexpr std::size_t longest_cell = 32767;

/// Control characters, and what else XML has no place for, as `_x0007_`; where such an escape stands in the text
/// itself, its `_` as `_x005F_`. A byte that is no UTF-8 becomes U+FFFD.
std::string escaped_for_sheet(std::string_view text);

/// Takes as much off the front of an escaped text as fits into a cell of `units`: whole characters and whole escapes.
std::string_view take_cell(std::string_view& escaped, std::size_t units = longest_cell);

} // namespace jixiao
