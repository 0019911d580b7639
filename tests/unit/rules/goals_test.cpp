#include "findings.hpp"

#include <string>
#include <utility>

using namespace jixiao;
using namespace jixiao::test;

namespace {

Form planned(std::string goal) {
  Form form;
  form.goals.annual.emplace(std::move(goal));
  return form;
}

} // namespace

TEST_CASE("goal_without_facts: a wish in every clause") {
  auto const code = Code::goal_without_facts;
  CHECK(breaks(code, planned("不断增强党组织的影响力和号召力"), "goals/annual"));
  CHECK(breaks(code, planned("按时完成招商任务要求，提升服务水平。"), "goals/annual"));
  CHECK(breaks(code, planned("1.不断增强党在两新组织的影响力。2.2026年提升服务水平"), "goals/annual"));
  CHECK(satisfies(code, planned("不断增强党组织的影响力，培训党务干部。")));
  CHECK(satisfies(code, planned("保障120户用水")));
  CHECK(satisfies(code, planned("疏浚干渠。")));
  CHECK(satisfies(code, planned("改善就医条件，年底前搬迁。")));
}

TEST_CASE("goal_amounts_mismatch: what is listed behind 其中") {
  auto const code = Code::goal_amounts_mismatch;
  CHECK(breaks(code, planned("申请预算20万元，其中补助9万元、奖励6万元、活动3万元。"), "goals/annual"));
  CHECK(breaks(code, planned("申请2026400元，其中运转400,000元，报酬252000元，补助960000元。"), "goals/annual"));
  CHECK(breaks(code, planned("总投资20万元，其中补助15万元、奖励7万元。"), "goals/annual"));
  CHECK(satisfies(code, planned("申请预算20万元，其中补助10万元、奖励6万元、活动40000元。")));
  CHECK(satisfies(code, planned("总投资20万元，其中补助15万元、奖励3万元。")));
  CHECK(satisfies(code, planned("总投资20万元。其中补助9万元、奖励6万元、活动4万元。")));
  CHECK(satisfies(code, planned("总投资20万元，其中补助9万元（其中人工3万元、材料6万元）、奖励6万元、活动4万元。")));
}

TEST_CASE("unit_cost_over_fund: the cost of one, and how many") {
  auto const with = [](std::string_view cost, std::string_view count) {
    auto form = with_indicators({indicator("数量指标", "入股合作社", count), indicator("成本指标", "补助标准", cost)});
    form.funds = {fund("total", "2140600")};
    return form;
  };
  auto const code = Code::unit_cost_over_fund;
  CHECK(breaks(code, with("=23万元/个", "=10个"), "indicators/1/target"));
  CHECK(satisfies(code, with("=22万元/个", "=10个")));
  CHECK(satisfies(code, with("=23万元/家", "=10个")));
  CHECK(satisfies(code, with("≥23万元/个", "=10个")));
  auto two = with("=23万元/个", "=10个");
  two.indicators.push_back(indicator("数量指标", "受益村", "=30个"));
  CHECK(satisfies(code, two));
}

TEST_CASE("execution_rate_blank: beside budget and spending") {
  auto form = with_funds({fund("total", "880", "revised_budget"), fund("total", "880", "executed"),
                          fund("total", "100", "execution_rate")});
  CHECK(satisfies(Code::execution_rate_blank, form));
  form.funds[2].number.reset();
  CHECK(breaks(Code::execution_rate_blank, form, "funds/2"));
  form.funds[1].number.reset();
  CHECK(satisfies(Code::execution_rate_blank, form));
}

TEST_CASE("ecological_benefit_missing: a project of nature") {
  auto form = with_indicators({indicator("社会效益指标", "市民知晓率", "≥85%")});
  form.project_name = "雾炮车降尘服务";
  CHECK(breaks(Code::ecological_benefit_missing, form, "indicators"));
  form.indicators.push_back(indicator("生态效益指标", "空气质量优良天数", "≥300天"));
  CHECK(satisfies(Code::ecological_benefit_missing, form));
  form.indicators.pop_back();
  form.project_name = "污水管网检修";
  CHECK(satisfies(Code::ecological_benefit_missing, form));
}
