#pragma once

#include "readers/page/page.hpp"

/// What stands on a page and is no part of what it says.
namespace jixiao {

/// Takes out watermarks and the texts of stamps, characters that a line goes through, with that line, and those that
/// are white where the page is white; keeps of what is cut off only what is seen nowhere else.
void set_aside(PageModel& page);

/// Counts text that a later area hides as cut off. Strings have to be numbered in the order in which they were shown.
void take_out_covered(PageModel& page);

/// Takes out of what is cut off what another glyph shows in the same place, as where the same text is drawn anew for
/// each part of a page.
void drop_seen_elsewhere(PageModel& page);

} // namespace jixiao
