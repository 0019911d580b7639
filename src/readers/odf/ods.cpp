#include "readers/odf/odf.hpp"

#include "readers/flow/page_line.hpp"
#include "readers/odf/body.hpp"
#include "readers/odf/package.hpp"
#include "readers/odf/sheet.hpp"
#include "readers/xlsx/page_header.hpp"
#include "readers/xlsx/place_drawings.hpp"
#include "readers/xlsx/put_sheet.hpp"
#include "readers/xml.hpp"

namespace jixiao {
namespace {

class WorkbookReader {
public:
  WorkbookReader(odf::Parts& parts, Limits const& limits, DiagnosticSink& sink)
      : parts_(parts), limits_(limits), sink_(sink), builder_(limits, sink),
        reader_(parts.styles, limits.cells, builder_) {}

  Reading run() {
    read_page_headers();
    if (parts_.hides_zeros)
      reader_.hide_zeros();
    for (auto const node : children(parts_.body()))
      any_shown_ |= local_name(node) == "table" && !is_hidden(node);
    std::uint32_t page = 0;
    for (auto const node : children(parts_.body()))
      if (local_name(node) == "table" && !builder_.full())
        read_sheet(node, ++page);
    if (reader_.was_cut() && !builder_.full())
      sink_.emit(Code::too_many_cells, {{"limit", limits_.cells}});
    if (parts_.broke_off)
      builder_.note_last_text(Code::cut_off, {{"where", "a table"}});
    return std::move(builder_).finish();
  }

private:
  /// Of a page header what is a text: a default one counts pages or names the sheet.
  void read_page_headers() {
    flow::PageLines lines;
    DiagnosticSink unheard; // ornaments of a page are none of a form
    for (auto const text : parts_.page_texts("Default"))
      if (local_name(text).starts_with("header"))
        lines.add(flow::text_of(odf::BodyReader(parts_.styles, limits_, unheard).read(text)));
    for (auto const& line : lines.lines())
      if (has_ideograph(line))
        headers_.emplace_back(line);
  }

  void read_sheet(pugi::xml_node node, std::uint32_t page) {
    SheetEntry const entry{std::string(attribute(node, "name")), "content.xml", is_hidden(node)};
    auto sheet = reader_.read(node);
    SheetPlaceInReading const place{entry, page, tables_};
    if (entry.hidden && any_shown_)
      return report_hidden_sheet(place, sheet, sink_);
    SheetSurroundings around{headers_, {}, {}};
    DrawingPlacer placer(sheet, builder_, around);
    for (auto& drawing : reader_.take_drawings())
      placer.take(std::move(drawing));
    placer.put_in_order();
    tables_ += put_sheet(place, std::move(sheet), around, limits_, sink_, builder_) ? 1 : 0;
  }

  bool is_hidden(pugi::xml_node node) const {
    auto const* const style = parts_.styles.find("table", attribute(node, "style-name"));
    return style != nullptr && !style->is_displayed;
  }

  odf::Parts& parts_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder builder_;
  odf::SheetReader reader_;
  std::vector<std::string> headers_; ///< of the pages of all sheets
  std::uint32_t tables_ = 0;
  bool any_shown_ = false;
};

} // namespace

Reading read_ods(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  odf::Parts parts;
  if (!odf::read_parts(source.bytes, limits, sink, parts))
    return {};
  return WorkbookReader(parts, limits, sink).run();
}

} // namespace jixiao
