#include "findings.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace jixiao;
using namespace jixiao::test;

namespace {

Form with_goals(Text expected, Text actual) {
  Form form;
  form.kind = "self_evaluation";
  form.goals.expected = std::move(expected);
  form.goals.actual = std::move(actual);
  return form;
}

std::vector<std::string> editions(std::vector<std::string> goals) {
  Document document;
  for (auto& goal : goals) {
    Form form;
    form.fiscal_year = 2026;
    form.goals.annual = std::move(goal);
    document.forms.push_back(std::move(form));
  }
  std::vector<std::string> out;
  for (auto const& finding : all_findings(document))
    if (finding.code == Code::edition_differs)
      out.push_back(finding.path);
  return out;
}

} // namespace

TEST_CASE("goal_repeats_itself: a clause of some length, twice") {
  auto const again = "组织沿线村民定期巡查并上报情况。疏浚河道12公里。组织沿线村民定期巡查并上报情况。";
  CHECK(breaks(Code::goal_repeats_itself, with_goals(again, "已疏浚。"), "goals/expected"));
  CHECK(satisfies(Code::goal_repeats_itself, with_goals("按期完工。疏浚河道。按期完工。", "已疏浚。")));
  CHECK(satisfies(Code::goal_repeats_itself, with_goals("组织沿线村民定期巡查并上报情况。", "已疏浚。")));
}

TEST_CASE("task_not_covered: what the work follows from is no task, a vague target no measure") {
  auto const asked = [](std::string goal, std::string_view target) {
    auto form = with_indicators({indicator("社会效益指标", "宣传成效", target)});
    form.goals.annual = std::move(goal);
    return form;
  };
  CHECK(breaks(Code::task_not_covered, asked("做好优秀案例宣传。", "≥3篇"), "goals/annual"));
  CHECK(satisfies(Code::task_not_covered, asked("根据各街道亮点、重点案例申报情况，做好宣传。", "≥3篇")));
  CHECK(breaks(Code::task_not_covered, asked("加强老年人体检保障，改善服务。", "加强老年人体检保障"), "goals/annual"));
  CHECK(satisfies(Code::task_not_covered, asked("组织社区体检。", "体检≥300人")));
}

TEST_CASE("result_without_facts: praise and no figure") {
  auto const expected = "疏浚河道12公里。";
  CHECK(breaks(Code::result_without_facts, with_goals(expected, "2025年各项任务均已完成，达到预期。"), "goals/actual"));
  CHECK(satisfies(Code::result_without_facts, with_goals(expected, "各项任务均已完成，疏浚12.4公里。")));
  CHECK(satisfies(Code::result_without_facts, with_goals(expected, "干渠疏浚，水流畅通。")));
  CHECK(breaks(Code::result_without_facts, with_goals(expected, "完成年度目标。"), "goals/actual"));
  CHECK(breaks(Code::result_without_facts, with_goals(expected, "储备规模达标"), "goals/actual"));
}

TEST_CASE("edition_differs: the older one of a yearly event") {
  CHECK(editions({"办好第七届进口博览会志愿服务。", "办好第九届进博会志愿服务。"}) ==
        std::vector<std::string>{"/forms/0/goals/annual"});
  CHECK(editions({"办好第9届进博会。", "办好第九届进口博览会。"}).empty());
  CHECK(editions({"办好第七届进口博览会。", "筹备第九届民间艺术节。"}).empty());
  CHECK(editions({"总结第七届进口博览会，筹备第九届进口博览会。"}).empty());
}

TEST_CASE("goal_number_differs: numbers in a row may add up to the target") {
  auto form = with_indicators({indicator("数量指标", "表彰先进集体", "≥180个")});
  form.goals.annual = "表彰优秀组织者30名、先进集体50个。";
  CHECK(breaks(Code::goal_number_differs, form, "indicators/0/target"));
  form.goals.annual = "表彰个人100名、优秀组织者30名、先进集体50个，培训64人。";
  CHECK(satisfies(Code::goal_number_differs, form));
}

