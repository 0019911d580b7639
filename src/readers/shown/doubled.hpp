#pragma once

#include "grid/reading.hpp"

namespace jixiao {

/// Labels whose every character stands twice (`项项目目名名称称`), since the bold look was made by printing them twice,
/// are put right: where several whole texts of three characters and more are doubled, that is no chance. Values are
/// left alone, unless all texts of the document are doubled.
void undouble(Reading& reading);

} // namespace jixiao
