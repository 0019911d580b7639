#pragma once

#include "readers/pdf/interpreter.hpp"

namespace jixiao::pdf {

/// Draws what was filled in or stamped on: the appearance's box is fitted into the annotation's place. The text of a
/// field or a note that has no appearance, or one that is to be made anew, is set there as programs that show it do.
void draw_annotation(Object const& annotation, Object const& resources, Document& document, PageLimits const& limits,
                     PageModel& page, Interpreter& interpreter);

} // namespace jixiao::pdf
