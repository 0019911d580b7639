#include "readers/xlsx/drawings.hpp"

#include "readers/relationships.hpp"
#include "readers/xlsx/drawing_part.hpp"
#include "readers/xlsx/page_header.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xlsx/strings.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <tuple>

namespace jixiao {
namespace {

class SurroundingsReader {
public:
  SurroundingsReader(Package& package, Limits const& limits, DiagnosticSink& sink, Sheet& sheet,
                     ReadingBuilder& builder)
      : package_(package), limits_(limits), sink_(sink), sheet_(sheet), builder_(builder), known_(sheet.cells.size()) {
    for (auto const& cell : sheet.cells)
      last_row_ = std::max(last_row_, cell.row), last_column_ = std::max(last_column_, cell.column);
  }

  SheetSurroundings run(std::string_view part, pugi::xml_node worksheet) {
    read_page_header(child(worksheet, "headerFooter"), around_.above, around_.below);
    auto const relationships = read_relationships(package_, part, limits_, sink_);
    bool const has_threads =
        std::ranges::any_of(relationships, [](auto const& found) { return found.kind == "threadedComment"; });
    for (auto const& found : relationships)
      if (found.kind == "drawing")
        with_part(found.part, sink_, [&](pugi::xml_node root) { take(read_drawings(root)); });
      else if (found.kind == "vmlDrawing") // often no XML
        with_part(found.part, unheard_, [&](pugi::xml_node root) { take(read_vml_drawings(root)); });
      else if (found.kind == (has_threads ? "threadedComment" : "comments"))
        with_part(found.part, sink_, [&](pugi::xml_node root) { read_comments(root); });
    read_objects(child(worksheet, "oleObjects"));
    put_in_order();
    return std::move(around_);
  }

private:
  template <class Use> void with_part(std::string const& part, DiagnosticSink& sink, Use const& use) {
    auto bytes = package_.read(part);
    pugi::xml_document document;
    if (bytes && parse_xml(*bytes, part, limits_, sink, document))
      use(document.document_element());
  }

  void take(std::vector<SheetDrawing> drawings) {
    for (auto& drawing : drawings)
      take(std::move(drawing));
  }

  void take(SheetDrawing drawing) {
    if (!drawing.unread.empty())
      add(drawing, {Code::graphic_not_read, {{"what", drawing.unread}}});
    for (auto& finding : drawing.findings)
      around_.findings.push_back(std::move(finding));
    if (is_blank(drawing.text))
      return;
    auto const place = origin(drawing.first_row, drawing.first_column);
    auto* const cell = find(place.row, place.column);
    bool const is_inside = drawing.is_control || covers(drawing, place);
    if (is_inside && drawing.first_row <= last_row_ && (cell == nullptr || drawing.is_control || is_blank(cell->text)))
      return set_text(place, cell, drawing.text);
    bool const is_above = sheet_.cells.empty() || drawing.first_row < sheet_.cells.front().row;
    bool const has_label = drawing.text.find("：") != std::string::npos || drawing.text.find(':') != std::string::npos;
    if (is_above)
      around_.above.push_back(std::move(drawing.text));
    else if (has_label)
      around_.below.push_back(std::move(drawing.text));
    else
      around_.findings.push_back({Code::note_beside, {{"what", "a text box"}, {"text", std::move(drawing.text)}}});
  }

  struct Place {
    std::uint32_t row, column, last_row, last_column;
  };

  /// The place, or that of the merged cell that covers it.
  Place origin(std::uint32_t row, std::uint32_t column) const {
    for (auto const& merge : sheet_.merges)
      if (merge.first_row <= row && row <= merge.last_row && merge.first_column <= column &&
          column <= merge.last_column)
        return {merge.first_row, merge.first_column, merge.last_row, merge.last_column};
    return {row, column, row, column};
  }

  /// True when the drawing does not reach out of the cell; one that ends where the next cell begins does not.
  static bool covers(SheetDrawing const& drawing, Place const& place) {
    return drawing.last_row <= place.last_row + 1 && drawing.last_column <= place.last_column + 1;
  }

