#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// A form with the blocks to be tried, and what every form needs.
GrammarSet with(std::string_view blocks) {
  return grammars(
      "form mini {\n  family declaration\n  title \"小表\"\n  line fiscal_year amount_unit implementing_unit\n" +
      std::string(blocks) + "\n}\n");
}

Form form_of(Document const& document) {
  REQUIRE(document.forms.size() == 1);
  CHECK(document.forms[0].layout == "mini");
  return document.forms[0];
}

constexpr std::string_view names =
    "pairs { \"名称\" -> project_name \"编号\" -> project_code \"单位\" -> implementing_unit "
    "\"开工\" -> start_date }";
constexpr std::string_view two_panels = R"(pairs {
  side "资金" with amount_unit
  panel { "总额" -> funds.project.total.budget "其他" -> funds.project.other.budget }
  panel { "本年" -> funds.year.total.budget "其他" -> funds.year.other.budget }
})";

} // namespace

TEST_CASE("pairs: the value stands to the right, in the label's cell, or not at all") {
  auto const set = with(names);
  auto const form = form_of(read("小表\n名称 | 引水渠 | 编号 | Y1\n单位 | 103青石县水务局 | 开工 | 2026年3月1日", set));
  CHECK(form.title == "小表");
  CHECK(form.project_name == "引水渠");
  CHECK(form.project_code == "Y1");
  CHECK(form.implementing_unit->code == "103");
  CHECK(form.implementing_unit->name == "青石县水务局");
  CHECK(form.start_date == "2026-03-01");
  CHECK(form_of(read("小表\n名称 | | 引水渠 | 编号", set)).project_name == "引水渠");
  CHECK(form_of(read("小表\n名称：引水渠 | 编号", set)).project_name == "引水渠");
  CHECK_FALSE(form_of(read("小表\n名称 | 编号 | Y1", set)).project_name.has_value());
}

TEST_CASE("pairs: a label again keeps the first value") {
  auto const set = with(names);
  auto const again = read("小表\n名称 | 引水渠\n名称 | 排洪沟", set);
  CHECK(form_of(again).project_name == "引水渠");
  CHECK(reports(again, "label_repeated /forms/0/project_name"));
  CHECK(again.coverage.unclaimed.size() == 1);
  auto const same = read("小表\n名称 | 引水渠\n名称 | 引水渠", set);
  CHECK_FALSE(reports(same, "label_repeated /forms/0/project_name"));
  CHECK(same.coverage.unclaimed.empty());
}

TEST_CASE("pairs: what a field cannot be is reported and stays empty") {
  auto const document = read("小表\n名称 | 引水渠\n开工 | 待定", with(names));
  CHECK_FALSE(form_of(document).start_date.has_value());
  CHECK(reports(document, "not_understood /forms/0/start_date"));
}

TEST_CASE("panels: side by side, with a label in both") {
  auto const set = with(std::string(names) + std::string(two_panels));
  auto const form = form_of(
      read("小表\n名称 | 引水渠\n资金（万元） | 总额： | 12.50 | 本年： | 5.00\n | 其他 | 0.50 | 其他 | 0.00", set));
  CHECK(form.amount_unit == "万元");
  CHECK(funds(form) == Lines{"project.total.budget 12.50 元 125000", "year.total.budget 5.00 元 50000",
                             "project.other.budget 0.50 元 5000", "year.other.budget 0.00 元 0"});
}

TEST_CASE("panels: an empty amount is there and null") {
  auto const set = with(std::string(names) + std::string(two_panels));
  CHECK(funds(form_of(read("小表\n名称 | 引水渠\n资金（元） | 总额 | | 本年 | 5.00\n | | | 其他 | -", set))) ==
        Lines{"project.total.budget -", "year.total.budget 5.00 元 5.00", "year.other.budget -"});
}

TEST_CASE("below: values in the cells under their headers") {
  auto const set =
      with(std::string(names) +
           R"(below { side "目标" "总目标" with goals.project_period -> goals.project "本年目标" -> goals.annual })");
  auto const form =
      form_of(read("小表\n名称 | 引水渠\n目标 | 总目标（2026年-2028年） | | 本年目标\n | 通水 | | 开挖", set));
  CHECK(form.goals.project == "通水");
  CHECK(form.goals.annual == "开挖");
  CHECK(form.goals.project_period == "2026年-2028年");
  auto const one = form_of(read("小表\n名称 | 引水渠\n目标 | 总目标 | | 本年目标\n | | | 开挖", set));
  CHECK_FALSE(one.goals.project.has_value());
  CHECK(one.goals.annual == "开挖");
}

