#pragma once

#include "grid/reading.hpp"
#include "readers/lines.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// Footnotes as Markdown writes them: `[^1]` at a text, and `[^1]: what it says` on a line of its own.
using Footnotes = std::map<std::string_view, std::string, std::less<>>;

/// Takes the lines that say what footnotes say, and leaves blank ones.
Footnotes take_footnotes(std::vector<Line>& lines);

/// Takes the marks of these footnotes out of the texts; what they say is noted at their cells.
void place_footnotes(Footnotes const& footnotes, Reading& reading);

} // namespace jixiao
