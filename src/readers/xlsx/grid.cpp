#include "readers/xlsx/grid.hpp"

#include <algorithm>
#include <tuple>

namespace jixiao {
namespace {

constexpr std::uint32_t longest_gap = 8; // of empty rows that are written out

/// A row that is written out.
struct PlannedRow {
  std::uint32_t row = 0;
  std::uint32_t first_cell = 0, last_cell = 0; ///< of Sheet::cells, [first, last)
  std::uint32_t skipped = 0;                   ///< rows left out before it
};

/// The rows with cells, and those between them where a gap is small.
std::vector<PlannedRow> plan_rows(Sheet const& sheet) {
  std::vector<PlannedRow> rows;
  auto const count = static_cast<std::uint32_t>(sheet.cells.size());
  for (std::uint32_t cell = 0, next_row = 0; cell < count;) {
    auto const row = sheet.cells[cell].row;
    auto end = cell;
    while (end < count && sheet.cells[end].row == row)
      ++end;
    auto const gap = row - next_row;
    bool const is_small = gap <= longest_gap && !rows.empty();
    for (; is_small && next_row < row; ++next_row)
      rows.push_back({next_row, cell, cell, 0});
    rows.push_back({row, cell, end, is_small ? 0 : gap});
    next_row = row + 1;
    cell = end;
  }
  return rows;
}

class GridWriter {
public:
  GridWriter(Sheet const& sheet, std::span<SheetRange const> merges, Limits const& limits, ReadingBuilder& builder)
      : sheet_(sheet), merges_(merges), builder_(builder), rows_(plan_rows(sheet)), widest_(limits.cells_in_row + 1) {}

  void run() {
    builder_.begin_table();
    for (index_ = 0; index_ < rows_.size() && !builder_.full(); ++index_) {
      if (rows_[index_].skipped > 0)
        skip_rows();
      write_row();
    }
    builder_.end_table();
  }

private:
  void skip_rows() {
    builder_.end_table();
    builder_.resume_table(rows_[index_].skipped);
    covered_until_.clear();
  }

  /// Writes the positions up to the last one that has a text or belongs to a merged cell which begins here.
  void write_row() {
    auto const& row = rows_[index_];
    auto const [first, last] = merges_of(row.row);
    auto width = row.first_cell < row.last_cell ? sheet_.cells[row.last_cell - 1].column + 1 : 1;
    for (auto i = first; i < last; ++i)
      width = std::max(width, merges_[i].last_column + 1);
    width = std::min(width, widest_);
    builder_.begin_row();
    auto cell = row.first_cell;
    auto merge = first;
    for (std::uint32_t column = 0; column < width && !builder_.full();) {
      while (cell < row.last_cell && sheet_.cells[cell].column < column)
        ++cell;
      bool const has_text = cell < row.last_cell && sheet_.cells[cell].column == column;
      auto const text = has_text ? sheet_.cells[cell].text : std::string_view();
      bool const is_origin = merge < last && merges_[merge].first_column == column;
      auto const place = column;
      column += is_origin ? write_merged(text, merges_[merge++]) : write_cell(text, column);
      write_findings(row.row, place);
    }
    builder_.end_row();
  }

  void write_findings(std::uint32_t row, std::uint32_t column) {
    auto const& findings = sheet_.findings;
    for (; next_finding_ < findings.size(); ++next_finding_) {
      auto const& found = findings[next_finding_];
      if (std::tuple(found.row, found.column) > std::tuple(row, column))
        return;
      builder_.note(found.finding.code, found.finding.arguments);
    }
  }

  /// The merged cells that begin in this row.
  std::pair<std::size_t, std::size_t> merges_of(std::uint32_t row) {
    while (next_merge_ < merges_.size() && merges_[next_merge_].first_row < row)
      ++next_merge_;
    auto const first = next_merge_;
    while (next_merge_ < merges_.size() && merges_[next_merge_].first_row == row)
      ++next_merge_;
    return {first, next_merge_};
  }

  std::uint32_t write_cell(std::string_view text, std::uint32_t column) {
    bool const is_covered = column < covered_until_.size() && covered_until_[column] > index_;
    if (!is_covered) // else the builder puts an empty cell there
      builder_.cell({text});
    return 1;
  }

  std::uint32_t write_merged(std::string_view text, SheetRange const& merge) {
    auto const width = merge.last_column - merge.first_column + 1;
    auto const end = row_behind(merge.last_row);
    builder_.cell({text}, width, static_cast<std::uint32_t>(end - index_));
    auto const columns = std::min(merge.last_column + 1, widest_);
    if (covered_until_.size() < columns)
      covered_until_.resize(columns);
    for (auto column = merge.first_column; column < columns; ++column)
      covered_until_[column] = end;
    return width;
  }

  /// Index of the planned row behind the last one that a merged cell reaches from here: gaps end it, too.
  std::size_t row_behind(std::uint32_t last_row) const {
    auto end = index_ + 1;
    while (end < rows_.size() && end - index_ < 0xFFFF && rows_[end].row <= last_row && rows_[end].skipped == 0)
      ++end;
    return end;
  }

  Sheet const& sheet_;
  std::span<SheetRange const> merges_;
  ReadingBuilder& builder_;
  std::vector<PlannedRow> rows_;
  std::uint32_t widest_;
  std::size_t index_ = 0, next_merge_ = 0, next_finding_ = 0;
  std::vector<std::size_t> covered_until_; ///< by column: index of the first planned row that is free again
};

} // namespace

void lay_out_sheet(Sheet const& sheet, std::span<SheetRange const> merges, Limits const& limits,
                   ReadingBuilder& builder) {
  GridWriter(sheet, merges, limits, builder).run();
}

} // namespace jixiao
