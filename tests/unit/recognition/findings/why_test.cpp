#include "tests/unit/rows.hpp"

#include <jixiao/why.hpp>
#include <jixiao/writers.hpp>

#include <cmath>
#include <numeric>
#include <set>

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// The third row slid to the right: its group stands in the column of names.
constexpr std::string_view slid = "财政项目支出绩效目标申报表\n(2026 年度)\n项目名称 | 湿地监测\n"
                                  " | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
                                  " | 产出指标 | 数量指标 | 取样批次 | ≥4批\n"
                                  " | | 质量指标 | 数据准确率 | ≥99%\n"
                                  " | | | 时效指标 | 按时报送率 | ≥95%\n";

std::optional<Why> why(std::string_view text, std::string_view pointer) {
  auto const in_tabs = rows(text);
  Options options;
  options.why = pointer;
  return inspect({"test.txt", in_tabs}, options).why;
}

} // namespace

TEST_CASE("nobody asks") { CHECK_FALSE(inspect({"test.txt", rows(slid)}).why); }

TEST_CASE("a field that is not there") {
  CHECK_FALSE(why(slid, "/forms/0/indicators/7/target"));
  CHECK_FALSE(why(slid, "/forms/3/project_name"));
  CHECK_FALSE(why(slid, "no pointer"));
  CHECK_FALSE(why("一段话", "/forms/0/project_name"));
}

TEST_CASE("a value beside its label") {
  auto const found = why(slid, "/forms/0/project_name");
  REQUIRE(found);
  REQUIRE(found->values.size() == 1);
  CHECK(found->values[0].text == "湿地监测");
  REQUIRE(found->labels.size() == 1);
  CHECK(found->labels[0].text == "项目名称");
  CHECK(found->by == DecidedBy::place);
  CHECK(found->readings.empty());
}

TEST_CASE("a pointer into a field is that of the field") {
  auto const found = why(slid, "/forms/0/indicators/0/target/number");
  REQUIRE(found);
  CHECK(found->values.at(0).text == "≥4批");
  CHECK(found->labels.at(0).text == "指标值");
}

TEST_CASE("what a reading costs more than the chosen one is told entry by entry") {
  for (std::string_view const pointer :
       {"/forms/0/indicators/2/level3", "/forms/0/indicators/2/target", "/forms/0/indicators/2/level2"}) {
    CAPTURE(pointer);
    auto const found = why(slid, pointer);
    REQUIRE(found);
    REQUIRE(found->readings.size() > 1);
    CHECK(found->readings[0].differences.empty());
    for (auto const& reading : found->readings) {
      auto const told = std::accumulate(reading.differences.begin(), reading.differences.end(), 0.0,
                                        [](double sum, PriceDifference const& one) { return sum + one.amount; });
      CHECK(std::abs(told - (reading.cost - found->readings[0].cost)) < 1e-6);
      CHECK(reading.cost >= found->readings[0].cost);
    }
  }
}

TEST_CASE("the list of prices: at most sixty, each with a name of its own and reasons in both languages") {
  CHECK(price_list().size() <= 60);
  std::set<std::string_view> names;
  for (auto const& price : price_list()) {
    CAPTURE(price.name);
    CHECK(names.insert(price.name).second);
    CHECK(price.amount > 0);
    CHECK_FALSE(price.reason.empty());
    CHECK_FALSE(price.reason_zh.empty());
  }
}

TEST_CASE("the list is printed a price a line") {
  auto const text = render_prices();
  CHECK(static_cast<std::size_t>(std::ranges::count(text, '\n')) == price_list().size());
  CHECK(text.starts_with(price_list()[0].name));
}
