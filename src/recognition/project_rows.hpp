#pragma once

#include "recognition/draft.hpp"
#include "recognition/record_cells.hpp"
#include "recognition/records.hpp"

namespace jixiao::recognition {

/// The columns of a grid that tell of the projects, not of their indicators. Each project after the first begins a
/// draft of its own; the unit that is printed beside the first of its projects is that of the next ones, too.
class ProjectRows {
public:
  explicit ProjectRows(Drafts& drafts) : drafts_(drafts) {}

  /// The cells of one row. True when another project begins with it.
  bool read(RecordCells const& cells);

private:
  Draft& draft() { return drafts_.back(); }
  void begin_draft();
  void set_units(RecordCells const& cells);
  void take(RecordCells const& cells, ColumnKind kind, FieldId field);

  Drafts& drafts_;
  Pieces unit_;
};

} // namespace jixiao::recognition
