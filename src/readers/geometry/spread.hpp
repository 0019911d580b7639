#pragma once

#include "readers/geometry/rows.hpp"

namespace jixiao {

/// Spreads cells over empty columns beside them where that puts their text in their middle: gutters show only where
/// texts are, and a centred text leaves white on both sides. For tables whose boundaries are measured.
void spread_centred_cells(PageText const& text, ColumnText const& columns, TableRows& table);

} // namespace jixiao
