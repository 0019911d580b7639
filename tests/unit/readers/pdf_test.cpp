#include "readers/pdf/pdf.hpp"

#include "readers/page/read_pages.hpp"
#include "readers/pdf/adobe_gb1.hpp"
#include "readers/pdf/cmap.hpp"
#include "readers/pdf/content.hpp"
#include "readers/pdf/encodings.hpp"
#include "readers/pdf/lexer.hpp"
#include "readers/pdf/predefined.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace jixiao;

namespace {

constexpr Box a4{0, 0, 595, 842};

pdf::PageContent run(std::string_view stream, PageLimits const& limits = {}) {
  static auto const resources = pdf::Object::parse(
      "<</Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/SimSun/Encoding/WinAnsiEncoding>>"
      "/F2<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font>>]>>"
      "/F3<</Type/Font/Subtype/Type0/BaseFont/Y/Encoding/Identity-H/DescendantFonts[<</Type/Font>>]>>>>>>");
  pdf::Document document;
  return pdf::run_content(stream, resources, a4, limits, document);
}

std::string text_of(pdf::PageContent const& content) {
  std::string out;
  for (auto const& glyph : content.model.glyphs)
    append_utf8(out, glyph.character);
  return out;
}

/// A PDF of one page, without a table of objects: it is recovered.
std::string pdf_of(std::string const& stream, std::string const& page = {}) {
  return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count "
         "1>>\nendobj\n"
         "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" +
         page + "/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n4 0 obj\n<</Length " + std::to_string(stream.size()) +
         ">>\nstream\n" + stream +
         "\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/SimSun/Encoding/WinAnsiEncoding>>\n"
         "endobj\ntrailer\n<</Size 6/Root 1 0 R>>\n";
}

struct Result {
  Reading reading;
  std::vector<Diagnostic> findings;

  bool reports(Code code) const {
    return std::ranges::any_of(findings, [&](Diagnostic const& finding) { return finding.code == code; });
  }
};

Result read(std::string const& bytes, Limits const& limits = {}) {
  SourceText source;
  source.bytes = bytes;
  DiagnosticSink sink;
  auto reading = read_pdf(source, limits, sink);
  return {std::move(reading), sink.take()};
}

} // namespace

TEST_CASE("tokens of content streams") {
  pdf::Lexer lexer("12 -.5 --3 /N#61me (a\\(b\\051\\\n) <4 1 4> [ ] << >> Tj% x\nET");
  CHECK(lexer.next().number == 12);
  CHECK(lexer.next().number == -0.5);
  CHECK(lexer.next().number == -3);
  CHECK(lexer.next().text == "Name");
  CHECK(lexer.next().text == "a(b)");
  CHECK(lexer.next().text == "A@");
  CHECK(lexer.next().kind == pdf::TokenKind::begin_array);
  CHECK(lexer.next().kind == pdf::TokenKind::end_array);
  CHECK(lexer.next().kind == pdf::TokenKind::begin_dict);
  CHECK(lexer.next().kind == pdf::TokenKind::end_dict);
  CHECK(lexer.next().text == "Tj");
  CHECK(lexer.next().text == "ET");
  CHECK(lexer.next().kind == pdf::TokenKind::end);
}

TEST_CASE("CMaps: single codes, ranges, lists, texts of several characters") {
  auto const map = pdf::read_cmap("1 begincodespacerange <0000> <FFFF> endcodespacerange "
                                  "2 beginbfchar <0001> <9879> <0002> <76EE5E74> endbfchar "
                                  "2 beginbfrange <0010> <0012> <4E00> <0030> <0031> [<540D> <D842DFB7>] endbfrange");
  CHECK(map.unicode(1) == U"项");
  CHECK(map.unicode(2) == U"目年");
  CHECK(map.unicode(0x11) == U"丁");
  CHECK(map.unicode(0x31) == U"𠮷");
  CHECK(map.unicode(3).empty());
  CHECK(map.code_length("ab") == 2);
  auto const mixed = pdf::read_cmap("/WMode 1 def 2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange "
                                    "1 begincidrange <21> <7e> 814 endcidrange");
  CHECK(mixed.vertical);
  CHECK(mixed.code_length("ab") == 1);
  CHECK(mixed.code_length("\xB0\xA1") == 2);
  CHECK(mixed.cid(0x22) == 815);
}

