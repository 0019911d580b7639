#include "readers/odf/sheet.hpp"

#include "readers/number_format/number_format.hpp"
#include "readers/odf/drawing.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::odf {
namespace {

constexpr std::uint32_t deepest_group = 64;
constexpr std::uint64_t most_row_copies = 200'000; // of cells that are repeated, in a workbook
constexpr std::uint32_t most_findings = 1000;      // of one sheet: a repeated cell has one, too

std::uint32_t number(pugi::xml_node node, std::string_view name) {
  auto const digits = attribute(node, name);
  std::uint32_t value = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::max(value, 1U);
}

/// What a cell without a printed text holds.
std::string_view stored_value(pugi::xml_node cell) {
  auto const type = attribute(cell, "value-type");
  if (type == "string")
    return attribute(cell, "string-value");
  if (type == "date")
    return attribute(cell, "date-value");
  if (type == "time")
    return attribute(cell, "time-value");
  if (type == "boolean")
    return attribute(cell, "boolean-value");
  return attribute(cell, "value");
}

/// "of:=SUM([.A1:.A3])" without its namespace and equals sign.
std::string_view formula_of(pugi::xml_node cell) {
  auto formula = attribute(cell, "formula");
  formula.remove_prefix(std::min(formula.find('=') + 1, formula.size()));
  return formula;
}

} // namespace

/// A row or a column that nobody sees, or that is too small for letters.
bool SheetReader::is_hidden(pugi::xml_node node) const {
  auto const visibility = attribute(node, "visibility");
  auto const* const style = styles_.find(local_name(node), attribute(node, "style-name"));
  return visibility == "collapse" || visibility == "filter" || (style != nullptr && style->is_too_small);
}

Sheet SheetReader::read(pugi::xml_node table) {
  sheet_ = {};
  drawings_.clear();
  next_row_ = next_column_ = 0;
  conditions_.begin_table(table);
  read_children(table);
  return std::move(sheet_);
}

void SheetReader::read_children(pugi::xml_node parent) {
  if (++elements_ <= deepest_group)
    for (auto const node : children(parent)) {
      auto const name = local_name(node);
      if (name == "table-row")
        read_row(node);
      else if (name == "table-column")
        read_column(node);
      else if (name == "shapes")
        read_shapes(node);
      else if (name.starts_with("table-header-") || name == "table-rows" || name == "table-columns" ||
               name == "table-row-group" || name == "table-column-group")
        read_children(node);
    }
  --elements_;
}

/// They stand anywhere on the page: above the table when there is room there, and in no cell.
void SheetReader::read_shapes(pugi::xml_node shapes) {
  for (auto& drawing : sheet_drawings(shapes, 0, 0)) {
    drawing.last_row = sheet_rows, drawing.last_column = sheet_columns;
    drawings_.push_back(std::move(drawing));
  }
}

void SheetReader::read_column(pugi::xml_node node) {
  auto const first = next_column_;
  next_column_ += number(node, "number-columns-repeated");
  if (is_hidden(node) && first < sheet_columns)
    sheet_.hidden_columns.push_back(
        {static_cast<std::uint32_t>(first),
         static_cast<std::uint32_t>(std::min<std::uint64_t>(next_column_, sheet_columns) - 1)});
}

void SheetReader::read_row(pugi::xml_node node) {
  auto const first = next_row_;
  next_row_ += number(node, "number-rows-repeated");
  auto const end = std::min<std::uint64_t>(next_row_, sheet_rows);
  if (first >= end)
    return;
  std::vector<RowCell> cells;
  std::uint64_t column = 0;
  for (auto const cell : children(node)) {
    auto const name = local_name(cell);
    if (name != "table-cell" && name != "covered-table-cell")
      continue;
    auto const left = column;
    column += number(cell, "number-columns-repeated");
    auto const right = std::min<std::uint64_t>(column, sheet_columns);
    if (left >= right)
      break;
    auto read = read_cell(cell, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(left), {}});
    for (auto& drawing : sheet_drawings(cell, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(left)))
      if (drawings_.size() < most_findings)
        drawings_.push_back(std::move(drawing));
    read.first = static_cast<std::uint32_t>(left), read.last = static_cast<std::uint32_t>(right - 1);
    if (!read.text.empty() || read.columns > 1 || read.rows > 1 || !read.findings.empty() || !read.formula.empty())
      cells.push_back(std::move(read));
  }
  if (is_hidden(node))
    sheet_.hidden_rows.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - 1)});
  for (auto row = first; row < end && !cells.empty() && !was_cut_; ++row)
    put_row(cells, static_cast<std::uint32_t>(row));
}

