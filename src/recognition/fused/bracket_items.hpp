#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/pieces/looks.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

/// The texts of a document whose projects have lists in brackets.
namespace jixiao::recognition::fused {

/// A cell that is not blank.
struct BracketItem {
  std::uint32_t cell = 0, row = 0;
  std::string_view text;
  bool list = false; ///< of a list: marks, and on lines the entries below them
  Look look{};

  bool is_amount() const { return look == Look::number || look == Look::money; }
};

struct BracketItems {
  std::vector<BracketItem> items; ///< in printed order
  std::size_t groups = 0;         ///< marks of groups
  bool mixed = false;             ///< something stands before a mark: the list is not alone in its lines or cells
};

BracketItems collect_items(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition::fused
