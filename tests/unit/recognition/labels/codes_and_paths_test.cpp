#include "recognition/labels/labels.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace jixiao::recognition;

namespace {

std::string level2_of(std::string_view text) {
  auto const& labels = builtin_label_finder();
  auto const label = labels.find(text);
  return label.level2 < 0 ? std::string() : std::string(labels.taxonomy().name(label.level2));
}

} // namespace

TEST_CASE("the code right before a group has a digit a level") {
  CHECK(level2_of("11数量指标") == "数量指标");
  CHECK(builtin_label_finder().find("1产出指标").level1 >= 0);
  CHECK(builtin_label_finder().find("22社会效益指标（20分）").coded);
}

TEST_CASE("points and the number of a column before a group are no code") {
  for (auto const* text : {"10数量指标", "4数量指标", "12产出指标", "100质量指标"})
    CHECK_FALSE_MESSAGE(builtin_label_finder().find(text).is_level(), std::string(text));
}

TEST_CASE("a path names the group below the first") {
  CHECK(level2_of("产出-数量指标") == "数量指标");
  CHECK(level2_of("满意度指标/服务对象满意度指标") == "服务对象满意度指标");
  CHECK(builtin_label_finder().find("效益指标 - 可持续影响指标").path);
}

TEST_CASE("of a group in two trees a path takes that of the tree it names") {
  auto const& labels = builtin_label_finder();
  auto const label = labels.find("产出指标-成本指标");
  REQUIRE(label.path);
  CHECK(labels.taxonomy().name(labels.taxonomy().parent(label.level2)) == "产出指标");
}

TEST_CASE("two groups of one level, of two trees, before a name or another path are no path") {
  for (auto const* text :
       {"社会效益/生态效益", "效益指标-数量指标", "产出指标-数量指标-巡查河段", "产出指标-数量指标产出指标-质量指标"})
    CHECK_FALSE_MESSAGE(builtin_label_finder().find(text).path, text);
}
