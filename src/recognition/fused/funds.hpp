#pragma once

#include "recognition/fused/put.hpp"

/// The fund block in text that nothing parts: 年度资金总额353510100.00%10.
namespace jixiao::recognition::fused {

class Funds {
public:
  /// A label of the header of the block.
  void add_measure(Label const& label, std::string_view target, std::string_view printed);

  /// A sentence: what measures were named before it, they were no header.
  void end_header() {
    columns_.clear();
    side_first_ = false;
  }

  bool has_measures() const { return !columns_.empty(); }

  /// The amounts behind a label. What the first row holds, the others are parts of.
  void put_amounts(FusedCell& cell, std::string_view run, std::string_view label);

  /// Amounts of which nothing tells whose they are.
  void put_undecided_amounts(FusedCell& cell, std::string_view run, std::string_view label) const;

  /// Hundredths of the points that the form gives for its funds.
  long points() const { return points_; }

private:
  void take_limits(std::span<RunColumn const> columns, PartedRun const& run);

  void drop_heading();

  std::vector<RunColumn> columns_;
  bool side_first_ = false; ///< the first label may be the heading of the others
  RunLimits total_;
  long points_ = 0;
};

} // namespace jixiao::recognition::fused
