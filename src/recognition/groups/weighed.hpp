#pragma once

#include "recognition/groups/row_groups.hpp"

#include <span>
#include <vector>

/// Tables as they were weighed, kept for those who ask why a field was read as it was.
namespace jixiao::recognition {

/// The rows of a table, or one row of the fund block, with the columns that they were weighed against.
struct WeighedTable {
  std::vector<Column> columns;
  std::vector<RecordSpan> spans;
  std::vector<RowGroup> groups; ///< of the rows, where these were decided
};

/// All of a page. Of a stretch that was read twice the last reading counts.
struct Weighed {
  std::vector<WeighedTable> tables;
};

/// These keep nothing where nobody asks: Page::weighed is null.
void keep_table(Page const& page, std::span<Column const> columns, std::span<RecordSpan const> spans,
                std::span<RowGroup const> groups);
void keep_row(Page const& page, std::span<Column const> columns, std::span<RowCell const> cells,
              Alignment const& alignment);

} // namespace jixiao::recognition
