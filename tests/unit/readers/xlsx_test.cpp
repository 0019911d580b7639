#include "readers/xlsx/xlsx.hpp"

#include "readers/relationships.hpp"
#include "readers/xlsx/reference.hpp"
#include "tests/workbook_package.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace jixiao;
using test::WorkbookParts;

namespace {

struct Result {
  Opened opened;
  std::vector<Diagnostic> findings;
};

Result open(std::string_view bytes, Limits const& limits = {}) {
  DiagnosticSink sink;
  auto opened = open_input({"form.xlsx", bytes}, {}, limits, sink);
  return {std::move(opened), sink.take()};
}

/// One line a row: the texts, `_` for an empty cell; a blank line between blocks.
std::string drawn(Reading const& reading) {
  std::string out;
  for (auto const& row : reading.rows) {
    out += row.block > 0 && &row == &reading.rows[reading.blocks[row.block].first_row] ? "\n" : "";
    for (auto const& cell : reading.cells_of(row))
      (out += cell.text.empty() ? "_" : cell.text) += ' ';
    out += '\n';
  }
  return out;
}

std::string drawn(WorkbookParts const& parts) { return drawn(open(test::workbook_package(parts)).opened.reading); }

std::string drawn_sheet(std::string_view data) {
  return drawn(WorkbookParts{{"<sheetData>" + std::string(data) + "</sheetData>"}, {}, {}, {}, {}});
}

/// "G204 3:5": codes with their first argument; behind the findings the notes on cells.
std::string codes(Result const& result) {
  std::string out;
  for (auto const& finding : result.findings)
    out.append(out.empty() ? "" : ", ").append(info(finding.code).id).append(" ").append(finding.arguments.at(0).value);
  for (auto const& note : result.opened.reading.notes)
    out.append(out.empty() ? "" : ", ").append(info(note.code).id).append(" ").append(note.arguments.at(0).value);
  return out;
}

std::string text_cell(std::string_view place, std::string_view text) {
  return std::string("<c r=\"").append(place).append("\" t=\"inlineStr\"><is><t>").append(text) + "</t></is></c>";
}

} // namespace

TEST_CASE("a workbook is told by its content") {
  CHECK(identify_xlsx(test::workbook_package({{""}, {}, {}, {}, {}})).answer == Answer::yes);
  CHECK(identify_xlsx(test::stored_package({{"xl/worksheets/a.xml", ""}})).answer == Answer::unsure);
  CHECK(identify_xlsx(test::stored_package({{"word/embeddings/xl/workbook.xml", ""}})).answer == Answer::no);
  CHECK(
      identify_xlsx(test::stored_package({{"book.xml", ""},
                                          {"[Content_Types].xml", "<Types><Override PartName='/book.xml' ContentType='"
                                                                  "application/vnd.ms-excel.sheet.macroEnabled.main+"
                                                                  "xml'/></Types>"}}))
          .answer == Answer::yes);
  CHECK(identify_xlsx("项目名称\t甲\n").answer == Answer::no);
  CHECK(identify_xlsx("").answer == Answer::no);
}

TEST_CASE("shared, inline and rich strings") {
  CHECK(drawn({{"<sheetData><row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c>"
                "<c r='C1' t='str'><f>A1</f><v>丙</v></c></row></sheetData>"},
               "<si><r><rPr><b/></rPr><t>甲</t></r><r><t xml:space='preserve"
               "'> 乙</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si><si><t>一_x000D_\n二_x005F_</t></si>",
               {},
               {},
               {}}) == "一\n二_ 甲 乙 丙 \n");
}

TEST_CASE("escapes that are none stay") {
  CHECK(drawn_sheet("<row>" + text_cell("A1", "_x12_ _xZZZZ_ _x4E00_ _xD83D__xDE00_ _xD83D_") + "</row>") ==
        "_x12_ _xZZZZ_ 一 😀 \xEF\xBF\xBD \n");
}

TEST_CASE("a shared string that is not there leaves its cell empty") {
  auto const result = open(test::workbook_package(
      {{"<sheetData><row><c t='s'><v>7</v></c><c t='s'><v>x</v></c><c><v>1</v></c></row></sheetData>"},
       {},
       {},
       {},
       {}}));
  CHECK(drawn(result.opened.reading) == "_ _ 1 \n");
  CHECK(codes(result) == "S114 xl/worksheets/sheet1.xml, S114 sharedStrings, S114 sharedStrings");
}

