#pragma once

#include "readers/docx/docx.hpp"

#include "zip_maker.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

/// Word documents made of a few elements, and what is read of them, as a text.
namespace jixiao::testing {

struct Result {
  Opened opened;
  std::vector<Diagnostic> findings;

  bool reports(Code code) const { return findings.size() == 1 && findings[0].code == code; }
};

inline Result open(std::string const& bytes, Limits const& limits = {}) {
  DiagnosticSink sink;
  Result result{open_input({"one.docx", bytes}, {}, limits, sink), {}};
  result.findings = sink.take();
  return result;
}

inline constexpr std::string_view relationships =
    "<Relationships><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

inline std::string relationship(std::string_view type, std::string_view target) {
  return std::string(relationships) + std::string(type) + "' Target='" + std::string(target) + "'/></Relationships>";
}

inline std::string document_of(std::string_view body) {
  return "<w:document xmlns:w='w'><w:body>" + std::string(body) + "</w:body></w:document>";
}

/// A package with this body, and with these lists when there are any.
inline std::string package_of(std::string_view body, std::string_view numbering = {}, std::string_view styles = {}) {
  Entries entries = {{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels", relationship("officeDocument", "word/document.xml")},
                     {"word/document.xml", document_of(body)}};
  auto relations = std::string("<Relationships>");
  for (auto const* part : {"numbering", "styles"})
    relations += std::string("<Relationship Type='http://purl.oclc.org/ooxml/officeDocument/relationships/") + part +
                 "' Target='" + part + ".xml'/>";
  entries.push_back({"word/_rels/document.xml.rels", relations + "</Relationships>"});
  if (!numbering.empty())
    entries.push_back({"word/numbering.xml", "<w:numbering>" + std::string(numbering) + "</w:numbering>"});
  if (!styles.empty())
    entries.push_back({"word/styles.xml", "<w:styles>" + std::string(styles) + "</w:styles>"});
  return make_zip(entries);
}

/// Cells of a row stand between bars, with "→n" and "↓n" for spans; a paragraph stands alone. Tables are parted by "=".
inline std::string show(Reading const& reading) {
  std::string shown;
  for (auto const& block : reading.blocks) {
    bool const is_table = block.kind == BlockKind::table;
    shown += is_table ? "=\n" : "";
    for (auto row = block.first_row; row < block.first_row + block.row_count; ++row) {
      for (auto const& cell : reading.cells_of(reading.rows[row])) {
        shown += is_table ? "|" : "";
        shown += cell.text;
        shown += cell.x_span > 1 ? "→" + std::to_string(cell.x_span) : "";
        shown += cell.y_span > 1 ? "↓" + std::to_string(cell.y_span) : "";
      }
      shown += '\n';
    }
  }
  return shown;
}

inline std::string read(std::string_view body) {
  auto const bytes = package_of(body);
  auto const result = open(bytes);
  CHECK(result.opened.ok);
  CHECK(result.findings.empty());
  return show(result.opened.reading);
}

inline std::string run(std::string_view content) { return "<w:r>" + std::string(content) + "</w:r>"; }
inline std::string t(std::string_view text) { return "<w:t>" + std::string(text) + "</w:t>"; }
inline std::string p(std::string_view content) { return "<w:p>" + std::string(content) + "</w:p>"; }
inline std::string pt(std::string_view text) { return p(run(t(text))); }
inline std::string tc(std::string_view text, std::string_view properties = {}) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + pt(text) + "</w:tc>";
}
inline std::string tr(std::string_view cells) { return "<w:tr>" + std::string(cells) + "</w:tr>"; }
inline std::string tbl(std::string_view rows, std::size_t columns = 0) {
  std::string grid;
  for (; columns > 0; --columns)
    grid += "<w:gridCol/>";
  return "<w:tbl><w:tblGrid>" + grid + "</w:tblGrid>" + std::string(rows) + "</w:tbl>";
}

inline constexpr auto restart = "<w:vMerge w:val='restart'/>", goes_on = "<w:vMerge/>";

} // namespace jixiao::testing
