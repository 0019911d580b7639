#include "recognition/fused/bracket_marks.hpp"

#include <doctest/doctest.h>

using namespace jixiao::recognition;
using namespace jixiao::recognition::fused;

TEST_CASE("a mark names two groups, one group or a label") {
  auto const& labels = builtin_label_finder();
  auto const two = mark_at("【产出指标-数量指标】", 0, labels);
  REQUIRE(two);
  CHECK(two->first_text == "产出指标");
  CHECK(two->second_text == "数量指标");
  auto const one = mark_at("【数量指标】", 0, labels);
  REQUIRE(one);
  CHECK(one->first.is_level());
  CHECK(one->second_text.empty());
  CHECK(!mark_at("【注意事项某某】", 0, labels));
  CHECK(!mark_at("【数量指标", 0, labels));
  CHECK(count_groups("【数量指标】甲【质量指标】乙【总体目标】丙", labels) == 2);
}

TEST_CASE("entries begin with their number") {
  CHECK(entry_number_length("指标1：") == std::string_view("指标1：").size());
  CHECK(entry_number_length("指标 12 、甲") == std::string_view("指标 12 、").size());
  CHECK(entry_number_length("指标：") == 0);
  CHECK(entry_number_length("") == 0);
}

TEST_CASE("the bracket at the end of an entry is its value") {
  CHECK(!part_entry("；"));
  auto const entry = part_entry("检修台数（一期）（≥77台）；");
  REQUIRE(entry);
  CHECK(entry->name == "检修台数（一期）");
  CHECK(entry->value == "≥77台");
  CHECK(part_entry("1）检修台数（≥77台）")->value == "≥77台");
  CHECK(part_entry("检修台数")->value == std::nullopt);
  CHECK(part_entry("（检修台数）")->value == std::nullopt);
}
