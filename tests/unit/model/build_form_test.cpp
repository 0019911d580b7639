#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

Document declaration(std::string_view lines) {
  return read("财政项目支出绩效目标申报表\n项目名称 | 湿地监测\n" + std::string(lines));
}

Form form_of(std::string_view lines) {
  auto const document = declaration(lines);
  REQUIRE(document.forms.size() == 1);
  return document.forms[0];
}

constexpr std::string_view table = " | 一级指标 | 二级指标 | 三级指标 | 指标值\n";

} // namespace

TEST_CASE("a form that prints nothing has nothing") {
  auto const form = form_of("");
  CHECK(form.project_name == "湿地监测");
  CHECK_FALSE(form.fiscal_year);
  CHECK_FALSE(form.project_code);
  CHECK_FALSE(form.supervising_department);
  CHECK_FALSE(form.start_date);
  CHECK_FALSE(form.amount_unit);
  CHECK(form.funds.empty());
  CHECK_FALSE(form.goals.annual);
  CHECK(form.indicators.empty());
  CHECK_FALSE(form.total_weight);
}

TEST_CASE("amounts in 元: by the form's unit, by their own, by none") {
  CHECK(funds(form_of("项目资金（元） | 项目资金总额 | 1,234.50")) == Lines{"project.total.budget 1234.50 元 1234.50"});
  CHECK(funds(form_of("项目资金（万元） | 项目资金总额 | 0.01")) == Lines{"project.total.budget 0.01 元 100"});
  CHECK(funds(form_of("项目资金（万元） | 项目资金总额 | 5元")) == Lines{"project.total.budget 0.0005 元 5"});
  CHECK(funds(form_of("项目资金 | 项目资金总额 | 5")) == Lines{"project.total.budget 5"});
}

TEST_CASE("an amount that is none is reported where it stands") {
  auto const document = declaration("项目资金（元） | 项目资金总额 | 若干");
  CHECK(funds(document.forms[0]) == Lines{"project.total.budget -"});
  CHECK(reports(document, "not_understood /forms/0/funds/0"));
  CHECK(document.coverage.claimed == document.coverage.cells);
}

TEST_CASE("placeholders are nothing, and no complaint") {
  auto const document =
      declaration("计划开始日期 | - | | 计划完成日期 | 2026年12月31日\n项目资金（元） | 项目资金总额 | —");
  CHECK_FALSE(document.forms[0].start_date);
  CHECK(document.forms[0].end_date == "2026-12-31");
  CHECK_FALSE(reports(document, "not_understood /forms/0/start_date"));
  CHECK_FALSE(reports(document, "not_understood /forms/0/funds/0"));
}

TEST_CASE("texts keep what is printed and lose what extraction added") {
  auto const form = form_of("项目性质 | 经常 性项目\n主管部门 | [103]青石县 水务局");
  CHECK(form.project_nature == "经常性项目");
  CHECK(form.supervising_department->code == "103");
  CHECK(form.supervising_department->name == "青石县水务局");
}

TEST_CASE("an indicator's value is read, its text stays") {
  auto const form = form_of(std::string(table) + " | 产出指标 | 数量指标 | 取样批次 | ≥4.00(批)\n | | 时效指标 | "
                                                 "取样结束 | 10月底前\n | | 质量指标 | 记录情况 | 完整");
  REQUIRE(form.indicators.size() == 3);
  auto const& count = *form.indicators[0].target;
  CHECK(count.text == "≥4.00(批)");
  CHECK(count.kind == ValueKind::quantity);
  CHECK(count.op == Comparator::at_least);
  CHECK(to_string(*count.number) == "4.00");
  CHECK(count.unit == "批");
  CHECK(form.indicators[1].target->kind == ValueKind::deadline);
  CHECK(form.indicators[2].target->kind == ValueKind::qualitative);
}

TEST_CASE("an indicator knows its row") {
  auto const document = declaration(std::string(table) + " | 产出指标 | 数量指标 | 取样批次 | ≥4批");
  CHECK(document.forms[0].at.line == 1);
  CHECK(document.forms[0].indicators[0].at.line == 4);
  CHECK(document.forms[0].indicators[0].at.row == 2);
}
