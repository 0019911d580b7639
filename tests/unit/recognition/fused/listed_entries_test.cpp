#include "recognition/fused/listed_entries.hpp"

#include <doctest/doctest.h>

using namespace jixiao::recognition::fused;

namespace {

struct Expected {
  std::string_view name, value;
  bool bounded = false;
};

void check(std::string_view sentence, std::vector<Expected> const& expected) {
  CAPTURE(sentence);
  auto const entries = part_listed_entries(sentence);
  REQUIRE(entries.size() == expected.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    CHECK(entries[i].name == expected[i].name);
    CHECK(entries[i].value.value_or("") == expected[i].value);
    CHECK(entries[i].bounded == expected[i].bounded);
  }
}

bool fits_alone(std::string_view sentence) {
  auto const entries = part_listed_entries(sentence);
  return entries.size() == 1 && fits(entries.front());
}

} // namespace

TEST_CASE("an entry of a list has its value behind its name") {
  check("购置灭火机≥40台", {{"购置灭火机", "≥40台", true}});
  check("购置灭火机：≥40台", {{"购置灭火机", "≥40台", true}});
  check("验收合格率100%", {{"验收合格率", "100%"}});
  check("森林生态环境持续改善", {{"森林生态环境", "持续改善"}});
  check("完成时间：2025年10月底前", {{"完成时间", "2025年10月底前"}});
  check("建立管护队伍", {{"建立管护队伍", ""}});
}

TEST_CASE("a bound whose unit nobody has listed begins with its longest sign") {
  check("种苗补助成本>=28.40/株苗", {{"种苗补助成本", ">=28.40/株苗", true}});
  check("种苗补助成本≤28.40/株苗", {{"种苗补助成本", "≤28.40/株苗", true}});
}

TEST_CASE("commas part entries of which each has its bound") {
  check("更换闸门≥14座，新建量水点≥3处", {{"更换闸门", "≥14座", true}, {"新建量水点", "≥3处", true}});
  CHECK_FALSE(fits_alone("更换闸门≥14座，实际完成15座"));
  CHECK_FALSE(fits_alone("执行中需要调整的，按程序报批"));
}

TEST_CASE("a result is no entry, but for names that end as names do") {
  CHECK_FALSE(fits_alone("实际完成15次"));
  CHECK(fits_alone("按时完成率100%"));
  CHECK(fits_alone("完成时间2025年10月底前"));
}

TEST_CASE("sentences end with stops and lines") {
  CHECK(sentences_of("甲；乙。\n丙;丁") == std::vector<std::string_view>{"甲", "乙", "丙", "丁"});
  CHECK(sentences_of(" \n。").empty());
}
