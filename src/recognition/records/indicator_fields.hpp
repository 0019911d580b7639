#pragma once

#include "recognition/fields/draft.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/rows/record_cells.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::recognition {

/// Pieces and what takes them.
using Claims = std::vector<std::pair<std::uint32_t, Claim>>;

/// The fields of one indicator from the cells of its record. What they take is claimed once it is known where the
/// indicator stands.
class IndicatorFields {
public:
  IndicatorFields(Draft& draft, std::vector<Column> const& columns, std::uint32_t record)
      : draft_(draft), columns_(columns), record_(record) {}

  void claim(Pieces const& pieces, FieldId field);

  /// Targets, results, weight and score.
  void set_values(Indicator& indicator, RecordCells const& cells);

  void set_texts(Indicator& indicator, RecordCells const& cells);

  /// Ticks in columns of choices, and the columns that the model has no field for.
  void set_others(Indicator& indicator, RecordCells const& cells, LabelFinder const& labels);

  /// "/indicators/3/target", below the form.
  std::string path(std::string_view field) const;

  Claims take_claims() { return std::move(claims_); }

private:
  void claim_list(Pieces const& pieces, std::string_view list);
  void claim_entry(RecordCells const& cells, ColumnKind kind, FieldId field);

  /// Comparator, value and unit from columns of their own, joined as they are read: ≥ | 620 | 人次.
  std::string whole_value(Indicator& indicator, RecordCells const& cells, ColumnKind kind);

  Value read_with_unit(std::string const& printed, RecordCells const& cells, ColumnKind unit_column);
  Value read_beside_target(std::string printed, RecordCells const& cells);

  /// 稳定 below 单位, and nothing below 指标值: words are no unit, but the value of a row that lacks one.
  std::string words_for_unit(RecordCells const& cells);

  /// A value that is a bare number has the unit of its header.
  void take_unit_of_header(Indicator& indicator, std::optional<Value>& value, RecordCells const& cells,
                           ColumnKind kind);

  std::optional<Decimal> number(RecordCells const& cells, ColumnKind kind, FieldId field);
  void add_tick(Indicator& indicator, Column const& column);

  bool has_values() const;

  Draft& draft_;
  std::vector<Column> const& columns_;
  std::uint32_t record_ = 0;
  Claims claims_;
};

} // namespace jixiao::recognition
