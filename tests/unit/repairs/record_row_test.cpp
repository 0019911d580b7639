#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

Document table(std::string_view lines) {
  return read("财政项目支出绩效目标申报表\n项目名称 | 湿地监测\n | 一级指标 | 二级指标 | 三级指标 | 指标值\n" +
              std::string(lines));
}

} // namespace

TEST_CASE("an intact table reports nothing") {
  auto const document = table("绩效指标 | 产出指标 | 数量指标 | 监测点位 | ≥12个\n | | | 取样批次 | ≥4批\n | "
                              "满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90%");
  CHECK(indicators(document) == Lines{"产出指标 > 数量指标 > 监测点位 = ≥12个", "产出指标 > 数量指标 > 取样批次 = ≥4批",
                                      "满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%"});
  CHECK(findings(document).empty());
}

TEST_CASE("a label broken over rows is joined") {
  auto const document = table(" | 满意度指标 | 服务对象满意度指 | 村民满意度 | ≥90%\n | | 标 | 渔户满意度 | ≥85%");
  CHECK(indicators(document) == Lines{"满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%",
                                      "满意度指标 > 服务对象满意度指标 > 渔户满意度 = ≥85%"});
  CHECK(findings(document)[0] == "label_joined /forms/0/indicators/0/level2");
}

TEST_CASE("a label broken into three, one piece a row of its own") {
  auto const document = table(" | 效益指标 | 可持 | 轮换安排 | 长期\n | | 续影\n | | 响指标 | 管护站点 | ≥2处");
  CHECK(indicators(document) ==
        Lines{"效益指标 > 可持续影响指标 > 轮换安排 = 长期", "效益指标 > 可持续影响指标 > 管护站点 = ≥2处"});
}

TEST_CASE("the rest of a broken label may be a label of its own") {
  CHECK(indicators(table(" | 满意度指标 | 服务对象 | 村民满意度 | ≥90%\n | | 满意度指标 | 渔户满意度 | ≥85%")) ==
        Lines{"满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%",
              "满意度指标 > 服务对象满意度指标 > 渔户满意度 = ≥85%"});
  CHECK(indicators(table(" | 成本指标 | 生态 | 滩涂占用 | ≤2亩\n | | 环境成本指标\n | | | 植被损失 | 无")) ==
        Lines{"成本指标 > 生态环境成本指标 > 滩涂占用 = ≤2亩", "成本指标 > 生态环境成本指标 > 植被损失 = 无"});
}

TEST_CASE("成本 and 指标 in the column of level 2 are the level-2 group") {
  CHECK(indicators(table(" | 产出指标 | 时效指标 | 取样结束 | 10月底前\n | | 成本 | 试剂单价 | ≤30元\n | | 指标\n | | "
                         "| 租船单价 | ≤500元")) == Lines{"产出指标 > 时效指标 > 取样结束 = 10月底前",
                                                          "产出指标 > 成本指标 > 试剂单价 = ≤30元",
                                                          "产出指标 > 成本指标 > 租船单价 = ≤500元"});
}

TEST_CASE("almost the end of a label is not joined") {
  auto const document = table(" | 产出指标 | 数量指标 | 监测点位 | ≥12个\n | | 标本 | 取样批次 | ≥4批");
  CHECK(indicators(document)[0] == "产出指标 > 数量指标 > 监测点位 = ≥12个");
  for (auto const& finding : findings(document))
    CHECK_FALSE(finding.starts_with("label_joined"));
}

TEST_CASE("table rules are layout") {
  auto const document = table("--- | --- | --- | --- | ---\n | 产出指标 | 数量指标 | 监测点位 | ≥12个");
  CHECK(indicators(document) == Lines{"产出指标 > 数量指标 > 监测点位 = ≥12个"});
  CHECK(document.coverage.unclaimed.empty());
  CHECK(findings(document).empty());
}

TEST_CASE("cells repeated over a merged header count once") {
  auto const document = read(
      "财政项目支出绩效目标申报表\n项目名称 | 湿地监测\n绩效指标 | 一级指标 | 二级指标 | 三级指标 | 三级指标 | 指标值\n"
      "绩效指标 | 产出指标 | 数量指标 | 监测点位 | 监测点位 | ≥12个\n绩效指标 | 产出指标 | 数量指标 | 取样批次 | "
      "取样批次 | ≥4批");
  CHECK(indicators(document) ==
        Lines{"产出指标 > 数量指标 > 监测点位 = ≥12个", "产出指标 > 数量指标 > 取样批次 = ≥4批"});
  CHECK(findings(document).empty());
  CHECK(document.coverage.claimed == document.coverage.cells);
}

TEST_CASE("成本指标 is a level 1 with a child beside it, a level 2 in that column") {
  CHECK(indicators(table(" | 成本指标 | 经济成本指标 | 试剂单价 | ≤30元")) ==
        Lines{"成本指标 > 经济成本指标 > 试剂单价 = ≤30元"});
  CHECK(indicators(table(" | 产出指标 | 数量指标 | 监测点位 | ≥12个\n | | 成本指标 | 试剂单价 | ≤30元")) ==
        Lines{"产出指标 > 数量指标 > 监测点位 = ≥12个", "产出指标 > 成本指标 > 试剂单价 = ≤30元"});
  CHECK(indicators(table(" | 产出指标 | 成本指标 | 试剂单价 | ≤30元")) ==
        Lines{"产出指标 > 成本指标 > 试剂单价 = ≤30元"});
}

TEST_CASE("成本指标 in the level-1 column behind 产出指标, with nothing beside it, is that group's level 2") {
  for (auto const* row : {" | 成本指标 | | 试剂单价 | ≤30元", " | 成本指标 | 试剂单价 | ≤30元"}) {
    auto const document = table(" | 产出指标 | 数量指标 | 监测点位 | ≥12个\n" + std::string(row));
    CHECK(indicators(document)[1] == "产出指标 > 成本指标 > 试剂单价 = ≤30元");
  }
}

TEST_CASE("满意度指标 in both columns is the group with its only child") {
  auto const document = table(" | 满意度指标 | 满意度指标 | 村民满意度 | ≥90%");
  CHECK(indicators(document) == Lines{"满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%"});
}
