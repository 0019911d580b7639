#include "recognition/rows/cell_steps.hpp"

namespace jixiao::recognition {

CellSteps::CellSteps(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders,
                     ForcedCell forced)
    : cells_(cells), columns_(columns), borders_(borders), forced_(forced),
      slides_(borders == Borders::separated ? slides : 1),
      first_(static_cast<std::size_t>(std::ranges::find_if(cells, [](RowCell const& cell) { return !cell.blank; }) -
                                      cells.begin())),
      has_level2_(has_column(columns, ColumnKind::level2)), has_standard_(has_column(columns, ColumnKind::standard)),
      is_full_(cells.size() == columns.size() && std::ranges::none_of(cells, &RowCell::blank)) {}

void CellSteps::remember_charges() {
  missing_.reserve(columns_.size());
  for (auto const& column : columns_)
    missing_.push_back(prices::missing(column));
  looks_.reserve(cells_.size() * columns_.size());
  for (auto const& cell : cells_)
    for (auto const& column : columns_)
      looks_.push_back(look(cell, column));
}

bool CellSteps::is_rest_of_line(std::size_t i) const {
  auto const& cell = cells_[i];
  bool const words = cell.look >= Look::short_words || cell.look == Look::unit;
  return borders_ == Borders::soft && cell.may_go_on && words && cell.level1 < 0 && cell.level2 < 0;
}

bool CellSteps::goes_on(std::size_t i, ColumnKind kind) const {
  if (cells_[i].asks_for_number && i > 0 && cells_[i - 1].asks_for_number)
    return false;
  // 资助学生数 | 补贴学校数, where no value tells that another indicator begins.
  if (i > 0 && cells_[i - 1].ends_name)
    return false;
  // 持续改善 | 持续改善: what was asked for and what was reached, and neither is the rest of a name.
  if (!on_grid() && (cells_[i].repeats || cells_[i].repeated))
    return false;
  if (is_rest_of_line(i) && kind > ColumnKind::level2 && kind != ColumnKind::weight && kind != ColumnKind::score)
    return true;
  bool const takes_several = kind == ColumnKind::level3 || kind == ColumnKind::remark ||
                             kind == ColumnKind::definition || kind == ColumnKind::goal || kind == ColumnKind::basis;
  return !cells_[i].blank && takes_several && borders_ != Borders::exact;
}

/// ≥ in its column and no cell in that of the value behind it.
bool CellSteps::leaves_sign_alone(CellStage const& at) const {
  return at.open && at.cell > 0 && at.column > 0 && columns_[at.column].kind == ColumnKind::target &&
         columns_[at.column - 1].kind == ColumnKind::comparator && cells_[at.cell - 1].look == Look::comparator;
}

prices::Charge CellSteps::look(RowCell const& cell, Column const& column) const {
  bool const words = cell.look == Look::short_words || cell.look == Look::words;
  if (cell.asks_for_number && !on_grid() && (column.kind == ColumnKind::target || column.kind == ColumnKind::actual))
    return {Price::impossible};
  if (words && may_have_slid() && (column.kind == ColumnKind::target || column.kind == ColumnKind::actual))
    return {Price::slid_words_as_value};
  // 规范 | 规范: a result in the words of its target, neither of which is a name.
  if (words && cell.repeated != cell.repeats && !on_grid() && column.kind == ColumnKind::level3)
    return {Price::unlikely};
  if (cell.names_goals && !on_grid() && column.kind == ColumnKind::level2)
    return {Price::unlisted};
  constexpr double in_full_row = 0.1; // a text for every column: words in that of a group are one with a local name
  if (words && is_full_ && !on_grid() && column.kind <= ColumnKind::level2 && cell.level1 < 0 && cell.level2 < 0)
    return {Price::unlikely, in_full_row};
  constexpr double of_scoring = 0.25; // beside the column of standards a remark may tell of points, too
  if (cell.tells_scoring && has_standard_ && column.kind == ColumnKind::remark)
    return {Price::unlikely, of_scoring};
  bool const is_label = cell.level1 >= 0 || cell.level2 >= 0;
  if (cell.ends_name && !is_label && column.kind <= ColumnKind::level2)
    return {Price::impossible};
  bool const of_groups = column.kind <= ColumnKind::level3;
  if (!is_label || (!of_groups && cell.also_words && on_grid()))
    return prices::fit(column, cell.look);
  return look_of_label(cell, column.kind);
}

prices::Charge CellSteps::look_of_label(RowCell const& cell, ColumnKind kind) const {
  constexpr prices::Charge suits{Price::blank, 0};
  // Without a column of its own, the group of level 2 is printed where names stand.
  bool const as_name = !has_level2_ && cell.level2 >= 0;
  if (kind == ColumnKind::level1)
    return cell.level1 < 0 ? prices::Charge{Price::misfit} : as_name ? prices::Charge{Price::group_of_two} : suits;
  if (kind == ColumnKind::level2)
    return cell.level2 < 0 ? prices::Charge{Price::misfit} : suits;
  if (kind != ColumnKind::level3)
    return {kind == ColumnKind::other ? Price::misfit : Price::impossible};
  // 满意度 may be a name as well, where it stands in the column of names for sure.
  if (as_name || on_grid())
    return suits;
  if (cell.also_words)
    return {Price::label_as_name};
  return {may_have_slid() ? Price::impossible : Price::misfit};
}

} // namespace jixiao::recognition
