#pragma once

#include "recognition/repair/labels_over.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// The texts of goals below their labels on a page whose merged cells were cut: every line of them may be a row, and
/// beside these stand the lines of the label down the side.
class CutGoals {
public:
  CutGoals(Page& page, LabelFinder const& labels, LabelsOver const& over);

  bool is_open() const { return open_; }

  /// Takes a row of labels, when it is one of goals.
  void begin(Texts const& header);

  /// Takes the next row: its texts go on those above them. False when it is none of the goals' rows.
  bool take(Texts const& texts);

private:
  bool is_of_side(Piece const& piece) const;
  void drop_side(Texts const& texts);
  std::uint32_t block_of(std::uint32_t piece) const {
    return page_.reading->rows[page_.pieces[piece].source_row].block;
  }

  Page& page_;
  LabelsOver const& over_;
  std::vector<std::u32string> sides_; ///< labels down the side of goals
  bool open_ = false;
  std::uint32_t block_ = 0;
  std::uint16_t first_x_ = 0;                    ///< of the first goal's label
  std::map<std::uint32_t, std::uint32_t> first_; ///< by label the piece that has its text
};

} // namespace jixiao::recognition
