#include "docx_bodies.hpp"

using namespace jixiao;
using namespace jixiao::testing;

TEST_CASE("paragraphs and tables in the order of the body") {
  CHECK(read("") == "");
  CHECK(read(pt("标题")) == "标题\n");
  CHECK(read(pt("一") + tbl(tr(tc("a") + tc("b"))) + pt("二")) == "一\n=\n|a|b\n二\n");
  CHECK(read(p("") + tbl(tr(tc("") + tc("")))) == "");
}

TEST_CASE("prefixes differ, names do not") {
  auto const bytes = make_zip({{"_rels/.rels", relationship("officeDocument", "/word/main.xml")},
                               {"word/main.xml", "<document><body><p><r><t>甲</t></r></p></body></document>"}});
  CHECK(show(open(bytes).opened.reading) == "甲\n");
}

TEST_CASE("a main part that is missing is reported") {
  auto const result = open(make_zip({{"word/styles.xml", "<a/>"}}));
  CHECK(result.reports(Code::damaged_part));
  CHECK(result.opened.reading.blocks.empty());
  CHECK(open(make_zip({{"word/document.xml", "<w:document/>"}})).reports(Code::damaged_part));
}

TEST_CASE("a document inside that is missing is reported") {
  auto const result = open(package_of(pt("甲") + "<w:altChunk r:id='rId9'/>"));
  CHECK(result.reports(Code::damaged_part));
  CHECK(show(result.opened.reading) == "甲\n");
}

TEST_CASE("one run a character, and marks between the runs") {
  CHECK(read(p("<w:bookmarkStart/>" + run("<w:rPr><w:b/></w:rPr>" + t("项")) + "<w:proofErr/>" + run(t("目")) +
               run("<w:lastRenderedPageBreak/>" + t("名")) + "<w:bookmarkEnd/>" + run(t("称")))) == "项目名称\n");
}

TEST_CASE("runs, cells and rows in wrappers") {
  auto const wrapped = [](std::string_view content) {
    return "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + std::string(content) +
           "</w:sdtContent></w:sdt>";
  };
  CHECK(read(p("<w:smartTag><w:smartTagPr/>" + run(t("甲")) + "</w:smartTag><w:hyperlink>" + run(t("乙")) +
               "</w:hyperlink><w:customXml>" + run(t("丙")) + "</w:customXml>" + wrapped(run(t("丁"))))) ==
        "甲乙丙丁\n");
  CHECK(read(wrapped(tbl(wrapped(tr(wrapped(tc("a")) + "<w:customXml>" + tc("b") + "</w:customXml>"))))) ==
        "=\n|a|b\n");
}

TEST_CASE("an alternative that requires what nobody knows is passed over") {
  CHECK(
      read(p("<mc:AlternateContent xmlns:x='urn:of-tomorrow' xmlns:w14='http://schemas.microsoft.com/office/word/2010/"
             "wordml'><mc:Choice Requires='x'>" +
             run(t("甲")) + "</mc:Choice><mc:Choice Requires='w14'>" + run(t("乙")) + "</mc:Choice><mc:Fallback>" +
             run(t("丙")) + "</mc:Fallback></mc:AlternateContent>")) == "乙\n");
}

TEST_CASE("alternatives are read once") {
  auto const alternatives = [](std::string_view first, std::string_view second) {
    return "<mc:AlternateContent><mc:Choice>" + std::string(first) + "</mc:Choice><mc:Fallback>" + std::string(second) +
           "</mc:Fallback></mc:AlternateContent>";
  };
  CHECK(read(p(alternatives(run(t("甲")), run(t("乙"))))) == "甲\n");
  CHECK(read(alternatives(pt("甲"), pt("乙"))) == "甲\n");
  CHECK(read(p("<mc:AlternateContent><mc:Fallback>" + run(t("乙")) + "</mc:Fallback></mc:AlternateContent>")) ==
        "乙\n");
}

