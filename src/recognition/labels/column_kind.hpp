#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao::recognition {

/// What a column of a table of indicators (or of projects, or of the fund block) holds.
enum class ColumnKind : std::uint8_t {
  level1,
  level2,
  level3,
  definition,
  basis,
  standard,
  comparator,
  direction,
  target,
  revised_target,
  unit,
  actual,
  unit_of_actual, ///< where targets and results have units in columns of their own
  result_to_date,
  result_expected,
  target_of, ///< one of several targets: of a region, a year, a grade; `target` says by what they differ
  weight,
  score,
  coefficient,
  group_points, ///< the weight of a group of level 1 or 2
  remark,
  core,
  likelihood,
  reasons,
  choice,
  other,
  project_name,
  project_code,
  unit_code,
  implementing_unit,
  supervising_department,
  project_category,
  budget,
  goal,
  total_score, ///< of a project, in a list of projects
  grade,       ///< the same
  measure      ///< of the fund block; `target` names it
};

/// As the vocabulary names it: "level3"; nothing where it names another thing.
std::optional<ColumnKind> column_kind_named(std::string_view name);

} // namespace jixiao::recognition
