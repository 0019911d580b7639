#pragma once

#include "readers/geometry/page_text.hpp"

namespace jixiao::aligned {

/// Marks as gutters the spaces that stand in a river: white that runs down through many lines and that texts border on,
/// as programs leave it which print tables by characters (w3m). Where other spaces stand beside numbers, extraction put
/// them there, and those in a river may be such, too.
void part_rivers(PageText& text);

} // namespace jixiao::aligned
