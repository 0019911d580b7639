#pragma once

#include "readers/xls/records.hpp"
#include "readers/xls/workbook.hpp"
#include "readers/xlsx/conditional_formats.hpp"

#include <string_view>
#include <vector>

namespace jixiao::xls {

/// The places that a CONDFMT record is for; the conditions that follow it (CF) are theirs.
std::vector<SheetRange> read_condition_ranges(std::string_view condfmt);

/// A CF record. A formula of more than comparisons and a few functions is `…`, which nobody computes.
ConditionalRule read_condition(std::string_view cf, std::vector<SheetRange> const& ranges, Workbook const& book);

} // namespace jixiao::xls
