#pragma once

#include "readers/xlsx/sheet.hpp"

#include <string>

namespace jixiao {

/// Takes the hidden rows and columns out of a sheet, as if they had been deleted, and returns their texts, up to so
/// many that a person still reads them. A merged cell that reaches out of them keeps its text, since that is shown.
std::string take_out_hidden(Sheet& sheet);

/// The texts of a sheet, shortened in the same way.
std::string texts_of(Sheet const& sheet);

} // namespace jixiao