TEST_CASE("charsets, collections and names of glyphs say which characters codes are") {
  CHECK(pdf::read_code(pdf::Charset::gbk, "\xCF\xEE").character == U'项');
  CHECK(pdf::read_code(pdf::Charset::gbk, "a").length == 1);
  CHECK(pdf::read_code(pdf::Charset::utf16, std::string_view("\x98\x79", 2)).character == U'项');
  CHECK(pdf::predefined_cmap("GBK2K-V").vertical);
  CHECK(pdf::predefined_cmap("UniGB-UCS2-H").charset == pdf::Charset::utf16);
  CHECK(pdf::predefined_cmap("GBKp-EUC-H").charset == pdf::Charset::gbk);
  CHECK(pdf::adobe_gb1_character(1) == U' ');
  CHECK(pdf::adobe_gb1_character(814) == U'!');
  CHECK(pdf::adobe_gb1_character(96) == U'　');
  CHECK(pdf::adobe_gb1_character(0) == 0);
  CHECK(pdf::adobe_gb1_character(1'000'000) == 0);
  CHECK(pdf::character_of_name("comma") == U',');
  CHECK(pdf::character_of_name("uni9879") == U'项');
  CHECK(pdf::character_of_name("g17") == 0);
}

TEST_CASE("glyphs stand where the matrices put them") {
  auto const plain = run("BT /F1 10 Tf 1 0 0 1 100 700 Tm <cfee> Tj ET");
  REQUIRE(plain.model.glyphs.size() == 1);
  CHECK(plain.model.glyphs[0].x0 == doctest::Approx(100));
  CHECK(plain.model.glyphs[0].x1 == doctest::Approx(110));
  CHECK(plain.model.glyphs[0].y1 == doctest::Approx(143.2));
  auto const turned = run("q 1 0 0 -1 0 842 cm BT /F1 10 Tf 1 0 0 -1 100 142 Tm <cfee> Tj ET Q");
  CHECK(turned.model.glyphs[0].y1 == doctest::Approx(143.2));
  CHECK(text_of(run("BT /F1 9 Tf [<cfee> -300 <c4bf>] TJ ET")) == "项目");
  CHECK(text_of(run("BT /F2 9 Tf <987976EE> Tj ET")) == "项目");
}

TEST_CASE("what is not printed is not there; what is not known is U+FFFD") {
  CHECK(text_of(run("q 0 0 50 50 re W n BT /F1 9 Tf 1 0 0 1 100 700 Tm <cfee> Tj ET Q")).empty());
  CHECK(text_of(run("BT /F1 9 Tf 1 0 0 1 -90 700 Tm <cfee> Tj ET")).empty());
  auto const hidden = run("BT 3 Tr /F1 9 Tf 1 0 0 1 100 700 Tm <cfee> Tj ET");
  CHECK_FALSE(hidden.model.glyphs[0].visible);
  auto const untold = run("BT /F3 9 Tf 1 0 0 1 100 700 Tm <00310032> Tj ET");
  CHECK(text_of(untold) == "\uFFFD\uFFFD");
  CHECK(untold.model.unread.at(0).glyphs == 2);
  CHECK(run("BT /F9 9 Tf (a) Tj ET").problems.size() == 1);
}

TEST_CASE("characters printed twice to look bold are one") {
  auto content = run("BT /F1 9 Tf 1 0 0 1 100 700 Tm <cfeecfee> Tj 1 0 0 1 100.3 700 Tm <cfeecfee> Tj ET");
  undouble(content.model.glyphs);
  CHECK(text_of(content) == "项项");
}

TEST_CASE("strokes, thin areas and frames are rules; curves are outlines") {
  CHECK(run("10 10 m 100 10 l S").model.rules.size() == 1);
  CHECK(run("10 10 90 40 re S").model.rules.size() == 4);
  CHECK(run("10 10 90 0.5 re f").model.rules.size() == 1);
  CHECK(run("10 10 90 40 re f").model.rules.empty());
  CHECK(run("1 g 10 10 90 0.5 re f").model.rules.empty());
  CHECK(run("10 10 90 40 re 10.5 10.5 89 39 re f*").model.rules.size() == 4);
  CHECK(run("10 10 m 20 20 30 30 40 40 c f").model.outlines == 1);
}

TEST_CASE("a page draws no more than its bounds") {
  std::string many;
  for (int i = 0; i < 100; ++i)
    many += "10 " + std::to_string(i * 5) + " m 100 " + std::to_string(i * 5) + " l S\n";
  auto const content = run(many, {.glyphs = 10, .rules = 20});
  CHECK(content.model.rules.size() == 20);
  CHECK(content.model.left_out == 80);
  DiagnosticSink sink;
  Limits const limits;
  ReadingBuilder builder(limits, sink);
  PageReader pages(builder, sink);
  pages.add(content.model);
  CHECK(sink.take().at(0).code == Code::page_too_full);
}

