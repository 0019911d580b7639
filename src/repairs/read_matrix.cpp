#include "repairs/read_matrix.hpp"

#include "repairs/align.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t most_amounts = 64;

/// The row label that leads to amounts; none where the row has only side labels.
LabelUse const* row_use(Page const& page, RawForm const& form, RawTable const& table, std::uint32_t row,
                        PageCell const*& label) {
  for (auto const& cell : page.row(row)) {
    auto const* use = find_use(page, cell, form.candidate.form, LabelRole::matrix_row);
    if (!use || use->block != table.block)
      continue;
    label = &cell;
    return use;
  }
  return nullptr;
}

} // namespace

std::vector<MatrixValue> read_matrix(Page const& page, RawForm const& form, RawTable const& table, ClaimMap& claims) {
  std::vector<MatrixValue> values;
  auto const& rules = form.grammar->matrices[table.block];
  auto const& header = table.headers.front();
  std::vector<AlignColumn> columns;
  for (auto const& column : header.columns)
    columns.push_back({column.x, FieldId::weight});

  for (auto const& raw : table.rows) {
    PageCell const* label = nullptr;
    auto const* use = row_use(page, form, table, raw.row, label);
    if (!use || !use->rule->destination)
      continue;
    claims.label(label->cell);
    std::vector<AlignCell> cells;
    std::vector<std::uint32_t> sources;
    for (auto const& cell : page.row(raw.row)) {
      if (&cell <= label || cells.size() == most_amounts)
        continue;
      cells.push_back({cell.x, CellLook::number, false});
      sources.push_back(cell.cell);
    }
    auto const alignment = align(cells, columns);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      auto const at = std::find(alignment.column_of.begin(), alignment.column_of.end(), static_cast<std::int32_t>(c));
      auto const index = static_cast<std::size_t>(at - alignment.column_of.begin());
      bool const printed = at != alignment.column_of.end();
      values.push_back({&*use->rule->destination, &*rules.columns[header.columns[c].rule].destination,
                        printed ? static_cast<std::int64_t>(sources[index]) : -1,
                        printed && cells[index].x != columns[c].x});
    }
  }
  return values;
}

} // namespace jixiao
