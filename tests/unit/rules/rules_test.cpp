#include "findings.hpp"

#include <jixiao/together.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace jixiao;
using namespace jixiao::test;

TEST_CASE("every rule has a code and a file of its own name, and no file lacks its rule") {
  std::set<std::string> names;
  for (auto const& rule : rules())
    CHECK(names.insert(std::string(info(rule.code).name)).second);
  for (auto const& rule : document_rules())
    CHECK(names.insert(std::string(info(rule.code).name)).second);
  auto const folder = std::filesystem::path(JIXIAO_SOURCE_DIR) / "src/rules";
  for (auto const& name : names)
    CHECK(std::filesystem::exists(folder / (name + ".cpp")));
  for (auto const& entry : catalogue())
    CHECK(((entry.id.front() == 'V' && !is_across(entry.code)) || entry.code == Code::no_indicators) ==
          is_rule(entry.code));
}

TEST_CASE("each rule has one outcome on each form, in order") {
  Document document;
  document.forms.resize(2);
  all_findings(document, "national-2021");
  std::size_t off = 0;
  for (auto const& level : find_profile("national-2021")->levels)
    off += level.level == Level::off;
  auto const each = rules().size() - off;
  CHECK(document.judgements.size() == 2 * each + document_rules().size());
  CHECK(document.judgements[0].path == "/forms/0");
  CHECK(document.judgements[each].path == "/forms/1");
  CHECK(document.judgements[each].code == document.judgements[0].code);
  CHECK(document.judgements.back().path.empty());
}

TEST_CASE("levels are those of the catalogue, of the profile, of the caller, the last winning") {
  auto document = third(Form{});
  auto const severity = [&](std::vector<LevelOverride> const& levels) {
    document.judgements.clear();
    for (auto const& finding : all_findings(document, "national-2021", {}, levels))
      if (finding.code == Code::project_name_missing && finding.path == "/forms/3/project_name")
        return std::string(to_string(finding.severity));
    return std::string("off");
  };
  CHECK(severity({}) == "error");
  CHECK(severity({{Code::project_name_missing, Level::note}}) == "note");
  CHECK(severity({{Code::project_name_missing, Level::note}, {Code::project_name_missing, Level::warning}}) ==
        "warning");
  CHECK(severity({{Code::project_name_missing, Level::off}}) == "off");
}

TEST_CASE("what reading lost is not judged") {
  auto document = third(Form{});
  auto const findings = all_findings(document, "national-2021",
                                     {{Code::not_understood, Severity::warning, {}, "/forms/3/project_name", {}}});
  CHECK(std::ranges::none_of(findings, [](Diagnostic const& finding) {
    return finding.code == Code::project_name_missing && finding.path.starts_with("/forms/3");
  }));
}

TEST_CASE("no_indicators: not of projects in a list with their scores") {
  Document document;
  document.forms.resize(2);
  for (auto& form : document.forms) {
    form.total_score = Decimal{975, 1};
    form.funds = {fund("total", "84.00", "executed")};
  }
  auto const told = [&] {
    document.judgements.clear();
    return std::ranges::count(all_findings(document, "national-2021"), Code::no_indicators, &Diagnostic::code);
  };
  CHECK(told() == 0);
  document.forms[1].goals.annual = "检修供水管网";
  CHECK(told() == 2);
}

TEST_CASE("project_name_missing") {
  Form form;
  CHECK(breaks(Code::project_name_missing, form, "project_name"));
  form.project_name = "湿地监测";
  CHECK(satisfies(Code::project_name_missing, form));
  CHECK(outcome(Code::project_name_missing, form) == Outcome::holds);
}