TEST_CASE("vague_target: rules that are there can be looked up") {
  auto const asked = [](std::string name, std::string_view target) {
    return with_indicators({indicator("可持续影响指标", std::move(name), target)});
  };
  CHECK(satisfies(Code::vague_target, asked("管护机制健全性", "健全")));
  CHECK(breaks(Code::vague_target, asked("服务网络", "健全"), "indicators/0/target"));
  CHECK(breaks(Code::vague_target, asked("管护机制运行", "有效"), "indicators/0/target"));
}

TEST_CASE("goals and results printed one among the other: which number or task is planned cannot be told") {
  auto form = with_indicators({indicator("数量指标", "疏浚沟渠长度", "≥12公里")});
  form.goals.expected = "疏浚沟渠9公里，筹备协会换届。";
  Diagnostic mixed;
  mixed.code = Code::texts_interleaved;
  mixed.path = "/forms/3/goals";
  auto const finds = [&](Code code, std::vector<Diagnostic> const& of_reading) {
    auto document = third(form);
    auto const findings = all_findings(document, "national-2021", of_reading);
    return std::ranges::any_of(findings, [&](Diagnostic const& finding) { return finding.code == code; });
  };
  for (auto const code : {Code::goal_number_differs, Code::task_not_covered}) {
    CHECK(finds(code, {}));
    CHECK_FALSE(finds(code, {mixed}));
  }
}

TEST_CASE("group_doubtful: what is neither earned nor saved, in time for quality, opinions among effects") {
  auto const row = [](std::string level1, std::string level2, std::string name, std::string_view target) {
    auto one = indicator(std::move(level2), std::move(name), target);
    one.level1 = std::move(level1);
    return with_indicators({one});
  };
  auto const better = [&](Form const& form) {
    auto document = third(form);
    for (auto const& finding : all_findings(document))
      if (finding.code == Code::group_doubtful)
        return finding.arguments.at(2).value;
    return std::string();
  };
  CHECK(better(row("效益指标", "经济效益指标", "全市安全度汛", "安全")) == "社会效益指标");
  CHECK(better(row("效益指标", "经济效益指标", "利息费用保障率", "100%")) == "the management of funds");
  CHECK(better(row("效益指标", "经济效益指标", "减少事故损失", "≥3万元")).empty());
  CHECK(better(row("效益指标", "经济效益指标", "保障安全生产", "≥95%")).empty());
  CHECK(better(row("效益指标", "社会效益指标", "市民对空气的满意程度", "≥85%")) == "满意度指标");
  CHECK(better(row("产出指标", "质量指标", "补贴按时发放", "≥95%")) == "时效指标");
  CHECK(better(row("产出指标", "质量指标", "补贴按时足额发放率", "≥95%")).empty());
  CHECK(better(row("产出指标", "数量指标", "清运车辆配备数", "≥10辆")) == "an input, not what is delivered");
  CHECK(better(row("产出指标", "数量指标", "购置运输车辆", "≥10辆")).empty());
}

TEST_CASE("timeliness_off_topic: paying, checking and using money are not when the work is done") {
  auto const time = [](std::string name, std::string_view target) {
    return with_indicators({indicator("时效指标", std::move(name), target)});
  };
  auto const code = Code::timeliness_off_topic;
  CHECK(breaks(code, time("年度资金支付完成率", "100%"), "indicators/0/level3"));
  CHECK(breaks(code, time("各项费用使用周期", "2020年1月至11月"), "indicators/0/level3"));
  CHECK(breaks(code, time("保洁专项考核", "1次/月"), "indicators/0/level3"));
  CHECK(satisfies(code, time("巡河频次", "1次/月")));
  CHECK(satisfies(code, time("工程款支付及时率", "100%")));
}

TEST_CASE("name_unit_mismatch: a rate with its own percentage") {
  auto const rate = [](std::string name) {
    return with_indicators({indicator("数量指标", std::move(name), "1000件")});
  };
  CHECK(breaks(Code::name_unit_mismatch, rate("灭火设备配备率100%"), "indicators/0/target"));
  CHECK(satisfies(Code::name_unit_mismatch, rate("灭火设备配备100%")));
}

