#include "readers/ruled/ruled.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;

  std::vector<std::string_view> cells(std::size_t row) const {
    std::vector<std::string_view> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      texts.push_back(cell.text);
    return texts;
  }
  Cell const& cell(std::size_t row, std::size_t x) const { return reading.cells_of(reading.rows.at(row))[x]; }
};

Result read(std::string text, Limits const& limits = {}) {
  text.reserve(32); // never a short string: views into it survive a move
  Result result{std::move(text), {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_ruled(result.source, limits, sink);
  return result;
}

using Texts = std::vector<std::string_view>;

Answer identify(std::string_view text) { return identify_ruled(text).answer; }

} // namespace

TEST_CASE("cells reach over missing bars and rules") {
  auto const result = read("标题\n"
                           "┌────┬────┬────┐\n"
                           "│    │乙  │丙  │\n"
                           "│甲  ├────┴────┤\n"
                           "│    │丁       │\n"
                           "└────┴─────────┘\n"
                           "尾\n");
  REQUIRE(result.reading.blocks.size() == 3);
  CHECK(result.cells(1) == Texts{"甲", "乙", "丙"});
  CHECK(result.cells(2) == Texts{"", "丁", ""});
  CHECK(result.cell(1, 0).y_span == 2);
  CHECK(result.cell(1, 0).line == 4);
  CHECK(result.cell(2, 1).x_span == 2);
}

TEST_CASE("lines of a cell are joined where there was no room for more") {
  auto const result = read("┌──────┬────────┐\n"
                           "│三级指│the new │\n"
                           "│标    │road    │\n"
                           "├──────┼────────┤\n"
                           "│项目  │1.建站  │\n"
                           "│绩效  │2.巡查  │\n"
                           "├──────┼────────┤\n"
                           "│9901AB│甲      │\n"
                           "│CD    │乙      │\n"
                           "└──────┴────────┘\n");
  CHECK(result.cells(0) == Texts{"三级指标", "the new road"});
  CHECK(result.cells(1) == Texts{"项目\n绩效", "1.建站\n2.巡查"});
  CHECK(result.cells(2) == Texts{"9901ABCD", "甲\n乙"});
}

TEST_CASE("a unit in brackets goes on behind its number") {
  auto const result = read("┌──────┬──────┐\n"
                           "│≥450  │≥68.5 │\n"
                           "│(套)  │(公里)│\n"
                           "├──────┼──────┤\n"
                           "│甲    │乙    │\n"
                           "└──────┴──────┘\n");
  CHECK(result.cells(0) == Texts{"≥450(套)", "≥68.5(公里)"});
}

TEST_CASE("characters that another program takes for two columns wide do not shift a line") {
  auto const result = read("┌────┬────────┐\n"
                           "│甲  │“值”≥│\n"
                           "├────┼────────┤\n"
                           "│乙  │丙      │\n"
                           "└────┴────────┘\n");
  CHECK(result.cells(0) == Texts{"甲", "“值”≥"});
  CHECK(result.cells(1) == Texts{"乙", "丙"});
}

TEST_CASE("a database's table has a row a line, and bars in its texts") {
  auto const result = read("+------+----------+\n"
                           "| 名称 | 目标     |\n"
                           "+------+----------+\n"
                           "| 路灯 | 更换 3 盏|\n"
                           "| 河道 | a|b      |\n"
                           "| 桥梁 | -        |\n"
                           "+------+----------+\n");
  REQUIRE(result.reading.rows.size() == 4);
  CHECK(result.cells(1) == Texts{"路灯", "更换 3 盏"});
  CHECK(result.cells(2) == Texts{"河道", "a|b"});
  CHECK(result.cells(3) == Texts{"桥梁", "-"});
}

TEST_CASE("without rules a row begins where a cell begins again") {
  auto const result = read("|一级指标 |三级指标   |指标值  |\n"
                           "|产出指标 |更换城区老|≥30盏   |\n"
                           "|         |旧路灯盏数|        |\n"
                           "|         |清洁河道的|≥12.5公 |\n"
                           "|         |长度      |里      |\n"
                           "|效益指标 |居民出行  |改善    |\n");
  REQUIRE(result.reading.rows.size() == 4);
  CHECK(result.cells(1) == Texts{"产出指标", "更换城区老旧路灯盏数", "≥30盏"});
  CHECK(result.cells(2)[0].empty());
  CHECK(result.cells(2)[2] == "≥12.5公里");
  CHECK(result.cells(3) == Texts{"效益指标", "居民出行", "改善"});
}

TEST_CASE("without rules a row begins where the bars change, be they short of a column") {
  auto const result = read("|项目名称|项目编码|年度目标|\n"
                           "|甲      |乙              |\n"
                           "|丙               |丁     |\n");
  REQUIRE(result.reading.rows.size() == 3);
  CHECK(result.cells(1) == Texts{"甲", "乙", ""});
  CHECK(result.cell(1, 1).x_span == 2);
}

TEST_CASE("paragraphs are joined where the page had no room for more") {
  std::string const rule = "┌────────────────────────────────────────────────────────────┐\n";
  auto const result = read(rule + "│甲                                                          │\n" + rule +
                           "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\n二三。\n短行\n又一行\n");
  REQUIRE(result.reading.blocks.size() == 4);
  CHECK(result.cells(1)[0] == "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三。");
  CHECK(result.cells(2)[0] == "短行");
}

TEST_CASE("what is a drawn table") {
  CHECK(identify("┌──┐\n│甲│\n└──┘\n") == Answer::yes);
  CHECK(identify("+----+\n| 甲 |\n+----+\n") == Answer::unsure);
  CHECK(identify("|甲  |乙  |\n|丙  |丁  |\n|戊  |己  |\n") == Answer::yes);
  CHECK(identify("| 甲 | 乙 |\n|----|----|\n| 丙 | 丁 |\n") == Answer::no);
  CHECK(identify("甲\t乙\n") == Answer::no);
  CHECK(identify("甲|乙\n丙|丁\n") == Answer::no);
}

TEST_CASE("more columns and cells than the limits are left out") {
  Limits limits;
  limits.cells_in_row = 2;
  auto const wide = read("|甲|乙|丙|丁|戊|\n|己|庚|辛|壬|癸|\n", limits);
  REQUIRE(wide.reading.rows.size() == 2);
  CHECK(wide.cells(0) == Texts{"甲", "乙"});
  limits.cells = 3;
  CHECK(read("|甲|乙|\n|己|庚|\n", limits).reading.cells.size() == 3);
}
