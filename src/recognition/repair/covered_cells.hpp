#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"

namespace jixiao::recognition {

/// Texts that were printed in every cell that they cover.
struct CoveredTexts {
  std::size_t count = 0;
  std::size_t row = 0, cell = 0; ///< of the first: an index into Reading::rows, and into the cells of that row
};

/// Programs that print tables by rows (`row.cells` of a Word table, a web table as a data frame) write the text of a
/// merged cell into every cell that it covers. Where all tables of the reading are rectangular and labels or long texts
/// are printed so, each of these texts becomes one cell with its spans, as it stood. Equal texts below columns of
/// their own stay apart. None where it was not. Linear in the cells.
CoveredTexts lay_out_covered_cells(Reading& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
