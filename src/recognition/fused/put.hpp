#pragma once

#include "recognition/fused/records.hpp"
#include "recognition/fused/sums.hpp"
#include "recognition/pieces/fused_cells.hpp"

/// What was parted, as the pieces of a cell and what is to be said of them.
namespace jixiao::recognition::fused {

/// A text as it is.
void put_text(FusedCell& cell, std::string_view text);

/// A text that is no part of a form.
void put_aside(FusedCell& cell, std::string_view text);

/// A label that is not printed there.
void put_inferred(FusedCell& cell, std::string_view text, LabelFinder const& labels);

/// The same before a piece; what notes say of the pieces behind it stays true.
void insert_inferred(FusedCell& cell, std::size_t piece, std::string_view text, LabelFinder const& labels);

/// Labels of columns that are not known, and not parted: no field takes them.
void put_unknown_columns(FusedCell& cell, std::string_view text);

/// What stands behind the value of a label, and nothing tells where it belongs: no field takes it.
void put_behind_value(FusedCell& cell, std::string_view text, std::string_view label);

/// A run, one piece a column; or in one piece that no field takes where nothing decides how to part it. `what` is the
/// name or label that it stands behind, `anchor` the piece of which that is said: of a record its first.
void put_run(FusedCell& cell, PartedRun const& run, std::span<RunColumn const> columns, std::string_view what,
             std::size_t anchor);

/// The pieces of a record below a header, its name first. `chosen`: the way to part its run.
FusedCell cell_of(Record const& record, int chosen, std::span<RunColumn const> header);

/// Puts a cell in the place of the piece that stood for it.
void replace_piece(FusedCell& cell, std::size_t piece, FusedCell by);

} // namespace jixiao::recognition::fused
