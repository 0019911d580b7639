#pragma once

#include "recognition/records/records.hpp"

namespace jixiao::recognition {

/// A stretch of pieces that is one form, or one table of projects.
struct Segment {
  std::uint32_t first = 0, end = 0;
  std::int64_t title = -1;                       ///< the piece of its title
  std::int64_t heading = -1;                     ///< that of another title right above it, with no label between them
  std::vector<std::uint32_t> running_heads = {}; ///< pieces that print the title again, at the head of a page
  std::vector<Column> header_above = {};         ///< without a title: of the last table of indicators above it
};

/// Reads a segment: one draft, or one a project for a grid; the first is the form that `evidence` names. What no label
/// leads to stays unclaimed.
Drafts read_segment(Page const& page, Segment const& segment, LabelFinder const& labels, std::vector<Claim>& claims,
                    Evidence const& evidence);

} // namespace jixiao::recognition
