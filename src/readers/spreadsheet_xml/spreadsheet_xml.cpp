#include "readers/spreadsheet_xml/spreadsheet_xml.hpp"

#include "readers/spreadsheet_xml/styles.hpp"
#include "readers/xlsx/cell.hpp"
#include "readers/xlsx/conditional_formats.hpp"
#include "readers/xlsx/page_header.hpp"
#include "readers/xlsx/put_sheet.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace jixiao {
namespace {

constexpr std::string_view name_space = "urn:schemas-microsoft-com:office:spreadsheet";

std::uint32_t to_number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end != text.data() ? number : otherwise;
}

constexpr std::string_view part_name = "the workbook";

/// Reads the worksheets of one workbook, one after the other.
class WorkbookXmlReader {
public:
  WorkbookXmlReader(pugi::xml_node workbook, Limits const& limits, DiagnosticSink& sink)
      : workbook_(workbook), limits_(limits), sink_(sink), builder_(limits, sink), styles_(child(workbook, "Styles")) {}

  Reading run() {
    auto const is_sheet = [](pugi::xml_node node) { return local_name(node) == "Worksheet"; };
    bool any_shown = false;
    for (auto const node : children(workbook_))
      any_shown = any_shown || (is_sheet(node) && !is_hidden(node));
    std::uint32_t page = 0;
    for (auto const node : children(workbook_))
      if (is_sheet(node) && !builder_.full())
        read_worksheet(node, ++page, any_shown);
    if (broke_off(sink_, part_name))
      builder_.note_last_text(Code::cut_off, {{"where", "a table"}});
    return std::move(builder_).finish();
  }

private:
  static bool is_hidden(pugi::xml_node worksheet) {
    auto const visible = child(child(worksheet, "WorksheetOptions"), "Visible");
    return std::string_view(visible.child_value()).starts_with("Sheet"); // SheetHidden, SheetVeryHidden
  }

  void read_worksheet(pugi::xml_node worksheet, std::uint32_t page, bool any_shown) {
    SheetEntry const entry{std::string(attribute(worksheet, "Name")), {}, is_hidden(worksheet)};
    sheet_ = {};
    row_ = 0;
    auto const table = child(worksheet, "Table");
    read_columns(table);
    conditional_ = {};
    hides_zeros_ = exists(child(child(worksheet, "WorksheetOptions"), "DoNotDisplayZeros"));
    for (auto const node : children(worksheet))
      if (local_name(node) == "ConditionalFormatting")
        read_conditions(node);
    for (auto const row : children(table))
      if (local_name(row) == "Row")
        read_row(row);
    SheetPlaceInReading const place{entry, page, tables_};
    if (entry.hidden && any_shown)
      return report_hidden_sheet(place, sheet_, sink_);
    tables_ += put_sheet(place, std::move(sheet_), page_texts(worksheet), limits_, sink_, builder_) ? 1 : 0;
  }

  /// The page header and footer: `<Header x:Data="&amp;C…"/>`.
  static SheetSurroundings page_texts(pugi::xml_node worksheet) {
    auto const setup = child(child(worksheet, "WorksheetOptions"), "PageSetup");
    SheetSurroundings texts;
    add_page_header(attribute(child(setup, "Header"), "Data"), texts.above);
    add_page_header(attribute(child(setup, "Footer"), "Data"), texts.below);
    return texts;
  }

  /// Where an element says that it stands, else behind the one before; both count from 0.
  static std::uint32_t place_of(pugi::xml_node node, std::uint32_t next) {
    auto const index = to_number(attribute(node, "Index"), next + 1);
    return index > 0 ? index - 1 : next;
  }

  /// Rows and columns of next to no extent, in points, as well.
  static bool is_hidden(pugi::xml_node node, std::string_view size) {
    auto const extent = attribute(node, size);
    double value = lowest_row;
    std::from_chars(extent.data(), extent.data() + extent.size(), value);
    return attribute(node, "Hidden") == "1" || value < lowest_row;
  }

  void read_columns(pugi::xml_node table) {
    std::uint32_t next = 0;
    for (auto const node : children(table)) {
      if (local_name(node) != "Column")
        continue;
      auto const first = place_of(node, next);
      auto const last = first + std::min(to_number(attribute(node, "Span"), 0), sheet_columns);
      if (first >= sheet_columns)
        return;
      if (is_hidden(node, "Width"))
        sheet_.hidden_columns.push_back({first, std::min(last, sheet_columns - 1)});
      next = last + 1;
    }
  }

  void read_row(pugi::xml_node row) {
    auto const at = place_of(row, row_);
    if (at >= sheet_rows || at < row_) // rows stand in order
      return;
    auto const span = std::min(to_number(attribute(row, "Span"), 0), sheet_rows - 1 - at);
    if (is_hidden(row, "Height"))
      sheet_.hidden_rows.push_back({at, at + span});
    row_ = at;
    column_ = 0;
    for (auto const node : children(row))
      if (local_name(node) == "Cell" && sheet_.cells.size() <= limits_.cells)
        read_cell(node);
    row_ = at + span + 1;
  }

