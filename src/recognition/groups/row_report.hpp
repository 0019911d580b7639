#pragma once

#include "recognition/fields/draft.hpp"
#include "recognition/groups/row_groups.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// Compares each record of a table whose rows may have slid with what plain column look-up and fill-down would have
/// read. Each field that differs is named in Indicator::repaired and covered by a finding.
class RowReporter {
public:
  RowReporter(Draft& draft, std::span<Column const> columns, std::span<RecordSpan const> spans,
              std::span<RowGroup const> groups, Taxonomy const& taxonomy, Evidence const& evidence)
      : draft_(draft), columns_(columns), spans_(spans), groups_(groups), taxonomy_(taxonomy), evidence_(evidence) {}

  /// A row that is no record of its own: its labels are filled down.
  void pass(std::size_t row) { fill_down(row); }

  /// The record of a row, before it is put into the form. Rows are reported in order.
  void report(std::size_t row, Indicator& indicator);

private:
  void fill_down(std::size_t row);
  void compare(std::size_t row, Indicator& indicator) const;
  bool report_shift(RecordSpan const& span);
  void report_labels(std::size_t row, bool shifted);
  void report_texts(RecordSpan const& span);
  void report_group(std::size_t row, Indicator const& indicator);
  void report_missing(RecordSpan const& span);
  void report_joined(RecordSpan const& span);
  void cover_rest(std::size_t row, Indicator const& indicator);

  std::string const& cells();
  void emit(Code code, std::initializer_list<Arg> arguments, std::string_view leaf, std::uint32_t piece);
  void emit_row(Code code, std::initializer_list<Arg> arguments, std::string_view leaf, RecordSpan const& span);
  RowCell const* plain_cell(RecordSpan const& span, Column const& column) const;
  RowLabel const* label_of(std::size_t row, std::uint32_t piece) const;
  Column const* column_of(RecordSpan const& span, std::size_t cell) const;
  template <class Placed> std::string column_name(Placed const& cell) const;
  std::string group_name(int node) const;
  bool name_speaks_for(RowGroup const& row, int node) const;
  bool is_doubtful(std::size_t row, Indicator const& indicator) const;
  bool says_its_group(std::size_t row) const;
  int level1_of(std::size_t row) const;
  std::string evidence_for(RowGroup const& row) const;
  bool is_uncovered(Indicator const& indicator, std::string_view field) const;

  struct Plain {
    std::int64_t piece = -1; ///< the label that fill-down comes to
    int node = -1;           ///< what it names in its column
  };

  Draft& draft_;
  std::span<Column const> columns_;
  std::span<RecordSpan const> spans_;
  std::span<RowGroup const> groups_;
  Taxonomy const& taxonomy_;
  Evidence const& evidence_;
  Plain level1_, level2_;
  int before_ = -1; ///< the group of the record above
  // Of the record at hand.
  std::string path_;
  std::uint32_t source_row_ = 0;
  std::optional<std::string> cells_; ///< that row as printed, once something is said of it
  bool whole_covered_ = false;
  std::vector<std::string_view> covered_; ///< fields with a finding
};

/// A row as it is printed, cell by cell.
std::string printed_row(Page const& page, std::uint32_t source_row);

} // namespace jixiao::recognition