TEST_CASE("series: names above, values below") {
  auto const set = with(std::string(names) + R"(series "支出计划" -> spending_schedule)");
  auto const form = form_of(read("小表\n名称 | 引水渠\n支出计划 | 3月底 | 6月底 | 12月底\n | 25 | 50% | 100", set));
  REQUIRE(form.spending_schedule.size() == 3);
  CHECK(form.spending_schedule[0].by == "3月底");
  CHECK(form.spending_schedule[0].percent == parse_decimal("25"));
  CHECK(form.spending_schedule[1].percent == parse_decimal("50"));
  CHECK(form.spending_schedule[2].by == "12月底");
  auto const odd = read("小表\n名称 | 引水渠\n支出计划 | 3月底\n | 少许", set);
  CHECK(reports(odd, "not_understood /forms/0/spending_schedule/0"));
}

TEST_CASE("records and totals") {
  auto const set = with(std::string(names) + R"(records {
    side "指标"
    column "大类" -> level1
    column "中类" -> level2
    column "细目" -> level3
    column "目标" -> target
    column "分值" -> weight
    column optional "说明" -> remark
    total "合计" { weight -> total_weight }
  })");
  auto const document =
      read("小表\n名称 | 引水渠\n指标 | 大类 | 中类 | 细目 | 目标 | 分值 | 说明\n"
           " | 产出指标 | 数量指标 | 渠长 | ≥3公里 | 60 |\n | | | 闸门 | 2座 | 30 | 分两批\n合计 | | | | | 90",
           set);
  auto const form = form_of(document);
  CHECK(indicators(document) == Lines{"产出指标 > 数量指标 > 渠长 = ≥3公里", "产出指标 > 数量指标 > 闸门 = 2座"});
  CHECK(form.indicators[1].weight == parse_decimal("30"));
  CHECK(form.indicators[1].remark == "分两批");
  CHECK_FALSE(form.indicators[0].remark.has_value());
  CHECK(form.total_weight == parse_decimal("90"));
  Lines const not_printed = {"label_missing /forms/0/project_code", "label_missing /forms/0/implementing_unit",
                             "label_missing /forms/0/start_date"};
  CHECK(findings(document) == not_printed);
  CHECK(document.coverage.claimed == document.coverage.cells);

  auto const without = read(
      "小表\n名称 | 引水渠\n指标 | 大类 | 中类 | 细目 | 目标 | 分值\n | 产出指标 | 数量指标 | 渠长 | ≥3公里 | 60", set);
  CHECK(indicators(without) == Lines{"产出指标 > 数量指标 > 渠长 = ≥3公里"});
  CHECK(findings(without) == not_printed);
}

TEST_CASE("ignore: known, and leads to nothing") {
  auto const document = read("小表\n名称 | 引水渠\n填表人 | 某人", with(std::string(names) + "ignore \"填表人\""));
  CHECK(document.coverage.unclaimed.empty());
  CHECK_FALSE(reports(document, "unclaimed_cell /forms/0"));
  CHECK(reports(read("小表\n名称 | 引水渠\n填表人 | 某人", with(names)), "unclaimed_cell /forms/0"));
}

TEST_CASE("line: fields that are lines of their own") {
  auto const set = with("pairs { \"名称\" -> project_name }");
  auto const form = form_of(read("小表\n(2026 年度)\n单位：万元\n763001青石县水务局\n名称 | 引水渠", set));
  CHECK(form.fiscal_year == 2026);
  CHECK(form.amount_unit == "万元");
  CHECK(form.implementing_unit->code == "763001");
  CHECK_FALSE(form_of(read("小表\n名称 | 引水渠", set)).fiscal_year.has_value());
}

TEST_CASE("matrix: rows by columns") {
  auto const set = with(std::string(names) + R"(matrix {
    side "资金" with amount_unit
    rows { "总额" -> funds.year.total "其中：拨款" | "拨款" -> funds.year.fiscal }
    columns { "预算" -> initial_budget "执行" -> executed "执行率" -> execution_rate }
  })");
  auto const document = read("小表\n名称 | 引水渠\n资金（万元） | | 预算 | 执行 | 执行率\n | 总额 | 10.00 | 9.50 | "
                             "95.00%\n | 拨款 | 10.00 | | —\n编号 | Y1",
                             set);
  auto const form = form_of(document);
  CHECK(form.amount_unit == "万元");
  CHECK(form.project_code == "Y1");
  CHECK(funds(form) == Lines{"year.total.initial_budget 10.00 元 100000", "year.total.executed 9.50 元 95000",
                             "year.total.execution_rate 95.00", "year.fiscal.initial_budget 10.00 元 100000",
                             "year.fiscal.executed -", "year.fiscal.execution_rate -"});
  CHECK(document.coverage.claimed == document.coverage.cells);
}

