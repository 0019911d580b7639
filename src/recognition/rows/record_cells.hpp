#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"
#include "recognition/rows/align.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

using Pieces = std::vector<std::uint32_t>;

/// The cells of one record in one panel.
struct RecordCells {
  struct Entry {
    Column const* column = nullptr;
    Pieces pieces;
  };
  std::vector<Entry> entries; ///< in the order of the columns

  Entry const* find(ColumnKind kind) const {
    auto const found = std::ranges::find_if(entries, [&](Entry const& e) { return e.column->kind == kind; });
    return found == entries.end() ? nullptr : &*found;
  }
};

/// The text of pieces that are one value, as one line.
std::string line_of(Draft const& draft, Pieces const& pieces);

/// What stands in a column, as one line; empty where it is a dash or a placeholder.
std::string text_of(Draft const& draft, RecordCells const& cells, ColumnKind kind);

/// The cells of a row as findings show them: 合格率 | ≥95% | 10.
std::string printed_cells(Draft const& draft, std::span<RowCell const> cells);

/// Says of a cell that it may be in either of two columns.
void remark_cell(Draft& draft, Code code, std::span<RowCell const> cells, std::size_t cell, Column const& chosen,
                 Column const& runner_up, std::string path);

/// The field of an indicator that a column is read into, as paths name it.
std::string_view field_of(ColumnKind kind);

} // namespace jixiao::recognition