  void read_cell(pugi::xml_node cell) {
    auto const column = place_of(cell, column_);
    if (column >= sheet_columns || column < column_)
      return;
    auto const right = std::min(to_number(attribute(cell, "MergeAcross"), 0), sheet_columns - 1 - column);
    auto const down = std::min(to_number(attribute(cell, "MergeDown"), 0), sheet_rows - 1 - row_);
    if (right > 0 || down > 0)
      sheet_.merges.push_back({row_, column, row_ + down, column + right});
    column_ = column + right + 1;
    LeftOut left_out;
    auto text = shown_text(cell, styles_.find(attribute(cell, "StyleID")), left_out);
    if (auto const comment = comment_of(child(cell, "Comment")); !comment.empty())
      left_out.find(Code::note_beside, {{"what", "a comment"}, {"text", comment}});
    if (!conditional_.empty() && !is_blank(text))
      apply_conditions(cell, column, left_out, text);
    auto findings = left_out.take();
    if (is_blank(text) && findings.empty())
      return;
    sheet_.cells.push_back({row_, column, builder_.own(std::move(text))});
    for (auto& finding : findings)
      sheet_.findings.push_back({row_, column, std::move(finding)});
  }

  void read_conditions(pugi::xml_node formatting) {
    auto const ranges = numbered_ranges(child(formatting, "Range").child_value());
    for (auto const condition : children(formatting))
      if (local_name(condition) == "Condition")
        conditional_.add(
            {ranges,
             comparison_formula(child(condition, "Qualifier").child_value(), child(condition, "Value1").child_value(),
                                child(condition, "Value2").child_value()),
             conditional_look_of(attribute(child(condition, "Format"), "Style"))});
  }

  void apply_conditions(pugi::xml_node cell, std::uint32_t column, LeftOut& left_out, std::string& text) {
    ShownValue const own{text, attribute(child(cell, "Data"), "Type") == "String"};
    auto const shown_at = [&](std::uint32_t row, std::uint32_t at) {
      return row == row_ && at == column ? std::optional(own) : std::nullopt;
    };
    auto const background = styles_.find(attribute(cell, "StyleID")).background;
    if (auto const kind = conditional_.left_out_as({row_, column, own.text}, background, shown_at, left_out)) {
      left_out.add(*kind, own.text);
      text.clear();
    }
  }

  std::string shown_text(pugi::xml_node cell, XmlSheetStyle const& style, LeftOut& left_out) const {
    auto const data = child(cell, "Data");
    auto const runs = runs_of(data, style.font);
    std::string value;
    for (auto const& run : runs)
      value += run.text;
    auto const type = attribute(data, "Type");
    if (is_blank(value)) {
      if (auto const formula = attribute(cell, "Formula"); !formula.empty() && type != "String")
        left_out.find(Code::formula_without_value, {{"formula", std::string(formula)}});
      return {};
    }
    if (type == "Boolean")
      return trim(value) == "1" ? "TRUE" : "FALSE";
    bool const is_number = type == "Number" || type == "DateTime";
    auto const serial = type == "DateTime" ? date_serial(trim(value), false) : std::string(trim(value));
    bool const is_hidden = is_number ? hides_number(serial, style.format) || (hides_zeros_ && is_zero_number(serial))
                                     : hides_texts(style.format);
    if (is_hidden) {
      left_out.add(LeftOut::hidden, value);
      return {};
    }
    if (!is_number)
      return format_text(shown_runs(runs, style.font, style.background, left_out), style.format);
    SheetRun const run{serial.empty() ? value : format_number(serial, style.format, false), {}};
    return shown_runs({&run, 1}, style.font, style.background, left_out);
  }

  /// A text may have HTML in it, with the fonts of its runs.
  static std::vector<SheetRun> runs_of(pugi::xml_node data, SheetFont const& font) {
    std::vector<SheetRun> runs;
    if (!exists(data))
      return runs;
    if (std::string_view const own = data.value(); !own.empty())
      runs.push_back({std::string(own), {}});
    std::uint32_t depth = 0;
    for (auto node = data.first_child(); exists(node); node = next_in_order(node, data, depth)) {
      std::string_view const text = node.value();
      if (text.empty())
        continue;
      auto look = font;
      for (auto up = node; up != data && exists(up); up = up.parent())
        look = font_of_element(up, look);
      runs.push_back({std::string(text), look == font ? std::nullopt : std::optional(look)});
    }
    return runs;
  }

  static std::string comment_of(pugi::xml_node comment) {
    std::string text;
    for (auto const& run : runs_of(child(comment, "Data"), {}))
      text += run.text;
    return std::string(trim(text));
  }

  pugi::xml_node workbook_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder builder_;
  XmlSheetStyles styles_;
  ConditionalFormats conditional_;
  Sheet sheet_;
  std::uint32_t row_ = 0, column_ = 0, tables_ = 0;
  bool hides_zeros_ = false;
};

} // namespace

Identified identify_spreadsheet_xml(std::string_view bytes) {
  constexpr std::size_t sample_bytes = 4096;
  auto const sample = bytes.substr(0, sample_bytes);
  auto const first = sample.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || sample[first] != '<' || sample.find(name_space) == std::string_view::npos)
    return {Answer::no, "no XML of a workbook"};
  bool const is_workbook = sample.find("Workbook") != std::string_view::npos && sample.find("<html") == sample.npos;
  return is_workbook ? Identified{Answer::yes, "a workbook as XML of 2003"}
                     : Identified{Answer::no, "no root Workbook"};
}

Reading read_spreadsheet_xml(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  std::string bytes(source.bytes);
  pugi::xml_document document;
  if (!parse_xml(bytes, part_name, limits, sink, document))
    return {};
  return WorkbookXmlReader(document.document_element(), limits, sink).run();
}

} // namespace jixiao
