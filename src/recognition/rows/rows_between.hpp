#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/rows/rows.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao::recognition {

/// True when rows of the table begin with a blank where a merged label covers them, and all that hold a record stand
/// below their headers: then a text at the left edge that is no label of a group begins no record.
bool keeps_places(Page const& page, std::span<Column const> columns, std::span<RecordSpan const> spans);

/// A row between the records of a table that is none: a text across it (第 2 页, ★为核心指标), a label with its value
/// (存在问题 | text), texts that say what they are (自评总分：97.5分 | 等级：优). `places`: the table keeps_places().
bool is_row_between(Page const& page, std::span<Column const> columns, RecordSpan const& span, bool places);

/// The first pieces of lines of text between the rows [first, end) of a table whose header is none.
std::vector<std::uint32_t> lines_between(Page const& page, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
