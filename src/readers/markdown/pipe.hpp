#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstddef>
#include <span>
#include <vector>

/// Tables of lines whose cells are parted by '|' (GitHub's, pandoc's pipe_tables), and the same without a delimiter
/// row, as scrapers print them.
namespace jixiao {

/// The cells of a line, trimmed and as written. A '|' that is escaped or in a code span parts nothing, nor does one at
/// either end, where rows are framed.
std::vector<Piece> pipe_cells(Line const& line, bool framed = true);

/// True for a line such as "|---|:-:|"; each cell has at least so many hyphens.
bool is_delimiter_row(std::string_view line, std::size_t least_hyphens = 1);

/// Index behind the table that begins at `at`; `at` when none does.
std::size_t pipe_table_end(std::span<Line const> lines, std::size_t at);

void read_pipe_table(std::span<Line const> lines, ReadingBuilder& builder);

} // namespace jixiao
