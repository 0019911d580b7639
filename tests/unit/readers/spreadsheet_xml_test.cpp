#include "readers/spreadsheet_xml/spreadsheet_xml.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::string workbook(std::string_view table, std::string_view styles = {}, std::string_view options = {}) {
  constexpr std::string_view space = "urn:schemas-microsoft-com:office:spreadsheet";
  return std::string("<?xml version='1.0'?><Workbook xmlns='")
      .append(space)
      .append("' xmlns:ss='")
      .append(space)
      .append("'><Styles>")
      .append(styles)
      .append("</Styles><Worksheet ss:Name='表'><Table>")
      .append(table)
      .append("</Table>")
      .append(options)
      .append("</Worksheet></Workbook>");
}

struct Result {
  std::string drawn, codes;
};

/// Rows as lines, `_` for an empty cell.
Result read(std::string const& bytes) {
  DiagnosticSink sink;
  auto const opened = open_input({"form.xls", bytes}, {}, {}, sink);
  Result result;
  for (auto const& row : opened.reading.rows) {
    for (auto const& cell : opened.reading.cells_of(row))
      result.drawn.append(cell.text.empty() ? "_" : cell.text).append(" ");
    result.drawn += '\n';
  }
  for (auto const& finding : sink.take())
    result.codes.append(info(finding.code).id).append(" ");
  for (auto const& note : opened.reading.notes)
    result.codes.append(info(note.code).id).append(" ");
  return result;
}

std::string text(std::string_view content) {
  return std::string("<Data ss:Type='String'>").append(content).append("</Data>");
}

} // namespace

TEST_CASE("a workbook as XML of 2003 is told by its root") {
  CHECK(identify_spreadsheet_xml(workbook("")).answer == Answer::yes);
  CHECK(identify_spreadsheet_xml("<html xmlns:x='urn:schemas-microsoft-com:office:spreadsheet'>").answer == Answer::no);
  CHECK(identify_spreadsheet_xml("").answer == Answer::no);
}

TEST_CASE("places, spans and types") {
  CHECK(read(workbook("<Row><Cell ss:Index='2' ss:MergeAcross='1'>" + text("甲") + "</Cell><Cell>" + text("乙") +
                      "</Cell></Row><Row ss:Index='3'><Cell><Data ss:Type='Number'>0.95</Data></Cell></Row>"))
            .drawn == "_ 甲 _ 乙 \n_ \n0.95 \n");
  CHECK(read(workbook("<Row><Cell ss:StyleID='p'><Data ss:Type='Number'>0.95</Data></Cell><Cell ss:StyleID='d'><Data "
                      "ss:Type='DateTime'>2026-03-01T00:00:00.000</Data></Cell><Cell><Data ss:Type='Boolean'>1</Data>"
                      "</Cell></Row>",
                      "<Style ss:ID='p'><NumberFormat ss:Format='Percent'/></Style><Style ss:ID='d'><NumberFormat "
                      "ss:Format='Short Date'/></Style>"))
            .drawn == "95.00% 2026/3/1 TRUE \n");
}

TEST_CASE("what nobody sees is left out") {
  auto const struck = read(workbook("<Row><Cell ss:StyleID='s'>" + text("甲") + "</Cell><Cell>" +
                                        text("<S xmlns='http://www.w3.org/TR/REC-html40'>90</S>95") + "</Cell></Row>",
                                    "<Style ss:ID='s'><Font ss:StrikeThrough='1'/></Style>"));
  CHECK(struck.drawn == "_ 95 \n");
  CHECK(struck.codes == "G221 G221 ");
  auto const hidden = read(
      workbook("<Row ss:Hidden='1'><Cell>" + text("甲") + "</Cell></Row><Row><Cell>" + text("乙") + "</Cell></Row>"));
  CHECK(hidden.drawn == "乙 \n");
  CHECK(hidden.codes == "G204 ");
}

TEST_CASE("errors and formulas without values are reported") {
  CHECK(read(workbook("<Row><Cell><Data ss:Type='Error'>#REF!</Data></Cell><Cell ss:Formula='=RC[-1]'/><Cell>" +
                      text("甲") + "</Cell></Row>"))
            .codes == "G240 G208 ");
}
