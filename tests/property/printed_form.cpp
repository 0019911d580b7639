#include "tests/property/printed_form.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace jixiao::property {

bool PrintedForm::is_of_record(PrintedCell const& cell) const {
  return cell.row >= first_record && cell.row < end_of_records;
}

bool PrintedForm::is_of_indicators(PrintedCell const& cell) const {
  return cell.row >= header && cell.row < end_of_records && cell.column >= first_column();
}

bool PrintedForm::is_level(PrintedCell const& cell) const {
  bool const in_group = cell.column == places.level1 || cell.column == places.level2;
  return is_of_record(cell) && in_group && cell.column < places.name;
}

bool PrintedForm::is_label(PrintedCell const& cell) const {
  if (cell.text.empty() || is_of_record(cell))
    return false;
  auto text = cell.text;
  std::erase(text, '\n');
  auto const is_field = [&](auto const& field) { return field.second == text; };
  auto const is_amount = [&](calibrate::FundTruth const& fund) { return cell.text.starts_with(fund.text); };
  bool const figure = cell.text.find_first_not_of("0123456789.%—") == std::string::npos;
  return !figure && std::ranges::none_of(truth.fields, is_field) &&
         (cell.row == header ||
          std::ranges::none_of(truth.funds, [&](auto const& fund) { return !fund.text.empty() && is_amount(fund); }));
}

PrintedCell* PrintedForm::cell_at(std::size_t row, std::size_t column) {
  auto const found = std::ranges::find_if(cells, [&](PrintedCell const& cell) {
    return cell.row <= row && row < cell.end_row() && cell.column <= column && column < cell.end_column();
  });
  return found == cells.end() ? nullptr : &*found;
}

bool PrintedForm::is_named(std::size_t row) const {
  return std::ranges::any_of(cells, [&](PrintedCell const& cell) {
    bool const over_columns = cell.columns > 1; // a note
    return cell.row == row && cell.column == places.name && !over_columns && !cell.text.empty();
  });
}

void PrintedForm::add_row(std::size_t row, std::string text) {
  insert_row(row);
  cells.push_back({row, 0, 1, columns, std::move(text)});
}

void PrintedForm::cut_cells(std::size_t row, std::string (*rest)(PrintedCell const& cell)) {
  std::vector<PrintedCell> below;
  for (auto& cell : cells)
    if (cell.row < row && row < cell.end_row()) {
      below.push_back({row, cell.column, cell.end_row() - row, cell.columns, rest(cell)});
      cell.rows = row - cell.row;
    }
  std::ranges::move(below, std::back_inserter(cells));
}

void PrintedForm::insert_row(std::size_t row) {
  for (auto& cell : cells)
    if (cell.row >= row)
      ++cell.row;
    else if (cell.end_row() > row)
      ++cell.rows;
  for (auto* const mark : {&header, &first_record})
    *mark += *mark >= row ? 1 : 0;
  end_of_records += end_of_records > row ? 1 : 0;
  if (cut && *cut >= row)
    ++*cut;
  for (auto& block : blocks)
    block += block >= row ? 1 : 0;
  ++rows;
}

void PrintedForm::insert_column(std::size_t column) {
  for (auto& cell : cells)
    if (cell.column >= column)
      ++cell.column;
    else if (bool const outside = cell.row < header || cell.row >= end_of_records;
             cell.end_column() > column || (cell.end_column() == column && outside))
      ++cell.columns;
  for (auto* const place : {&places.level1, &places.level2, &places.name, &places.value})
    *place += *place >= column ? 1 : 0;
  ++columns;
}

PrintedForm printed_form(calibrate::LayoutPrint print) {
  PrintedForm out;
  std::set<std::pair<std::size_t, std::size_t>> taken;
  for (std::size_t row = 0; row < print.table.size(); ++row) {
    std::size_t column = 0;
    for (auto& cell : print.table[row]) {
      while (taken.contains({row, column}))
        ++column;
      for (auto y = row; y < row + cell.rows; ++y)
        for (auto x = column; x < column + cell.columns; ++x)
          taken.insert({y, x});
      out.cells.push_back({row, column, cell.rows, cell.columns, std::move(cell.text)});
      column += cell.columns;
    }
  }
  out.lines = std::move(print.lines);
  out.rows = print.table.size();
  out.columns = print.columns;
  out.blocks = std::move(print.blocks);
  out.header = print.first_record - 1;
  out.first_record = print.first_record;
  out.end_of_records = print.end_of_records;
  out.places = print.places;
  out.truth = std::move(print.truth);
  return out;
}

} // namespace jixiao::property