TEST_CASE("compound_indicator: three groups asked") {
  auto const asked = [](std::string name) {
    return with_indicators({indicator("服务对象满意度指标", std::move(name), "≥90%")});
  };
  CHECK(breaks(Code::compound_indicator, asked("学生、家长、社会满意度"), "indicators/0/level3"));
  CHECK(satisfies(Code::compound_indicator, asked("学生、家长满意度")));
}

TEST_CASE("vague_target: a grade of nothing, and yes") {
  auto const asked = [](std::string name, std::string_view target) {
    return with_indicators({indicator("质量指标", std::move(name), target)});
  };
  CHECK(breaks(Code::vague_target, asked("空气质量", "优良"), "indicators/0/target"));
  CHECK(satisfies(Code::vague_target, asked("单元工程质量", "优良")));
  CHECK(breaks(Code::vague_target, asked("知晓度是否提高", "是"), "indicators/0/target"));
  CHECK(breaks(Code::vague_target, asked("已建工程", "良性运行"), "indicators/0/target"));
}

TEST_CASE("compound_indicator: two measures, one number") {
  auto const named = [](std::string name) {
    return with_indicators({indicator("服务对象满意度指标", std::move(name), "≥90%")});
  };
  CHECK(breaks(Code::compound_indicator, named("学员满意度、家长满意度"), "indicators/0/level3"));
  CHECK(breaks(Code::compound_indicator, named("覆盖率和知晓率"), "indicators/0/level3"));
  CHECK(satisfies(Code::compound_indicator, named("学员和家长满意度")));
  CHECK(satisfies(Code::compound_indicator, named("服务对象满意度指标满意度")));
}

TEST_CASE("cost_unnamed: an amount of what") {
  auto const cost = [](std::string name, std::string_view target) {
    return with_indicators({indicator("经济成本指标", std::move(name), target)});
  };
  CHECK(breaks(Code::cost_unnamed, cost("高效服务", "≤200000(元)"), "indicators/0/level3"));
  CHECK(satisfies(Code::cost_unnamed, cost("车辆租赁服务费", "≤200000(元)")));
  CHECK(satisfies(Code::cost_unnamed, cost("高效服务", "=100%")));
}

TEST_CASE("completion_contradicted: all done, but for an output") {
  auto form = with_indicators(
      {indicator("数量指标", "交流活动", "≥2场", "0场"), indicator("时效指标", "计划按期完成率", "=100%", "100%")});
  CHECK(breaks(Code::completion_contradicted, form, "indicators/1/actual"));
  form.indicators[0].actual = grammars::read_indicator_value("2场");
  CHECK(satisfies(Code::completion_contradicted, form));
  form.indicators[0].actual = grammars::read_indicator_value("1场");
  form.indicators[1].level3 = "设备采购完成率";
  CHECK(satisfies(Code::completion_contradicted, form));
}

TEST_CASE("counted_twice: costs held against the whole budget by one target") {
  auto form = with_indicators({indicator("经济成本指标", "控制在预算资金范围内", "=100%"),
                               indicator("经济成本指标", "按照预算资金控制成本", "=100%")});
  CHECK(breaks(Code::counted_twice, form, "indicators/1/level3"));
  form.indicators[1].level3 = "单位培训成本";
  CHECK(satisfies(Code::counted_twice, form));
}

TEST_CASE("execution_counted_twice: by name, or by a cost that repeats the rate") {
  auto form = with_indicators({indicator("经济成本指标", "控制在预算范围内", "=100%", "67.76%", "10", "6.8")});
  form.funds = {fund("total", "10", "weight"), fund("total", "67.76", "execution_rate")};
  CHECK(breaks(Code::execution_counted_twice, form, "indicators/0/level3"));
  form.indicators[0].actual = grammars::read_indicator_value("70.2%");
  CHECK(satisfies(Code::execution_counted_twice, form));
  form.indicators[0].level3 = "预算执行率";
  CHECK(breaks(Code::execution_counted_twice, form, "indicators/0/level3"));
}

