#pragma once

#include "recognition/columns/columns.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

/// Values as they stand in a run: ≥95%, 1200米, 2022年11月底前, 10.
namespace jixiao::recognition::fused {

/// A column whose value may stand in a run.
struct RunColumn {
  ColumnKind kind{};
  std::string_view measure; ///< of the fund block: "executed"
  double weight = 0;        ///< points printed in the header of a score: 得分(20分*执行率)
  std::string_view label;   ///< as printed
  bool unknown = false;     ///< one label or several that nobody has listed: what stands below them cannot be told

  /// Of a weight or a score.
  bool is_points() const;
  bool is_rate() const;
  bool is_amount() const;
  /// No number stands in it.
  bool is_words() const;
  /// What was to be reached, or was.
  bool is_result() const;
};

bool has_column(std::span<RunColumn const> columns, ColumnKind kind);

struct RunValue {
  std::size_t length = 0; ///< bytes
  double number = 0;
  std::string_view unit;
  int decimals = 0;
};

/// All values that a text may begin with, where they are to stand in a column: numbers without a zero in front, their
/// last digits with sign, unit and words of a limit. Points are at most 100 and have no unit; a weight may be a share.
std::vector<RunValue> values_at(std::string_view text, RunColumn const& column);

/// Bytes of the unit at the start of a text: the longest measure word.
std::size_t unit_length(std::string_view text);

/// Bytes of the longest run of values at the start of a text: numbers with their comparators, units and dates.
std::size_t run_length(std::string_view text);

/// Bytes of the runs at the start of a text that only blanks part; a dash or slash among them stands for a value.
std::size_t spaced_run_length(std::string_view text);

/// Bytes of the blanks at the start of a text.
std::size_t blanks_length(std::string_view text);

/// Bytes of the dash or slash, blanks around it, that a text begins with.
std::size_t dash_length(std::string_view text);

/// Digits and nothing else.
bool is_bare_number(std::string_view text);

/// At most three digits and nothing else.
bool is_short_number(std::string_view text);

} // namespace jixiao::recognition::fused
