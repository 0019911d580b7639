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

/// The same worth below all upper labels but the first, and above all columns.
struct Plain {
  int least = 0;
  int below(std::size_t upper, std::size_t) const { return upper == 0 ? never : 1; }
  int upper_at(std::size_t, std::size_t) const { return 0; }
  int lower_at(std::size_t, std::size_t) const { return 0; }
};

struct ByTable : Plain {
  int below(std::size_t upper, std::size_t lower) const {
    constexpr std::array<std::array<int, 4>, 3> worths = {
        {{never, never, never, never}, {never, 3, 3, never}, {never, 1, 3, 2}}};
    return worths[upper][lower];
  }
};

/// The last of the upper labels heads points, which stand in the second of four columns.
struct ByColumns : Plain {
  int upper_at(std::size_t upper, std::size_t column) const { return upper == 2 && column != 1 ? -4 : 0; }
};

} // namespace

TEST_CASE("labels stand below the one that suits them best, and some below none") {
  Parting parting(3, 4, std::nullopt);
  CHECK(written(parting.run(ByTable{{2}}, {0, 0, 0, 0}, {false, false, false})) == "- 1-2 3-3");
  CHECK(parting.worth_found() == 7);
}

TEST_CASE("a count of labels with others below them leaves none of these free") {
  std::vector<bool> const empty(3, false);
  CHECK(written(Parting(3, 4, 1).run(Plain{}, {0, 0, 0, 0}, empty)) == "- 0-3 -");
  CHECK(written(Parting(3, 4, 2).run(Plain{}, {0, 0, 1, 2}, empty)) == "- 0-1 2-3");
  CHECK(written(Parting(3, 4, 3).run(Plain{}, {0, 0, 0, 0}, empty)) == "none");
}

TEST_CASE("a label without a column counts as one with others below it") {
  CHECK(written(Parting(3, 2, 2).run(Plain{}, {0, 0}, {true, false, false})) == "- 0-1 -");
}

TEST_CASE("what stands in the columns tells which label has others below it") {
  CHECK(written(Parting(3, 2, 1).run(Plain{}, {0, 0}, {false, false, false})) == "- 0-1 -");
  CHECK(written(Parting(3, 2, 1).run(ByColumns{}, {0, 0}, {false, false, false})) == "- - 0-1");
}