TEST_CASE("goals_alike: a project of several years by what its goal says") {
  auto const planned = [](std::string const& goal) {
    Form form;
    form.fiscal_year = 2023;
    form.goals.project.emplace(goal);
    form.goals.annual.emplace(goal);
    return form;
  };
  CHECK(breaks(Code::goals_alike, planned("采购雾炮车降尘服务，服务周期2023.07-2024.01，全市空气质量优良"),
               "goals/annual"));
  CHECK(satisfies(Code::goals_alike, planned("采购雾炮车降尘服务，服务周期2023.01-2023.12，全市空气质量优良")));
}

TEST_CASE("budget_adjusted: a cut behind a total of nothing") {
  auto form = with_funds({fund("total", "0", "initial_budget"), fund("total", "0", "revised_budget"),
                          fund("fiscal", "202.64", "initial_budget"), fund("fiscal", "132.91", "revised_budget")});
  CHECK(breaks(Code::budget_adjusted, form, "funds/3"));
  form.funds[3].number = form.funds[3].yuan = parse_decimal("200.10");
  CHECK(satisfies(Code::budget_adjusted, form));
}

TEST_CASE("goals_alike: other figures are a result") {
  auto const goal = "开展农田管护，组织农户轮种，指导各村用好农机，保证粮食收成，减少化肥用量20吨。";
  auto const alike = "开展农田管护，组织农户轮种，指导各村用好农机，保障粮食收成，减少化肥用量20吨。";
  auto const told = "开展农田管护，组织农户轮种，指导各村用好农机，保障粮食收成，减少化肥用量26吨。";
  CHECK(breaks(Code::goals_alike, with_goals(goal, alike), "goals/actual"));
  CHECK(satisfies(Code::goals_alike, with_goals(goal, told)));
}

TEST_CASE("group_doubtful: staff is an input; other words stay where they are") {
  auto const standing = [](std::string level2, std::string name, std::string_view target) {
    auto form = with_indicators({indicator(std::move(level2), std::move(name), target)});
    form.indicators[0].level1 = form.indicators[0].level2 == "数量指标" ? "产出指标" : "效益指标";
    return form;
  };
  CHECK(breaks(Code::group_doubtful, standing("数量指标", "在编在岗人数", "=42人"), "indicators/0/level2"));
  CHECK(satisfies(Code::group_doubtful, standing("数量指标", "培训工作人员数", "≥42人")));
  CHECK(satisfies(Code::group_doubtful, standing("数量指标", "参训教职工人数", "≥42人")));
  CHECK(breaks(Code::group_doubtful, standing("生态效益指标", "设备使用年限", "≥5年"), "indicators/0/level2"));
  CHECK(satisfies(Code::group_doubtful, standing("生态效益指标", "秸秆还田率", "≥5%")));
}

TEST_CASE("growth_rate_full: a hundred per cent more") {
  auto const rate = [](std::string name, std::string_view target) {
    return with_indicators({indicator("社会效益指标", std::move(name), target)});
  };
  CHECK(breaks(Code::growth_rate_full, rate("服务能力提高率", "=100%"), "indicators/0/target"));
  CHECK(satisfies(Code::growth_rate_full, rate("服务能力提高率", "≥10%")));
  CHECK(breaks(Code::growth_rate_full, rate("服务能力提高率", "≥90%"), "indicators/0/target"));
  CHECK(satisfies(Code::growth_rate_full, rate("订单增长率", "≥90%")));
  CHECK(satisfies(Code::growth_rate_full, rate("培训计划完成率", "=100%")));
}

TEST_CASE("result_still_planned: words of plans copied with the goal") {
  CHECK(breaks(Code::result_still_planned,
               with_goals("预计宣传推广100万人次。", "完成推文510篇，预计宣传推广100万人次。"), "goals/actual"));
  CHECK(satisfies(Code::result_still_planned, with_goals("预计宣传推广100万人次。", "宣传推广112万人次。")));
  CHECK(breaks(Code::result_still_planned, with_goals("宣传推广。", "完成推文510篇，预计全年推广100万人次。"),
               "goals/actual"));
  CHECK(satisfies(Code::result_still_planned, with_goals("宣传推广。", "宣传推广112万人次，预计明年达200万人次。")));
}

