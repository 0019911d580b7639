#pragma once

#include "forms/page.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace jixiao {

/// A cell of a row with the one use of its label that the row as a whole makes likely.
struct RowLabel {
  PageCell const* cell = nullptr;
  LabelUse const* use = nullptr;
};

/// The labels of one row in one form, left to right.
struct RowLabels {
  std::vector<RowLabel> all;

  RowLabel const* first(LabelRole role) const;
  bool has(LabelRole role, std::size_t at_least) const;
  std::size_t distinct(LabelRole role, std::uint8_t block) const;

  /// The block that most labels of this role are in.
  std::optional<std::uint8_t> most_frequent_block(LabelRole role) const;
};

/// Decides, for labels that a form has in several places, which place is meant: by the other labels of the row, and
/// for side-by-side panels by the order from left to right.
RowLabels read_row_labels(Page const& page, std::size_t row, std::uint16_t form, std::int32_t side_x);

} // namespace jixiao