TEST_CASE("a table becomes a grid with spans, and its page is known") {
  auto const result =
      read(pdf_of("50 700 100 40 re S 50 720 m 150 720 l S 100 700 m 100 720 l S "
                  "BT /F1 9 Tf 1 0 0 1 55 725 Tm <cfeec4bf> Tj 1 0 0 1 55 705 Tm (a) Tj 1 0 0 1 105 705 Tm (b) Tj ET"));
  CHECK(result.reports(Code::pdf_recovered));
  REQUIRE(result.reading.blocks.size() == 1);
  CHECK(result.reading.blocks[0].page == 1);
  REQUIRE(result.reading.rows.size() == 2);
  CHECK(result.reading.cells[0].text == "项目");
  CHECK(result.reading.cells[0].x_span == 2);
  CHECK(result.reading.cells_of(result.reading.rows[1])[1].text == "b");
}

TEST_CASE("a turned page is read as it is shown") {
  auto const result = read(pdf_of("BT /F1 9 Tf 0 1 -1 0 300 100 Tm <cfeec4bfc3fbb3c6> Tj ET", "/Rotate 90"));
  REQUIRE(result.reading.cells.size() == 1);
  CHECK(result.reading.cells[0].text == "项目名称");
}

TEST_CASE("what is no PDF any more is told so") {
  CHECK(read("%PDF-1.7\n").reports(Code::pdf_unreadable));
  CHECK(read("").reports(Code::pdf_unreadable));
  CHECK(identify_pdf("%PDF-1.7").answer == Answer::yes);
  CHECK(identify_pdf(std::string(500, '\n') + "%PDF-1.7").answer == Answer::yes);
  CHECK(identify_pdf("PDF").answer == Answer::no);
}

TEST_CASE("a content stream that loses text says so") {
  auto const problem = [](std::string_view stream) {
    auto const content = run(stream);
    return content.problems.empty() ? std::string() : content.problems.front();
  };
  CHECK(problem("BT /F1 9 Tf (a) Tj ET").empty());
  CHECK(problem("/Span <</ActualText (a)>> BDC EMC /A <</B (c)>> DP 1 i 0 J [] 0 d /x sh").empty());
  CHECK(problem("BT /F1 9 Tf (a) Tk ET") == "has a text behind which stands no operator");
  CHECK(problem("BT /F1 9 Tf (a) Tj (b") == "ends within a text");
  CHECK(problem("BT /F1 9 Tf [(a) 1 (b)]") == "ends within a text");
  CHECK(problem("BT /F9 9 Tf (a) Tj ET") == "is set in a font that cannot be found");
  CHECK(problem("BI /W 1 ID abc BT /F1 9 Tf (a) Tj ET") == "is a picture that does not end");
  std::string many = "BT /F1 9 Tf [";
  for (int i = 0; i < 30'000; ++i)
    many += "(a)";
  CHECK(problem(many + "] TJ ET") == "shows more at a time than can be taken");
  CHECK(problem(std::string(300'000, '[') + "(a)" + std::string(300'000, ']') + " TJ") ==
        "shows more at a time than can be taken");
}

TEST_CASE("pages that cannot be found, and those beyond the limit, are told of") {
  auto const tree = [](std::string const& kids) {
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[" + kids +
           "]/Count 3>>\nendobj\n3 0 obj\n<</Type/Page/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length 0>>\nstream\n\n"
           "endstream\nendobj\n5 0 obj\n<</Type/Page>>\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\n";
  };
  CHECK(read(tree("3 0 R")).reports(Code::pages_without_text));
  CHECK(read(tree("2 0 R 2 0 R")).reports(Code::pages_without_text)); // the pages are found without the tree
  CHECK(read(tree("3 0 R 9 0 R")).reports(Code::pdf_recovered));
  Limits limits;
  limits.pages = 1;
  CHECK(read(tree("3 0 R 5 0 R"), limits).reports(Code::too_many_pages));
  CHECK_FALSE(read(tree("3 0 R 3 0 R"), limits).reports(Code::too_many_pages));
}

TEST_CASE("a page is drawn by its number") {
  auto const bytes = pdf_of("BT /F1 9 Tf 1 0 0 1 50 700 Tm (a) Tj ET");
  CHECK(draw_pdf(bytes, 1, {}).value().glyphs.size() == 1);
  CHECK_FALSE(draw_pdf(bytes, 0, {}));
  CHECK_FALSE(draw_pdf(bytes, 2, {}));
}