TEST_CASE("fund_total_mismatch") {
  auto const off = [](std::vector<Fund> funds) {
    return breaks(Code::fund_total_mismatch, with_funds(std::move(funds)), "funds/0");
  };
  auto const fine = [](std::vector<Fund> funds) {
    return satisfies(Code::fund_total_mismatch, with_funds(std::move(funds)));
  };
  CHECK(off({fund("total", "100.00"), fund("fiscal", "80.00"), fund("other", "10.00")}));
  CHECK(off({fund("total", "100.00"), fund("fiscal", "80.00"), fund("other", "30.00")}));
  CHECK(off({fund("total", "0"), fund("fiscal", "90")}));
  CHECK(fine({fund("total", "100.00"), fund("fiscal", "80.00"), fund("other", "20.00")}));
  CHECK(fine({fund("total", "0.3"), fund("fiscal", "0.1"), fund("other", "0.2")}));
  SUBCASE("within the last printed digit") {
    CHECK(fine({fund("total", "100.01"), fund("fiscal", "80.00"), fund("other", "20.00")}));
    CHECK(off({fund("total", "100.02"), fund("fiscal", "80.00"), fund("other", "20.00")}));
  }
  SUBCASE("the appropriation alone is a part of the total") {
    CHECK(fine({fund("total", "96.00"), fund("fiscal", "76.00")}));
    CHECK(off({fund("total", "76.00"), fund("fiscal", "96.00")}));
  }
  SUBCASE("other revenue is of the office's own money where the three make it") {
    CHECK(fine({fund("total", "480.00"), fund("fiscal", "420.00"), fund("own", "60.00"), fund("business", "20.00"),
                fund("operating", "30.00"), fund("other", "10.00")}));
  }
  SUBCASE("scopes and measures are not mixed") {
    CHECK(fine({fund("total", "300.00", "budget", "project"), fund("fiscal", "100.00")}));
    CHECK(fine({fund("total", "300.00", "executed"), fund("fiscal", "100.00", "revised_budget")}));
  }
  SUBCASE("what is missing cannot be judged") {
    CHECK(outcome(Code::fund_total_mismatch, Form{}) == Outcome::does_not_apply);
    CHECK(outcome(Code::fund_total_mismatch, with_funds({fund("total", "100.00")})) == Outcome::does_not_apply);
    CHECK(fine({fund("total", ""), fund("fiscal", "100.00")}));
  }
}

TEST_CASE("execution_rate_mismatch") {
  auto const rate = [](std::string_view budget, std::string_view executed, std::string_view printed) {
    return satisfies(Code::execution_rate_mismatch,
                     with_funds({fund("total", budget, "revised_budget"), fund("total", executed, "executed"),
                                 fund("total", printed, "execution_rate")}));
  };
  CHECK(rate("58.00", "55.10", "95.00"));
  CHECK(rate("185.01", "184.25", "99.58")); // cut off
  CHECK(rate("185.01", "184.25", "99.59")); // rounded
  CHECK_FALSE(rate("185.01", "184.25", "99.50"));
  CHECK(rate("3", "1", "33"));
  CHECK_FALSE(rate("148", "46", "31.00"));
  CHECK(rate("0.00", "0.00", "100"));
}

TEST_CASE("execution_score_mismatch") {
  auto const score = [](std::string_view rate, std::string_view weight, std::string_view printed) {
    return satisfies(Code::execution_score_mismatch,
                     with_funds({fund("total", rate, "execution_rate"), fund("total", weight, "weight"),
                                 fund("total", printed, "score")}));
  };
  CHECK(score("95.00", "10", "9.5"));
  CHECK(score("86", "10", "9")); // whole points
  CHECK_FALSE(score("86", "10", "9.0001"));
  CHECK_FALSE(score("86", "10", "7"));
  CHECK(score("102.59", "10", "10"));
}

TEST_CASE("weights and totals") {
  auto form = with_indicators(
      {indicator("数量指标", "甲", "≥1次", "1次", "50", "50"), indicator("质量指标", "乙", "≥1次", "1次", "40", "38")});
  form.funds = {fund("total", "10", "weight"), fund("total", "9.5", "score")};
  form.total_weight = Decimal{100, 0};
  form.total_score = Decimal{975, 1};
  form.grade = "优秀";
  for (auto const code : {Code::weights_sum, Code::total_weight_mismatch, Code::total_score_mismatch,
                          Code::grade_mismatch, Code::score_above_weight})
    CHECK(outcome(code, form) == Outcome::holds);
  form.total_score = Decimal{985, 1};
  CHECK(breaks(Code::total_score_mismatch, form, "total_score"));
  form.indicators[0].weight = Decimal{45, 0};
  CHECK(breaks(Code::total_weight_mismatch, form, "total_weight"));
  CHECK(breaks(Code::score_above_weight, form, "indicators/0/score"));
  CHECK(satisfies(Code::weights_sum, form)); // said of the total
  form.total_weight.reset();
  CHECK(breaks(Code::weights_sum, form, "indicators"));
  form.total_score = Decimal{8447, 2};
  CHECK(breaks(Code::grade_mismatch, form, "grade"));
}

