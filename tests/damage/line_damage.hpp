#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

/// What extraction, mail and copying do to the lines of a text.
namespace damage {

using Random = std::minstd_rand;

/// Damages one to four lines: cuts, joins, doubles, moves, drops them, breaks them at a separator, changes, takes or
/// adds separators, leaves a separator alone on a line. The same generator gives the same text.
std::string damage_lines(std::string_view text, Random& random);

/// The head of one text before the tail of another, cut at line ends.
std::string splice_lines(std::string_view head, std::string_view tail, Random& random);

} // namespace damage
