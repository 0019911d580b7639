#pragma once

#include "model/taxonomy.hpp"

#include <jixiao/document.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jixiao::recognition {

/// A cell of a row that may be the label of a group.
struct LevelCell {
  std::uint32_t piece = 0;
  std::int16_t level1 = -1, level2 = -1; ///< groups of the taxonomy that it names
  bool in_level1 = false;                ///< the column it is read in
  bool in_level2 = false;                ///< it stands below the header of level 2
  std::string text;                      ///< as printed
  std::string annotation;                ///< in brackets behind it: 50分
  std::uint16_t x = 0, x_end = 1;
  bool path = false;         ///< 产出-数量指标
  bool named_level1 = false; ///< it stands where level 2 is for sure, though it names a group of level 1
};

/// The group that the rows at hand are in. Labels are filled down; a level-2 label outweighs the level-1 label beside
/// it; a group that the taxonomy does not have keeps its printed name.
class Levels {
public:
  /// `centred`: a label stands in the middle of its rows, so that its groups of level 2 may begin before it.
  /// `by_lines`: rows were worked out from lines of text, so that a group that the taxonomy does not have may be none.
  explicit Levels(Taxonomy const& taxonomy, bool centred = false, bool by_lines = false)
      : taxonomy_(&taxonomy), centred_(centred), by_lines_(by_lines) {}

  /// The labels of one row. `grid`: they stand in their columns for sure. Returns for each whether it names a group of
  /// level 1.
  std::vector<bool> take(std::span<LevelCell const> cells, bool has_level2, bool grid);

  /// The group of the rows from here on: of level 2, else of level 1, else -1.
  int node() const { return level2_ >= 0 ? level2_ : local2_.empty() ? level1_ : -1; }

  /// Puts the group into an indicator, with what was printed and how it was read; `inferred` is how sure a group is
  /// that follows from the other: of level 1 from that of level 2, or the only child of a group of level 1.
  void put(Indicator& indicator, Certainty inferred) const;

  /// A label that is no known group, when it is reported for the first time.
  std::optional<std::string> const& unknown_level1() const { return unknown1_; }
  std::optional<std::string> const& unknown_level2() const { return unknown2_; }
  void clear_unknown() { unknown1_.reset(), unknown2_.reset(); }

private:
  /// 满意度指标 | 满意度指标: a group with one child may print its own name for it, also below another: 效益指标 |
  /// 满意度.
  bool in_own_column(LevelCell const& cell) const {
    return !cell.in_level1 && cell.level2 < 0 && cell.level1 >= 0 && only_child(cell.level1) >= 0 &&
           (cell.level1 == level1_ || (cell.in_level2 && grid_ && level1_ >= 0));
  }
  std::int16_t only_child(int level1) const;
  /// A group of level 1 of which the taxonomy tells no others below it: those are the place's own.
  bool is_local_tree(int level1) const;
  void set_level1(LevelCell const& cell);
  void set_level2(LevelCell const& cell);

  Taxonomy const* taxonomy_;
  bool centred_, by_lines_;
  int level1_ = -1, level2_ = -1; ///< nodes
  std::string local1_, local2_;   ///< printed names of local groups
  std::string printed1_, printed2_;
  std::optional<Decimal> weight_;
  std::optional<std::string> unknown1_, unknown2_;
  bool new1_ = false, new2_ = false; ///< printed on the row at hand
  bool grid_ = false, has_level2_ = false;
};

} // namespace jixiao::recognition