TEST_CASE("targets against what was reached, by direction") {
  auto const missed = [](std::string_view target, std::string_view actual) {
    return breaks(Code::missed_without_reason, row(target, actual, "", ""), "indicators/0/remark");
  };
  CHECK(missed("≥900(辆)", "880(辆)"));
  CHECK_FALSE(missed("≥900(辆)", "900.00(辆)"));
  CHECK(missed("≤5(次)", "6(次)"));
  CHECK_FALSE(missed("≤5(次)", "4(次)"));
  CHECK(missed("=100(%)", "99.59%"));
  CHECK(missed("=0(次)", "1(次)"));
  CHECK_FALSE(missed("=2(辆)", "3(辆)"));
  CHECK(missed("≤20万元", "200001元"));
  CHECK_FALSE(missed("≤20万元", "200000元"));
  CHECK_FALSE(missed("≥0.97", "97%"));
  CHECK(satisfies(Code::missed_without_reason, row("≥9次", "8次", "", "", "汛期提前，停工两周")));
  CHECK(breaks(Code::missed_without_reason, row("≥9次", "8次", "", "", "无"), "indicators/0/remark"));
  CHECK(breaks(Code::missed_with_full_score, row("≥9次", "8次", "10", "10"), "indicators/0/score"));
  CHECK(breaks(Code::score_not_proportional, row("≥10次", "8次", "10", "9.5"), "indicators/0/score"));
  CHECK(satisfies(Code::score_not_proportional, row("≥10次", "8次", "10", "8.05")));
  CHECK(satisfies(Code::score_not_proportional, row("≥10次", "3次", "10", "0")));
  CHECK(breaks(Code::met_with_deduction, row("≥95%", "96%", "30", "27"), "indicators/0/score"));
  CHECK(breaks(Code::over_fulfilled, row("≥10(张)", "54(张)", "5", "5"), "indicators/0/actual"));
  CHECK(satisfies(Code::over_fulfilled, row("≥10(张)", "13(张)", "5", "5")));
  CHECK(satisfies(Code::over_fulfilled, row("≤10(件)", "0(件)", "5", "5")));
}

TEST_CASE("bands are the profile's") {
  auto const form = row("按期办结", "部分达成预期指标并具有一定效果", "10", "5.5");
  CHECK(breaks(Code::band_mismatch, form, "indicators/0/score", "national-2020"));
  CHECK(satisfies(Code::band_mismatch, form, "hubei"));
}

TEST_CASE("values") {
  auto const named = [](Code code, std::string level2, std::string name, std::string_view target) {
    return satisfies(code, with_indicators({indicator(std::move(level2), std::move(name), target)}));
  };
  CHECK_FALSE(named(Code::rate_without_number, "时效指标", "方案完成及时率", "及时完成"));
  CHECK(named(Code::rate_without_number, "时效指标", "方案完成及时率", "=100%"));
  CHECK(named(Code::rate_without_number, "经济效益指标", "资金使用效率", "提高"));
  CHECK_FALSE(named(Code::count_without_number, "数量指标", "街镇覆盖数", "9个街镇、1个园区"));
  CHECK_FALSE(named(Code::name_unit_mismatch, "数量指标", "培训课时", "≥3(次)"));
  CHECK(named(Code::name_unit_mismatch, "数量指标", "培训人数", "≥3(万人次)"));
  CHECK_FALSE(named(Code::rate_above_100, "质量指标", "验收合格率", "≥120(%)"));
  CHECK(named(Code::rate_above_100, "经济效益指标", "收入增长率", "≥120(%)"));
  CHECK_FALSE(named(Code::implausible_direction, "质量指标", "任务完成率", "≤100%"));
  CHECK_FALSE(named(Code::implausible_direction, "成本指标", "人均成本", "≥1050元"));
  CHECK_FALSE(named(Code::implausible_direction, "社会效益指标", "受益农户", "≥0(户)"));
  CHECK(named(Code::implausible_direction, "经济效益指标", "收入增长率", "≥0%"));
  CHECK_FALSE(named(Code::target_repeats_name, "社会效益指标", "提高服务能力", "服务能力得到提升"));
  CHECK(named(Code::target_repeats_name, "社会效益指标", "服务能力", "提升"));
  CHECK_FALSE(named(Code::placeholder_value, "数量指标", "里程", "≥**公里"));
}

