#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

std::string const head =
    "财政项目支出绩效目标申报表\n项目名称 | 湿地监测\n | 一级指标 | 二级指标 | 三级指标 | 指标值\n";

Document table(std::string_view lines) { return read(head + std::string(lines)); }

Lines repaired(Document const& document, std::size_t indicator) {
  return document.forms.at(0).indicators.at(indicator).repaired;
}

constexpr std::string_view first_row = " | 产出指标 | 数量指标 | 监测点位 | ≥12个\n";
std::string const first_read = "产出指标 > 数量指标 > 监测点位 = ≥12个";

} // namespace

TEST_CASE("a row that slid is one finding on its indicator") {
  for (auto const* row : {"产出指标 | 质量指标 | 仪器完好 | ≥98%", " | | 产出指标 | 质量指标 | 仪器完好 | ≥98%"}) {
    auto const document = table(std::string(first_row) + row);
    CHECK(indicators(document) == Lines{first_read, "产出指标 > 质量指标 > 仪器完好 = ≥98%"});
    CHECK(findings(document) == Lines{"row_shifted /forms/0/indicators/1"});
  }
}

TEST_CASE("texts that slid past their labels") {
  auto const document = table(std::string(first_row) + " | | 质量指标 | | 仪器完好 | ≥98%");
  CHECK(indicators(document)[1] == "产出指标 > 质量指标 > 仪器完好 = ≥98%");
  CHECK(reports(document, "cells_shifted /forms/0/indicators/1"));
}

TEST_CASE("a level-2 label in the column of level 1") {
  auto const document = table(std::string(first_row) + " | 质量指标 | | 仪器完好 | ≥98%\n | | | 数据齐全 | ≥99%");
  CHECK(indicators(document) ==
        Lines{first_read, "产出指标 > 质量指标 > 仪器完好 = ≥98%", "产出指标 > 质量指标 > 数据齐全 = ≥99%"});
  CHECK(reports(document, "label_in_wrong_column /forms/0/indicators/1/level2"));
  CHECK(repaired(document, 0).empty());
  CHECK(repaired(document, 1) == Lines{"level1", "level2"});
}

TEST_CASE("the level-2 label decides against the level-1 cell beside it") {
  auto const document = table(" | 产出指标 | 社会效益指标 | 科普受众 | ≥500人");
  CHECK(indicators(document) == Lines{"效益指标 > 社会效益指标 > 科普受众 = ≥500人"});
  CHECK(repaired(document, 0) == Lines{"level1"});
  CHECK(reports(document, "wrong_parent /forms/0/indicators/0/level1"));
}

TEST_CASE("plain fill-down is no repair") {
  auto const document = table(std::string(first_row) + " | | | 取样批次 | ≥4批");
  CHECK(repaired(document, 1).empty());
  CHECK(findings(document).empty());
}

TEST_CASE("a name in another column") {
  auto const document = table(std::string(first_row) + " | | 取样批次 | | ≥4批");
  CHECK(indicators(document)[1] == "产出指标 > 数量指标 > 取样批次 = ≥4批");
  CHECK(repaired(document, 1) == Lines{"level2", "level3"}); // plain look-up would have read the name as level 2
}

TEST_CASE("words in a name against fill-down make a row doubtful") {
  auto const document =
      table(std::string(first_row) + " | 效益指标 | 社会效益指标 | 科普受众 | ≥500人\n | | | 村民满意度 | ≥90%");
  CHECK(reports(document, "ambiguous_group /forms/0/indicators/2"));
}

TEST_CASE("words in a name and another form together say where a label is missing") {
  auto const other = head + " | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90%\n";
  auto const document = read(head + std::string(first_row) +
                             " | 效益指标 | 社会效益指标 | 科普受众 | ≥500人\n | | | 村民满意度 | ≥90%\n" + other);
  CHECK(indicators(document)[2] == "满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%");
  CHECK(reports(document, "group_inferred /forms/0/indicators/2"));
}

TEST_CASE("a label printed a row early is taken up by the row it belongs to") {
  auto const document = table(" | 产出指标 | 质量指标 | 监测数据准确率 | ≥98%\n | 满意度指标 | 服务对象满意度指标 | "
                              "样品验收合格率 | ≥95%\n | | | 村民满意度 | ≥90%");
  CHECK(indicators(document)[0] == "产出指标 > 质量指标 > 监测数据准确率 = ≥98%");
  CHECK(indicators(document)[2] == "满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%");
}

TEST_CASE("other forms of the document speak for a name") {
  std::string text;
  for (int i = 0; i < 3; ++i)
    text += head + std::string(first_row) + " | 效益指标 | 生态效益指标 | 候鸟停留 | ≥30天\n";
  text += head + std::string(first_row) + " | | | 候鸟停留 | ≥30天\n";
  auto const document = read(text);
  REQUIRE(document.forms.size() == 4);
  CHECK(indicators(document, 3)[1] == "效益指标 > 生态效益指标 > 候鸟停留 = ≥30天");
  CHECK(reports(document, "group_inferred /forms/3/indicators/1"));
}

TEST_CASE("more rows than one decoding window") {
  std::string lines(first_row);
  for (int i = 0; i < 600; ++i)
    lines += " | | 断面" + std::to_string(i) + " | | ≥1次\n";
  auto const all = indicators(table(lines));
  REQUIRE(all.size() == 601);
  for (std::size_t i = 1; i < all.size(); ++i)
    CHECK(all[i] == "产出指标 > 数量指标 > 断面" + std::to_string(i - 1) + " = ≥1次");
}
