#pragma once

#include "readers/page/page.hpp"

namespace jixiao {

/// Puts the signs of check boxes that are drawn where they stand: □, ☑ with a mark in it, ■ when it is filled alone.
/// A box around a character is none.
void put_drawn_boxes(PageModel& page);

} // namespace jixiao
