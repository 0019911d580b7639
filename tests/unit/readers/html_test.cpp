#include "readers/html/html.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
  std::vector<Diagnostic> findings;
};

Result read(std::string text, Limits const& limits = {}) {
  text.reserve(32); // never a short string: views into it survive a move
  Result result{std::move(text), {}, {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_html(result.source, limits, sink);
  result.findings = sink.take();
  return result;
}

/// Paragraphs as they are, rows of tables as "a|b|", a line each; a table begins with "#".
std::string show(Reading const& reading) {
  std::string out;
  for (auto const& block : reading.blocks) {
    out += block.kind == BlockKind::table ? "#\n" : "";
    for (auto i = block.first_row; i < block.first_row + block.row_count; ++i) {
      for (auto const& cell : reading.cells_of(reading.rows[i]))
        out.append(cell.text).append(block.kind == BlockKind::table ? "|" : "");
      out += '\n';
    }
  }
  return out;
}

std::string blocks(std::string text, Limits const& limits = {}) { return show(read(std::move(text), limits).reading); }

std::string cell(std::string content) {
  auto const result = read("<table><tr><td>" + content + "<td>z</table>");
  return result.reading.cells.empty() ? "" : std::string(result.reading.cells.front().text);
}

} // namespace

TEST_CASE("nothing, a paragraph, paragraphs and tables in order") {
  CHECK(blocks("").empty());
  CHECK(blocks("<html><head><title>页</title></head><body> \n</body></html>").empty());
  CHECK(blocks("<p>一段</p>") == "一段\n");
  CHECK(blocks("<h1>题</h1>前<table><tr><td>a<td>b<tr><td>c<td>d</table>后<div>尾</div>") ==
        "题\n前\n#\na|b|\nc|d|\n后\n尾\n");
  CHECK(blocks("<p>申报表<br>(2026年度)</p>") == "申报表\n(2026年度)\n");
}

TEST_CASE("merged cells cover empty ones") {
  CHECK(blocks("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>") == "#\na|b||\n|c|d|\n");
  CHECK(blocks("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>") == "#\na|b|\n|c|\n|d|\n");
  CHECK(blocks("<table><tr><td rowspan=99>a<td>b<tr><td>c</table>") == "#\na|b|\n|c|\n");
  CHECK(blocks("<table><tr><td rowspan=x colspan=-2>a<td>b</table>") == "#\na|b|\n");
  auto const spans = read("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>").reading.cells;
  CHECK(spans[0].x_span == 2);
  CHECK(spans[0].y_span == 2);
}

TEST_CASE("a span ends with its group of rows; the foot is printed last") {
  CHECK(blocks("<table><tfoot><tr><td>合计<td>3</tfoot><thead><tr><td rowspan=5>项<td>数</thead>"
               "<tbody><tr><td>a<td>1</tbody></table>") == "#\n项|数|\na|1|\n合计|3|\n");
}

TEST_CASE("the caption stands before the table") {
  CHECK(blocks("<table><caption>表1</caption><tr><td>a<td>b</table>") == "表1\n#\na|b|\n");
}

TEST_CASE("white space collapses, and goes between Chinese characters where a source line ends") {
  CHECK(cell("  a \n  b  ") == "a b");
  CHECK(cell("绩效\n   目标") == "绩效目标");
  CHECK(cell("绩效 目标") == "绩效 目标");
  CHECK(cell("绩<b>效</b><span>目</span>标") == "绩效目标");
  CHECK(cell("<pre>a  b\nc</pre>") == "a  b\nc");
}

TEST_CASE("blocks and breaks in a cell are lines") {
  CHECK(cell("项目<br>绩效<br/>目标") == "项目\n绩效\n目标");
  CHECK(cell("<p>1.甲</p>\n<p>2.乙</p>") == "1.甲\n2.乙");
  CHECK(cell("<br><div>甲</div><br>") == "甲");
}

TEST_CASE("character references, and text that looks like a tag") {
  CHECK(cell("&ge;90&nbsp;&#37;") == "≥90\u00A0%");
  CHECK(cell("&lt;5(次)") == "<5(次)");
  CHECK(cell("a<5") == "a<5");
}

TEST_CASE("raised and lowered digits are characters of their own") {
  CHECK(cell("10<sup>2</sup>") == "10²");
  CHECK(cell("CO<sub>2</sub>2") == "CO₂2");
}

TEST_CASE("words that are drawn are read, and what stands behind a drawing") {
  CHECK(cell("<svg><text>a</text></svg>b") == "ab");
  CHECK(cell("<svg><path d='M0 0'/><use href='#x'/></svg>b") == "b");
  CHECK(cell("<svg/><math/>b") == "b");
}

TEST_CASE("what is not printed is left out") {
  CHECK(cell("<script>x</script><style>y</style><!-- z -->a<noscript>b</noscript>") == "a");
  CHECK(cell("a<span style='Display : NONE'>b</span><p hidden>c</p><b style='mso-hide:all'>d</b>") == "a");
  CHECK(cell("a<svg><title>b</title></svg><template>c</template><button>d</button><img alt=''>") == "a");
  CHECK(cell("<xml><w:View>Normal</w:View></xml>a") == "a");
  CHECK(blocks("<table><tr><td>a<td>b<tr style='display:none'><td>c<td>d</table>") == "#\na|b|\n");
}

TEST_CASE("fields of a form show what is filled in") {
  CHECK(cell("<input value='甲'>，<input type=hidden value=x>乙") == "甲，乙");
  CHECK(cell("<input type=checkbox checked>是<input type=checkbox>否") == "☑是☐否");
  CHECK(cell("<select><option>一次性<option selected>经常性</select>") == "经常性");
  CHECK(cell("<select><option disabled hidden>请选择<option>经常性<option>一次性</select>") == "经常性");
  CHECK(cell("<textarea>甲\n乙</textarea>") == "甲\n乙");
}

TEST_CASE("the numbers of ordered lists are printed") {
  CHECK(cell("<ol><li>甲<li><p>乙</p></ol>") == "1. 甲\n2. 乙");
  CHECK(cell("<ol start=3 type=a><li>甲<li value=9>乙<li>丙</ol>") == "c. 甲\ni. 乙\nj. 丙");
  CHECK(cell("<ol type=I reversed><li>甲<li>乙</ol>") == "II. 甲\nI. 乙");
  CHECK(cell("<ol style='list-style-type: simp-chinese-informal'><li>甲</ol><ul><li>乙</ul>") == "一、 甲\n乙");
  CHECK(cell("<ol style='list-style:none'><li>甲</ol>") == "甲");
}

TEST_CASE("tracked deletions are left out and reported") {
  auto const result = read("<p>维修<del>18</del><ins>20</ins>套</p>");
  CHECK(show(result.reading) == "维修20套\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::tracked_changes);
}

TEST_CASE("a row with a table in one of its cells lays out the page") {
  CHECK(
      blocks("<table><tr><td>页头<td>导航<tr><td>左<td>甲<table><tr><td>a<td>b</table>乙<tr><td>页脚<td>尾</table>") ==
      "#\n页头|导航|\n左\n甲\n#\na|b|\n乙\n#\n页脚|尾|\n");
  CHECK(blocks("<table><tr><td><p>题</p><table><tr><td>a<td>b</table></table>") == "题\n#\na|b|\n");
  CHECK(blocks("<table><tr><td><p>题</p><p>年</p></table>") == "题\n年\n");
}

TEST_CASE("tables below the limit of nesting are text") {
  Limits limits;
  limits.table_depth = 1;
  auto const result = read("<table><tr><td>x<table><tr><td>a<td>b<tr><td>c</table><td>y</table>", limits);
  CHECK(show(result.reading) == "#\nx\x1D\na\x1D b\x1D\nc|y|\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::tables_too_deep);
}

TEST_CASE("elements below the limit of nesting are left out") {
  Limits limits;
  limits.xml_depth = 4;
  auto const result = read("<p>甲</p><div><div><div><div><div>乙</div></div></div></div></div><p>丙</p>", limits);
  CHECK(show(result.reading) == "甲\n丙\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::xml_too_deep);
}

TEST_CASE("elements that are never closed are no nesting") {
  std::string text, expected;
  for (int i = 0; i < 1000; ++i)
    text += "<p><font size=2><b>甲<table><tr><td>a<td><i>b</table>", expected += "甲\n#\na|b|\n";
  auto const result = read(text);
  CHECK(show(result.reading) == expected);
  CHECK(result.findings.empty());
}

TEST_CASE("more tags than cells may be cut the page off") {
  Limits limits;
  limits.cells = 3;
  auto const result = read("<p>甲</p><p>乙</p><p>丙</p>", limits);
  CHECK(show(result.reading) == "甲\n乙\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::too_many_cells);
}

TEST_CASE("a table that the limit of cells leaves no room for is none") {
  Limits limits;
  limits.cells = 2;
  auto const result = read("<p>甲</p><p>乙</p><table><tr><td>丙<td>丁</table>", limits);
  for (auto const& block : result.reading.blocks)
    CHECK(block.row_count > 0);
}

TEST_CASE("cells know where they stand") {
  auto const result = read("<p>题</p>\r\n<table>\r\n<tr><td\n class=x>甲<td></td><td><p>乙</p>\n<p>丙</p></table>");
  auto const& cells = result.reading.cells;
  REQUIRE(cells.size() == 4);
  CHECK(cells[0].line == 1);
  CHECK(cells[1].line == 4);
  CHECK(result.text.substr(cells[1].begin, cells[1].end - cells[1].begin) == "甲");
  CHECK(cells[1].text.data() == result.source.text.data() + cells[1].begin);
  CHECK(cells[2].begin == cells[2].end);
  CHECK(result.text.substr(cells[2].begin, 5) == "</td>");
  CHECK(result.text.substr(cells[3].begin, cells[3].end - cells[3].begin) == "乙</p>\n<p>丙");
}

TEST_CASE("covered cells stand where the next cell does, or behind the last one") {
  auto const result = read("<table><tr><td rowspan=2>甲<td>乙<td rowspan=2>丙\n<tr><td>丁</table>");
  auto const cells = result.reading.cells_of(result.reading.rows.at(1));
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].line == 2);
  CHECK(cells[0].end == cells[1].begin);
  CHECK(cells[2].begin == cells[1].end);
}

TEST_CASE("a piece of a text knows where the piece stands") {
  std::string const text = "<table><tr><td>甲\n<td>乙</table>";
  Limits const limits;
  DiagnosticSink sink;
  ReadingBuilder builder(limits, sink);
  read_html_fragment(text, 7, 100, limits, sink, builder);
  auto const reading = std::move(builder).finish();
  REQUIRE(reading.cells.size() == 2);
  CHECK(reading.cells[0].line == 7);
  CHECK(reading.cells[0].begin == 115);
  CHECK(reading.cells[1].line == 8);
}

TEST_CASE("pages that Word and Excel saved") {
  CHECK(
      blocks("<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml><w:View/></xml>"
             "<![endif]--></head><body lang=ZH-CN><div class=WordSection1><p class=MsoNormal>项目<span lang=EN-US>"
             "<o:p></o:p></span></p><p class=MsoListParagraph><![if !supportLists]><span>1.<span>&nbsp; </span></span>"
             "<![endif]>甲</p></div></body></html>") == "项目\n1.\u00A0 甲\n");
  CHECK(blocks("<table x:str><tr><td>项目</td><td x:num=\"12.5\"></td></tr><![if supportMisalignedColumns]>"
               "<tr height=0 style='display:none'><td width=72></td></tr><![endif]></table>") == "#\n项目|12.5|\n");
}

TEST_CASE("what Calc adds to a workbook is left out") {
  CHECK(blocks("<hr><p><center><h1>Overview</h1><A HREF=\"#table0\">甲</A><br></center></p><hr>"
               "<A NAME=\"table0\"><h1>Sheet 1: <em>甲</em></h1></A><table><tr><td>a<td>b</table>") == "#\na|b|\n");
}

TEST_CASE("frames hold no text") {
  CHECK(blocks("<frameset><frame src=a.htm><noframes>x</noframes></frameset>").empty());
}

TEST_CASE("identification") {
  auto const answer = [](std::string_view text) { return identify_html(text).answer; };
  CHECK(answer("<!DOCTYPE html>\n<p>a") == Answer::yes);
  CHECK(answer("<?xml version='1.0'?><html xmlns='x'><body/>") == Answer::yes);
  CHECK(answer("<table><tr><td>a</td></tr></table>") == Answer::yes);
  CHECK(answer("<h1>题</h1>\n<p>a</p><table><tbody><tr><th>a") == Answer::yes);
  CHECK(answer("# 题\n\n<table><tr><td>a</td></tr></table>\n") == Answer::unsure);
  CHECK(answer("项目\t<p>甲</p>\n<b>目标</b>\t<u>乙</u>\n") == Answer::no);
  CHECK(answer("<p>甲</p>\t乙") == Answer::no);
  CHECK(answer("纯文字，<5 且 >3") == Answer::no);
  CHECK(answer("<!DOCTYPE html><html><body><doc><page><word xMin=\"1\">a</word>") == Answer::no);
  CHECK(answer("<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument><w:tbl>") == Answer::no);
}

namespace {

std::string found_in_cell(std::string content, std::string head = {}) {
  auto const result = read(std::move(head) + "<table><tr><td>" + content + "<td>z</table>");
  std::string out = result.reading.cells.empty() ? "" : std::string(result.reading.cells.front().text);
  for (auto const& note : result.reading.notes) {
    out.append(" ").append(info(note.code).id);
    for (auto const& argument : note.arguments)
      out.append(argument.name == "text" ? ":" + argument.value : "");
  }
  return out;
}

} // namespace

TEST_CASE("crossed-out text is found, and not read") {
  CHECK(found_in_cell("<s>80%</s>95%") == "95% G221:80%");
  CHECK(found_in_cell("<strike>80</strike><del>%</del>95%") == "95% G221:80%");
  CHECK(found_in_cell("<span style='text-decoration: line-through red'>旧</span>新") == "新 G221:旧");
  CHECK(found_in_cell("<span class='a old'>旧</span>新", "<style>.old, .x {TEXT-DECORATION:line-through}</style>") ==
        "新 G221:旧");
  CHECK(found_in_cell("<b>新</b><u>新</u>") == "新新");
}

TEST_CASE("hidden text by attribute, style and rule") {
  CHECK(found_in_cell("<span hidden>提示</span>值") == "值 G222:提示");
  CHECK(found_in_cell("<span style='visibility:hidden'>提示<b style='visibility:visible'>值</b></span>") ==
        "值 G222:提示");
  CHECK(found_in_cell("<p class=tip>提示</p>值",
                      "<style><!-- /* x */ td p.tip {display:none !important} --></style>") == "值 G222:提示");
  CHECK(found_in_cell("<p class=tip>提示</p>值",
                      "<style>@media print {.tip {display:none}} .tip:hover {display:none}</style>") == "提示\n值");
  CHECK(found_in_cell("<span style='font-size:0'>提示</span>值") == "值 G222:提示");
  CHECK(found_in_cell("<font color=white>提示</font>值") == "值 G222:提示");
  CHECK(found_in_cell("<div style='background:#4472c4'><font color=white>值</font></div>") == "值");
}

TEST_CASE("a rule of an identifier is stronger than one of a class, and a style attribute than both") {
  auto const* sheet = "<style>#a {display:none} .b {display:inline}</style>";
  CHECK(found_in_cell("<i id=a class=b>x</i>y", sheet) == "y G222:x");
  CHECK(found_in_cell("<i id=a style='display:inline'>x</i>y", sheet) == "xy");
}

TEST_CASE("hidden rows and cells take no room, invisible ones do") {
  CHECK(
      blocks(
          "<table><tr><td>a<td>b<tr style='display:none'><td>c<td>d<tr><td style='visibility:hidden'>e<td>f</table>") ==
      "#\na|b|\n|f|\n");
  auto const result =
      read("<table><tr><td>a<td>b<tr class=h><td>c<td>d</table><style>tr.h{visibility:collapse}</style>");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::hidden_text);
}

TEST_CASE("fonts of signs") {
  CHECK(found_in_cell("<font face=Symbol>&#179;</font>85") == "≥85");
  CHECK(found_in_cell("<span style='font-family:\"Wingdings 2\"'>R</span>是") == "☑是");
  CHECK(found_in_cell("<i class=w>&thorn;</i>是", "<style>.w{font:12pt Wingdings}</style>") == "☑是");
}

TEST_CASE("reading aids, notes and pictures") {
  CHECK(found_in_cell("<ruby>柳<rp>(</rp><rt>liǔ</rt><rp>)</rp></ruby>溪") == "柳溪");
  CHECK(found_in_cell("60座<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
                      "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 新建12座</p></div>") ==
        "[1] 新建12座 G226:新建12座");
  CHECK(found_in_cell("<img alt='≥'>90%") == "≥90% G227:≥");
  CHECK(found_in_cell("<img src=a.gif>90%") == " G223 G224:90%");
  CHECK(found_in_cell("<img src=a.gif width=1 height=1>90%") == "90%");
}

TEST_CASE("a small table in a cell is part of its text") {
  CHECK(blocks("<table><tr><td>a<td>b<tr><td>a<td>b<tr><td>a<td>b<tr><td>如下："
               "<table><tr><td><p>1</p><td>2<tr><td>3<td>4</table><td>c</table>") ==
        "#\na|b|\na|b|\na|b|\n如下：\x1D\n1\x1D 2\x1D\n3\x1D 4|c|\n");
}

TEST_CASE("a table that fills the cell beside a label is a part of the form") {
  std::string const row = "<tr><td>a<td>b", line = "<tr><td>1<td>2<td>3<td>4";
  std::string const head = "<tr><td>一级指标<td>二级指标<td>3<td>4";
  std::string const inner = "<td><table>" + head + line + line + line + "</table>";
  auto const years = "<td><table>" + line + line + line + line + "</table>";
  std::string const rows = "#\na|b|\na|b|\na|b|\na|b|\na|b|\n";
  auto const outer = "<table>" + row + row + row + row + row;
  CHECK(blocks(outer + "<tr><td>甲" + inner + "</table>") ==
        rows + "甲\n#\n一级指标|二级指标|3|4|\n1|2|3|4|\n1|2|3|4|\n1|2|3|4|\n");
  CHECK(blocks(outer + "<tr><td>甲" + years + "</table>").starts_with(rows + "甲|1\x1D"));
  CHECK(blocks(outer + "<tr><td>甲" + inner + "如上</table>").starts_with(rows + "甲|一级指标\x1D"));
}

TEST_CASE("labels and values in boxes of their own are rows, or lines with a colon") {
  auto const item = [](std::string_view label, std::string_view value) {
    return "<div><label>" + std::string(label) + "</label><div><p>" + std::string(value) + "</p></div></div>";
  };
  CHECK(blocks("<form>" + item("甲", "1") + item("乙", "2") + item("丙", "3") + "</form>") ==
        "#\n甲|1|\n乙|2|\n丙|3|\n");
  CHECK(blocks("<dl><dt>甲<dd>1<dt>乙<dd>2<dd>3<div><dt>丙<dd>4</div></dl>") == "#\n甲|1|\n乙|2|3|\n丙|4|\n");
  CHECK(blocks("<div><div>甲：</div><div>1</div></div><div><div>乙</div><div>2</div></div>") == "甲：1\n乙\n2\n");
  CHECK(blocks("<div><p>甲：</p><h1>题</h1></div><div><p>甲：</p><p>乙：2</p></div>") == "甲：\n题\n甲：\n乙：2\n");
  CHECK(blocks("<div><p>金额单位：</p><p>项目支出绩效目标表</p></div>") == "金额单位：\n项目支出绩效目标表\n");
  CHECK(blocks("项目名称：<input value=甲>主管部门：<input value=乙>") == "项目名称：甲 主管部门：乙\n");
  CHECK(blocks("目标：完成<input value=12>次巡查<input type=checkbox>延续") == "目标：完成12次巡查☐延续\n");
}

TEST_CASE("a page that ends inside of a table was cut off") {
  auto const is_cut = [](std::string text) {
    auto const result = read(std::move(text));
    return std::ranges::any_of(result.reading.notes, [](auto const& note) { return note.code == Code::cut_off; });
  };
  CHECK(is_cut("<table><tr><td>甲<td>≥18"));
  CHECK(is_cut("<table><tr><td>甲<td>乙</td></tr>\n"));
  CHECK(is_cut("<html><body><table><tr><td>甲<td>乙</td><t"));
  CHECK_FALSE(is_cut("<table><tr><td>甲<td>乙</table>"));
  CHECK_FALSE(is_cut("<html><body><table><tr><td>甲<td>乙</body>"));
  CHECK_FALSE(is_cut("<script>var a = '<table>'</script><p>甲"));
}

TEST_CASE("what is drawn otherwise than it stands") {
  CHECK(cell("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>") == "1/2");
  CHECK(cell("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>") == "(a+b)/2");
  CHECK(cell("<math><msup><mi>m</mi><mn>3</mn></msup></math>") == "m³");
  CHECK(cell("10<span style='vertical-align:super'>2</span>") == "10²");
  CHECK(cell("<span style='color:rgba(1,2,3,0)'>隐</span>值<dialog>话</dialog>") == "值");
  CHECK(cell("<span style='font-size:1px'>隐</span><span style='color:#1110'>藏</span>值") == "值");
  CHECK(
      blocks("<style>.a::before{content:\"≥\" attr(data-v)}</style><table><tr><td class=a data-v=95%><td>z</table>") ==
      "#\n≥95%|z|\n");
  CHECK(
      blocks("<style>td:is(.a, .b){display:none}</style><table><tr><td class=a>甲<td class=b>乙<td>丙<td>丁</table>") ==
      "#\n丙|丁|\n");
  CHECK(blocks("<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><p>甲<s/>乙</p>") == "甲乙\n");
  CHECK(blocks("<table><tr><td rowspan=2>甲<td>乙<tr style='visibility:collapse'><td>丙<tr><td>丁<td>戊</table>") ==
        "#\n甲|乙|\n丁|戊|\n");
}

TEST_CASE("lines that styles draw through a text strike it") {
  CHECK(cell("<style>.z{position:relative}.z::after{content:'';position:absolute;left:0;right:0;top:50%;border-top:1px "
             "solid}</style><span class=z>旧库</span>水库") == "水库");
  CHECK(cell("水库<span style='position:relative'><i style='position:absolute;top:50%;width:100%;height:1px'></i>"
             "旧库</span>") == "水库");
  CHECK(cell("<span style='background:linear-gradient(transparent 48%,#000 48%,#000 52%,transparent 52%)'>旧库</span>"
             "水库") == "水库");
  CHECK(cell("<span style='background:linear-gradient(transparent 85%,#ff0 85%)'>水库</span>") == "水库");
  CHECK(cell("<span style='position:absolute;top:50%;border-top:1px solid'>水库</span>") == "水库");
}

TEST_CASE("sums and mixed colours in styles are computed") {
  CHECK(cell("水库<span style='font-size:calc(1px*0)'>旧</span>") == "水库");
  CHECK(cell("水库<span style='opacity:calc((2 - 1) * 0 + 0)'>旧</span>") == "水库");
  CHECK(cell("水库<span style='opacity:calc(1 - 0.5)'>站</span>") == "水库站");
  CHECK(cell("水库<span style='opacity:calc((('>站</span>") == "水库站");
  CHECK(cell("水库<span style='color:color-mix(in srgb, white 100%, black)'>旧</span>") == "水库");
  CHECK(cell("水库<span style='color:color-mix(in srgb, white, black)'>站</span>") == "水库站");
  CHECK(cell("水库<span style='color:light-dark(#fff, #000)'>旧</span>") == "水库");
}

TEST_CASE("the mark of a comment that is not in the file is no text") {
  CHECK(cell("水库<a class=msocomanchor href='#_msocom_1'>[A1]</a>") == "水库");
  CHECK(cell("水库<a href='#top'>[A1]</a>") == "水库[A1]");
}

TEST_CASE("the rows of a long list of terms are each looked at once") {
  constexpr std::size_t terms = 20'000;
  std::string list = "<dl>";
  for (std::size_t i = 0; i < terms; ++i)
    list += "<dt>甲<dd>1";
  auto const result = read(list + "</dl>");
  CHECK(result.reading.rows.size() == terms);
}