TEST_CASE("values of every type") {
  CHECK(
      drawn_sheet("<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#DIV/0!</v></c><c><v>0.30000000000000004"
                  "</v></c><c t='n'><v>12</v></c><c t='d'><v>2025-03-01</v></c></row>") ==
      "TRUE FALSE _ 0.3 12 2025-03-01 \n");
}

TEST_CASE("numbers are shown in the format of their style") {
  constexpr auto styles = "<numFmts><numFmt numFmtId='164' formatCode='0.0&quot;万元&quot;'/></numFmts><cellStyleXfs>"
                          "<xf numFmtId='9'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='9'/><xf numFmtId='164'/><xf "
                          "numFmtId='31'/><xf numFmtId='99'/></cellXfs>";
  constexpr auto row = "<sheetData><row><c s='1'><v>0.9</v></c><c s='2'><v>12.34</v></c><c s='3'><v>45717</v></c><c "
                       "s='4'><v>5</v></c><c s='77'><v>6</v></c><c s='3' t='d'><v>2025-03-01T00:00:00</v></c></row>"
                       "</sheetData>";
  CHECK(drawn({{row}, {}, styles, {}, {}}) == "90% 12.3万元 2025年3月1日 5 6 2025年3月1日 \n");
  CHECK(drawn({{"<sheetData><row><c s='3'><v>44255</v></c></row></sheetData>"},
               {},
               styles,
               "<workbookPr date1904='1'/>",
               {}}) == "2025年3月1日 \n");
}

TEST_CASE("truth values in cells of check boxes are boxes") {
  constexpr auto styles = "<cellXfs><xf/><xf numFmtId='0'><extLst><ext uri='{C7286773}'><xfpb:xfComplement "
                          "xmlns:xfpb='urn:x' i='0'/></ext></extLst></xf></cellXfs>";
  CHECK(drawn({{"<sheetData><row><c s='1' t='b'><v>1</v></c><c s='1' t='b'><v>0</v></c><c t='b'><v>1</v></c></row>"
                "</sheetData>"},
               {},
               styles,
               {},
               {}}) == "☑ ☐ TRUE \n");
}

TEST_CASE("merged cells") {
  auto const result =
      open(test::workbook_package({{"<sheetData><row r='1'>" + text_cell("A1", "甲") + text_cell("D1", "乙") +
                                    "</row><row r='2'><c r='A2'/>" + text_cell("D2", "丙") +
                                    "</row><row r='3'/></sheetData><mergeCells><mergeCell ref='A1:B2'/>"
                                    "<mergeCell ref='D2:E3'/></mergeCells>"},
                                   {},
                                   {},
                                   {},
                                   {}}));
  auto const& reading = result.opened.reading;
  CHECK(drawn(reading) == "甲 _ _ 乙 \n_ _ _ 丙 _ \n");
  CHECK(reading.cells[0].x_span == 2);
  CHECK(reading.cells[0].y_span == 2);
  CHECK(result.findings.empty());
}

TEST_CASE("texts under a merged cell are seen by nobody") {
  auto const data = "<sheetData><row r='1'>" + text_cell("A1", "甲") + text_cell("B1", "x") + "</row><row r='2'>" +
                    text_cell("A2", "甲") + text_cell("B2", "y") + "</row></sheetData>";
  auto const with = [&](std::string const& merges) {
    return open(test::workbook_package({{data + "<mergeCells>" + merges + "</mergeCells>"}, {}, {}, {}, {}}));
  };
  auto const repeated = with("<mergeCell ref='A1:A2'/>");
  CHECK(drawn(repeated.opened.reading) == "甲 x \n_ y \n");
  CHECK(repeated.findings.empty());
  auto const covered = with("<mergeCell ref='A1:B1'/>");
  CHECK(drawn(covered.opened.reading) == "甲 _ \n甲 y \n");
  REQUIRE(covered.opened.reading.notes.size() == 1);
  CHECK(covered.opened.reading.notes[0].code == Code::covered_text);
  CHECK(covered.opened.reading.notes[0].cell == 0);
  CHECK(drawn(with("<mergeCell ref='A1:A2'/><mergeCell ref='A2:B2'/>").opened.reading) == "甲 x \n_ y \n");
}

