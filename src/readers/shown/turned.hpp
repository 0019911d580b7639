#pragma once

#include <string>
#include <string_view>

namespace jixiao {

inline constexpr std::string_view turn_mark = "\xE2\x80\xAE";     ///< U+202E: what follows is shown from right to left
inline constexpr std::string_view turn_end_mark = "\xE2\x80\xAC"; ///< U+202C: as before the mark

/// A text in the order in which it is shown where marks turn its characters round (U+202E: `53` is seen as 35), without
/// its marks of direction. Lines are turned each for itself; brackets and comparators point the other way.
std::string turned_as_shown(std::string_view text);

} // namespace jixiao
