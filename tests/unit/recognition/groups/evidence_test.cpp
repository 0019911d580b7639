#include "recognition/groups/evidence.hpp"

#include <doctest/doctest.h>

using namespace jixiao;
using namespace jixiao::recognition;

namespace {

Taxonomy const& taxonomy() {
  static Taxonomy const tree = read_taxonomy("甲类\n  长度 | 长短\n  宽度\n乙类\n  颜色\n",
                                             "长度 1.5 多长 长短 丈量\n宽度 2 多宽 宽窄\n颜色 4 红 {deadline}\n");
  return tree;
}

double weight(NodeWeights const& weights, std::string_view group) {
  for (auto const& [node, weight] : weights)
    if (taxonomy().name(node) == group)
      return weight;
  return 0;
}

} // namespace

TEST_CASE("no cue, one, several") {
  CueFinder const cues(taxonomy());
  CHECK(cues.find("").empty());
  CHECK(cues.find("abc").empty());
  CHECK(cues.find("树苗").empty());
  CHECK(weight(cues.find("树苗多长"), "长度") == 1.5);
  CHECK(cues.find("树苗多长").size() == 1);
  CHECK(cues.find("树苗多长和多宽").size() == 2);
}

TEST_CASE("further cues for a group count half, up to a bound") {
  CueFinder const cues(taxonomy());
  CHECK(weight(cues.find("丈量多长"), "长度") == 2.25);
  CHECK(weight(cues.find("丈量多长丈量多长丈量多长丈量多长"), "长度") == 4);
  CHECK(weight(cues.find("红"), "颜色") == 4);
  CHECK(weight(cues.find("红红"), "颜色") == 4);
}

TEST_CASE("a cue that is cut off is none") {
  CueFinder const cues(taxonomy());
  CHECK(cues.find("树苗多").empty());
  CHECK(cues.find("长").empty());
}

TEST_CASE("votes of other forms are counted, one's own are not") {
  NameVotes votes;
  CHECK(votes.of_others("路灯", 0).empty());
  votes.add("路灯", 1, 0);
  votes.add("路灯", 1, 1);
  votes.add("路灯", 1, 2);
  votes.add("路灯", 2, 2);
  CHECK(weight(votes.of_others("路灯", 0), "长度") == 2);
  CHECK(weight(votes.of_others("路灯", 0), "宽度") == 1);
  CHECK(weight(votes.of_others("路灯", 2), "长度") == 2);
  CHECK(weight(votes.of_others("路灯", 2), "宽度") == 0);
  CHECK(votes.of_others("凉亭", 0).empty());
}

TEST_CASE("a name that many forms share keeps its votes within a bound") {
  NameVotes votes;
  for (std::uint32_t form = 0; form < 10'000; ++form)
    votes.add("路灯", 1, form);
  auto const weights = votes.of_others("路灯", 0);
  CHECK(weight(weights, "长度") >= 10);
  CHECK(weight(weights, "长度") <= 100);
}
