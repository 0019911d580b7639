#pragma once

#include "recognition/fields/draft.hpp"
#include "recognition/records/records.hpp"
#include "recognition/rows/record_cells.hpp"

#include <optional>

namespace jixiao::recognition {

/// The columns of a grid that tell of the projects, not of their indicators. Each project after the first begins a
/// draft of its own; the unit that is printed beside the first of its projects is that of the next ones, too.
class ProjectRows {
public:
  /// `is_list`: the columns are those of a list of projects without indicators.
  ProjectRows(Drafts& drafts, bool is_list);

  /// The cells of one row; `named`: one of the tables right of them names an indicator, too. True when another project
  /// begins with it.
  bool read(RecordCells const& cells, bool named);

private:
  Draft& draft() { return drafts_.back(); }
  void begin_draft();
  void set_units(RecordCells const& cells);
  void take(RecordCells const& cells, ColumnKind kind, FieldId field);

  bool is_sum(RecordCells const& cells);
  bool names_unit(RecordCells const& cells, RecordCells::Entry const& name);
  void drop_heading();
  bool says_same(RecordCells const& cells);
  void set_results(RecordCells const& cells);
  void report_lines(RecordCells const& cells);

  Drafts& drafts_;
  bool is_list_;
  Pieces unit_;
  std::vector<std::pair<ColumnKind, std::string>> texts_; ///< of the project's cells, in its first row
  bool told_ = false;                                     ///< that they stand in each row
  Pieces heading_;          ///< the name of a unit in a row of its own, if a project follows
  bool heads_sums_ = false; ///< sums of its projects stand beside it
  /// What stands above the table holds for every project in it.
  std::optional<Party> department_above_, unit_above_;
};

} // namespace jixiao::recognition
