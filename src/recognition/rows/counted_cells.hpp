#pragma once

#include "recognition/rows/rows.hpp"

#include <span>

namespace jixiao::recognition {

/// Where the cells that merged ones cover are left out and blanks are kept, a row has as many cells less than the
/// header as labels go down into it. Once most rows of a table are read that way, the others are, too, unless their
/// texts contradict it: 成本效益 | 吨水电耗 | ≤0.42度 below 一级指标 | 二级指标 | 三级指标 | 目标值 is no group of
/// level 1. Where blanks are left out too, a row without its groups begins further left than its columns; in a table
/// with such rows, one that would as well suit the headers it stands below is read like them if that costs less.
void place_by_counts(Page const& page, std::span<Column const> columns, std::span<RecordSpan> spans);

} // namespace jixiao::recognition
