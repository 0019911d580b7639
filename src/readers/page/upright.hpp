#pragma once

#include "readers/page/page.hpp"

namespace jixiao {

/// Turns a page most of whose text runs down, up or upside down, so that it runs to the right: programs print a wide
/// table on a narrow page by turning what they draw.
void turn_upright(PageModel& page);

} // namespace jixiao
