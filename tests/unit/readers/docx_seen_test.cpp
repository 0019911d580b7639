#include "docx_bodies.hpp"

using namespace jixiao;
using namespace jixiao::testing;

namespace {

/// What was found on cells and paragraphs: the code's id and the text that it quotes, a line each.
std::string findings_on_cells(Reading const& reading) {
  std::string out;
  for (auto const& note : reading.notes) {
    out.append(out.empty() ? "" : " ").append(info(note.code).id);
    for (auto const& argument : note.arguments)
      if (argument.name == "text" || argument.name == "sign")
        out.append(":").append(argument.value);
  }
  return out;
}

struct Seen {
  std::string shown, findings;
};

Seen see(std::string_view body, std::string_view styles = {}) {
  auto const bytes = package_of(body, {}, styles);
  auto const result = open(bytes);
  return {show(result.opened.reading), findings_on_cells(result.opened.reading)};
}

std::string styled(std::string_view properties, std::string_view text) {
  return run("<w:rPr>" + std::string(properties) + "</w:rPr>" + t(text));
}

std::string style(std::string_view type, std::string_view id, std::string_view content) {
  return "<w:style w:type='" + std::string(type) + "' w:styleId='" + std::string(id) + "'>" + std::string(content) +
         "</w:style>";
}

} // namespace

TEST_CASE("struck text is found, and not read") {
  auto const one = see(p(styled("<w:strike/>", "8") + styled("<w:dstrike/>", "0%") + run(t("95%"))));
  CHECK(one.shown == "95%\n");
  CHECK(one.findings == "G221:80%");
  CHECK(see(p(styled("<w:strike w:val='0'/>", "80%"))).shown == "80%\n");

  auto const styles =
      style("character", "c", "<w:rPr><w:strike/></w:rPr>") + style("paragraph", "p", "<w:basedOn w:val='q'/>") +
      style("paragraph", "q", "<w:rPr><w:strike/></w:rPr>") + style("table", "t", "<w:rPr><w:dstrike/></w:rPr>");
  CHECK(see(p(styled("<w:rStyle w:val='c'/>", "旧") + run(t("新"))), styles).shown == "新\n");
  CHECK(see(p("<w:pPr><w:pStyle w:val='p'/></w:pPr>" + run(t("旧"))), styles).findings == "G221:旧");
  // Two styles that switch it on switch it off.
  CHECK(see(p("<w:pPr><w:pStyle w:val='p'/></w:pPr>" + styled("<w:rStyle w:val='c'/>", "新")), styles).shown == "新\n");
  CHECK(see("<w:tbl><w:tblPr><w:tblStyle w:val='t'/></w:tblPr>" + tr(tc("旧")) + "</w:tbl>", styles).shown == "");
}

TEST_CASE("the default paragraph style and the defaults of the document hold") {
  auto const hidden =
      see(pt("甲"), "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>");
  CHECK(hidden.findings == "G222:甲");
  auto const normal =
      see(pt("甲"), "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:rPr><w:strike/></w:rPr></w:style>");
  CHECK(normal.findings == "G221:甲");
}