/// What programs show of a cell whose text the file leaves out, which they make of its value.
std::string SheetReader::shown_value(pugi::xml_node cell, std::vector<TextFinding>& findings) const {
  auto const type = attribute(cell, "value-type");
  auto value = stored_value(cell);
  if (type == "date" && value.ends_with("T00:00:00"))
    value.remove_suffix(std::string_view("T00:00:00").size());
  if (type != "float" && type != "percentage" && type != "currency")
    return std::string(value);
  auto code = styles_.number_format_of(attribute(cell, "style-name"));
  if (code.empty() && type == "percentage")
    code = "0.00%";
  if (code.empty())
    return std::string(value);
  auto const format = parse_number_format(code);
  auto shown = format_number(value, format, false);
  if (value.empty() || (!hides_number(value, format) && !is_blank(shown)))
    return shown;
  findings.push_back({Code::hidden_text, {{"text", std::string(value)}, {"how", "hidden"}}});
  return {};
}

/// A format whose section for texts is empty.
bool SheetReader::hides_text(pugi::xml_node cell) const {
  if (attribute(cell, "value-type") != "string")
    return false;
  auto const code = styles_.number_format_of(attribute(cell, "style-name"));
  return code.ends_with(';') && hides_texts(parse_number_format(code));
}

bool SheetReader::hides_zero(pugi::xml_node cell) const {
  auto const type = attribute(cell, "value-type");
  bool const is_number = type == "float" || type == "percentage" || type == "currency";
  return hides_zeros_ && is_number && is_zero_number(stored_value(cell));
}

SheetReader::RowCell SheetReader::read_cell(pugi::xml_node node, SheetCell place) {
  RowCell cell;
  ++cells_read_;
  if (local_name(node) == "table-cell") {
    cell.columns = number(node, "number-columns-spanned");
    cell.rows = number(node, "number-rows-spanned");
  }
  auto const look = styles_.apply("table-cell", attribute(node, "style-name"), {});
  std::string text;
  std::vector<pugi::xml_node> boxes; // they float over the sheet
  bool has_paragraph = false;
  for (auto const paragraph : children(node)) {
    auto const name = local_name(paragraph);
    if (auto comment = name == "annotation" ? comment_of(paragraph) : std::string(); !comment.empty())
      cell.findings.push_back({Code::note_beside, {{"what", "a comment"}, {"text", std::move(comment)}}});
    if (name != "p")
      continue;
    auto read = text_.read(paragraph, look, boxes);
    text.append(std::exchange(has_paragraph, true) ? "\n" : "").append(read.text);
    std::move(read.findings.begin(), read.findings.end(), std::back_inserter(cell.findings));
  }
  bool const is_dash = trim(text) == "-" && attribute(node, "value-type") == "float"; // of an accounting format
  if (!has_paragraph || is_dash || (is_blank(text) && cell.findings.empty()))
    text = shown_value(node, cell.findings);
  if (!is_blank(text) && (hides_text(node) || hides_zero(node))) {
    cell.findings.push_back({Code::hidden_text, {{"text", std::string(trim(text))}, {"how", "hidden"}}});
    text.clear();
  }
  auto const shown = text;
  place.text = shown;
  if (!is_blank(shown))
    conditions_.apply(node, place, cell.findings, text);
  if (!is_blank(text))
    cell.text = builder_.own(std::move(text));
  else if (!has_paragraph && attribute(node, "value-type").empty())
    cell.formula = formula_of(node);
  return cell;
}

void SheetReader::count() {
  was_cut_ |= ++work_ > 2 * cells_read_ + most_row_copies || sheet_.cells.size() > cell_limit_;
}

void SheetReader::put_row(std::vector<RowCell> const& cells, std::uint32_t row) {
  for (auto const& cell : cells) {
    count();
    for (auto column = cell.first; column <= cell.last && !was_cut_; ++column) {
      if (!cell.text.empty())
        sheet_.cells.push_back({row, column, cell.text}), count();
      else if (cell.columns == 1 && cell.rows == 1)
        break;
    }
    if (cell.columns > 1 || cell.rows > 1)
      sheet_.merges.push_back({row, cell.first, std::min(row + cell.rows, sheet_rows) - 1,
                               std::min(cell.first + cell.columns, sheet_columns) - 1});
    if (!cell.formula.empty() && sheet_.findings.size() < most_findings)
      sheet_.findings.push_back(
          {row, cell.first, {Code::formula_without_value, {{"formula", std::string(cell.formula)}}}});
    for (auto const& finding : cell.findings)
      if (sheet_.findings.size() < most_findings)
        sheet_.findings.push_back({row, cell.first, finding});
  }
}

} // namespace jixiao::odf
