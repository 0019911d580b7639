#include "findings.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace jixiao;
using namespace jixiao::test;

namespace {

Form monitoring(std::string_view to_date, std::string_view expected, std::string_view rate) {
  auto form = with_indicators({indicator("数量指标", "加固山塘", "≥12座")});
  form.kind = "monitoring";
  form.funds = {fund("total", "300.00", "initial_budget"), fund("total", to_date, "executed_to_date"),
                fund("total", rate, "rate_to_date"), fund("total", expected, "executed_expected")};
  form.indicators[0].results = {{"1-7月执行情况", "period", grammars::read_indicator_value("5座")}};
  form.indicators[0].choices = {{"完成目标可能性", "", {"确定能"}, {"确定能", "有可能", "完全不可能"}, {}}};
  return form;
}

} // namespace

TEST_CASE("spending_out_of_order") {
  CHECK(satisfies(Code::spending_out_of_order, monitoring("160.00", "300.00", "53.33")));
  CHECK(breaks(Code::spending_out_of_order, monitoring("160.00", "150.00", "53.33"), "funds/1"));
  CHECK(breaks(Code::spending_out_of_order, monitoring("160.00", "320.00", "53.33"), "funds/3"));
}

TEST_CASE("behind_schedule: by the part of the year that has passed") {
  CHECK(breaks(Code::behind_schedule, monitoring("90.00", "300.00", "30.00"), "funds/2"));
  CHECK(satisfies(Code::behind_schedule, monitoring("130.00", "300.00", "43.33")));
  auto told = monitoring("90.00", "300.00", "30.00");
  told.other = {{{"存在问题"}, "汛期停工，八月起赶工。", {}}};
  CHECK(satisfies(Code::behind_schedule, told));
}

TEST_CASE("risk_without_measures") {
  auto form = monitoring("160.00", "300.00", "53.33");
  CHECK(satisfies(Code::risk_without_measures, form));
  form.indicators[0].choices[0].chosen = {"有可能"};
  CHECK(breaks(Code::risk_without_measures, form, "indicators/0/remark"));
  form.indicators[0].remark = "管材到货晚，已催办。";
  CHECK(satisfies(Code::risk_without_measures, form));
}

TEST_CASE("region_sum_mismatch: things are summed, shares are not") {
  auto const region = [](std::string of, std::string_view target) {
    return ValueOf{std::move(of), "region", grammars::read_indicator_value(target)};
  };
  auto form = with_indicators({indicator("数量指标", "铺设管网", "30公里")});
  form.indicators[0].targets = {region("安峪县", "12公里"), region("柳滩县", "15公里")};
  CHECK(breaks(Code::region_sum_mismatch, form, "indicators/0/targets"));
  form.indicators[0].targets[1] = region("柳滩县", "18公里");
  CHECK(satisfies(Code::region_sum_mismatch, form));
  form.indicators[0].targets = {region("安峪县", "12%"), region("柳滩县", "15%")};
  CHECK(satisfies(Code::region_sum_mismatch, form));
}

TEST_CASE("coefficient_mismatch") {
  auto form = with_indicators({indicator("数量指标", "活动场次", "≥45场", "42场", "30", "28.5")});
  form.indicators[0].other = {{{"得分系数（%）"}, "80", {}}};
  CHECK(breaks(Code::coefficient_mismatch, form, "indicators/0/score"));
  form.indicators[0].score = Decimal{24, 0};
  CHECK(satisfies(Code::coefficient_mismatch, form));
}

TEST_CASE("group_weight_mismatch") {
  auto form =
      with_indicators({indicator("数量指标", "甲", "≥1次", "", "30"), indicator("质量指标", "乙", "≥1次", "", "10")});
  for (auto& one : form.indicators) {
    one.level1 = "产出指标";
    one.group_weight = Decimal{50, 0};
  }
  CHECK(breaks(Code::group_weight_mismatch, form, "indicators/0/level1"));
  form.indicators[1].weight = Decimal{20, 0};
  CHECK(satisfies(Code::group_weight_mismatch, form));
  SUBCASE("a row whose label is of another group stands beside the same points") {
    form.indicators[1].level1 = "效益指标";
    CHECK(satisfies(Code::group_weight_mismatch, form));
  }
}

TEST_CASE("fund_management_blank") {
  Form form;
  for (auto const* matter : {"分配科学性", "下达及时性", "拨付合规性", "使用规范性", "执行准确性", "预算绩效管理情况"})
    form.other.push_back({{"资金管理情况", matter}, "按办法执行。", {}});
  CHECK(outcome(Code::fund_management_blank, form) == Outcome::broken);
  form.other.push_back({{"资金管理情况", "支出责任履行情况"}, "县级配套到位。", {}});
  CHECK(outcome(Code::fund_management_blank, form) == Outcome::holds);
  form.other.resize(2);
  CHECK(outcome(Code::fund_management_blank, form) == Outcome::does_not_apply);
}

TEST_CASE("duplicate_indicator: tables side by side or one below the other repeat nothing") {
  auto whole = indicator("质量指标", "验收合格率", "≥95%"), year = whole;
  whole.panel = "实施期绩效指标";
  year.panel = "年度绩效指标";
  CHECK(satisfies(Code::duplicate_indicator, with_indicators({whole, year})));
  auto const level = [](std::string level1, Indicator one) {
    one.level1 = std::move(level1);
    return one;
  };
  auto const output = level("产出指标", indicator("质量指标", "验收合格率", "≥95%"));
  auto const effect = level("效益指标", indicator("社会效益指标", "受益农户", "≥300户"));
  CHECK(satisfies(Code::duplicate_indicator, with_indicators({output, effect, output, effect})));
  CHECK(breaks(Code::duplicate_indicator, with_indicators({output, output, effect}), "indicators/1"));
}

