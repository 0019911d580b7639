#pragma once

#include "recognition/repair/labels_over.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace jixiao::recognition {

/// Tables of indicators on a page whose merged cells were cut. Behind the end of a page a table goes on in a grid of
/// its own, which may have a column for each label; and where a label stands over several columns, what is left of a
/// text below it may be a part.
class CutTables {
public:
  CutTables(Page& page, LabelsOver& over) : page_(page), over_(over) {}

  /// The row is one of the table at hand.
  bool holds(std::uint32_t row) const;

  /// Looks at the next row, whose labels are known: cells of another grid are put below the labels that they belong to.
  void take(std::uint32_t row);

  /// Takes a row of labels, when it is one of indicators. Where no label of a group stands in the first row below one,
  /// labels stand in the middle of their rows (Page::centred).
  void begin(std::uint32_t row);

  /// Marks the names and remarks of a row that may have lost a part.
  void doubt(Texts const& texts);

private:
  bool lacks_groups(std::uint32_t header) const;
  void end() { columns_.clear(), moved_ = false; }
  bool begins_form(Texts const& texts) const;
  void enter(std::uint32_t block, Texts const& texts);
  std::uint32_t width_of(std::uint32_t block) const;

  Page& page_;
  LabelsOver& over_;
  std::vector<std::pair<std::uint16_t, std::uint16_t>> columns_; ///< of the labels of the table; none: in no table
  std::uint32_t block_ = 0xFFFFFFFF, width_ = 0;
  bool moved_ = false; ///< the grid at hand has a column for each label
};

} // namespace jixiao::recognition