TEST_CASE("actual_without_date: a time is answered with a time") {
  auto const done = [](std::string_view target, std::string_view actual) {
    return with_indicators({indicator("时效指标", "完工时间", target, actual)});
  };
  CHECK(breaks(Code::actual_without_date, done("6月底前", "达成预期指标"), "indicators/0/actual"));
  CHECK(satisfies(Code::actual_without_date, done("6月底前", "6月12日")));
  CHECK(satisfies(Code::actual_without_date, done("及时", "达成预期指标")));
}

TEST_CASE("name_says_nothing: a label, a measure alone, or a time alone") {
  auto const named = [](std::string name) {
    return with_indicators({indicator("时效指标", std::move(name), "按时完成")});
  };
  CHECK(breaks(Code::name_says_nothing, named("2025年12月底前全部完成"), "indicators/0/level3"));
  CHECK(breaks(Code::name_says_nothing, named("满意度"), "indicators/0/level3"));
  CHECK(satisfies(Code::name_says_nothing, named("2025年12月底前完成清淤")));
  CHECK(satisfies(Code::name_says_nothing, named("按时完成")));
}

TEST_CASE("target_with_own_metric: before the sign, or behind the number") {
  auto const target = [](std::string_view text) { return with_indicators({indicator("质量指标", "广泛发动", text)}); };
  CHECK(breaks(Code::target_with_own_metric, target("≥50.00(%的区参与)"), "indicators/0/target"));
  CHECK(breaks(Code::target_with_own_metric, target("课题评审通过率≥90%"), "indicators/0/target"));
  CHECK(satisfies(Code::target_with_own_metric, target("≥50.00(%)")));
}

TEST_CASE("cost_without_amount: a standard that others fixed is one") {
  auto const cost = [](std::string name) {
    return with_indicators({indicator("经济成本指标", std::move(name), "=100%")});
  };
  CHECK(breaks(Code::cost_without_amount, cost("控制在预算范围内"), "indicators/0/target"));
  CHECK(satisfies(Code::cost_without_amount, cost("补助标准执行率")));
}

TEST_CASE("placeholder_value: the hint of the template behind a name") {
  auto const named = [](std::string name) { return with_indicators({indicator("数量指标", std::move(name), "≥4个")}); };
  CHECK(breaks(Code::placeholder_value, named("新建景点数量（≥**个）"), "indicators/0/level3"));
  CHECK(satisfies(Code::placeholder_value, named("★新建景点数量")));
}

TEST_CASE("implausible_direction: what is delivered has no ceiling, what thrift caps has one") {
  auto const counted = [](std::string name, std::string_view target) {
    return with_indicators({indicator("数量指标", std::move(name), target)});
  };
  CHECK(breaks(Code::implausible_direction, counted("培训管水员人数", "≤120人"), "indicators/0/target"));
  CHECK(satisfies(Code::implausible_direction, counted("培训管水员人数", "≥120人")));
  CHECK(satisfies(Code::implausible_direction, counted("培训会议次数", "≤3次")));
  // What is paid to people has a floor.
  CHECK(
      satisfies(Code::implausible_direction, with_indicators({indicator("成本指标", "人均救助标准", "不低于250元")})));
  CHECK(breaks(Code::implausible_direction, with_indicators({indicator("成本指标", "人均培训成本", "不低于250元")}),
               "indicators/0/target"));
}

TEST_CASE("money_as_quantity: an amount, though no unit says so") {
  CHECK(breaks(Code::money_as_quantity, with_indicators({indicator("数量指标", "疏浚工程投入金额", "86.5")}),
               "indicators/0/target"));
  CHECK(satisfies(Code::money_as_quantity, with_indicators({indicator("数量指标", "带动销售金额", "86.5")})));
}

