#pragma once

#include "readers/page/page.hpp"

namespace jixiao {

/// Takes out what is printed over the page and is no part of its text: watermarks, and what stands in stamps.
///
/// A watermark is large or repeated, pale, and stands over other text or lines: what is large and alone is a title.
/// A stamp is round and in a colour, its text in the same; characters that go round it are marked as slanted.
void take_out_overlays(PageModel& page);

} // namespace jixiao
