// How often a reading of each certainty is right, over damaged prints of every layout in every carrier.
// `scripts/calibrate --certainty` counts many more.
#include "tests/calibrate/certainty_count.hpp"
#include "tests/sanitized.hpp"

#include <doctest/doctest.h>

using namespace jixiao::calibrate;

TEST_CASE("what is called certain is right") {
  constexpr std::size_t no_end = 100'000'000, forms = amount_of_work(1'000, 500);
  auto const counts = count_certainties(no_end, forms);
  print(counts);
  auto const& [certain, likely, close_call] = counts.total.decisions;
  CHECK(certain.all > forms / 2);
  CHECK(certain.right * 1000 >= certain.all * 999);
  CHECK(likely.right * 100 >= likely.all * 97);
  CHECK(close_call.right * 100 >= close_call.all * 60);
}
