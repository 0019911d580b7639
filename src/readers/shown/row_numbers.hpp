#pragma once

#include "grid/reading.hpp"

namespace jixiao {

/// Takes out the numbers that programs write before the rows of a table, from the title on (0, 1, 2, …), and above its
/// columns, as data frames are saved. A column that numbers projects begins below a header and stays.
void leave_out_row_numbers(Reading& reading);

} // namespace jixiao
