#include "model/taxonomy.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace jixiao;

TEST_CASE("empty tables") {
  CHECK(read_taxonomy("", "").nodes.empty());
  CHECK(read_taxonomy("# nothing\n\n", "\n").nodes.empty());
}

TEST_CASE("nodes with parents and aliases, cues with weights") {
  auto const tree = read_taxonomy("甲 | 甲类 # first\n  子一 | 一\n  子二\n乙\r\n  子三\n",
                                  "子二 1.5 长 短\n子三 2 {deadline} {other}\n乙 3 不算\n子一 x 词\n");
  REQUIRE(tree.nodes.size() == 5);
  CHECK(tree.is_level1(0));
  CHECK(tree.nodes[0].aliases == std::vector<std::string>{"甲类"});
  CHECK(tree.parent(2) == 0);
  CHECK(tree.name(3) == "乙");
  CHECK(tree.parent(4) == 3);
  REQUIRE(tree.cues.size() >= 2);
  CHECK(tree.cues[0].word == "长");
  CHECK(tree.cues[1].node == 2);
  CHECK(tree.cues[1].weight == 1.5);
  REQUIRE(tree.kind_cues.size() == 1);
  CHECK(tree.kind_cues[0].kind == ValueKind::deadline);
  CHECK(tree.kind_cues[0].node == 4);
  CHECK(std::none_of(tree.cues.begin(), tree.cues.end(),
                     [](Cue const& cue) { return cue.word == "不算" || cue.word == "词"; }));
}

TEST_CASE("the built-in taxonomy: the four national level-1 groups in order, each before its children") {
  auto const& tree = builtin_taxonomy();
  std::vector<std::string> with_children;
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].parent < 0)
      continue;
    CHECK(tree.nodes[i].parent < static_cast<int>(i));
    if (auto const& parent = tree.name(tree.nodes[i].parent); with_children.empty() || with_children.back() != parent)
      with_children.push_back(parent);
  }
  // Groups of local trees stand before them.
  REQUIRE(with_children.size() >= 4);
  with_children.erase(with_children.begin(), with_children.end() - 4);
  CHECK(with_children == std::vector<std::string>{"成本指标", "产出指标", "效益指标", "满意度指标"});
  CHECK_FALSE(tree.cues.empty());
  CHECK_FALSE(tree.kind_cues.empty());
  for (auto const& cue : tree.cues)
    CHECK_FALSE(tree.is_level1(cue.node));
}
