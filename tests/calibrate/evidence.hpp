#pragma once

#include "tests/calibrate/cases.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What prices are fitted to.
namespace jixiao::calibrate {

/// A generated form, or a sample whose document is known by heart.
struct Evidence {
  std::string group; ///< its layout, or "samples"
  Case generated;
  std::string name, bytes, expected; ///< of a sample
};

/// How an item was read.
struct ReadItem {
  double loss = 0;
  std::size_t output = 0; ///< the same for the same document
};

std::vector<Evidence> gather_evidence();

/// Reads an item by the prices as they are now. A field that is wrong costs 1, and 3 where nothing tells of it; a
/// sample that is not read as expected costs 10.
ReadItem read_item(Evidence const& item);

} // namespace jixiao::calibrate