TEST_CASE("hidden text and hidden rows are found, and not read") {
  CHECK(see(p(styled("<w:vanish/>", "提示") + run(t("值")))).findings == "G222:提示");
  CHECK(see(p(styled("<w:webHidden/>", "3"))).shown == "3\n");
  auto const bytes = package_of(tbl(tr(tc("a")) + tr("<w:trPr><w:hidden/></w:trPr>" + tc("b"))));
  auto const result = open(bytes);
  CHECK(show(result.opened.reading) == "=\n|a\n");
  CHECK(result.reports(Code::hidden_text));
  // A hidden end of a paragraph joins it to the next.
  CHECK(read(p("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run(t("甲"))) + pt("乙")) == "甲乙\n");
}

TEST_CASE("white on white is not seen, white on a colour is") {
  auto const white = std::string("<w:color w:val='FFFFFF'/>");
  CHECK(see(p(styled(white, "甲"))).findings == "G222:甲");
  CHECK(see(p(styled(white + "<w:highlight w:val='blue'/>", "甲"))).shown == "甲\n");
  auto const cell = [&](std::string_view properties) {
    return tbl(
        tr("<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + p(styled(white, "甲")) + "</w:tc>" + tc("乙")));
  };
  CHECK(see(cell("<w:shd w:val='clear' w:fill='4472C4'/>")).shown == "=\n|甲|乙\n");
  CHECK(see(cell("<w:shd w:val='clear' w:fill='auto'/>")).shown == "=\n||乙\n");
}

TEST_CASE("prompts of content controls are no values") {
  auto const control = [](std::string_view content) {
    return "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + std::string(content) +
           "</w:sdtContent></w:sdt>";
  };
  CHECK(see(p(control(run(t("选择一项。"))))).findings == "G225:选择一项。");
  CHECK(see(tbl(tr(tc("a") + control(tc("单击此处。"))))).shown == "=\n|a|\n");
  auto const styles = style("character", "a3", "<w:name w:val='Placeholder Text'/>");
  CHECK(
      see(p(styled("<w:rStyle w:val='a3'/>", "请输入") + styled("<w:rStyle w:val='a3'/>", "日期")), styles).findings ==
      "G225:请输入日期");
  CHECK(see(p(styled("<w:rStyle w:val='a3'/>", "已填")), styles).shown == "已填\n");
}

TEST_CASE("fonts of signs by style, and signs without a character") {
  auto const styles =
      style("character", "w", "<w:rPr><w:rFonts w:ascii='Wingdings 2' w:hAnsi='Wingdings 2'/></w:rPr>") +
      style("paragraph", "s", "<w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr>");
  CHECK(see(p(styled("<w:rStyle w:val='w'/>", "R£") + run(t("是"))), styles).shown == "☑□是\n");
  CHECK(see(p("<w:pPr><w:pStyle w:val='s'/></w:pPr>" + run(t("\uF0B3"
                                                             "90"))),
            styles)
            .shown == "≥90\n");
  auto const unknown = see(p(styled("<w:rFonts w:ascii='Webdings' w:hAnsi='Webdings'/>", "!") + run(t("值"))));
  CHECK(unknown.shown == "值\n");
  CHECK(unknown.findings == "G228:0x21");
}

TEST_CASE("fields without a stored result") {
  auto const field = [](std::string_view code) {
    return p(run("<w:fldChar w:fldCharType='begin'/>") + run("<w:instrText>" + std::string(code) + "</w:instrText>") +
             run("<w:fldChar w:fldCharType='end'/>") + run(t("是")));
  };
  CHECK(see(field(R"( EQ \o\ac(□,√) )")).shown == "☑是\n");
  CHECK(see(field(R"(eq \o\ac(○,3))")).shown == "③是\n");
  CHECK(see(field(R"(EQ \f(1,2))")).shown == "1/2是\n");
  CHECK(see(field(R"(EQ \i\su(1,2,3))")).findings == "G223");
  CHECK(see(field(R"(SYMBOL 163 \f "Symbol" \s 10)")).shown == "≤是\n");
  CHECK(see(field("MACROBUTTON NoMacro 单击此处")).findings == "G225:单击此处");
  auto const without_end = run("<w:fldChar w:fldCharType='begin'/>") + run("<w:instrText>REF x</w:instrText>");
  CHECK(see(p(without_end + run(t("甲"))) + p(run(t("乙")))).findings == "G222:甲");
  CHECK(see(field("XE \"甲\"")).shown == "是\n");
}

TEST_CASE("notes and comments are found where their marks stand") {
  auto const relations = std::string("<Relationships><Relationship Id='a' Type='x/footnotes' Target='footnotes.xml'/>"
                                     "<Relationship Id='b' Type='x/comments' Target='comments.xml'/></Relationships>");
  auto const body = p(run(t("60座")) + run("<w:footnoteReference w:id='2'/>") + run("<w:commentReference w:id='0'/>"));
  auto const bytes = make_zip(
      {{"word/document.xml", document_of(body)},
       {"word/_rels/document.xml.rels", relations},
       {"word/footnotes.xml", "<w:footnotes><w:footnote w:id='2'>" + pt("新建12座") + "</w:footnote></w:footnotes>"},
       {"word/comments.xml", "<w:comments><w:comment w:id='0'>" + pt("请核") + "</w:comment></w:comments>"}});
  auto const result = open(bytes);
  CHECK(show(result.opened.reading) == "60座\n");
  CHECK(findings_on_cells(result.opened.reading) == "G226:新建12座 G226:请核");
}

TEST_CASE("graphics: words in them are read, the rest is named") {
  CHECK(read(p(run("<w:pict><v:shape><v:textpath string='绩效目标表'/></v:shape></w:pict>"))) == "绩效目标表\n");
  CHECK(see(p(run("<w:pict><v:shape id='PowerPlusWaterMarkObject1'><v:textpath string='样本'/></v:shape></w:pict>")))
            .shown == "");
  auto const equation =
      run("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID='Equation.DSMT4'/></w:object>");
  auto const beside = see(tbl(tr("<w:tc>" + p(equation + run(t("97%"))) + "</w:tc>" + tc("b"))));
  CHECK(beside.shown == "=\n||b\n");
  CHECK(beside.findings == "G223 G224:97%");
  CHECK(see(tbl(tr("<w:tc>" + p(equation + run(t("说明"))) + "</w:tc>" + tc("b")))).shown == "=\n|说明|b\n");
  CHECK(
      see(p(run(
              "<w:drawing><wp:anchor><wp:docPr descr='章'/><a:graphic><pic:pic/></a:graphic></wp:anchor></w:drawing>")))
          .findings == "G223");
}

TEST_CASE("page headers and footers are paragraphs, page numbers are not") {
  auto const relations = std::string("<Relationships><Relationship Id='h' Type='x/header' Target='header1.xml'/>"
                                     "<Relationship Id='f' Type='x/footer' Target='footer1.xml'/></Relationships>");
  auto const section = std::string("<w:sectPr><w:headerReference w:type='default' r:id='h'/><w:footerReference "
                                   "w:type='default' r:id='f'/></w:sectPr>");
  auto const page = run("<w:fldChar w:fldCharType='begin'/>") + run("<w:instrText>PAGE</w:instrText>") +
                    run("<w:fldChar w:fldCharType='separate'/>") + run(t("1")) +
                    run("<w:fldChar w:fldCharType='end'/>");
  auto const bytes = make_zip({{"word/document.xml", document_of(pt("正文") + section)},
                               {"word/_rels/document.xml.rels", relations},
                               {"word/header1.xml", "<w:hdr>" + pt("2026年度") + "</w:hdr>"},
                               {"word/footer1.xml", "<w:ftr>" + p(run(t("第")) + page + run(t("页"))) + pt("- 1 -") +
                                                        pt("单位：万元") + "</w:ftr>"}});
  CHECK(show(open(bytes).opened.reading) == "2026年度\n单位：万元\n正文\n");
}

TEST_CASE("documents inside a document") {
  auto const with = [](std::string_view name, std::string_view content, std::string_view body) {
    auto const relations =
        "<Relationships><Relationship Id='a' Type='x/aFChunk' Target='" + std::string(name) + "'/></Relationships>";
    return make_zip({{"word/document.xml", document_of(body)},
                     {"word/_rels/document.xml.rels", relations},
                     {"word/" + std::string(name), std::string(content)}});
  };
  auto const chunk = std::string("<w:altChunk r:id='a'/>");
  auto const table = std::string("<html><body><table><tr><td>a<td>b</table></body></html>");
  CHECK(show(open(with("c.html", table, pt("甲") + chunk)).opened.reading) == "甲\n=\n|a|b\n");
  CHECK(
      show(open(with("c.mht", "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + table, chunk)).opened.reading) ==
      "=\n|a|b\n");
  CHECK(show(open(with("c.docx", package_of(pt("乙")), chunk)).opened.reading) == "乙\n");
  CHECK(show(open(with("c.txt", "一\r\n二", chunk)).opened.reading) == "一\n二\n");
  CHECK(show(open(with("c.html", table, tbl(tr("<w:tc>" + chunk + "</w:tc>" + tc("c"))))).opened.reading) ==
        "=\n|a\nb|c\n");
  CHECK(show(open(with("c.rtf", "{\\rtf1 x}", chunk)).opened.reading) == "x\n");
  CHECK(open(with("c.doc", "\xD0\xCF\x11\xE0", chunk)).reports(Code::damaged_part));
}

TEST_CASE("a text box among the characters of a cell is read in its place") {
  auto const box = [](std::string_view style, std::string_view text) {
    return run("<w:pict><v:shape style='" + std::string(style) + "'><v:textbox><w:txbxContent>" + pt(text) +
               "</w:txbxContent></v:textbox></v:shape></w:pict>");
  };
  auto const cell = [](std::string_view content) {
    return tbl(tr("<w:tc>" + p(content) + "</w:tc>" + tc("b")) + tr(tc("c") + tc("d")));
  };
  CHECK(read(cell(box("width:9pt", "≥") + run(t("90")) + box("width:9pt", "天") + run(t("整")))) ==
        "=\n|≥90天整|b\n|c|d\n");
  CHECK(see(cell(box("position:absolute", "≥") + run(t("90")))).findings == "G226:≥");
}

TEST_CASE("a small table in a cell is part of its text") {
  auto const row = tr(tc("a") + tc("b"));
  auto const inner = "<w:tc>" + pt("如下：") + tbl(tr(tc("1") + tc("2")) + tr(tc("3") + tc("4"))) + pt("") + "</w:tc>";
  CHECK(read(tbl(row + row + row + tr(inner + tc("c")))) == "=\n|a|b\n|a|b\n|a|b\n|如下：\x1D\n1\x1D"
                                                            "2\x1D\n3\x1D"
                                                            "4|c\n");
}

TEST_CASE("a table that fills the cell beside a label is a part of the form") {
  auto const line = tr(tc("1") + tc("2") + tc("3") + tc("4")), row = tr(tc("a") + tc("b"));
  auto const head = tr(tc("一级指标") + tc("二级指标") + tc("3") + tc("4"));
  auto const inner = "<w:tc>" + tbl(head + line + line + line) + p("") + "</w:tc>";
  std::string const parts = "=\n|一级指标|二级指标|3|4\n|1|2|3|4\n|1|2|3|4\n|1|2|3|4\n",
                    rows = "|a|b\n|a|b\n|a|b\n|a|b\n|a|b\n";
  auto const before = row + row + row + row + row;
  CHECK(read(tbl(before + tr(tc("甲") + inner))) == "=\n" + rows + "甲\n" + parts);
  CHECK(read(tbl(before + tr(tc("甲") + tc("乙") + inner))).starts_with("=\n" + rows + "|甲|乙|一级指标\x1D"));
  auto const years = "<w:tc>" + tbl(line + line + line + line) + p("") + "</w:tc>";
  CHECK(read(tbl(before + tr(tc("甲") + years))).starts_with("=\n" + rows + "|甲|1\x1D"));
}
