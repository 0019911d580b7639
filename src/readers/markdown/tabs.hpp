#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstddef>
#include <span>

/// Rows of cells parted by tabs, as scrapers of PDF files print tables among Markdown.
namespace jixiao {

/// Index behind the table that begins at `at`; `at` when none does. A line without a tab ends it.
std::size_t tab_table_end(std::span<Line const> lines, std::size_t at);

/// Cells stay as the tsv reader has them: there is no quoting and no escaping.
void read_tab_table(std::span<Line const> lines, ReadingBuilder& builder);

} // namespace jixiao
