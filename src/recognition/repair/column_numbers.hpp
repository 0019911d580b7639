#pragma once

#include "recognition/pieces/pieces.hpp"

#include <span>

namespace jixiao::recognition {

/// 栏次 | 1 | 2 | 3＝1+2: the numbers of the columns below their labels, told by the word before them or by a formula
/// among them. They are layout, and part no header from its rows.
bool are_column_numbers(std::span<Cell const> cells);

} // namespace jixiao::recognition
