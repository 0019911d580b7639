#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

Document table(std::string_view lines) {
  return read("财政项目支出绩效目标申报表\n项目名称 | 湿地监测\n | 一级指标 | 二级指标 | 三级指标 | 指标值\n" +
              std::string(lines));
}

constexpr std::string_view first_row = " | 产出指标 | 数量指标 | 监测点位 | ≥12个\n";
std::string const first_read = "产出指标 > 数量指标 > 监测点位 = ≥12个";

} // namespace

TEST_CASE("a table without rows") {
  auto const document = table("");
  REQUIRE(document.forms.size() == 1);
  CHECK(document.forms[0].indicators.empty());
  CHECK(reports(document, "no_indicators /forms/0/indicators"));
}

TEST_CASE("a value alone on the next row goes to the row above that lacks one") {
  auto const document = table(" | 产出指标 | 数量指标 | 监测点位 |\n | | | | ≥12个");
  CHECK(indicators(document) == Lines{first_read});
  CHECK(reports(document, "value_from_next_row /forms/0/indicators/0/target"));
}

TEST_CASE("a name goes on in the next row where it ends open or the next begins inside") {
  CHECK(indicators(table(" | 产出指标 | 数量指标 | 监测点位、 | ≥12个\n | | | 取样批次"))[0] ==
        "产出指标 > 数量指标 > 监测点位、取样批次 = ≥12个");
  CHECK(indicators(table(" | 产出指标 | 数量指标 | 监测点位 | ≥12个\n | | | （含浮标）"))[0] == first_read);
  CHECK(reports(table(" | 产出指标 | 数量指标 | 监测点位（含 | ≥12个\n | | | 浮标）"),
                "text_joined /forms/0/indicators/0/level3"));
}

TEST_CASE("a name alone is a record without a value, and says so") {
  auto const document = table(std::string(first_row) + " | | | 取样批次");
  CHECK(indicators(document) == Lines{first_read, "产出指标 > 数量指标 > 取样批次 = -"});
  CHECK(reports(document, "target_missing /forms/0/indicators/1/target"));
}

TEST_CASE("names under the value's header, row after row, stay names") {
  auto const document = table(std::string(first_row) + " | | | | 取样批次\n | | | | 浮标布设");
  CHECK(indicators(document) ==
        Lines{first_read, "产出指标 > 数量指标 > 取样批次 = -", "产出指标 > 数量指标 > 浮标布设 = -"});
  CHECK(reports(document, "target_missing /forms/0/indicators/1/target"));
  CHECK(reports(document, "target_missing /forms/0/indicators/2/target"));
}

TEST_CASE("a value alone under a complete row is a record without a name") {
  auto const document = table(std::string(first_row) + " | | | | ≥4批");
  CHECK(indicators(document) == Lines{first_read, "产出指标 > 数量指标 > - = ≥4批"});
  CHECK(reports(document, "name_missing /forms/0/indicators/1/level3"));
}

TEST_CASE("labels alone on a row belong to the next") {
  auto const document = table(std::string(first_row) + " | 满意度指标 | 服务对象满意度指标\n | | | 村民满意度 | ≥90%");
  CHECK(indicators(document) == Lines{first_read, "满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%"});
}

TEST_CASE("a group of the document's own is kept as printed") {
  auto const document =
      table(std::string(first_row) + " | 产出指标 | 安全指标 | 落水事故 | 0起\n | | | 触电事故 | 0起");
  CHECK(indicators(document) ==
        Lines{first_read, "产出指标 > 安全指标 > 落水事故 = 0起", "产出指标 > 安全指标 > 触电事故 = 0起"});
  CHECK(reports(document, "unknown_group /forms/0/indicators/1/level2"));
}

TEST_CASE("a header that comes again after a page break changes the columns") {
  auto const document =
      table(std::string(first_row) +
            " | 一级指标 | 二级指标 | | 三级指标 | 指标值\n | 满意度指标 | 服务对象满意度指标 | | 村民满意度 | ≥90%");
  CHECK(indicators(document) == Lines{first_read, "满意度指标 > 服务对象满意度指标 > 村民满意度 = ≥90%"});
  CHECK(findings(document).empty());
}
