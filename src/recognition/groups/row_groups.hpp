#pragma once

#include "recognition/groups/decode_groups.hpp"
#include "recognition/groups/evidence.hpp"
#include "recognition/groups/levels.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/rows/rows.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// What else speaks for the group of an indicator: words in its name, and the groups in which the other forms of the
/// document file the same name.
struct Evidence {
  CueFinder const& cues;
  NameVotes const& votes;
  std::uint32_t form = 0; ///< the one that is read
};

/// A printed label of a group, with what it means where it stands.
struct RowLabel {
  std::uint32_t piece = 0;
  int node = -1; ///< of the taxonomy; -1 for a local group
  bool level1 = false;
  bool own_row = true; ///< false: on a row of labels above
  std::uint16_t x = 0, x_end = 1;
};

/// A row of a table of indicators with its group.
struct RowGroup {
  std::vector<RowLabel> labels; ///< left to right
  std::string name;             ///< folded; empty for a row without a name
  bool is_record = false;       ///< it holds more than labels
  bool plain = true;            ///< the labels of the whole table are read as they stand
  GroupChoice choice;
  GroupObservation seen; ///< what it was decided by, where the rows were decided together
};

/// The cells of a row that are labels of groups, or texts in the columns of these, in one of the tables side by side.
std::vector<LevelCell> level_cells(Page const& page, std::span<Column const> columns, RecordSpan const& span,
                                   std::uint8_t panel = 0);

/// The groups of the rows of a table in which rows or labels may have slid, one entry for each row. Where all stands in
/// place and nothing speaks against it, labels are filled down; else all rows are decided together.
std::vector<RowGroup> decide_groups(Page const& page, std::span<Column const> columns,
                                    std::span<RecordSpan const> spans, Taxonomy const& taxonomy,
                                    Evidence const& evidence);

/// The groups that a row could be of, as weigh_group() has them; none where labels were read as they stand.
std::vector<GroupReading> weigh_row(std::span<RowGroup const> rows, std::size_t row, Taxonomy const& taxonomy);

} // namespace jixiao::recognition
