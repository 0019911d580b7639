#pragma once

#include <gumbo.h>

namespace jixiao {

/// True for what LibreOffice Calc adds to a workbook saved as a page: a list of links to the sheets, and a heading
/// "Sheet 1: …" above each, neither of which stands in the workbook.
bool is_added_by_calc(GumboNode const& element);

} // namespace jixiao
