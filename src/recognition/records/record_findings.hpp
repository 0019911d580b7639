#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"
#include "recognition/groups/cut_labels.hpp"
#include "recognition/records/indicator_fields.hpp"
#include "recognition/rows/rows.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace jixiao::recognition {

/// What a column holds, as a person calls it.
std::string_view name_of(ColumnKind kind);

/// The labels of a header and of the side below it, what is to be said of those that were guessed, the unit of amounts.
void take_header(Draft& draft, Header const& header, std::uint32_t end);

/// What is to be said of the cells of one record in one panel of its table.
class RecordFindings {
public:
  RecordFindings(Draft& draft, std::span<Column const> columns, RecordSpan const& span, std::uint8_t panel,
                 IndicatorFields const& fields)
      : draft_(draft), columns_(columns), span_(span), panel_(panel), fields_(fields) {}

  /// Cells that another column could have nearly as well; `undecided` are those that two columns could have.
  void report_columns(std::span<std::size_t const> undecided) const;

  /// Lines that go on with a cell of the line above.
  void report_lines() const;

  /// The row is at the edge of a project whose cells are printed in the middle of its rows.
  void report_placed() const;

  /// A value whose row has no name left, in a table with columns for both levels and names.
  void report_nameless(Indicator const& indicator) const;

  /// In an exact grid: cells that stand below none of what their column covers.
  void report_off_columns() const;

  /// Which labels the row is beside was no sure choice of the reader's.
  void report_doubtful_group(Indicator const& indicator) const;
  /// In an exact grid: a cell of its own for level 2, and nothing in it.
  void report_missing_level2(Indicator const& indicator) const;

  /// A label of a group in pieces, which names it.
  void report_put_together(Indicator& indicator, CutLabel const& label, std::string_view name) const;

  /// 效益指标 printed beside 服务对象满意度指标: the label of level 2 decided.
  void report_overruled(Indicator const& indicator) const;

private:
  std::string row() const { return printed_cells(draft_, span_.cells); }

  Draft& draft_;
  std::span<Column const> columns_;
  RecordSpan const& span_;
  std::uint8_t panel_;
  IndicatorFields const& fields_;
};

} // namespace jixiao::recognition