TEST_CASE("places in a reading are those of the sheet") {
  auto const result = open(test::workbook_package(
      {{"<sheetData/>", "<sheetData><row r='3'>" + text_cell("B3", "甲") + "</row><row r='6'>" + text_cell("A6", "乙") +
                            "</row><row r='1048576'>" + text_cell("C1048576", "丙") + "</row></sheetData>"},
       {},
       {},
       {},
       {}}));
  CHECK(drawn(result.opened.reading) == "_ 甲 \n_ \n_ \n乙 \n\n_ _ 丙 \n");
  auto const first = locate(result.opened, 0, 1), last = locate(result.opened, 4, 2);
  CHECK(first.page == 2);
  CHECK(first.table == 0);
  CHECK(first.row == 2);
  CHECK(locate(result.opened, 3, 0).row == 5);
  CHECK(last.table == 0);
  CHECK(last.row == 1'048'575);
  CHECK(last.cell == 2);
}

TEST_CASE("rows and cells without a place follow the one before") {
  CHECK(drawn_sheet("<row><c><v>1</v></c><c r='C1'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>") ==
        "1 _ 3 4 \n5 \n");
  CHECK(drawn_sheet("<row><c><v>1</v></c><c s='1'/><c><v>3</v></c></row><row><c/></row><row><c><v>5</v></c></row>") ==
        "1 _ 3 \n_ \n5 \n");
  CHECK(drawn_sheet("<row><c r='B2'><v>1</v></c></row><row><c><v>2</v></c></row>") == "_ 1 \n2 \n");
}

TEST_CASE("rows out of order, and places that are taken") {
  CHECK(drawn_sheet("<row r='2'><c r='A2'><v>3</v></c></row><row r='1'><c r='B1'><v>2</v></c><c r='A1'><v>1</v></c><c "
                    "r='A1'><v>9</v></c></row>") == "1\n9 2 \n3 \n");
}

TEST_CASE("a merged cell over a gap ends there") {
  CHECK(drawn(WorkbookParts{{"<sheetData><row r='1'>" + text_cell("A1", "甲") + text_cell("B1", "乙") +
                             "</row><row r='90'>" + text_cell("B90", "丙") +
                             "</row></sheetData><mergeCells><mergeCell ref='A1:A1048576'/></mergeCells>"},
                            {},
                            {},
                            {},
                            {}}) == "甲 乙 \n\n_ 丙 \n");
}

TEST_CASE("what a sheet claims to be in size costs nothing") {
  auto const result = open(test::workbook_package(
      {{"<dimension ref='A1:XFD1048576'/><cols><col min='1' max='16384' hidden='1'/></cols><sheetData><row r='1'>" +
        text_cell("A1", "甲") +
        "<c r='XFD1' s='1'/></row></sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"},
       {},
       {},
       {},
       {}}));
  CHECK(result.opened.reading.cells.empty());
  CHECK(codes(result) == "G204 A:A");
}

TEST_CASE("cells beyond the limits are left out and reported") {
  Limits limits;
  limits.cells_in_row = 3;
  auto const wide = open(test::workbook_package({{"<sheetData><row r='1'>" + text_cell("A1", "甲") +
                                                  text_cell("E1", "乙") + "</row></sheetData>"},
                                                 {},
                                                 {},
                                                 {},
                                                 {}}),
                         limits);
  CHECK(drawn(wide.opened.reading) == "甲 _ _ \n");
  CHECK(codes(wide) == "G201 3");
  limits.cells = 2;
  auto const many = open(test::workbook_package({{"<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row><row>"
                                                  "<c><v>3</v></c></row></sheetData>"},
                                                 {},
                                                 {},
                                                 {},
                                                 {}}),
                         limits);
  CHECK(many.opened.reading.cells.size() == 2);
  CHECK(codes(many) == "G202 2");
}

TEST_CASE("what is hidden is left out and reported once a sheet") {
  auto const row = [](int number, std::string const& attributes) {
    auto const n = std::to_string(number);
    return "<row r='" + n + "' " + attributes + ">" + text_cell("A" + n, "甲") + text_cell("D" + n, "乙") + "</row>";
  };
  auto const sheet = "<cols><col min='2' max='2' hidden='1'/><col min='4' max='9' width='0'/></cols><sheetData>" +
                     row(1, "") + row(2, "hidden='1'") + row(3, "hidden='true'") + row(5, "ht='0'") +
                     "<row r='6' hidden='1'/></sheetData>";
  auto const result = open(test::workbook_package({{sheet, sheet}, {}, {}, {}, {"", "state='veryHidden'"}}));
  CHECK(codes(result) == "G204 2:3, 5:6, D:D, G204 all cells");
  CHECK(result.opened.reading.blocks.size() == 1);
  CHECK(result.findings[1].at.page == 2);
}

