#pragma once

#include "readers/reader.hpp"

namespace jixiao {

/// Text whose cells are parted by upright bars without a frame, as web pages leave it when their tables are made text:
///
///     项目名称 | 某项目 |||
///     年度
///     指标值 | 实际完成值 |
///
/// Rows differ in their number of cells, cells that a merged cell covers may be missing, and a cell may go on over line
/// ends. Bars with a frame and a row of dashes are Markdown, bars below each other a drawn table.
Identified identify_bars(std::string_view text);

/// A row for each line on which a cell begins; Block::soft_rows says that these need not be the rows of the form: where
/// each line has as many bars as the others and some begin with blank cells, they are.
Reading read_bars(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