  SheetCell* find(std::uint32_t row, std::uint32_t column) {
    auto const known = std::span(sheet_.cells).subspan(0, known_);
    auto const found = std::ranges::lower_bound(
        known, std::tuple(row, column), {}, [](SheetCell const& cell) { return std::tuple(cell.row, cell.column); });
    if (found != known.end() && found->row == row && found->column == column)
      return &*found;
    auto const added =
        std::ranges::find_if(sheet_.cells.begin() + static_cast<std::ptrdiff_t>(known_), sheet_.cells.end(),
                             [&](SheetCell const& cell) { return cell.row == row && cell.column == column; });
    return added == sheet_.cells.end() ? nullptr : &*added;
  }

  void set_text(Place const& place, SheetCell* cell, std::string const& text) {
    if (cell == nullptr)
      return sheet_.cells.push_back({place.row, place.column, builder_.own(text)}), void();
    cell->text = builder_.own(is_blank(cell->text) ? text : std::string(cell->text).append(" ").append(text));
  }

  /// A finding on the cell that something lies on; on none when that is outside of the table.
  void add(SheetDrawing const& drawing, Finding finding) {
    add(drawing.first_row, drawing.first_column, std::move(finding));
  }

  void add(std::uint32_t row, std::uint32_t column, Finding finding) {
    if (sheet_.cells.empty() || row > last_row_ || column > last_column_ || row < sheet_.cells.front().row)
      return around_.findings.push_back(std::move(finding));
    auto const place = origin(row, column);
    if (find(place.row, place.column) == nullptr)
      sheet_.cells.push_back({place.row, place.column, {}});
    sheet_.findings.push_back({place.row, place.column, std::move(finding)});
  }

  void read_comments(pugi::xml_node root) {
    constexpr std::size_t most_comments = 4096;
    std::size_t count = 0;
    auto const list = child(root, "commentList");
    for (auto const comment : children(exists(list) ? list : root)) {
      auto const place = read_place(attribute(comment, "ref"));
      auto const text = child(comment, "text");
      if (!place || !exists(text) || ++count > most_comments)
        continue;
      std::string words = element_text(text);
      for (auto const& run : string_item_runs(text))
        words += run.text;
      if (!is_blank(words))
        add(place->row, place->column,
            {Code::note_beside, {{"what", "a comment"}, {"text", std::string(trim(words))}}});
    }
  }

  void read_objects(pugi::xml_node objects) {
    constexpr int deepest = 4; // oleObject, in mc:AlternateContent and mc:Choice
    std::uint32_t depth = 0;
    std::size_t count = 0;
    for (auto node = objects.first_child(); exists(node) && count < 256; node = next_in_order(node, objects, depth)) {
      if (local_name(node) != "oleObject" || depth > deepest || local_name(node.parent()) == "Fallback")
        continue;
      ++count;
      auto const program = attribute(node, "progId");
      auto const from = child(child(child(node, "objectPr"), "anchor"), "from");
      auto const number = [&](std::string_view name) {
        return static_cast<std::uint32_t>(std::max(child(from, name).text().as_int(), 0));
      };
      bool const is_sheet = program.starts_with("Excel") || program.starts_with("ET.");
      bool const is_text = program.starts_with("Word") || program.starts_with("WPS.");
      add(number("row"), number("col"),
          {Code::graphic_not_read,
           {{"what", is_sheet  ? "an embedded workbook"
                     : is_text ? "an embedded document"
                               : "an embedded object"}}});
    }
  }

  void put_in_order() {
    auto const before = [](auto const& a, auto const& b) { return place_of(a) < place_of(b); };
    std::ranges::stable_sort(sheet_.cells, before);
    std::ranges::stable_sort(sheet_.findings, before);
  }

  Package& package_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  Sheet& sheet_;
  ReadingBuilder& builder_;
  DiagnosticSink unheard_;
  std::size_t known_; ///< cells of the sheet itself, which are in order
  std::uint32_t last_row_ = 0, last_column_ = 0;
  SheetSurroundings around_;
};

} // namespace

SheetSurroundings read_surroundings(Package& package, std::string_view part, pugi::xml_node worksheet,
                                    Limits const& limits, DiagnosticSink& sink, Sheet& sheet, ReadingBuilder& builder) {
  return SurroundingsReader(package, limits, sink, sheet, builder).run(part, worksheet);
}

} // namespace jixiao
