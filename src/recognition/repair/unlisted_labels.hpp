#pragma once

#include "recognition/repair/damaged_labels.hpp"
#include "recognition/repair/labels_over.hpp"

namespace jixiao::recognition {

/// In a header of a page whose cells edges cut, what is left once the labels that the vocabulary has are whole: pieces
/// of one that nobody has listed, or of which too little is left to be told by itself.
void join_unlisted_labels(Page& page, LabelFinder const& labels, DamagedLabels const& damaged, LabelsOver const& over,
                          std::uint32_t row);

} // namespace jixiao::recognition
