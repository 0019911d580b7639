#include "repairs/align.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jixiao {

namespace {

constexpr double impossible = 1e9;

bool is_label(AlignCell const& cell) { return cell.look == CellLook::level1 || cell.look == CellLook::level2; }

/// How ill a cell's look suits a column.
double look_cost(AlignCell const& cell, FieldId field) {
  if (field == FieldId::level1)
    return cell.look == CellLook::level1 ? 0 : cell.look == CellLook::level2 ? 5 : 9;
  if (field == FieldId::level2)
    return cell.look == CellLook::level2 ? 0 : cell.look == CellLook::level1 ? 5 : 9;
  if (is_label(cell))
    return cell.also_words ? 1.5 : 8;
  switch (kind_of(field)) {
  case FieldKind::value:
    return cell.look == CellLook::long_words ? 1.5
           : cell.look == CellLook::words    ? 0.6
           : cell.look == CellLook::number   ? 0.5
                                             : 0;
  case FieldKind::decimal:
    return cell.look == CellLook::number ? 0 : cell.look == CellLook::dash ? 0.2 : 6;
  default:
    break;
  }
  switch (cell.look) { // a text field
  case CellLook::quantity:
    return field == FieldId::level3 ? 4 : 2;
  case CellLook::deadline:
    return 3;
  case CellLook::number:
    return 5;
  case CellLook::dash:
    return field == FieldId::level3 ? 5 : 1;
  default:
    return 0;
  }
}

double missing_cost(FieldId field) {
  switch (field) {
  case FieldId::level1:
  case FieldId::level2:
    return 0;
  case FieldId::level3:
    return 3.3;
  case FieldId::target:
    return 3;
  case FieldId::actual:
    return 1.5;
  case FieldId::weight:
  case FieldId::score:
    return 1;
  default:
    return 0.2;
  }
}

/// A label may be one too many where several were printed on one row; a text may not.
double surplus_cost(AlignCell const& cell) { return is_label(cell) ? 1 : 6; }

double slide_cost(std::int32_t from, std::int32_t to) {
  if (from == to)
    return 0;
  return 0.8 + 0.15 * std::abs(static_cast<double>(to - from));
}

/// The best assignment in which cell `barred` is not in column `barred_column`.
class Solver {
public:
  Solver(std::span<AlignCell const> cells, std::span<AlignColumn const> columns)
      : cells_(cells), columns_(columns), best_(cells.size() * columns.size()), from_(best_.size()) {}

  double solve(std::int32_t barred, std::int32_t barred_column) {
    double least = skip_columns(0, columns_.size()) + skip_cells(0, cells_.size());
    last_ = -1;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      for (std::size_t j = 0; j < columns_.size(); ++j) {
        bool const is_barred = static_cast<std::int32_t>(i) == barred && static_cast<std::int32_t>(j) == barred_column;
        settle(i, j, is_barred);
        double const total = best_[at(i, j)] + skip_columns(j + 1, columns_.size()) + skip_cells(i + 1, cells_.size());
        if (total < least) {
          least = total;
          last_ = static_cast<std::int32_t>(at(i, j));
        }
      }
    }
    return least;
  }

  std::vector<std::int32_t> columns() const {
    std::vector<std::int32_t> result(cells_.size(), -1);
    for (auto k = last_; k >= 0; k = from_[static_cast<std::size_t>(k)])
      result[static_cast<std::size_t>(k) / columns_.size()] =
          static_cast<std::int32_t>(static_cast<std::size_t>(k) % columns_.size());
    return result;
  }

private:
  std::size_t at(std::size_t i, std::size_t j) const { return i * columns_.size() + j; }
  std::int32_t slide(std::size_t i, std::size_t j) const { return cells_[i].x - columns_[j].x; }

  double skip_columns(std::size_t from, std::size_t to) const {
    double cost = 0;
    for (auto j = from; j < to; ++j)
      cost += missing_cost(columns_[j].field);
    return cost;
  }
  double skip_cells(std::size_t from, std::size_t to) const {
    double cost = 0;
    for (auto i = from; i < to; ++i)
      cost += surplus_cost(cells_[i]);
    return cost;
  }

  /// Cell i in column j, after the cheapest that can stand before it.
  void settle(std::size_t i, std::size_t j, bool barred) {
    auto& best = best_[at(i, j)];
    from_[at(i, j)] = -1;
    best = skip_columns(0, j) + skip_cells(0, i) + 0.75 * slide_cost(0, slide(i, j));
    double between_cells = 0;
    for (auto p = i; p-- > 0; between_cells += surplus_cost(cells_[p])) {
      double between_columns = 0;
      for (auto q = j; q-- > 0; between_columns += missing_cost(columns_[q].field)) {
        double const cost = best_[at(p, q)] + between_cells + between_columns + slide_cost(slide(p, q), slide(i, j));
        if (cost < best) {
          best = cost;
          from_[at(i, j)] = static_cast<std::int32_t>(at(p, q));
        }
      }
    }
    best += barred ? impossible : look_cost(cells_[i], columns_[j].field);
  }

  std::span<AlignCell const> cells_;
  std::span<AlignColumn const> columns_;
  std::vector<double> best_;
  std::vector<std::int32_t> from_;
  std::int32_t last_ = -1;
};

} // namespace

Alignment align(std::span<AlignCell const> cells, std::span<AlignColumn const> columns) {
  Alignment result;
  if (columns.empty()) {
    result.column_of.assign(cells.size(), -1);
    return result;
  }
  Solver solver(cells, columns);
  result.cost = solver.solve(-1, -1);
  result.column_of = solver.columns();
  result.margin = impossible;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    // Where a level label stands makes no difference to what the row says.
    if (result.column_of[i] < 0 || is_label(cells[i]))
      continue;
    auto const other = solver.solve(static_cast<std::int32_t>(i), result.column_of[i]) - result.cost;
    if (other >= result.margin)
      continue;
    result.margin = other;
    result.doubtful = static_cast<std::int32_t>(i);
    result.doubtful_column = solver.columns()[i];
  }
  return result;
}

} // namespace jixiao
