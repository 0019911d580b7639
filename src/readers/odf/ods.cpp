#include "readers/odf/odf.hpp"

#include "readers/odf/package.hpp"
#include "readers/odf/sheet.hpp"
#include "readers/xlsx/grid.hpp"
#include "readers/xlsx/merges.hpp"
#include "readers/xlsx/report.hpp"
#include "readers/xml.hpp"

namespace jixiao {
namespace {

class WorkbookReader {
public:
  WorkbookReader(odf::Parts& parts, Limits const& limits, DiagnosticSink& sink)
      : parts_(parts), limits_(limits), sink_(sink), builder_(limits, sink),
        reader_(parts.styles, limits.cells, builder_) {}

  Reading run() {
    std::uint32_t page = 0;
    for (auto const node : children(parts_.body()))
      if (local_name(node) == "table" && !builder_.full())
        read_sheet(node, ++page);
    if (reader_.was_cut() && !builder_.full())
      sink_.emit(Code::too_many_cells, {{"limit", limits_.cells}});
    return std::move(builder_).finish();
  }

private:
  void read_sheet(pugi::xml_node node, std::uint32_t page) {
    SheetEntry entry{std::string(attribute(node, "name")), "content.xml"};
    auto const* style = parts_.styles.find("table", attribute(node, "style-name"));
    entry.hidden = style != nullptr && !style->is_displayed;
    auto sheet = reader_.read(node);
    auto const plan = plan_merges(sheet, limits_.cells);
    report_sheet({entry, page, tables_}, sheet, plan, sink_);
    flow::report(reader_.findings(), page, tables_, sink_);
    if (sheet.cells.empty())
      return;
    builder_.set_page(page);
    lay_out_sheet(sheet, plan.merges, limits_, builder_);
    ++tables_;
  }

  odf::Parts& parts_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder builder_;
  odf::SheetReader reader_;
  std::uint32_t tables_ = 0;
};

} // namespace

Reading read_ods(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  odf::Parts parts;
  if (!odf::read_parts(source.bytes, limits, sink, parts))
    return {};
  return WorkbookReader(parts, limits, sink).run();
}

} // namespace jixiao
