#pragma once

#include "recognition/fields/draft.hpp"
#include "recognition/rows/record_cells.hpp"

#include <string>
#include <vector>

namespace jixiao::recognition {

/// Indicators that one row lists in its cells:
///
///     数量指标 | 指标1：救助人次     | ≥1800人次
///              | 指标2：救助站人次   | ≥260人次
///
/// The first stays in `indicator`, the others are returned, each with its name, target and result. Where the values are
/// not as many as the names all stay together, which is said at `path`.
std::vector<Indicator> part_listed(Draft& draft, RecordCells const& cells, Indicator& indicator,
                                   std::string const& path);

} // namespace jixiao::recognition