TEST_CASE("cost_over_fund") {
  auto form = with_indicators({indicator("经济成本指标", "总成本", "≤60万元")});
  form.funds = {fund("total", "350000.00")};
  CHECK(breaks(Code::cost_over_fund, form, "indicators/0/target"));
  form.indicators[0].target = grammars::read_indicator_value("≤35万元");
  CHECK(satisfies(Code::cost_over_fund, form));
  form.indicators[0].target = grammars::read_indicator_value("≤600000(元/次)");
  CHECK(satisfies(Code::cost_over_fund, form));
  SUBCASE("not of what is allowed for the whole period, beside the table of the year") {
    form.indicators = {indicator("经济成本指标", "总成本", "≤60万元"), indicator("经济成本指标", "总成本", "≤30万元")};
    form.indicators[0].panel = "中期目标", form.indicators[1].panel = "年度目标";
    CHECK(satisfies(Code::cost_over_fund, form));
  }
}

TEST_CASE("end_before_start") {
  auto const broken = [](Text start, Text end) {
    return breaks(Code::end_before_start, with_dates(std::move(start), std::move(end)), "end_date");
  };
  CHECK(broken("2026-12-31", "2026-01-01"));
  CHECK(broken("2026-01-02", "2026-01-01"));
  CHECK(broken("2026-05-01", "2026-04"));
  CHECK_FALSE(broken("2026-01-01", "2026-12-31"));
  CHECK_FALSE(broken("2026-01-01", "2026-01-01"));
  CHECK_FALSE(broken("2026-05-31", "2026-05"));
  CHECK(outcome(Code::end_before_start, with_dates(std::nullopt, "2026-01-01")) == Outcome::does_not_apply);
}

TEST_CASE("deadlines") {
  auto form = with_indicators({indicator("时效指标", "完工时间", "4 季度前")});
  form.fiscal_year = 2026;
  form.start_date = "2026-01-01";
  form.end_date = "2026-06-30";
  CHECK(breaks(Code::deadline_after_end, form, "indicators/0/target"));
  form.indicators[0].target = grammars::read_indicator_value("6月底前");
  CHECK(satisfies(Code::deadline_after_end, form));
  form.indicators[0].target = grammars::read_indicator_value("2025年12月底前");
  CHECK(breaks(Code::deadline_outside_year, form, "indicators/0/target"));
  form.start_date = "2025-01-01";
  CHECK(satisfies(Code::deadline_outside_year, form));
}

TEST_CASE("duplicate_indicator and name_repeated") {
  auto const row = indicator("质量指标", "样品验收合格率", "≥95%");
  CHECK(breaks(Code::duplicate_indicator, with_indicators({row, row}), "indicators/1"));
  CHECK(paths(Code::duplicate_indicator, with_indicators({row, row, row})).size() == 2);
  CHECK(satisfies(Code::duplicate_indicator, with_indicators({row})));
  auto const other = indicator("质量指标", "样品验收合格率", "≥96%");
  CHECK(satisfies(Code::duplicate_indicator, with_indicators({row, other})));
  CHECK(breaks(Code::name_repeated, with_indicators({row, other}), "indicators/1/level3"));
  CHECK(satisfies(Code::name_repeated, with_indicators({row, indicator("数量指标", "样品验收合格率", "≥95%")})));
  auto nameless = row;
  nameless.level3.reset();
  CHECK(satisfies(Code::duplicate_indicator, with_indicators({nameless, nameless})));
}

