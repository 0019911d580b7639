#include "readers/layout/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
  std::vector<Diagnostic> findings;

  /// The cells of a row that are not blank.
  std::vector<std::string_view> cells(std::size_t row) const {
    std::vector<std::string_view> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      if (!cell.text.empty())
        texts.push_back(cell.text);
    return texts;
  }
};

Result read(std::string text, Limits const& limits = {}) {
  Result result{std::move(text), {}, {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_layout(result.source, limits, sink);
  result.findings = sink.take();
  return result;
}

Answer identify(std::string_view text) { return identify_layout(text).answer; }

using Texts = std::vector<std::string_view>;

} // namespace

TEST_CASE("text without lines that align is none") {
  CHECK(identify("一段话。\n又一段话。\n") == Answer::no);
  CHECK(identify("甲  乙\n") == Answer::no);
  CHECK(identify("甲\t乙\n丙\t丁\n甲\t乙\n") == Answer::no);
}

TEST_CASE("texts that line up over several lines are columns") {
  CHECK(identify("甲      乙\n丙      丁\n戊      己\n庚      辛\n") == Answer::yes);
}

TEST_CASE("tables with rules are left to others") {
  CHECK(identify("| 甲      | 乙\n| 丙      | 丁\n| 戊      | 己\n| 庚      | 辛\n") == Answer::no);
  CHECK(identify("甲      乙\n----    ----\n丙      丁\n戊      己\n庚      辛\n") == Answer::no);
  CHECK(identify("+----+----+\n丙      丁\n戊      己\n庚      辛\n甲      乙\n") == Answer::no);
  CHECK(identify("<p>甲      乙\n丙      丁\n戊      己\n庚      辛\n") == Answer::no);
}

TEST_CASE("each line of a plain table is a row") {
  auto const result = read("名称      数量    单位\n桥梁      三      座\n道路      五      条\n");
  REQUIRE(result.reading.rows.size() == 3);
  CHECK(result.cells(0) == Texts{"名称", "数量", "单位"});
  CHECK(result.cells(2) == Texts{"道路", "五", "条"});
}

TEST_CASE("a line without a text in the last columns goes on the one above") {
  auto const result = read("绿化养护面积达    ≥30.00    公里\n"
                           "标率\n"
                           "树木成活情况良    =95.00    个\n"
                           "好率\n");
  REQUIRE(result.reading.rows.size() == 2);
  CHECK(result.cells(0) == Texts{"绿化养护面积达标率", "≥30.00", "公里"});
  CHECK(result.cells(1) == Texts{"树木成活情况良好率", "=95.00", "个"});
}

TEST_CASE("dates that were broken at a hyphen are joined") {
  auto const result = read("开始日      2031-01-      完成日      2031-12-\n"
                           "期          01            期          31\n");
  REQUIRE(result.reading.rows.size() == 1);
  CHECK(result.cells(0) == Texts{"开始日期", "2031-01-01", "完成日期", "2031-12-31"});
}

TEST_CASE("cells know their place in the source") {
  auto const result = read("甲      乙\n丙      丁\n");
  auto const& cell = result.reading.cells.back();
  CHECK(cell.line == 2);
  CHECK(result.text.substr(cell.begin, cell.end - cell.begin) == "丁");
}

TEST_CASE("page numbers are no text") {
  auto const result = read("甲      乙\n丙      丁\n\n            1\n\f戊      己\n\n            2\n");
  REQUIRE(result.reading.rows.size() == 3);
  CHECK(result.cells(2) == Texts{"戊", "己"});
}

TEST_CASE("a line that fills the measure goes on in the next one") {
  auto const result = read("今年计划完成城乡道路绿化养护和河道保洁工作并且建立健全长效管护的机制，让全县居\n"
                           "民都满意。\n"
                           "明年继续。\n");
  REQUIRE(result.reading.rows.size() == 2);
  CHECK(result.cells(0) ==
        Texts{"今年计划完成城乡道路绿化养护和河道保洁工作并且建立健全长效管护的机制，让全县居民都满意。"});
}

TEST_CASE("limits hold") {
  Limits limits;
  limits.cells = 3;
  auto const result = read("甲      乙\n丙      丁\n戊      己\n", limits);
  CHECK(result.reading.cells.size() <= 3);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::too_many_cells);
}

TEST_CASE("lines set in below each other are no columns, though labels spread over their cells have gaps") {
  CHECK(identify("文  号：\n名  称：春雨路维修\n字  体：大\n        桥面维修面积 5 5\n        栏杆维修长度 6 6\n"
                 "        路灯更换数量 7 7\n        树木补种数量 8 8\n") == Answer::no);
}
