#pragma once

#include <string>
#include <string_view>

/// The lines in which two texts differ, `-` before what was expected and `+` before what came, with two lines of
/// context and the number of the first expected line of each place. Empty when the texts are equal.
std::string line_diff(std::string_view expected, std::string_view actual);
