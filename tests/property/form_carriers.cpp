#include "tests/property/printed_form.hpp"

#include <algorithm>
#include <map>

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

using Rows = std::vector<std::vector<std::string>>;

/// As spreadsheets write a text of several lines.
std::string in_quotes(std::string const& text) {
  return text.find('\n') == std::string::npos ? text : '"' + text + '"';
}

std::string in_lines(std::vector<std::string> const& lines) {
  std::string out;
  for (auto const& line : lines)
    out += line + "\n";
  return out;
}

/// The rows with tabs between their cells, and what stands around them.
std::string with_lines(PrintedForm const& form, Rows const& rows) {
  auto out = in_lines(form.lines);
  for (std::size_t row = 0; row < form.rows; ++row) {
    if (form.cut == row && !form.between.empty())
      out += form.between + "\n";
    for (std::size_t i = 0; i < rows[row].size(); ++i)
      out += (i > 0 ? "\t" : "") + in_quotes(rows[row][i]);
    out += "\n";
  }
  return out + in_lines(form.below);
}

std::string in_paragraphs(std::vector<std::string> const& lines) {
  std::string out;
  for (auto const& line : lines)
    out += "<p>" + escaped(line) + "</p>\n";
  return out;
}

std::string cells_alone(PrintedForm const& form) {
  std::vector<std::map<std::size_t, std::string>> places(form.rows);
  for (auto const& cell : form.cells)
    places[cell.row][cell.column] = cell.text;
  Rows rows(form.rows);
  for (std::size_t row = 0; row < form.rows; ++row)
    for (auto& [column, text] : places[row])
      rows[row].push_back(std::move(text));
  return with_lines(form, rows);
}

std::string tabs(PrintedForm const& form, bool repeated) {
  Rows rows(form.rows, std::vector<std::string>(form.columns));
  for (auto const& cell : form.cells)
    for (auto row = cell.row; row < cell.end_row(); ++row)
      for (auto column = cell.column; column < std::min(cell.end_column(), form.columns); ++column)
        if (repeated || (row == cell.row && column == cell.column))
          rows[row][column] = cell.text;
  return with_lines(form, rows);
}

std::string blanks_beside(PrintedForm const& form) { return tabs(form, false); }
std::string texts_again(PrintedForm const& form) { return tabs(form, true); }

std::string body(PrintedForm const& form) {
  auto const below = in_paragraphs(form.below);
  if (!form.cut)
    return in_paragraphs(form.lines) + table(form, 0, form.rows) + below;
  auto const between = form.between.empty() ? std::string() : in_paragraphs({form.between});
  return in_paragraphs(form.lines) + table(form, 0, *form.cut) + between + table(form, *form.cut, form.rows) + below;
}

std::string one_below_the_other(PrintedForms forms, std::string (*write)(PrintedForm const&)) {
  std::string out;
  for (auto const& form : forms)
    out += write(form);
  return out;
}

} // namespace

std::string to_html(PrintedForms forms) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n" + one_below_the_other(forms, body) +
         "</body></html>\n";
}

std::string to_tabs(PrintedForms forms) { return one_below_the_other(forms, blanks_beside); }
std::string to_tabs_again(PrintedForms forms) { return one_below_the_other(forms, texts_again); }
std::string to_cells(PrintedForms forms) { return one_below_the_other(forms, cells_alone); }

} // namespace jixiao::property
