#include "recognition/columns/parting.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace jixiao::recognition;

namespace {

/// Which of the lower labels each of the upper ones has: "0-2 - 3-4".
std::string written(std::optional<std::vector<Share>> const& shares) {
  if (!shares)
    return "none";
  std::string out;
  for (auto const& share : *shares) {
    out += out.empty() ? "" : " ";
    out += share.count == 0 ? "-" : std::to_string(share.first) + "-" + std::to_string(share.first + share.count - 1);
  }
  return out;
}

constexpr int never = -1;

} // namespace

TEST_CASE("labels stand below the one that suits them best, and some below none") {
  constexpr std::array<std::array<int, 4>, 3> worths = {
      {{never, never, never, never}, {never, 3, 3, never}, {never, 1, 3, 2}}};
  auto const worth = [&](std::size_t upper, std::size_t lower) { return worths[upper][lower]; };
  std::vector<std::size_t> const starts(4, 0);
  std::vector<bool> const empty(3, false);
  Parting parting(3, 4, std::nullopt);
  CHECK(written(parting.run(worth, starts, empty, 2)) == "- 1-2 3-3");
  CHECK(parting.worth() == 7);
}

TEST_CASE("a count of labels with others below them leaves none of these free") {
  auto const worth = [](std::size_t upper, std::size_t) { return upper == 0 ? never : 1; };
  std::vector<bool> const empty(3, false);
  std::vector<std::size_t> const differ(4, 0), again = {0, 0, 1, 2};
  CHECK(written(Parting(3, 4, 1).run(worth, differ, empty, 0)) == "- 0-3 -");
  CHECK(written(Parting(3, 4, 2).run(worth, again, empty, 0)) == "- 0-1 2-3");
  CHECK(written(Parting(3, 4, 3).run(worth, differ, empty, 0)) == "none");
}

TEST_CASE("a label without a column counts as one with others below it") {
  auto const worth = [](std::size_t upper, std::size_t) { return upper == 0 ? never : 1; };
  CHECK(written(Parting(3, 2, 2).run(worth, {0, 0}, {true, false, false}, 0)) == "- 0-1 -");
}
