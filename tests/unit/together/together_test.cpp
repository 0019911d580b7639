#include "text/alike.hpp"
#include "together/compare.hpp"
#include "together/goals.hpp"
#include "together/projects.hpp"
#include "together/trace.hpp"

#include <jixiao/together.hpp>

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

FormTrace form(std::string document, std::string project, std::string unit, std::string code = {}) {
  FormTrace out;
  out.document = out.place = std::move(document);
  out.project = std::move(project);
  out.unit = std::move(unit);
  out.code = std::move(code);
  out.path = "/forms/0";
  return out;
}

Value at_least(std::int64_t number, std::string unit) {
  return {.text = "≥" + std::to_string(number) + unit,
          .kind = ValueKind::quantity,
          .op = Comparator::at_least,
          .number = Decimal{number, 0},
          .unit = unit};
}

/// A plan with one indicator.
FormTrace plan(int year, std::string name, std::int64_t target) {
  auto out = form(std::to_string(year) + ".txt", "沟渠清理", "水务所");
  out.kind = "declaration";
  out.year = year;
  for (auto const& row : {name, std::string("巡查次数"), std::string("完好率")})
    out.indicators.push_back(
        {.path = "/forms/0/indicators/0", .level2 = "数量指标", .name = row, .target = at_least(target, "公里")});
  return out;
}

std::vector<std::string> codes_of(std::vector<FormTrace> const& forms, TogetherLimits const& limits = {}) {
  Together together(limits);
  for (auto const& one : forms)
    together.add(pack(one));
  std::vector<std::string> out;
  for (auto const& one : together.findings())
    out.emplace_back(info(one.finding.code).id);
  return out;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a trace comes out of its packing as it went in") {
  auto one = plan(2024, "清理长度", 40);
  one.title = "绩效目标申报表";
  one.amounts.push_back({"budget", "/forms/0/funds/0", "12.50万元", {12500000, 2}, {.line = 7}});
  one.goals.push_back({"goals.annual", "清理沟渠。", {.table = 1, .row = 2}});
  one.at = {.line = 3, .begin = 10, .end = 20};
  CHECK(pack(unpack_trace(pack(one))) == pack(one));
  auto const again = unpack_trace(pack(one));
  CHECK(again.amounts[0].yuan == Decimal{12500000, 2});
  CHECK(again.indicators[0].target->text == "≥40公里");
  CHECK(again.goals[0].at == Location{.table = 1, .row = 2});
}

TEST_CASE("years are no part of a name or a goal; other numbers are") {
  CHECK(without_years("2024年度沟渠清理（2025年）") == "沟渠清理");
  CHECK(without_years("清理 2030 处") == "清理处");
  CHECK(without_years("清理 20301 处、12 公里") == "清理20301处12公里");
}

TEST_CASE("forms are of one project by code, or by name and unit") {
  Projects projects;
  std::optional<std::size_t> same_code;
  auto const number = [&](FormTrace const& one) { return projects.project_of(one, 7, same_code); };
  auto const first = number(form("a", "2024年沟渠清理项目", "石桥湾区水务局", "9901012024P1"));
  CHECK(number(form("b", "沟渠清理项目（2025年）", "水务局")) == first);
  CHECK(number(form("c", "沟渠清理项目", "枣坪县水务局")) != first);
  CHECK(number(form("d", "沟渠清理经费", "别的单位", "9901012024P1")) == first);
  CHECK_FALSE(same_code);
  CHECK(number(form("e", "公务用车", "石桥湾区水务局", "9901012024P1")) != first);
  CHECK(same_code == 7);
  CHECK(number(form("f", "", "")) != number(form("f", "", "")));
  CHECK(number(form("g", "劳务费", "")) != number(form("h", "劳务费", "")));
  CHECK(number(form("g", "劳务费", "")) == number(form("g", "劳务费", "")));
}

