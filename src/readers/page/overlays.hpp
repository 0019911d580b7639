#pragma once

#include "readers/page/page.hpp"

namespace jixiao {

/// Takes out what is printed over the page and is no part of its text: watermarks, and what stands in stamps.
///
/// A watermark is large or repeated, pale, and stands over other text or lines: what is large and alone is a title.
/// The text of a stamp stands in a round line of its colour, or is in a colour and covers other text; characters that
/// go round a stamp are marked as slanted.
void take_out_overlays(PageModel& page);

} // namespace jixiao
