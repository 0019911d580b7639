#pragma once

#include "recognition/labels.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

/// Labels in text that nothing parts: 项目名称甲项目主管部门乙局.
namespace jixiao::recognition {

/// A stretch of a line: a label, a title, or what stands between two of these.
struct FusedPart {
  enum class Kind : std::uint8_t { text, label, title };

  Kind kind{};
  std::size_t begin = 0, end = 0; ///< bytes of the line, without white space at the ends
  Label label;
  bool table = false; ///< behind it a table of indicators goes on
};

/// Finds labels in a line by a least-cost path: a label costs the less the longer it is, and what it leads to and what
/// stands around it decide whether it may be one there.
class FusedLattice {
public:
  explicit FusedLattice(LabelFinder const& labels) : labels_(labels) {}

  /// The parts of a line in printed order. `in_table`: a table of indicators goes on from the line above; set to what
  /// holds at the end of the line. Time: characters times the longest label.
  std::vector<FusedPart> part(std::string_view line, bool& in_table) const;

  /// The most labels of columns that stand in the line with nothing between them.
  std::size_t glued_columns(std::string_view line) const;

private:
  LabelFinder const& labels_;
};

} // namespace jixiao::recognition
