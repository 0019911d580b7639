#pragma once

#include "recognition/pieces.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// The header of a table: its rows of labels, folded to one column each.
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

struct Column {
  ColumnKind kind{};
  std::string target;             ///< of a measure: "executed"; of one of several targets: "region"
  std::vector<std::string> label; ///< as printed, outermost first
  std::uint16_t x = 0, x_end = 1;
  std::uint8_t panel = 0;  ///< tables side by side
  bool guessed = false;    ///< by the words of a label that nobody has listed
  std::uint32_t piece = 0; ///< index into Page::pieces of the innermost label
};

struct Header {
  std::vector<Column> columns;      ///< in printed order
  std::uint32_t first = 0, end = 0; ///< its pieces, [first, end)
};

/// The kind that a label of a table of indicators leads to; nothing when it is none.
std::optional<ColumnKind> column_kind(Label const& label);

/// The header of a table of indicators that begins at `first`; no columns when there is none.
Header read_records_header(Page const& page, std::uint32_t first, std::uint32_t end);

/// The same for the columns of the fund block.
Header read_measures_header(Page const& page, std::uint32_t first, std::uint32_t end);

/// The same for a table of tasks, costs or a schedule: each column has its printed labels.
Header read_tasks_header(Page const& page, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
