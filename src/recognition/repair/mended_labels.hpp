#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// A text that is a label but for one character, where a label stands and no other of its meaning is near: 项目名稱. It
/// becomes that label, and Page::mended tells of it.
void mend_labels(Page& page, LabelFinder const& labels);

} // namespace jixiao::recognition
