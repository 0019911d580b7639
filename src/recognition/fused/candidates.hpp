#pragma once

#include "recognition/fused/glyphs.hpp"
#include "recognition/labels/labels.hpp"

/// Labels and titles that may stand in a line.
namespace jixiao::recognition::fused {

struct Candidate {
  std::size_t end = 0;  ///< glyphs
  std::size_t size = 0; ///< characters of the label itself
  Label label;
  bool title = false;
  bool colon = false; ///< one stands behind the label
};

struct Line {
  std::string_view text;
  Glyphs glyphs;
  std::vector<std::vector<Candidate>> candidates; ///< by the glyph at which they begin
  std::vector<bool> behind_outcome;               ///< by glyph: words of a result end there
};

/// A line with all labels of the vocabulary and all titles in it, overlapping ones too. Time: characters times the
/// longest label.
Line find_candidates(std::string_view line, LabelFinder const& labels);

/// True when a label may begin at a glyph, or the line ends there.
bool label_follows(Line const& line, std::size_t at);

} // namespace jixiao::recognition::fused
