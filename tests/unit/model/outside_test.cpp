#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

std::string const form = "财政项目支出绩效目标申报表\n项目名称 | 湿地监测 | 项目性质 | 经常性项目\n主管部门 | 青石县林业局 | 实施单位 | 青石县湿地中心\n";

} // namespace

TEST_CASE("nothing outside") {
  auto const document = read(form);
  CHECK_FALSE(document.title);
  CHECK(document.sections.empty());
}

TEST_CASE("the first short line before the forms is the title") {
  CHECK(read("青石县项目绩效目标汇总\n" + form).title == "青石县项目绩效目标汇总");
  CHECK_FALSE(read("本表由各单位填报。\n" + form).title);
  CHECK_FALSE(read(form + "\n青石县项目绩效目标汇总").title);
}

TEST_CASE("headings open sections, paragraphs fill them") {
  auto const document =
      read("青石县项目绩效目标汇总\n一、总体目标\n第一段。\n第二段。\n二、分项目标\n第三段。\n" + form);
  CHECK(document.title == "青石县项目绩效目标汇总");
  REQUIRE(document.sections.size() == 2);
  CHECK(document.sections[0].heading == "一、总体目标");
  CHECK(document.sections[0].text == "第一段。\n第二段。");
  CHECK(document.sections[1].heading == "二、分项目标");
  CHECK(document.sections[1].text == "第三段。");
  CHECK(document.coverage.unclaimed.empty());
}

TEST_CASE("prose without a heading is a section without one") {
  auto const document = read("本表由各单位填报。\n" + form);
  REQUIRE(document.sections.size() == 1);
  CHECK_FALSE(document.sections[0].heading);
  CHECK(document.sections[0].text == "本表由各单位填报。");
}

TEST_CASE("a table outside the forms is listed, not lost") {
  auto const document = read("序号 | 单位\n1 | 青石县水务局\n" + form);
  CHECK(document.coverage.claimed + document.coverage.unclaimed.size() == document.coverage.cells);
  CHECK_FALSE(document.coverage.unclaimed.empty());
}
