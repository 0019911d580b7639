#pragma once

#include "forms/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// A document's list of contents: numbered paragraphs before its first table, one or more of which name what a table
/// holds.
struct Contents {
  std::vector<std::uint32_t> rows;
  std::vector<std::string> entries; ///< without their numbers, cleaned
};

/// Empty when the document has none.
Contents find_contents(Page const& page);

} // namespace jixiao