TEST_CASE("breaks, tabs and hyphens") {
  CHECK(read(p(run(t("a") + "<w:tab/>" + t("b") + "<w:br/>" + t("c") + "<w:cr/>" + t("2026") + "<w:noBreakHyphen/>" +
                   t("01<w:softHyphen/>")))) == "a\tb\nc\n2026-01\n");
  CHECK(read(tbl(tr("<w:tc>" + pt("一") + p("") + pt("二") + "</w:tc>"))) == "=\n|一\n二\n");
  CHECK(read(p("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run(t("甲")))) == "甲\n");
}

TEST_CASE("symbols are the characters that they show") {
  auto const sym = [](std::string_view font, std::string_view code) {
    return run("<w:sym w:font='" + std::string(font) + "' w:char='" + std::string(code) + "'/>");
  };
  CHECK(read(p(sym("Symbol", "F0B3") + sym("Symbol", "A3") + sym("Wingdings", "F0A8") + sym("Wingdings", "F0FE") +
               sym("Wingdings 2", "F052") + sym("宋体", "2265"))) == "≥≤□☑☑≥\n");
  CHECK(read(p(run("<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>" + t("l\uF06E项")))) == "●■项\n");
  CHECK(read(p(run("<w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr>" + t("\uF0B1"
                                                                     "95%")))) == "±95%\n");
  CHECK(read(p(sym("Wingdings", "F001") + run(t("甲")))) == "\uF001甲\n");
}

TEST_CASE("raised and lowered digits are characters of their own") {
  auto const script = [](std::string_view kind, std::string_view text) {
    return run("<w:rPr><w:vertAlign w:val='" + std::string(kind) + "'/></w:rPr>" + t(text));
  };
  CHECK(read(p(run(t("10")) + script("superscript", "2") + run(t("m")) + script("subscript", "10"))) == "10²m₁₀\n");
}

TEST_CASE("fields give their results") {
  auto const mark = [](std::string_view type) { return run("<w:fldChar w:fldCharType='" + std::string(type) + "'/>"); };
  auto const code = run("<w:instrText> PAGE </w:instrText>");
  CHECK(read(p(mark("begin") + code + mark("separate") + run(t("7")) + mark("end") + run(t("页")))) == "7页\n");
  CHECK(read(p("<w:fldSimple w:instr='DATE'>" + run(t("2026年")) + "</w:fldSimple>")) == "2026年\n");
  CHECK(read(p(mark("begin") + code + mark("begin") + mark("separate") + run(t("内")) + mark("end") + mark("separate") +
               run(t("外")) + mark("end"))) == "外\n");
  CHECK(read(p(mark("begin") + code) + pt("后")) == "后\n");
}

TEST_CASE("form fields show their boxes and choices") {
  auto const field = [](std::string_view data) {
    return run("<w:fldChar w:fldCharType='begin'><w:ffData>" + std::string(data) + "</w:ffData></w:fldChar>") +
           run("<w:instrText>FORM</w:instrText>") + run("<w:fldChar w:fldCharType='end'/>");
  };
  CHECK(read(p(field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + run(t("是")) +
               field("<w:checkBox><w:default w:val='0'/></w:checkBox>") + run(t("否")))) == "☒是☐否\n");
  CHECK(
      read(p(field("<w:ddList><w:result w:val='1'/><w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList>"))) ==
      "乙\n");
}

TEST_CASE("hidden text is not printed") {
  CHECK(read(p(run("<w:rPr><w:vanish/></w:rPr>" + t("暗")) + run("<w:rPr><w:vanish w:val='0'/></w:rPr>" + t("明")))) ==
        "明\n");
}

TEST_CASE("equations stand in the line") {
  auto const r = [](std::string_view text) { return "<m:r><m:t>" + std::string(text) + "</m:t></m:r>"; };
  auto const math = [](std::string_view content) { return p("<m:oMath>" + std::string(content) + "</m:oMath>"); };
  CHECK(read(p("<m:oMathPara><m:oMath>" + r("≥") + r("95%") + "</m:oMath></m:oMathPara>")) == "≥95%\n");
  CHECK(read(math("<m:f><m:num>" + r("a+b") + "</m:num><m:den>" + r("c") + "</m:den></m:f>")) == "(a+b)/c\n");
  CHECK(read(math("<m:sSup><m:e>" + r("10") + "</m:e><m:sup>" + r("2") + "</m:sup></m:sSup>")) == "10²\n");
  CHECK(read(math("<m:sSubSup><m:e>" + r("x") + "</m:e><m:sub>" + r("i") + "</m:sub><m:sup>" + r("n-1") +
                  "</m:sup></m:sSubSup>")) == "x_i^(n-1)\n");
  CHECK(read(math("<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>" + r("1") + "</m:e><m:e>" +
                  r("2") + "</m:e></m:d>")) == "[1|2]\n");
  CHECK(read(math("<m:rad><m:deg/><m:e>" + r("x") + "</m:e></m:rad>")) == "√x\n");
}

TEST_CASE("merged cells") {
  CHECK(read(tbl(tr(tc("a", "<w:gridSpan w:val='2'/>") + tc("b")) + tr(tc("c") + tc("d") + tc("e")), 3)) ==
        "=\n|a→2||b\n|c|d|e\n");
  CHECK(read(tbl(tr(tc("a", restart) + tc("b")) + tr(tc("", goes_on) + tc("c")) + tr(tc("", goes_on) + tc("d")))) ==
        "=\n|a↓3|b\n||c\n||d\n");
  CHECK(read(tbl(tr(tc("a") + tc("b")) + tr(tc("", goes_on) + tc("c")))) == "=\n|a↓2|b\n||c\n");
  CHECK(read(tbl(tr(tc("a", "<w:hMerge w:val='restart'/>") + tc("", "<w:hMerge/>") + tc("b")))) == "=\n|a→2||b\n");
}

TEST_CASE("vertical merges are found by the column of the grid") {
  auto const wide = "<w:gridSpan w:val='2'/>";
  CHECK(read(tbl(tr(tc("a", wide) + tc("b", restart)) + tr(tc("c") + tc("d") + tc("", goes_on)))) ==
        "=\n|a→2||b↓2\n|c|d|\n");
  CHECK(read(tbl("<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("b", restart) + "</w:tr>" +
                 tr(tc("c") + tc("", goes_on)))) == "=\n||b↓2\n|c|\n");
}

TEST_CASE("a row off the grid is noted") {
  auto const wider = open(package_of(tbl(tr(tc("a") + tc("b")) + tr(tc("c") + tc("d") + tc("e")), 2)));
  REQUIRE(wider.reports(Code::row_off_grid));
  CHECK(wider.findings[0].at.row == 1);
  auto const misplaced =
      open(package_of(tbl(tr(tc("a", "<w:gridSpan w:val='2'/>")) + tr(tc("c") + tc("", goes_on)), 2)));
  CHECK(misplaced.reports(Code::row_off_grid));
  CHECK(open(package_of(tbl(tr(tc("a")), 2))).findings.empty());
}

TEST_CASE("a row with a table in it is layout") {
  auto const layout = tr("<w:tc>" + pt("甲") + tbl(tr(tc("1") + tc("2"))) + p("") + "</w:tc>" + tc("乙"));
  CHECK(read(tbl(tr(tc("a") + tc("b")) + layout + tr(tc("c") + tc("d")))) == "=\n|a|b\n甲\n=\n|1|2\n乙\n=\n|c|d\n");
}

TEST_CASE("tables nested too deep are text") {
  std::string body = pt("底");
  for (int i = 0; i < 6; ++i)
    body = tbl(tr("<w:tc>" + body + "</w:tc>"));
  Limits limits;
  limits.table_depth = 3;
  auto const result = open(package_of(body), limits);
  CHECK(result.reports(Code::tables_too_deep));
  CHECK(show(result.opened.reading) == "=\n|底\n");
}

TEST_CASE("text boxes follow the paragraph that anchors them") {
  auto const box = [](std::string_view content) {
    return run("<w:pict><v:shape><v:textbox><w:txbxContent>" + std::string(content) +
               "</w:txbxContent></v:textbox></v:shape></w:pict>");
  };
  CHECK(read(p(run(t("文")) + box(pt("框") + tbl(tr(tc("a") + tc("b"))))) + pt("后")) == "文\n框\n=\n|a|b\n后\n");
  CHECK(read(tbl(tr("<w:tc>" + p(run(t("文")) + box(pt("框"))) + "</w:tc>" + tc("b")))) == "=\n|文\n框|b\n");
  CHECK(read(tbl(tr("<w:tc>" + p(run(t("文")) + box(tbl(tr(tc("1"))))) + "</w:tc>" + tc("b")))) == "=\n|文|b\n=\n|1\n");
}

TEST_CASE("tracked changes are read as if all were accepted") {
  auto const body =
      p(run(t("甲")) + "<w:del>" + run("<w:delText>旧</w:delText>") + "</w:del><w:ins>" + run(t("新")) +
        "</w:ins><w:moveFrom>" + run(t("此")) + "</w:moveFrom><w:moveTo>" + run(t("彼")) + "</w:moveTo>") +
      p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run(t("前"))) + pt("后") +
      tbl("<w:tr><w:trPr><w:del/></w:trPr>" + tc("x") + "</w:tr><w:tr><w:trPr><w:ins/></w:trPr>" +
          tc("删", "<w:cellDel/>") + tc("留") + "</w:tr>");
  auto const result = open(package_of(body));
  CHECK(show(result.opened.reading) == "甲新彼\n前后\n=\n|留\n");
  REQUIRE(result.reports(Code::tracked_changes));
  CHECK(result.findings[0].arguments[0].value == "3");
  CHECK(result.findings[0].arguments[1].value == "5");
}

TEST_CASE("automatic numbers are put before the text") {
  auto const level = [](int at, std::string_view format, std::string_view text) {
    return "<w:lvl w:ilvl='" + std::to_string(at) + "'><w:start w:val='1'/><w:numFmt w:val='" + std::string(format) +
           "'/><w:lvlText w:val='" + std::string(text) + "'/></w:lvl>";
  };
  auto const numbered = [](int list, int at, std::string_view text) {
    return p("<w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(at) + "'/><w:numId w:val='" + std::to_string(list) +
             "'/></w:numPr></w:pPr>" + run(t(text)));
  };
  auto const lists =
      "<w:abstractNum w:abstractNumId='0'>" + level(0, "chineseCounting", "%1、") + level(1, "decimal", "（%2）") +
      level(2, "decimal", "%1.%2.%3") + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>" +
      "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>" +
      "</w:lvlOverride></w:num>";
  auto const shown = [&](std::string_view body, std::string_view styles = {}) {
    return show(open(package_of(body, lists, styles)).opened.reading);
  };
  CHECK(shown(numbered(1, 0, "甲") + numbered(1, 1, "乙") + numbered(1, 1, "丙") + numbered(1, 0, "丁") +
              numbered(1, 1, "戊")) == "一、甲\n（1）乙\n（2）丙\n二、丁\n（1）戊\n");
  CHECK(shown(numbered(1, 0, "甲") + numbered(1, 2, "5G")) == "一、甲\n一.1.1 5G\n");
  CHECK(shown(numbered(1, 0, "甲") + numbered(2, 0, "乙") + numbered(2, 0, "丙")) == "一、甲\n五、乙\n六、丙\n");
  CHECK(shown(numbered(0, 0, "甲") + numbered(9, 0, "乙") + numbered(1, 7, "丙")) == "甲\n乙\n丙\n");
  CHECK(shown(numbered(1, 0, "")) == "一、\n");

  auto const styled = [](std::string_view style, std::string_view text) {
    return p("<w:pPr><w:pStyle w:val='" + std::string(style) + "'/></w:pPr>" + run(t(text)));
  };
  auto const styles = "<w:style w:type='paragraph' w:styleId='A'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
                      "</w:style><w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>"
                      "<w:style w:type='paragraph' w:styleId='C'><w:basedOn w:val='C'/></w:style>";
  CHECK(shown(styled("A", "甲") + styled("B", "乙") + styled("C", "丙"), styles) == "一、甲\n二、乙\n丙\n");

  // The part of styles is inflated in pieces.
  std::string template_styles;
  for (int i = 0; i < 2000; ++i)
    template_styles += "<w:style w:type='paragraph' w:styleId='Style" + std::to_string(i) + "'/>";
  auto const body = styled("B", "甲") + styled("Style1999", "乙") + styled("none", "丙") + styled("A", "丁");
  CHECK(shown(body, styles + template_styles) == "一、甲\n乙\n丙\n二、丁\n");
  CHECK(shown(body, template_styles + styles) == "一、甲\n乙\n丙\n二、丁\n");
  CHECK(shown(body, template_styles + "<w:style w:styleId = \"A") == "甲\n乙\n丙\n丁\n");
}

TEST_CASE("bullets are the characters that they show") {
  auto const lists = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
                     "<w:lvlText w:val='\uF06C'/><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr></w:lvl></w:abstractNum>"
                     "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
  auto const body = p("<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" + run(t("甲")));
  CHECK(show(open(package_of(body, lists)).opened.reading) == "●甲\n");
}

TEST_CASE("a flat package is read as a packed one") {
  auto const bytes = "<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>"
                     "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
                     "<pkg:part pkg:name='/_rels/.rels'><pkg:xmlData>" +
                     relationship("officeDocument", "word/document.xml") +
                     "</pkg:xmlData></pkg:part><pkg:part pkg:name='/word/document.xml'><pkg:xmlData>" +
                     document_of(pt("甲")) + "</pkg:xmlData></pkg:part></pkg:package>";
  auto const result = open(bytes);
  CHECK(result.findings.empty());
  CHECK(show(result.opened.reading) == "甲\n");
}

TEST_CASE("WordML 2003") {
  auto const bytes =
      std::string(
          "<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>"
          "<w:body><wx:sect><w:p><w:pPr><w:listPr><wx:t wx:val='1.'/></w:listPr></w:pPr><w:r><w:t>甲</w:t></w:r>"
          "<aml:annotation w:type='Word.Deletion'><aml:content><w:r><w:delText>乙</w:delText></w:r></aml:content>"
          "</aml:annotation></w:p><w:tbl>") +
      tr(tc("a", "<w:vmerge w:val='restart'/>") + tc("b")) + tr(tc("", "<w:vmerge/>") + tc("c")) +
      "</w:tbl><w:sectPr><w:hdr><w:p><w:r><w:t>眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></"
      "w:wordDocument>";
  auto const result = open(bytes);
  CHECK(result.reports(Code::tracked_changes));
  CHECK(show(result.opened.reading) == "眉\n1.甲\n=\n|a↓2|b\n||c\n");
}

TEST_CASE("what is no Word document is not taken for one") {
  CHECK(identify_docx("PK\3\4").answer == Answer::no);
  CHECK(identify_docx(make_zip({{"xl/workbook.xml", "<a/>"}})).answer == Answer::no);
  CHECK(identify_docx(package_of("")).answer == Answer::yes);
  CHECK(identify_word_xml("<?xml version='1.0'?><html/>").answer == Answer::no);
  CHECK(identify_word_xml("项目\t名称").answer == Answer::no);
  CHECK(identify_word_xml("").answer == Answer::no);
}