TEST_CASE("side with a field: the block's text that no label claims") {
  auto const set =
      with(std::string(names) + R"(pairs { side "规模及用途" -> fund_purpose "预算数" -> funds.year.total.budget })");
  auto const document = read("小表\n名称 | 引水渠\n规模及用途 | 预算数 | 8.00\n | 用于护坡和清淤。\n编号 | Y1", set);
  CHECK(form_of(document).fund_purpose == "用于护坡和清淤。");
  CHECK(form_of(document).project_code == "Y1");
  CHECK(document.coverage.claimed == document.coverage.cells);
  CHECK_FALSE(form_of(read("小表\n名称 | 引水渠\n规模及用途 | 预算数 | 8.00\n编号 | Y1", set)).fund_purpose);
}

TEST_CASE("the built-in self-evaluation") {
  auto const document = read(R"(某局项目支出绩效自评表
(2025年度)
项目名称 | 湿地监测 | 主管部门 | 青石县水务局 | 实施单位 | 青石县监测站
项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
 | 年度资金总额 | 20.00 | 24.00 | 18.00 | 10 | 75.00% | 7.5
 | 其中：当年财政拨款 | 20.00 | 20.00 | 14.00 | — | 70.00% | —
 | 上年结转资金 | 0.00 | 4.00 | 4.00 | — | 100.00% | —
 | 其他资金 | 0.00 | 0.00 | 0.00 | — | — | —
年度总体目标 | 预期目标 | 实际完成情况
 | 完成四批取样 | 已完成四批
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
 | 产出指标 | 数量指标 | 取样批次 | ≥4批 | 4批 | 50 | 50 |
 | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥90% | 88% | 40 | 38.5 | 回访不及时，将增派人手
总分 | | | | | | 90 | 88.5
评分等级 | 优)");
  REQUIRE(document.forms.size() == 1);
  auto const& form = document.forms[0];
  CHECK(form.layout == "shanghai-self-evaluation");
  CHECK(form.kind == "self_evaluation");
  CHECK(form.title == "某局项目支出绩效自评表");
  CHECK(form.fiscal_year == 2025);
  CHECK(form.implementing_unit->name == "青石县监测站");
  REQUIRE(form.funds.size() == 24);
  CHECK(funds(form)[1] == "year.total.revised_budget 24.00 元 240000");
  CHECK(funds(form)[3] == "year.total.weight 10");
  CHECK(funds(form)[14] == "year.carryover.executed 4.00 元 40000");
  CHECK(form.goals.expected == "完成四批取样");
  CHECK(form.goals.actual == "已完成四批");
  REQUIRE(form.indicators.size() == 2);
  CHECK(form.indicators[0].actual->text == "4批");
  CHECK(form.indicators[1].score == parse_decimal("38.5"));
  CHECK(form.indicators[1].remark == "回访不及时，将增派人手");
  CHECK(form.total_weight == parse_decimal("90"));
  CHECK(form.total_score == parse_decimal("88.5"));
  CHECK(form.grade == "优");
  CHECK(findings(document).empty());
}

TEST_CASE("the built-in target table") {
  auto const document = read(R"(第二部分 项目绩效目标
本部门共有一个项目。
3.监测费绩效目标表
763001青石县监测站
单位：万元
项目编码 | P-07 | 项目名称 | 监测费
预算规模及资金用途 | 预算数 | 10.00 | 其中：财政资金 | 8.00 | 其他资金 | 2.00
 | 用于采购试剂和租船。
资金支出计划（%） | 3月底 | 12月底
 | 40 | 100
绩效目标 | 完成四批取样
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
 | 产出指标 | 数量指标 | 取样批次 | 全年取样的批数 | ≥4批 | 工作计划)");
  REQUIRE(document.forms.size() == 1);
  auto const& form = document.forms[0];
  CHECK(form.layout == "hebei-target-table");
  CHECK(form.ordinal == "3");
  CHECK(form.title == "监测费绩效目标表");
  CHECK(form.implementing_unit->name == "青石县监测站");
  CHECK(form.project_code == "P-07");
  CHECK(funds(form) == Lines{"year.total.budget 10.00 元 100000", "year.fiscal.budget 8.00 元 80000",
                             "year.other.budget 2.00 元 20000"});
  CHECK(form.fund_purpose == "用于采购试剂和租船。");
  CHECK(form.spending_schedule.size() == 2);
  CHECK(document.sections.size() == 1);
  CHECK(form.goals.annual == "完成四批取样");
  REQUIRE(form.indicators.size() == 1);
  CHECK(form.indicators[0].definition == "全年取样的批数");
  CHECK(form.indicators[0].basis == "工作计划");
  CHECK(findings(document).empty());
}

TEST_CASE("a table whose header row is lost") {
  auto const document =
      read("财政项目支出绩效目标申报表\n项目名称 | 湿地监测\n | 产出指标 | 数量指标 | 取样批次 | ≥4批");
  CHECK(reports(document, "header_missing /forms/0/indicators"));
  CHECK_FALSE(document.coverage.unclaimed.empty());
}
