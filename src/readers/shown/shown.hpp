#pragma once

#include "grid/reading.hpp"

namespace jixiao {

/// Puts into every cell of a reading what a person is meant to see of it, whatever the carrier: what programs write in
/// place of a value is taken out and noted at its cell, notation of another program is undone.
///
///     `#REF!`, `=SUM(B2:B5)` and `NaN` leave their cells empty; `="93%"` is 93%; `$\geq 97\%$` is ≥97%;
///     `&amp;ge;95%` is ≥95%; `项项目目名名称称` is 项目名称
void show_texts(Reading& reading);

} // namespace jixiao
