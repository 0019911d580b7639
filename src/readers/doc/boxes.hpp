#pragma once

#include "readers/doc/file.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace jixiao::doc {

/// The text of a box: characters [begin, end) of all that the document has.
struct Box {
  std::uint32_t begin = 0, end = 0;
};

/// The text boxes of a document and where they are anchored.
class Boxes {
public:
  explicit Boxes(File const& file);

  /// The box that is anchored at a character, once; nothing when there is none.
  std::optional<Box> take(std::uint32_t anchor);

  /// Those that no anchor led to: the shapes of a group have one anchor for all.
  std::vector<Box> rest() const;

private:
  std::multimap<std::uint32_t, Box> boxes_;       ///< those that were not taken, by the number of their shape
  std::map<std::uint32_t, std::uint32_t> shapes_; ///< by their anchors
};

} // namespace jixiao::doc
