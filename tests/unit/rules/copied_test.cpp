#include "findings.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace jixiao;
using namespace jixiao::test;

namespace {

Form results(std::vector<std::pair<std::string, std::string>> const& rows) {
  std::vector<Indicator> out;
  for (auto const& [target, actual] : rows)
    out.push_back(indicator("数量指标", "第" + std::to_string(out.size() + 1) + "段护坡", target, actual));
  return with_indicators(std::move(out));
}

Form named(std::string name) {
  Form form;
  form.project_name = std::move(name);
  return form;
}

} // namespace

TEST_CASE("cases_as_target: how many cases come up is not planned") {
  auto const planned = [](std::string name, std::string_view target) {
    return with_indicators({indicator("数量指标", std::move(name), target)});
  };
  CHECK(breaks(Code::cases_as_target, planned("立案数", "=5起"), "indicators/0/target"));
  CHECK(breaks(Code::cases_as_target, planned("行政处罚案件数", "≥20件"), "indicators/0/target"));
  CHECK(satisfies(Code::cases_as_target, planned("案件按期办结率", "≥95%")));
  CHECK(satisfies(Code::cases_as_target, planned("行政处罚撤销数", "≤2件")));
  CHECK(satisfies(Code::cases_as_target, planned("调解案件数", "≥20件")));
}

TEST_CASE("result_just_target: people reached are not counted in noughts") {
  auto const reached = [](std::string_view target, std::string_view actual) {
    return with_indicators({indicator("社会效益指标", "宣传推广人次", target, actual)});
  };
  CHECK(breaks(Code::result_just_target, reached("≥1000000人次", "1000000人次"), "indicators/0/actual"));
  CHECK(satisfies(Code::result_just_target, reached("≥1000000人次", "1073200人次")));
  CHECK(satisfies(Code::result_just_target, reached("≥500人次", "500人次")));
  CHECK(satisfies(Code::result_just_target, reached("=20000人次", "20000人次")));
  CHECK(satisfies(Code::result_just_target, results({{"≥20000册", "20000册"}})));
}

TEST_CASE("results_copy_targets: six results at least, and none is its own") {
  std::vector<std::pair<std::string, std::string>> rows;
  for (int i = 20; i < 25; ++i)
    rows.emplace_back("≥" + std::to_string(i) + "米", std::to_string(i) + "米");
  CHECK(satisfies(Code::results_copy_targets, results(rows)));
  rows.emplace_back("≤30元", "30元");
  CHECK(breaks(Code::results_copy_targets, results(rows), "indicators"));
  rows.emplace_back("≥100%", "100%");
  CHECK(breaks(Code::results_copy_targets, results(rows), "indicators"));
  rows.emplace_back("≥8米", "9米");
  CHECK(satisfies(Code::results_copy_targets, results(rows)));
}

TEST_CASE("name_holds_target: the number stands in the target") {
  auto const called = [](std::string name, std::string_view target) {
    return with_indicators({indicator("数量指标", std::move(name), target)});
  };
  CHECK(breaks(Code::name_holds_target, called("举办培训3期", "=3.00期"), "indicators/0/level3"));
  CHECK(satisfies(Code::name_holds_target, called("举办培训13期", "=3期")));
  CHECK(satisfies(Code::name_holds_target, called("举办培训期数", "=3期")));
  CHECK(satisfies(Code::name_holds_target, called("3年以上设备", "≥3年")));
  CHECK(breaks(Code::name_holds_target, called("村组干部230人", "≥230个"), "indicators/0/level3"));
  CHECK(satisfies(Code::name_holds_target, called("村组干部130人", "≥30个")));
}

TEST_CASE("target_without_unit: one of several that have theirs") {
  auto const others = [](std::string name, std::string_view target) {
    return with_indicators({indicator("数量指标", "疏浚沟渠", "≥12公里"), indicator("数量指标", "护坡", "≥3公里"),
                            indicator("质量指标", "验收合格率", "≥95%"),
                            indicator("数量指标", std::move(name), target)});
  };
  CHECK(breaks(Code::target_without_unit, others("印发宣传手册", "≥5000"), "indicators/3/target"));
  CHECK(satisfies(Code::target_without_unit, others("印发宣传手册", "≥5000册")));
  CHECK(satisfies(Code::target_without_unit, others("巡查次数", "≥50")));
  CHECK(satisfies(Code::target_without_unit, others("单价（元/米）", "≤50")));
  CHECK(satisfies(Code::target_without_unit, with_indicators({indicator("数量指标", "印发宣传手册", "≥5000")})));
  auto const rate = [](std::string_view target) {
    return with_indicators({indicator("质量指标", "工程验收合格率", target), indicator("质量指标", "外观", "完好")});
  };
  CHECK(breaks(Code::target_without_unit, rate("100"), "indicators/0/target"));
  CHECK(satisfies(Code::target_without_unit, rate("100%")));
  CHECK(satisfies(Code::target_without_unit, rate("0.95")));
}

TEST_CASE("project_name_general: an item of the accounts") {
  CHECK(breaks(Code::project_name_general, named("劳务费"), "project_name"));
  CHECK(breaks(Code::project_name_general, named("工作经费(本级)"), "project_name"));
  CHECK(satisfies(Code::project_name_general, named("社区保洁劳务费")));
}

TEST_CASE("marks alone are no reason") {
  CHECK(breaks(Code::missed_without_reason, row("≥10米", "8米", "10", "8", ",,,_"), "indicators/0/remark"));
  CHECK(satisfies(Code::missed_without_reason, row("≥10米", "8米", "10", "8", "汛期停工")));
}
