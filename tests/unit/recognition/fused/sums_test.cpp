#include "recognition/fused/sums.hpp"

#include <doctest/doctest.h>

using namespace jixiao::recognition::fused;

namespace {

/// Two runs: the first is worth 10 points, or 90 at a cost; the second 10.
std::vector<int> chosen(int cost_of_90) {
  std::vector<std::vector<RunParting>> const runs{{{{}, 0, 1000}, {{}, cost_of_90, 9000}}, {{{}, 0, 1000}}};
  std::vector<long> const sums{10000};
  return choose_partings(runs, sums);
}

} // namespace

TEST_CASE("points that have to add up decide between runs") { CHECK(chosen(1) == std::vector<int>{1, 0}); }

TEST_CASE("a sum that asks for a much odder run is that of a table which goes on elsewhere") {
  CHECK(chosen(3) == std::vector<int>{0, 0});
}