TEST_CASE("texts with a long run in common share fingerprints") {
  auto const of = [](std::string_view text) { return fingerprints_of(characters_of(text)); };
  CHECK(of("短").empty());
  auto const goal = of("保障辖区内沟渠畅通，完成清淤和岸坡修复，汛期前完成闸门检修");
  GoalIndex index(1'000);
  index.put({3, 0}, goal);
  CHECK(index.candidates(of("做好保障辖区内沟渠畅通，完成清淤和岸坡修复，汛期前完成闸门检修")) ==
        std::vector<GoalId>{{3, 0}});
  CHECK(index.candidates(of("维护公共自行车站点，及时调度车辆，处理市民投诉和报修")).empty());
}

TEST_CASE("an index that is full takes no more and still finds") {
  auto const goal = fingerprints_of(characters_of("保障辖区内沟渠畅通，完成清淤和岸坡修复"));
  GoalIndex index(goal.size());
  index.put({0, 0}, goal);
  index.put({1, 0}, goal);
  CHECK(index.candidates(goal) == std::vector<GoalId>{{0, 0}});
}

TEST_CASE("one target in three years is told, in two it is not") {
  CHECK(codes_of({plan(2023, "清理长度", 40), plan(2024, "清理长度", 40)}).empty());
  CHECK(codes_of({plan(2023, "清理长度", 40), plan(2024, "清理长度", 41), plan(2025, "清理长度", 40)}).empty());
  CHECK(codes_of({plan(2025, "清理长度", 40), plan(2023, "清理长度", 40), plan(2024, "清理长度", 40)}) ==
        Ids{"V710", "V710", "V710"});
}

TEST_CASE("the same form twice is told once and compared once") {
  auto const one = plan(2024, "清理长度", 40);
  auto copy = one;
  copy.document = copy.place = "copy.txt";
  CHECK(codes_of({one, copy}) == Ids{"V711"});
  copy.indicators[0].target = at_least(45, "公里");
  CHECK(codes_of({one, copy}) == Ids{"V712"});
  // Parts of a project have codes of their own.
  auto part = copy;
  part.code = "9901012024P000002";
  auto whole = one;
  whole.code = "9901012024P000001";
  CHECK(codes_of({whole, part}).empty());
}

TEST_CASE("what was repaired is not held against the plan") {
  auto const declared = plan(2024, "清理长度", 40);
  auto judged = plan(2024, "清理长度", 40);
  judged.kind = "self_evaluation";
  judged.indicators[0].target = at_least(30, "公里");
  CHECK(codes_of({declared, judged}) == Ids{"V708"});
  judged.indicators[0].sure = false;
  CHECK(codes_of({declared, judged}).empty());
}

TEST_CASE("forms behind the limit are told, not compared") {
  auto const one = plan(2024, "清理长度", 40);
  CHECK(codes_of({one, one, one}, {.forms = 2}) == Ids{"V711", "W703"});
}

TEST_CASE("levels, codes, earlier reports and accepted findings") {
  auto const one = plan(2024, "清理长度", 40);
  auto const findings = [&] {
    Together together;
    together.add(pack(one));
    together.add(pack(one));
    return together.findings();
  };
  LevelOverride const error[] = {{Code::form_twice, Level::error}}, off[] = {{Code::form_twice, Level::off}};
  CHECK(review_across(findings(), error, {}).severities[2] == 1);
  CHECK(review_across(findings(), off, {}).findings.empty());
  Selection known;
  known.known.insert(fingerprint(findings()[0]));
  CHECK(review_across(findings(), {}, known).known == 1);
  Selection accepted;
  accepted.accepted.push_back({{}, "沟渠清理", "2031-12-31", "同一文件"});
  CHECK(review_across(findings(), {}, accepted).known == 1);
  accepted.accepted[0].project = "别的项目";
  CHECK(review_across(findings(), {}, accepted).findings.size() == 1);
}
