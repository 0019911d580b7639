#include "readers/markdown/markdown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
  std::vector<Diagnostic> findings;

  std::vector<std::string> cells(std::size_t row) const {
    std::vector<std::string> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      texts.emplace_back(cell.text);
    return texts;
  }

  /// The texts of paragraphs; "table" for a table.
  std::vector<std::string> blocks() const {
    std::vector<std::string> texts;
    for (auto const& block : reading.blocks)
      texts.push_back(block.kind == BlockKind::table ? "table" : cells(block.first_row).front());
    return texts;
  }
};

Result read(std::string text, Limits const& limits = {}) {
  text.reserve(32); // never a short string: views into it survive a move
  Result result{std::move(text), {}, {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_markdown(result.source, limits, sink);
  result.findings = sink.take();
  return result;
}

using Texts = std::vector<std::string>;

/// The one cell of a pipe table.
std::string cell(std::string const& text) { return read("| 甲 |\n|---|\n| " + text + " |\n").cells(1).at(0); }

} // namespace

TEST_CASE("a footnote's text among the lines of a table of HTML leaves the table whole") {
  auto const table = read("<table><tr><td>a</td><td>b</td></tr>\n[^1]: c\n</table>\n");
  CHECK(std::ranges::any_of(table.reading.cells, [](Cell const& cell) { return cell.text == "a"; }));
  CHECK(std::ranges::any_of(table.reading.cells, [](Cell const& cell) { return cell.text == "b"; }));
}

TEST_CASE("nothing, one line, many lines") {
  CHECK(read("").reading.blocks.empty());
  CHECK(read("\n \n\u3000\n").reading.blocks.empty());
  CHECK(read("绩效目标表").blocks() == Texts{"绩效目标表"});
  CHECK(read("一、目标\n\n建成\n(2026年度)\n").blocks() == Texts{"一、目标", "建成", "(2026年度)"});
}

TEST_CASE("marks of lines go") {
  CHECK(read("# 标题 {#anchor .unnumbered}\n\n##二级 ##\n").blocks() == Texts{"标题", "二级"});
  CHECK(read("标题\n=====\n小标题\n---\n正文").blocks() == Texts{"标题", "小标题", "正文"});
  CHECK(read("- 1.甲项目\n* 乙\n+ 丙\n1. 丁").blocks() == Texts{"1.甲项目", "乙", "丙", "1. 丁"});
  CHECK(read("> 引文\n> > 再引\n").blocks() == Texts{"引文", "再引"});
  CHECK(read("```text\n代码\n```\n***\n::: {.box}\n盒\n:::").blocks() == Texts{"代码", "盒"});
  CHECK(read("<div class=\"page\">\n甲\n</div>\n<!-- 页 -->\n").blocks() == Texts{"甲"});
  CHECK(read(".. _标题-1:\n\n标题\n----\n").blocks() == Texts{"标题"});
  CHECK(read("Table: 表一\n\n: 表二").blocks() == Texts{"表一", "表二"});
  CHECK(read("| 第一行\n| 第二行\n").blocks() == Texts{"第一行", "第二行"});
  CHECK(read("#1 不是标题\n-不是列表\n-\n").blocks() == Texts{"#1 不是标题", "-不是列表", "-"});
}

TEST_CASE("marks inside a text go") {
  CHECK(cell("**产出指标**") == "产出指标");
  CHECK(cell("_**产出**_") == "产出");
  CHECK(cell("共**三**项") == "共三项");
  CHECK(cell("5*3*2") == "5*3*2");
  CHECK(cell("**注") == "**注");
  CHECK(cell("\\*\\_\\<5\\>") == "*_<5>");
  CHECK(cell("&lt;5&nbsp;&amp;") == "<5\u00A0&");
  CHECK(cell("甲<br>乙<BR />丙") == "甲\n乙\n丙");
  CHECK(cell("`a|b` c") == "a|b c");
  CHECK(cell("`a") == "`a");
  CHECK(cell("10^2^ CO~2~ ~5") == "10<sup>2</sup> CO<sub>2</sub> ~5");
  CHECK(cell("[]{#p1 .anchor}甲[乙]{.underline}") == "甲乙");
  CHECK(cell("[网站](http://a.cn/x) ![](i.png)丙") == "网站 丙");
  CHECK(cell("[2024]15号 [注](见附件)") == "[2024]15号 [注](见附件)");
  CHECK(cell("甲<!-- 页 -->乙") == "甲乙");
}

TEST_CASE("waves strike, but for those of ranges and lowered digits") {
  CHECK(cell("~旧库~水库") == "水库");
  CHECK(cell("水库 ~旧库~") == "水库");
  CHECK(cell("5~10和6~8") == "5~10和6~8");
  CHECK(cell("约~5万元~6万元") == "约~5万元~6万元");
  CHECK(cell("~旧库 ~水库") == "~旧库 ~水库");
  CHECK(cell("~") == "~");
}

TEST_CASE("wrapped paragraphs are joined, others are not") {
  std::string const full = "本部门负责全县水利工程的规划建设和运行管理，组织开展水旱灾害防治 ABCDE";
  CHECK(read(full + "\nDEF 等工作\n").blocks() == Texts{full + " DEF 等工作"});
  CHECK(read(full + "\n(2026年度)\n").blocks().size() == 2);
  CHECK(read(full + "。\n工作\n").blocks().size() == 2);
  CHECK(read("短行\n工作\n").blocks().size() == 2);
  CHECK(read("检查设施, 组织宣传,\n按季更换渡口设施按季更换渡口设施按季更换渡口设施按季更换设施\n").blocks().size() ==
        1);
}

TEST_CASE("pipe tables") {
  auto const table = read("| a | b \\| c |\n|:--|--:|\n|  | `x|y` |\nd | e | f\n\n尾");
  CHECK(table.blocks() == Texts{"table", "尾"});
  CHECK(table.cells(0) == Texts{"a", "b | c"});
  CHECK(table.cells(1) == Texts{"", "x|y"});
  CHECK(table.cells(2) == Texts{"d", "e", "f"});
  CHECK(table.reading.cells[2].line == 3);
  CHECK(table.reading.cells[1].begin == 6);
}

TEST_CASE("delimiter rows are no data, wherever they stand") {
  CHECK(read("|  |  |\n|---|---|\n| a | b |\n").reading.rows.size() == 1);
  CHECK(read("| a | b |\n|---|---|\n| c | d |\n|---|---|\n").reading.rows.size() == 2);
  CHECK(read("|---|---|\n| a | b |\n").reading.rows.size() == 1);
  CHECK(read("| a | b |\n| c | d |\n| - | - |\n").reading.rows.size() == 3);
  CHECK(read("| a | b |\n|---+---|\n| c | d |\n").reading.rows.size() == 2);
}

TEST_CASE("without bars at the ends, one at the start follows an empty cell") {
  auto const table = read("a | b | c\n---|---|---\n | d | \n| e | f | g |\n");
  CHECK(table.cells(1) == Texts{"", "d", ""});
  CHECK(table.cells(2) == Texts{"e", "f", "g"});
}

TEST_CASE("rows without a delimiter row") {
  CHECK(read("| a | b |\n| c | d |\n").reading.rows.size() == 2);
  CHECK(read("首页 | 目录\n").blocks() == Texts{"首页 | 目录"});
  CHECK(read("a | b | c\nd | e | f\n").blocks() == Texts{"table"});
}

TEST_CASE("a cell broken over lines") {
  auto const table = read("| a | b | c |\n|---|---|---|\n| d | e1\ne2 | f |\n| g | h | i |\n");
  REQUIRE(table.reading.rows.size() == 3);
  CHECK(table.cells(1) == Texts{"d", "e1\ne2", "f"});
}

TEST_CASE("simple tables") {
  auto const headed = read("  甲       乙\n  ------ ------\n  一       二\n         三\n\n尾\n");
  CHECK(headed.blocks() == Texts{"table", "尾"});
  CHECK(headed.cells(1) == Texts{"一", "二"});
  CHECK(headed.cells(2) == Texts{"", "三"});
  auto const headless = read("  ---- ----\n  甲   乙\n  丙   丁\n  ---- ----\n尾");
  CHECK(headless.blocks() == Texts{"table", "尾"});
  CHECK(headless.reading.rows.size() == 3);
  auto const rst = read("== ==\n甲 乙\n== ==\n丙 丁\n== ==\n");
  CHECK(rst.blocks() == Texts{"table"});
  CHECK(rst.cells(1) == Texts{"丙", "丁"});
}

TEST_CASE("multiline tables") {
  auto const table = read("  ---------------------\n"
                          "  项目       甲项目\n"
                          "  名称       \n"
                          "  ---------- ----------\n"
                          "             一二三四五\n"
                          "             六七\n"
                          "\n"
                          "  a          b\n"
                          "  ---------------------\n");
  REQUIRE(table.blocks() == Texts{"table"});
  CHECK(table.cells(0) == Texts{"项目\n名称", "甲项目"});
  CHECK(table.cells(1) == Texts{"", "一二三四五六七"});
  CHECK(table.cells(2) == Texts{"a", "b"});
  CHECK(table.reading.cells[3].line == 5);
}

TEST_CASE("backslashes and short lines are hard breaks, full lines are not") {
  auto const table =
      read("  ------------ ----\n  甲\\          x\n  乙\n  丙\n\n  12345 67890  y\n  abc\n\n  12345 \n  "
           "67890abc\n  ------------ ----\n");
  CHECK(table.cells(0) == Texts{"甲\n乙\n丙", "x"});
  CHECK(table.cells(1) == Texts{"12345 67890 abc", "y"});
  CHECK(table.cells(2) == Texts{"12345 67890abc", ""});
}

TEST_CASE("characters of ambiguous width move gutters") {
  // The second row's quotes were measured as two cells each: the gutter stands four cells to the left.
  auto const table = read("  ---------------- ----------\n  甲               一 二\n\n  “乙”“乙”乙 三 四\n\n"
                          "  ---------------- ----------\n");
  CHECK(table.cells(0) == Texts{"甲", "一 二"});
  auto const wide =
      read("  -------------- ------\n  甲             一\n\n  “乙”“乙”       二\n\n  -------------- ------\n");
  CHECK(wide.cells(1) == Texts{"“乙”“乙”", "二"});
  auto const moved =
      read("  -------------- ------\n  甲             一\n\n  “乙”“乙”   二\n\n  -------------- ------\n");
  CHECK(moved.cells(1) == Texts{"“乙”“乙”", "二"});
}

TEST_CASE("rules that are no table") {
  CHECK(read("甲\n----------\n乙\n----------\n丙").blocks() == Texts{"甲", "乙", "丙"});
  CHECK(read("- - -\n---\n甲").blocks() == Texts{"甲"});
  CHECK(read("---- ----\n").reading.blocks.empty());
  CHECK(read("+---+\n+---+\n甲").blocks() == Texts{"甲"});
}

TEST_CASE("grid tables with cells that span rows and columns") {
  auto const table = read("+-----+-----+-----+\n"
                          "| 甲  | 乙        |\n"
                          "|     +-----+-----+\n"
                          "|     | 丙  | 丁  |\n"
                          "+=====+=====+=====+\n"
                          "| 戊        | 己  |\n"
                          "+-----------+     |\n"
                          "| 庚        | 辛  |\n"
                          "+-----------+-----+\n");
  REQUIRE(table.reading.rows.size() == 4);
  CHECK(table.cells(0) == Texts{"甲", "乙", ""});
  CHECK(table.cells(1) == Texts{"", "丙", "丁"});
  CHECK(table.cells(2) == Texts{"戊", "", "己\n辛"});
  CHECK(table.cells(3) == Texts{"庚", "", ""});
  CHECK(table.reading.cells[0].y_span == 2);
  CHECK(table.reading.cells[1].x_span == 2);
}

TEST_CASE("a grid table that lost the end of a line") {
  auto const table = read("+---+---+\n| a | b |\n+---+---+\n| c\n+---+---+\n");
  CHECK(table.cells(1) == Texts{"c", ""});
  CHECK(table.reading.cells.back().line == 4);
  CHECK(table.reading.cells.back().end <= table.text.size());
}

TEST_CASE("words that a grid table cuts are whole again") {
  auto const table = read("+-----------+-----------+\n"
                          "| 计划      | 2         |\n"
                          "| 开始日期  | 026-01-01 |\n"
                          "|           |           |\n"
                          "|           | 起        |\n"
                          "+-----------+-----------+\n");
  CHECK(table.cells(0) == Texts{"计划开始日期", "2026-01-01\n起"});
}

TEST_CASE("no space stands beside full-width punctuation, nor where a word was cut") {
  auto const table = read("+----------+----------+\n"
                          "| 5        | 余氯、   |\n"
                          "| 月20日前 | pH 值    |\n"
                          "+----------+----------+\n");
  CHECK(table.cells(0) == Texts{"5月20日前", "余氯、pH 值"});
}

TEST_CASE("bars of a grid moved by characters of ambiguous width") {
  auto const table =
      read("+--------+--------+\n| “甲”   | 乙     |\n+--------+--------+\n| “丙”  | 丁     |\n+--------+--------+\n");
  CHECK(table.cells(0) == Texts{"“甲”", "乙"});
  CHECK(table.cells(1) == Texts{"“丙”", "丁"});
}

TEST_CASE("frames of database shells have a row in each line") {
  auto const table = read("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n+---+---+\n");
  CHECK(table.reading.rows.size() == 4);
}

TEST_CASE("tables of HTML") {
  auto const table = read("## 标题\n\n<table>\n<tr><td rowspan=\"2\">甲</td><td>乙<br "
                          "/>丙</td></tr>\n\n<tr><td>丁</td></tr>\n</table>\n\n尾");
  CHECK(table.blocks() == Texts{"标题", "table", "尾"});
  CHECK(table.cells(1) == Texts{"甲", "乙\n丙"});
  CHECK(table.cells(2) == Texts{"", "丁"});
}

TEST_CASE("lines with tabs are rows as the tsv reader has them") {
  auto const table = read("# 标题\n\n- 1.甲\n\n\t b \t**c**\n--\t--\n\nd\te\n");
  CHECK(table.blocks() == Texts{"标题", "1.甲", "table", "table"});
  CHECK(table.cells(2) == Texts{"", " b ", "**c**"});
  CHECK(table.cells(3) == Texts{"--", "--"});
}

TEST_CASE("limits") {
  Limits limits;
  limits.cells = 3;
  auto const cells = read("| a | b |\n|---|---|\n| c | d |\n\n文", limits);
  CHECK(cells.reading.cells.size() == 3);
  REQUIRE(cells.findings.size() == 1);
  CHECK(cells.findings[0].code == Code::too_many_cells);
  limits = {};
  limits.cells_in_row = 2;
  auto const row = read("| a | b | c |\n| d | e | f |\n", limits);
  CHECK(row.reading.cells.size() == 4);
  CHECK(row.findings.size() == 2);
}

TEST_CASE("what is Markdown and what is not") {
  auto const answer = [](std::string_view text) { return identify_markdown(text).answer; };
  CHECK(answer("项目\t名称\n甲\t乙\n") == Answer::no);
  CHECK(answer("项目\t名称\n- 甲\t乙\n") == Answer::no);
  CHECK(answer("# 标题\n\n项目\t名称\n") == Answer::yes);
  CHECK(answer("- 甲\n- 乙\n\n项目\t名称\n") == Answer::yes);
  CHECK(answer("# 标题\n\n正文\n") == Answer::unsure);
  CHECK(answer("| a | b |\n|---|---|\n") == Answer::yes);
  CHECK(answer("| a | b |\n| cc | d |\n") == Answer::yes);
  CHECK(answer("|甲  |乙  |\n|丙  |丁  |\n") == Answer::unsure);
  CHECK(answer("|甲  |乙    |\n|丙丙  |丁  |\n") == Answer::unsure);
  CHECK(answer("+---+---+\n| a | b |\n+---+---+\n") == Answer::yes);
  CHECK(answer("  甲   乙\n  ---- ----\n  丙   丁\n") == Answer::yes);
  CHECK(answer("文\n\n<table>\n<tr><td>甲</td></tr>\n</table>\n") == Answer::yes);
  CHECK(answer("甲——乙\n-----\n丙\n") == Answer::no);
  CHECK(answer("项目名称      甲项目      2026\n") == Answer::no);
}

TEST_CASE("of marks of covered cells < is none in a column of signs") {
  auto const cells = [](std::string const& text, std::size_t row) { return read(text).cells(row); };
  CHECK(cells("| a | b |\n|---|---|\n| 1 | < |\n| ^ | < |\n", 2) == Texts{"", ""});
  CHECK(cells("| a | b |\n|---|---|\n| 1 | ≥ |\n| ^ | < |\n", 2) == Texts{"", "<"});
  CHECK(cells("| a | 符号 |\n|---|---|\n| 1 | < |\n| ^ | < |\n", 2) == Texts{"", "<"});
  CHECK(cells("| a | < | < |\n|---|---|---|\n| 1 | < | 2 |\n", 1) == Texts{"1", "", "2"});
  CHECK(cells("| a | b |\n|---|---|\n| 1 | < |\n", 1) == Texts{"1", "<"});
  CHECK(cells("| a | b |\n|---|---|\n| ^^ | ^ |\n| x | < |\n", 1) == Texts{"", ""});
}

TEST_CASE("keywords of Org head texts or say what programs set") {
  CHECK(read("#+TITLE: 绩效表\n#+options: toc:nil\n#+AUTHOR: 甲\n| a | b |\n| c | d |\n#+TBLFM: $2=1\n").blocks() ==
        Texts{"绩效表", "#+AUTHOR: 甲", "table"});
  CHECK(read("#+title:\n\n正文\n").blocks() == Texts{"正文"});
}

TEST_CASE("a bar alone on its line opens a row that stands below it") {
  auto const one = read("| 甲 |\n|\n乙 |\n");
  REQUIRE(one.reading.rows.size() == 2);
  CHECK(one.cells(1) == Texts{"乙"});
  CHECK(one.reading.cells_of(one.reading.rows[1])[0].line == 3);
  CHECK(read("| 甲 | 乙 |\n|\n丙 | 丁 |\n").cells(1) == Texts{"丙", "丁"});
  CHECK(read("| 甲 |\n|\n").reading.rows.size() == 1);
  CHECK(read("| 甲 |\n|\n|\n| 乙 |\n").reading.rows.size() == 2);
  CHECK(read("|\n|\n").reading.rows.size() <= 2);
}
