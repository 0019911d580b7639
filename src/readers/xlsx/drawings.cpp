#include "readers/xlsx/drawings.hpp"

#include "readers/relationships.hpp"
#include "readers/xlsx/drawing_part.hpp"
#include "readers/xlsx/page_header.hpp"
#include "readers/xlsx/place_drawings.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xlsx/strings.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

class SurroundingsReader {
public:
  SurroundingsReader(Package& package, Limits const& limits, DiagnosticSink& sink, Sheet& sheet,
                     ReadingBuilder& builder)
      : package_(package), limits_(limits), sink_(sink), placer_(sheet, builder, around_) {}

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
    placer_.put_in_order();
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
      placer_.take(std::move(drawing));
  }

  void add(std::uint32_t row, std::uint32_t column, TextFinding finding) {
    placer_.add(row, column, std::move(finding));
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
      for (auto const& run : string_item_runs(text, {}))
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

  Package& package_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  DiagnosticSink unheard_;
  SheetSurroundings around_;
  DrawingPlacer placer_;
};

} // namespace

SheetSurroundings read_surroundings(Package& package, std::string_view part, pugi::xml_node worksheet,
                                    Limits const& limits, DiagnosticSink& sink, Sheet& sheet, ReadingBuilder& builder) {
  return SurroundingsReader(package, limits, sink, sheet, builder).run(part, worksheet);
}

} // namespace jixiao
