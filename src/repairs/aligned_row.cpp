#include "repairs/aligned_row.hpp"

#include "grammars/indicator_value.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t long_text = 60;  ///< bytes, 20 Chinese characters
constexpr std::size_t most_cells = 64; ///< of a row that is aligned; wider rows keep what stands in place

bool is_dash(std::string_view text) {
  return text == "-" || text == "—" || text == "–" || text == "/" || text == "──" || text == "——" || text == "--";
}

CellLook look_of(RecordCell const& cell) {
  if (cell.level2 >= 0)
    return CellLook::level2;
  if (cell.level1 >= 0)
    return CellLook::level1;
  auto const text = clean_value(cell.text);
  if (is_dash(text))
    return CellLook::dash;
  if (parse_decimal(text))
    return CellLook::number;
  if (text.size() > long_text)
    return CellLook::long_words;
  switch (grammars::read_indicator_value(text).kind) {
  case ValueKind::quantity:
    return CellLook::quantity;
  case ValueKind::deadline:
    return CellLook::deadline;
  default:
    return CellLook::words;
  }
}

/// True when a cell under this column's header can be taken as it stands.
bool suits(RecordCell const& cell, FieldId field) {
  if (field == FieldId::level1)
    return cell.level1 >= 0;
  if (field == FieldId::level2)
    return cell.level2 >= 0;
  return !cell.is_label() || !cell.canonical;
}

bool read_in_place(RecordRow const& row, std::vector<TableColumn> const& columns, AlignedRow& result) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto const column = std::find_if(columns.begin(), columns.end(), [&](TableColumn const& c) {
      return c.x <= row.cells[i].x && row.cells[i].x <= c.last_x;
    });
    if (column == columns.end() || !suits(row.cells[i], column->field))
      return false;
    auto& taken = result.cell_of[static_cast<std::size_t>(column - columns.begin())];
    if (taken >= 0)
      return false;
    taken = static_cast<std::int32_t>(i);
  }
  return true;
}

/// True when every cell has a column and stands under its header.
bool stands_in_place(AlignedRow const& row) {
  std::size_t placed = 0;
  for (std::size_t c = 0; c < row.columns->size(); ++c) {
    if (row.cell_of[c] < 0)
      continue;
    auto const x = row.row->cells[static_cast<std::size_t>(row.cell_of[c])].x;
    if (x < (*row.columns)[c].x || (*row.columns)[c].last_x < x)
      return false;
    ++placed;
  }
  return placed == row.row->cells.size();
}

} // namespace

bool AlignedRow::is_complete() const { return cell(FieldId::level3) && cell(FieldId::target); }

RecordCell const* AlignedRow::cell(FieldId field) const {
  for (std::size_t i = 0; i < columns->size(); ++i)
    if ((*columns)[i].field == field && cell_of[i] >= 0)
      return &row->cells[static_cast<std::size_t>(cell_of[i])];
  return nullptr;
}

std::vector<TableColumn> table_columns(RawForm const& form, RawTable const& table, RawHeader const& header) {
  std::vector<TableColumn> columns;
  auto const& rules = form.grammar->records[table.block].columns;
  for (auto const& column : header.columns)
    columns.push_back({column.x, column.last_x, rules[column.rule].label.destination->field, column.cell});
  return columns;
}

AlignedRow align_row(RecordRow const& row, std::vector<TableColumn> const& columns) {
  AlignedRow result{&row, &columns, std::vector<std::int32_t>(columns.size(), -1), false, 0, nullptr, {}};
  if (read_in_place(row, columns, result) && (row.in_columns || result.is_complete())) {
    result.in_place = true;
    return result;
  }
  std::fill(result.cell_of.begin(), result.cell_of.end(), -1);
  std::vector<AlignCell> cells;
  for (auto const& cell : row.cells) {
    if (cells.size() == most_cells)
      break;
    cells.push_back({cell.x, look_of(cell), !cell.canonical});
  }
  std::vector<AlignColumn> targets;
  for (auto const& column : columns)
    targets.push_back({column.x, column.field});
  auto const alignment = align(cells, targets);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (alignment.column_of[i] >= 0)
      result.cell_of[static_cast<std::size_t>(alignment.column_of[i])] = static_cast<std::int32_t>(i);
  result.margin = alignment.margin;
  result.in_place = stands_in_place(result);
  if (alignment.doubtful >= 0)
    result.doubtful = &row.cells[static_cast<std::size_t>(alignment.doubtful)];
  if (alignment.doubtful_column >= 0)
    result.doubtful_field = columns[static_cast<std::size_t>(alignment.doubtful_column)].field;
  return result;
}

} // namespace jixiao
