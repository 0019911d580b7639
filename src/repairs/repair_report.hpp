#pragma once

#include "repairs/decode_groups.hpp"
#include "repairs/read_table.hpp"
#include "repairs/record.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// Compares each record with what plain column look-up and fill-down would have read, and reports the difference: each
/// field that differs is named in Record::repaired and covered by a diagnostic.
class RepairReporter {
public:
  RepairReporter(RepairContext const& context, ReadTable const& table, std::uint32_t form_index,
                 std::uint32_t first_record);

  /// Entries are reported in order, since fill-down runs along.
  void report(std::size_t entry, std::vector<GroupChoice> const& choices, Record& record);

private:
  struct Plain {
    RecordCell const* level1 = nullptr;
    RecordCell const* level2 = nullptr;
  };

  void fill_down(RecordEntry const& entry);
  void compare(RecordEntry const& entry, GroupChoice const& choice, Record& record) const;
  bool report_shift(RecordEntry const& entry);
  void report_labels(RecordEntry const& entry, bool shifted);
  void report_texts(RecordEntry const& entry);
  void report_doubt(RecordEntry const& entry);
  void report_group(std::size_t index, std::vector<GroupChoice> const& choices, Record const& record);
  bool lacks_level2(RecordEntry const& entry, GroupChoice const& choice) const;
  bool is_placed() const;
  void report_missing(RecordEntry const& entry);
  void report_joins(RecordEntry const& entry);
  void cover_rest(RecordEntry const& entry, Record const& record);

  void emit(Code code, std::initializer_list<Arg> arguments, std::string const& leaf, std::int64_t cell = -1);
  static std::string_view read_as(AlignedRow const& row, RecordCell const& cell);
  RecordCell const* plain_cell(AlignedRow const& row, TableColumn const& column) const;
  std::string column_name(AlignedRow const& row, std::int32_t x) const;
  std::string group_name(int node) const;
  bool name_speaks_for(std::size_t index, int node) const;
  bool is_doubtful(std::size_t index, GroupChoice const& choice, Record const& record) const;
  std::string evidence(std::size_t index, std::vector<GroupChoice> const& choices) const;

  RepairContext const& context_;
  ReadTable const& table_;
  std::uint32_t form_index_;
  std::uint32_t record_index_;
  Plain plain_;
  std::uint32_t row_ = 0;        ///< of the record being reported
  std::string path_;             ///< its JSON Pointer
  std::string cells_;            ///< its row as printed
  bool whole_covered_ = false;   ///< a diagnostic is on the record itself
  std::vector<FieldId> covered_; ///< fields that a diagnostic is on
};

} // namespace jixiao
