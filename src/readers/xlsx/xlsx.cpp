#include "readers/xlsx/xlsx.hpp"

#include "readers/package.hpp"
#include "readers/xlsx/put_sheet.hpp"
#include "readers/xlsx/sieve.hpp"
#include "readers/xlsx/strings.hpp"
#include "readers/xlsx/workbook.hpp"
#include "readers/xml.hpp"
#include "readers/zip_directory.hpp"

#include <algorithm>

namespace jixiao {
namespace {

class WorkbookReader {
public:
  WorkbookReader(Package& package, Workbook const& workbook, Limits const& limits, DiagnosticSink& sink)
      : package_(package), workbook_(workbook), limits_(limits), sink_(sink), builder_(limits, sink),
        styles_(CellStyles::read(package, workbook.styles_part, limits, sink)),
        strings_(read_shared_strings(package, workbook.strings_part, styles_.palette(), limits, sink, builder_)) {}

  Reading run() {
    for (std::uint32_t index = 0; index < workbook_.sheets.size() && !builder_.full(); ++index)
      if (!workbook_.sheets[index].part.empty())
        read_sheet_part(workbook_.sheets[index], index + 1);
    return std::move(builder_).finish();
  }

private:
  void read_sheet_part(SheetEntry const& entry, std::uint32_t page) {
    pugi::xml_document document;
    std::string bytes;
    auto const findings = sink_.size();
    if (!parse_sheet_part(package_, entry.part, limits_, sink_, bytes, document))
      return;
    auto const root = document.document_element();
    auto sheet = read_sheet(
        root, {strings_, styles_, workbook_.epoch_1904, workbook_.computes_when_opened, false, limits_.cells},
        builder_);
    SheetPlaceInReading const place{entry, page, tables_};
    if (entry.hidden && any_is_shown(workbook_.sheets))
      return report_hidden_sheet(place, sheet, sink_);
    auto const around = read_surroundings(package_, entry.part, root, limits_, sink_, sheet, builder_);
    tables_ += put_sheet(place, std::move(sheet), around, limits_, sink_, builder_) ? 1 : 0;
    if (broke_off(sink_, entry.part, findings))
      builder_.note_last_text(Code::cut_off, {{"where", "a table"}});
  }

  Package& package_;
  Workbook const& workbook_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder builder_;
  CellStyles styles_;
  std::vector<SheetText> strings_;
  std::uint32_t tables_ = 0;
};

/// True when a part is declared as a workbook, whatever it is called.
bool declares_workbook(std::string_view bytes) {
  constexpr std::string_view content_types[] = {"spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml",
                                                "ms-excel.sheet.macroEnabled.main+xml",
                                                "ms-excel.template.macroEnabled.main+xml"};
  Limits limits;
  limits.part_bytes = 1 << 20;
  DiagnosticSink unheard; // read() reports
  auto package = Package::open(bytes, limits, unheard);
  auto const declared = package ? package->read("[Content_Types].xml", false) : std::nullopt;
  return declared &&
         std::ranges::any_of(content_types, [&](auto const type) { return declared->find(type) != std::string::npos; });
}

} // namespace

Identified identify_xlsx(std::string_view bytes) {
  if (!is_zip(bytes))
    return {Answer::no, "no ZIP package"};
  if (zip_has_entry(bytes, "xl/workbook.xml"))
    return {Answer::yes, "a package with a workbook"};
  if (zip_has_entry(bytes, "xl/worksheets/"))
    return {Answer::unsure, "a package with worksheets"};
  if (declares_workbook(bytes))
    return {Answer::yes, "a package that declares a workbook"};
  return {Answer::no, "a package without a workbook"};
}

Reading read_xlsx(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto package = Package::open(source.bytes, limits, sink);
  auto const workbook = package ? read_workbook(*package, limits, sink) : std::nullopt;
  return workbook ? WorkbookReader(*package, *workbook, limits, sink).run() : Reading{};
}

} // namespace jixiao
