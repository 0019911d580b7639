#include "recognition/groups/decode_groups.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;
using namespace jixiao::recognition;

namespace {

int node(std::string_view name) {
  auto const& taxonomy = builtin_taxonomy();
  for (std::size_t i = 0; i < taxonomy.nodes.size(); ++i) {
    bool const old_cost = name == "成本指标" && taxonomy.nodes[i].parent >= 0;
    if (taxonomy.nodes[i].name == name && !old_cost)
      return static_cast<int>(i);
  }
  FAIL("no such group: " << name);
  return -1;
}

GroupObservation printed(std::string_view level1, std::string_view level2 = {}) {
  GroupObservation row;
  row.in_place = true;
  if (!level1.empty())
    row.level1 = node(level1);
  if (!level2.empty())
    row.level2.push_back(node(level2));
  return row;
}

GroupObservation plain() { return printed({}); }

GroupObservation with(GroupObservation row, std::string_view group, double weight) {
  row.support.emplace_back(node(group), weight);
  return row;
}

std::vector<GroupChoice> decode(std::vector<GroupObservation> const& rows) {
  return decode_groups(rows, builtin_taxonomy());
}

std::vector<std::string> groups(std::vector<GroupObservation> const& rows) {
  std::vector<std::string> names;
  for (auto const& choice : decode(rows))
    names.push_back(choice.node < 0 ? "-" : builtin_taxonomy().name(choice.node));
  return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("no rows, no taxonomy") {
  CHECK(decode({}).empty());
  CHECK(decode_groups(std::vector{plain()}, Taxonomy{}).empty());
}

TEST_CASE("printed labels are taken, and filled down") {
  CHECK(groups({printed("产出指标", "数量指标")}) == Names{"数量指标"});
  CHECK(groups({printed("产出指标", "数量指标"), plain(), printed({}, "质量指标"), plain(),
                printed("满意度指标", "服务对象满意度指标")}) ==
        Names{"数量指标", "数量指标", "质量指标", "质量指标", "服务对象满意度指标"});
}

TEST_CASE("what is printed is sure") {
  for (auto const& choice : decode({printed("产出指标", "数量指标"), plain(), printed({}, "质量指标")})) {
    CHECK(choice.margin > 1.6);
    CHECK_FALSE(choice.deferred);
  }
}

TEST_CASE("level 2 decides against level 1") {
  CHECK(groups({printed("成本指标", "数量指标")}) == Names{"数量指标"});
  CHECK(groups({printed("产出指标", "数量指标"), printed("产出指标", "社会效益指标")}) ==
        Names{"数量指标", "社会效益指标"});
}

TEST_CASE("a level-1 label without level 2 gives a level-1 group") {
  CHECK(groups({printed("产出指标")}) == Names{"产出指标"});
}

TEST_CASE("no label at all: the order alone, and it is no close call to say so") {
  auto const choices = decode({plain(), plain()});
  REQUIRE(choices.size() == 2);
  CHECK(choices[0].node == choices[1].node);
  CHECK(choices[0].margin < 1.6);
}

TEST_CASE("other evidence decides where no label does") {
  CHECK(groups({printed("产出指标", "数量指标"), with(with(plain(), "时效指标", 2.5), "时效指标", 2)}) ==
        Names{"数量指标", "时效指标"});
  CHECK(groups({printed("产出指标", "数量指标"), with(plain(), "时效指标", 2.5)}) == Names{"数量指标", "数量指标"});
}

TEST_CASE("one piece of evidence does not outweigh a label in its place, two do") {
  auto const row = printed("效益指标", "社会效益指标");
  auto const before = printed("产出指标", "数量指标");
  auto const after = printed("满意度指标", "服务对象满意度指标");
  auto const once = with(row, "数量指标", 6);
  CHECK(groups({before, once, after}) == Names{"数量指标", "社会效益指标", "服务对象满意度指标"});
  CHECK(groups({before, with(once, "数量指标", 4), after}) == Names{"数量指标", "数量指标", "服务对象满意度指标"});
}

TEST_CASE("a label printed early waits until a row takes it up") {
  auto early = with(with(printed("效益指标", "社会效益指标"), "质量指标", 4), "质量指标", 2);
  early.in_place = false;
  auto const choices = decode({printed("产出指标", "质量指标"), early, with(plain(), "社会效益指标", 3), plain()});
  REQUIRE(choices.size() == 4);
  CHECK(choices[1].node == node("质量指标"));
  CHECK(choices[2].node == node("社会效益指标"));
  CHECK(choices[2].deferred);
  CHECK_FALSE(choices[1].deferred);
  CHECK(choices[3].node == node("社会效益指标"));
}

TEST_CASE("of two labels on a row the one nearest the name is its own") {
  GroupObservation both;
  both.level2 = {node("时效指标"), node("质量指标")};
  CHECK(groups({printed("产出指标", "数量指标"), both}) == Names{"数量指标", "时效指标"});
}

TEST_CASE("a group may come before its usual place when a label says so") {
  CHECK(groups({printed("满意度指标", "服务对象满意度指标"), printed("成本指标", "经济成本指标")}) ==
        Names{"服务对象满意度指标", "经济成本指标"});
}

TEST_CASE("many rows keep their labels") {
  std::vector<GroupObservation> rows;
  Names expected;
  for (auto const* level2 :
       {"经济成本指标", "数量指标", "质量指标", "时效指标", "社会效益指标", "可持续影响指标", "服务对象满意度指标"}) {
    rows.push_back(printed({}, level2));
    for (int i = 0; i < 20; ++i)
      rows.push_back(plain());
    expected.insert(expected.end(), 21, level2);
  }
  CHECK(groups(rows) == expected);
}