TEST_CASE("target_blank: not where a form has no targets at all, nor where a standard judges") {
  auto form = with_indicators({indicator("数量指标", "甲", "≥1次", "1次"), indicator("数量指标", "乙", "", "2次")});
  CHECK(breaks(Code::target_blank, form, "indicators/1/target"));
  form.indicators[1].level1 = "过程";
  CHECK(satisfies(Code::target_blank, form));
  CHECK(satisfies(Code::target_blank, with_indicators({indicator("数量指标", "甲", "", "1次")})));
  CHECK(breaks(Code::target_blank, with_indicators({indicator("数量指标", "甲", "", "")}), "indicators/0/target"));
}

TEST_CASE("actual_blank: of evaluations alone") {
  auto form = with_indicators({indicator("数量指标", "甲", "≥1次", "1次"), indicator("数量指标", "乙", "≥2次", "")});
  form.kind = "self_evaluation";
  CHECK(breaks(Code::actual_blank, form, "indicators/1/actual"));
  form.kind = "declaration";
  CHECK(satisfies(Code::actual_blank, form));
}

TEST_CASE("weight_missing and score_missing: a row may share the cell of another") {
  auto form = with_indicators(
      {indicator("数量指标", "甲", "≥1次", "1次", "60", "60"), indicator("数量指标", "乙", "≥1次", "1次", "", "")});
  form.funds = {fund("total", "10", "weight"), fund("total", "10", "score")};
  CHECK(breaks(Code::weight_missing, form, "indicators/1/weight"));
  CHECK(breaks(Code::score_missing, form, "indicators/1/score"));
  form.indicators[0].weight = Decimal{90, 0};
  form.indicators[0].score = Decimal{90, 0};
  form.total_score = Decimal{100, 0};
  CHECK(satisfies(Code::weight_missing, form));
  CHECK(satisfies(Code::score_missing, form));
}

TEST_CASE("project_code_malformed: codes of the integrated budget system only") {
  auto const code = [](std::string text) {
    Form form;
    form.project_code = std::move(text);
    return form;
  };
  CHECK(breaks(Code::project_code_malformed, code("99012025P00A1B2C3D"), "project_code"));
  CHECK(satisfies(Code::project_code_malformed, code("99012025P00A1B2C3D4E1")));
  CHECK(satisfies(Code::project_code_malformed, code("W2023-017")));
}

TEST_CASE("an execution rate printed as a fraction is one") {
  auto const form = [](std::string_view rate, std::string_view score) {
    return with_funds({fund("total", "34.00", "revised_budget"), fund("total", "32.30", "executed"),
                       fund("total", rate, "execution_rate"), fund("total", "10", "weight"),
                       fund("total", score, "score")});
  };
  CHECK(satisfies(Code::execution_rate_mismatch, form("0.95", "9.5")));
  CHECK(satisfies(Code::execution_score_mismatch, form("0.95", "9.5")));
  CHECK(satisfies(Code::execution_rate_low, form("0.95", "9.5")));
  CHECK_FALSE(satisfies(Code::execution_rate_mismatch, form("0.85", "8.5")));
}

TEST_CASE("group_missing: the tree of 2021 is not that of transfers") {
  auto form = with_indicators({indicator("数量指标", "甲", "≥1次"), indicator("社会效益指标", "乙", "≥1次")});
  form.indicators[0].level1 = "产出指标";
  form.indicators[1].level1 = "效益指标";
  form.fiscal_year = 2024;
  CHECK(breaks(Code::group_missing, form, "indicators"));
  form.funds = {fund("total", "150"), fund("central", "100"), fund("local", "50")};
  CHECK(satisfies(Code::group_missing, form));
}

TEST_CASE("score_on_sub_row: once a part") {
  CHECK(breaks(Code::score_on_sub_row,
               with_funds({fund("total", "10", "weight"), fund("total", "9", "score"), fund("fiscal", "10", "weight"),
                           fund("fiscal", "9", "score")}),
               "funds/2"));
}

TEST_CASE("a list of contents above the table hides no group of indicators") {
  Form form;
  form.at.line = 1;
  for (auto const& [level1, level2] : {std::pair("成本指标", "经济成本指标"),
                                       {"产出指标", "数量指标"},
                                       {"产出指标", "质量指标"},
                                       {"效益指标", "社会效益指标"},
                                       {"效益指标", "可持续影响指标"},
                                       {"满意度指标", "服务对象满意度指标"}}) {
    form.indicators.push_back(indicator(level2, std::string(level2) + "甲", "≥1次"));
    form.indicators.back().level1 = level1;
    form.indicators.back().at.line = 24;
    form.indicators.back().at.table = 0;
  }
  auto const reported = [&](std::uint32_t line) {
    auto document = third(form);
    Location at;
    at.line = line;
    auto const findings =
        all_findings(document, "national-2021", {{Code::unclaimed_cell, Severity::warning, {}, "/forms/3", at}});
    return std::ranges::any_of(findings, [](Diagnostic const& finding) {
      return finding.code == Code::subgroup_missing && finding.path.starts_with("/forms/3");
    });
  };
  CHECK(reported(3));
  CHECK_FALSE(reported(30));
}
