#pragma once

#include "recognition/repair/labels_over.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// The texts of goals below their labels on a page whose merged cells were cut: every line of them may be a row, and
/// beside these stand the lines of the label down the side.
class CutGoals {
public:
  CutGoals(Page& page, LabelFinder const& labels, LabelsOver const& over);

  /// 年度 over lines of labels of goals: what is left of the label down their side.
  void drop_side_lines();

  bool is_open() const { return open_; }

  /// 预 | i期目标 | 实 | 际完成情: puts the labels of the last header of goals, where that had two, over a row in which
  /// most of their characters are left.
  void mend_header(std::uint32_t row);

  /// Looks at a row. True when it is one of labels of goals; the label down their side stands in none of it any more.
  bool begin(Texts const& header);

  /// Each label stands over all columns that are its.
  void widen_labels();

  /// Takes the next row: its texts go on those above them. False when it is none of the goals' rows.
  bool take(Texts const& texts);

private:
  bool is_of_side(Piece const& piece) const;
  static bool is_left_of(std::u32string const& label, Page const& page, std::span<std::uint32_t const> texts);
  void drop_side(Texts const& texts);
  std::uint32_t block_of(std::uint32_t piece) const {
    return page_.reading->rows[page_.pieces[piece].source_row].block;
  }

  Page& page_;
  LabelsOver const& over_;
  std::vector<std::u32string> sides_; ///< labels down the side of goals
  std::vector<Label> known_;          ///< of the last header
  bool open_ = false;
  std::uint32_t block_ = 0;
  std::uint16_t first_x_ = 0;                    ///< of the first goal's label
  std::map<std::uint32_t, std::uint32_t> first_; ///< by label the piece that has its text
};

} // namespace jixiao::recognition
