#pragma once

#include "model/cues.hpp"
#include "recognition/groups/cut_labels.hpp"

#include <vector>

namespace jixiao::recognition {

struct CentredGroupLabels {
  std::vector<CutLabel> cut;          ///< those that stood in pieces
  std::vector<std::uint32_t> printed; ///< all pieces of labels
};

/// In a grid without merged cells of groups, the first rows have none, and later ones do, or labels of level 1 follow
/// their groups: labels were put into the middle of their rows by hand.
bool stand_in_the_middle(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan> const& spans,
                         Taxonomy const& taxonomy);

/// There is a column of level 2 in a grid, and the taxonomy knows all that is printed in those of groups.
bool can_be_placed(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan> const& spans);

/// Marks the rows of which no label says of which group they are (RecordSpan::doubtful).
void doubt_rows_without_labels(std::vector<RecordSpan>& spans);

/// Where labels stand in the middle of their rows, perhaps in pieces: puts the label of each group into the first of
/// its rows (centred_labels.hpp). Rows of which it is not clear are marked (RecordSpan::doubtful). A table without a
/// column of level 2 stays as it is.
CentredGroupLabels put_labels_first(Page const& page, std::vector<Column> const& columns, LabelFinder const& labels,
                                    CueFinder const& cues, std::vector<RecordSpan>& spans);

} // namespace jixiao::recognition