TEST_CASE("formulas are read by their stored value") {
  auto const result = open(test::workbook_package({{"<sheetData><row><c><f>A2+A3</f><v>5</v></c><c><f>SUM(A2:A3)</f></"
                                                    "c><c t='str'><f>T(\"\")</f><v></v></c><c><f>4.00"
                                                    "(次)</f><v/></c><c t='e'><f>2(个)</f><v>#NAME?</v></c><c "
                                                    "t='e'><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>"},
                                                   {},
                                                   {},
                                                   {},
                                                   {}}));
  CHECK(drawn(result.opened.reading) == "5 _ _ =4.00(次) =2(个) _ \n");
  CHECK(codes(result) == "G208 SUM(A2:A3), G210 =4.00(次), G210 =2(个), G240 #DIV/0!");
  REQUIRE(!result.opened.reading.notes.empty());
  CHECK(result.opened.reading.notes[0].cell == 1);
}

TEST_CASE("sheets come in the order of the workbook, strict or with prefixes, whatever their parts are called") {
  constexpr auto strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  auto const link = [&](std::string const& id, std::string const& kind, std::string const& target) {
    return "<q:Relationship Id='" + id + "' Type='" + strict + "/" + kind + "' Target='" + target + "'/>";
  };
  auto const links = [](std::string const& content) {
    return "<q:Relationships xmlns:q='http://schemas.openxmlformats.org/package/2006/relationships'>" + content +
           "</q:Relationships>";
  };
  auto const sheet = [](std::string const& value) {
    return "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c><x:v>" + value +
           "</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  };
  auto const package = test::stored_package(
      {{"_rels/.rels", links(link("a", "officeDocument", "/XL/workbook.xml"))},
       {"xl/workbook.xml",
        "<x:workbook xmlns:x='m' xmlns:rel='r'><x:sheets><x:sheet name='b' rel:id='2'/><x:sheet name='c' rel:id='3'/>"
        "<x:sheet name='a' rel:id='1'/></x:sheets></x:workbook>"},
       {"xl/_rels/workbook.xml.rels",
        links(link("1", "worksheet", "../%61.xml") + link("2", "worksheet", "./tabs\\b.xml") +
              link("3", "chartsheet", "c.xml"))},
       {"a.xml", sheet("1")},
       {"xl/tabs/b.xml", sheet("2")}});
  auto const result = open(package);
  CHECK(drawn(result.opened.reading) == "2 \n\n1 \n");
  CHECK(result.opened.reading.blocks[1].page == 3);
  CHECK(result.opened.reading.blocks[1].table == 1);
  CHECK(result.findings.empty());
}

TEST_CASE("a package without its parts is reported") {
  CHECK(codes(open(test::stored_package({{"xl/workbook.xml", "<workbook/>"}}))).empty());
  CHECK(codes(open(test::stored_package(
                  {{"xl/workbook.xml", "<workbook><sheets><sheet name='a'/></sheets></workbook>"}})))
            .starts_with("S114 xl/worksheets/sheet1.xml"));
  CHECK(codes(open(test::stored_package({{"xl/workbook.xml", ""}}))).starts_with("S114 xl/workbook.xml"));
}

TEST_CASE("places and ranges") {
  CHECK(read_place("B3")->column == 1);
  CHECK(read_place("$xfd$1048576")->column == 16'383);
  for (auto const* text : {"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "R1C1", "A99999999999999999999", "@1"})
    CHECK_FALSE(read_place(text));
  CHECK(range_name(*read_range("D4:B3")) == "B3:D4");
  CHECK(range_name(*read_range("B3")) == "B3");
  CHECK_FALSE(read_range("B3:"));
  CHECK(column_name(16'383) == "XFD");
  CHECK(column_name(25) == "Z");
  CHECK(column_name(26) == "AA");
}

TEST_CASE("targets of relationships") {
  CHECK(resolve_target("xl/workbook.xml", "worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
  CHECK(resolve_target("xl/workbook.xml", "/xl/a.xml") == "xl/a.xml");
  CHECK(resolve_target("xl/workbook.xml", "../../../a.xml") == "a.xml");
  CHECK(resolve_target("", "./xl//workbook.xml") == "xl/workbook.xml");
  CHECK(resolve_target("", "%2") == "%2");
}