TEST_CASE("opinions are off until they are asked for") {
  auto const form = with_indicators({indicator("经济成本指标", "成本构成", "合理", "", "70", "")});
  auto const code = Code::cost_not_quantified;
  CHECK(satisfies(code, form));
  auto document = third(form);
  auto const findings = all_findings(document, "national-2021", {}, {{code, Level::note}});
  CHECK(std::ranges::any_of(findings, [&](Diagnostic const& finding) { return finding.code == code; }));
}

TEST_CASE("cost_under_output is an opinion") {
  auto costs = indicator("成本指标", "保洁费", "≤30万元");
  costs.level1 = "产出指标";
  auto form = with_indicators({costs});
  form.fiscal_year = 2025;
  auto const code = Code::cost_under_output;
  CHECK(satisfies(code, form));
  auto document = third(form);
  auto const findings = all_findings(document, "national-2021", {}, {{code, Level::note}});
  CHECK(std::ranges::any_of(findings, [&](Diagnostic const& finding) {
    return finding.code == code && finding.path == "/forms/3/indicators/0/level2";
  }));
}

TEST_CASE("project_goal_blank: beside a total that is filled; the blank half is said once") {
  Form form;
  form.kind = "declaration";
  form.goals.annual = "检修供水管网";
  form.funds = {fund("total", "360000"), fund("total", "360000", "budget", "project")};
  CHECK(breaks(Code::project_goal_blank, form, "goals/project"));
  form.funds[1].number.reset();
  CHECK(satisfies(Code::project_goal_blank, form));
  CHECK(breaks(Code::project_total_blank, form, "funds/1"));
  // 项目总预算 over the parts of the year is no half of the form.
  form.funds = {fund("total", "360000"), fund("fiscal", "360000"), fund("total", "620000", "budget", "project")};
  CHECK(satisfies(Code::project_goal_blank, form));
}

TEST_CASE("group_weight_unusual: far from the profile's") {
  auto form = with_indicators({indicator("数量指标", "甲", "≥1次", "1次", "70", "70")});
  form.indicators[0].level1 = "产出指标";
  CHECK(breaks(Code::group_weight_unusual, form, "indicators"));
  form.indicators[0].weight = Decimal{50, 0};
  CHECK(satisfies(Code::group_weight_unusual, form));
}

TEST_CASE("level2_under_wrong_level1") {
  auto form = with_indicators({indicator("经济效益指标", "节约水费", "≥3万元")});
  form.indicators[0].level1 = "产出指标";
  CHECK(breaks(Code::level2_under_wrong_level1, form, "indicators/0/level2"));
  form.indicators[0].level1 = "效益指标";
  CHECK(satisfies(Code::level2_under_wrong_level1, form));
  form.indicators[0].level2 = "党建指标";
  CHECK(outcome(Code::level2_under_wrong_level1, form) == Outcome::does_not_apply);
}

TEST_CASE("party_name_differs tells slips from other offices") {
  auto const finds = [](std::string_view usual, std::string_view other) {
    Document document;
    document.forms.resize(3);
    for (auto& form : document.forms)
      form.supervising_department = Party{std::nullopt, std::string(usual)};
    document.forms[2].supervising_department->name = std::string(other);
    auto const findings = all_findings(document);
    return std::ranges::any_of(findings, [](Diagnostic const& finding) {
      return finding.code == Code::party_name_differs && finding.path == "/forms/2/supervising_department/name";
    });
  };
  CHECK(finds("青石市白杨区水务局", "青石市白杨水务局"));
  CHECK(finds("青石市白杨区水务局", "青石白杨区水务者局"));
  CHECK_FALSE(finds("青石市白杨区水务局", "青石市临江区水务局"));
  CHECK_FALSE(finds("青石市人民医院", "青石市第一人民医院"));
  CHECK_FALSE(finds("青石市东城区水务局", "青石市西城区水务局"));
  CHECK_FALSE(finds("青石市白杨区水务局", "青石市白杨区水务局机关"));
}
