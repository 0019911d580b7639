#include "tests/property/printed_form.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace jixiao::property {

namespace {

std::string escaped(std::string const& text) {
  static std::map<char, std::string> const entities{{'<', "&lt;"}, {'>', "&gt;"}, {'&', "&amp;"}, {'\n', "<br>"}};
  std::string out;
  for (char const c : text) {
    auto const entity = entities.find(c);
    out += entity == entities.end() ? std::string(1, c) : entity->second;
  }
  return out;
}

std::string span(char const* name, std::size_t extent) {
  return extent > 1 ? std::string(" ") + name + "=\"" + std::to_string(extent) + "\"" : std::string();
}

/// The rows [begin, end) as a table.
std::string table(PrintedForm const& form, std::size_t begin, std::size_t end) {
  std::vector<std::map<std::size_t, PrintedCell const*>> rows(form.rows);
  for (auto const& cell : form.cells)
    rows[cell.row][cell.column] = &cell;
  std::string out = "<table border=\"1\">\n";
  for (auto row = begin; row < end; ++row) {
    out += "<tr>";
    for (auto const& [column, cell] : rows[row])
      out += "<td" + span("rowspan", cell->rows) + span("colspan", cell->columns) + ">" + escaped(cell->text) + "</td>";
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

/// As spreadsheets write a text of several lines.
std::string in_quotes(std::string const& text) {
  return text.find('\n') == std::string::npos ? text : '"' + text + '"';
}

std::string tabs(PrintedForm const& form, bool repeated) {
  std::vector<std::vector<std::string>> rows(form.rows, std::vector<std::string>(form.columns));
  for (auto const& cell : form.cells)
    for (auto row = cell.row; row < cell.end_row(); ++row)
      for (auto column = cell.column; column < std::min(cell.end_column(), form.columns); ++column)
        if (repeated || (row == cell.row && column == cell.column))
          rows[row][column] = cell.text;
  std::string out;
  for (auto const& line : form.lines)
    out += line + "\n";
  for (std::size_t row = 0; row < form.rows; ++row) {
    if (form.cut == row)
      out += "二、绩效指标\n";
    for (std::size_t column = 0; column < form.columns; ++column)
      out += (column > 0 ? "\t" : "") + in_quotes(rows[row][column]);
    out += "\n";
  }
  return out;
}

} // namespace

bool PrintedForm::is_of_record(PrintedCell const& cell) const {
  return cell.row >= first_record && cell.row < end_of_records;
}

bool PrintedForm::is_of_indicators(PrintedCell const& cell) const {
  return cell.row >= header && cell.row < end_of_records && cell.column >= first_column();
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

std::string to_html(PrintedForm const& form) {
  std::string out = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n";
  for (auto const& line : form.lines)
    out += "<p>" + escaped(line) + "</p>\n";
  if (form.cut)
    out += table(form, 0, *form.cut) + "<p>二、绩效指标</p>\n" + table(form, *form.cut, form.rows);
  else
    out += table(form, 0, form.rows);
  return out + "</body></html>\n";
}

std::string to_cells(PrintedForm const& form) {
  std::vector<std::map<std::size_t, std::string>> rows(form.rows);
  for (auto const& cell : form.cells)
    rows[cell.row][cell.column] = in_quotes(cell.text);
  std::string out;
  for (auto const& line : form.lines)
    out += line + "\n";
  for (std::size_t row = 0; row < form.rows; ++row) {
    if (form.cut == row)
      out += "二、绩效指标\n";
    bool first = true;
    for (auto const& [column, text] : rows[row])
      out += (std::exchange(first, false) ? "" : "\t") + text;
    out += "\n";
  }
  return out;
}

std::string to_tabs(PrintedForm const& form) { return tabs(form, false); }
std::string to_tabs_again(PrintedForm const& form) { return tabs(form, true); }

} // namespace jixiao::property