TEST_CASE("timeliness_off_topic: how much of the money moved") {
  auto const timely = [](std::string name) {
    return with_indicators({indicator("时效指标", std::move(name), "100%")});
  };
  CHECK(breaks(Code::timeliness_off_topic, timely("补助资金当年下达率"), "indicators/0/level3"));
  CHECK(satisfies(Code::timeliness_off_topic, timely("9月底前补助资金拨付率")));
  CHECK(satisfies(Code::timeliness_off_topic, timely("补助资金及时拨付率")));
}

TEST_CASE("at_least_all: a share of what is done in time is bounded, a growth is not") {
  auto const rate = [](std::string name) { return with_indicators({indicator("质量指标", std::move(name), "≥100%")}); };
  CHECK(breaks(Code::at_least_all, rate("工程完成及时率"), "indicators/0/target"));
  CHECK(satisfies(Code::at_least_all, rate("蓄水增长率")));
}

TEST_CASE("percent_of_nothing: all of a change is none") {
  auto const asked = [](std::string name) { return with_indicators({indicator("质量指标", std::move(name), "100%")}); };
  CHECK(breaks(Code::percent_of_nothing, asked("灌溉条件改善、管护水平提高"), "indicators/0/target"));
  CHECK(satisfies(Code::percent_of_nothing, asked("渠道完好率")));
}

TEST_CASE("vague_target: by what means is no test") {
  auto const asked = [](std::string_view target) {
    return with_indicators({indicator("社会效益指标", "灌溉便利", target)});
  };
  CHECK(breaks(Code::vague_target, asked("通过本项目实施，有效改善灌溉条件"), "indicators/0/target"));
  CHECK(breaks(Code::vague_target, asked("效果明显"), "indicators/0/target"));
  CHECK(satisfies(Code::vague_target, asked("通过市级考核，改善灌溉条件")));
}

TEST_CASE("counted_twice: a number that is hardly met twice by chance, planned for two things") {
  auto const planned = [](std::string_view second) {
    return with_indicators(
        {indicator("数量指标", "入社农户人数", "≥1102人"), indicator("数量指标", "入股农户人数", second)});
  };
  CHECK(breaks(Code::counted_twice, planned("≥1102人"), "indicators/1/target"));
  CHECK(satisfies(Code::counted_twice, planned("≥1103人")));
  CHECK(satisfies(Code::counted_twice, with_indicators({indicator("数量指标", "入社户数", "≥1000户"),
                                                        indicator("数量指标", "入股户数", "≥1000户")})));
}

TEST_CASE("cost_without_amount: a limit in words that names none") {
  auto const cost = [](std::string_view target) {
    return with_indicators({indicator("经济成本指标", "项目总成本", target)});
  };
  CHECK(breaks(Code::cost_without_amount, cost("控制在预算范围内"), "indicators/0/target"));
  CHECK(satisfies(Code::cost_without_amount, cost("按合同控制")));
  CHECK(satisfies(Code::cost_without_amount, cost("≤35万元")));
}

TEST_CASE("sign_without_number: a number or a date stands behind a comparator") {
  auto const asked = [](std::string_view target) {
    return with_indicators({indicator("数量指标", "泵房检修座数", target)});
  };
  CHECK(breaks(Code::sign_without_number, asked("≥4Z.00(座)"), "indicators/0/target"));
  CHECK(breaks(Code::sign_without_number, asked("≥ %"), "indicators/0/target"));
  CHECK(satisfies(Code::sign_without_number, asked("≥42.00(座)")));
  CHECK(satisfies(Code::sign_without_number, asked("≤2026年12月31日")));
}

TEST_CASE("text_shortened: three dots behind a word, not six, nor behind a stop") {
  auto const named = [](std::string name) { return with_indicators({indicator("数量指标", std::move(name), "≥3座")}); };
  CHECK(breaks(Code::text_shortened, named("沿线村庄污水收…"), "indicators/0/level3"));
  CHECK(breaks(Code::text_shortened, named("沿线村庄污水收..."), "indicators/0/level3"));
  CHECK(satisfies(Code::text_shortened, named("管护水渠、泵站……")));
  CHECK(satisfies(Code::text_shortened, named("管护水渠、泵站......")));
  CHECK(satisfies(Code::text_shortened, named("管护水渠、…")));
}
