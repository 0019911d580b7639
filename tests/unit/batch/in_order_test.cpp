#include "cli/ordered.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <initializer_list>
#include <stdexcept>
#include <thread>

using jixiao::cli::Ordered;

namespace {

using Sizes = std::initializer_list<std::size_t>;

/// Later things are made faster, so that order does not come by itself.
std::size_t make_slowly(std::size_t index) {
  std::this_thread::sleep_for(std::chrono::microseconds(index % 5 == 0 ? 300 : 10));
  return index;
}

} // namespace

TEST_CASE("things are taken in order, whatever the number of threads") {
  for (auto const count : Sizes{0, 1, 2, 7, 100})
    for (auto const jobs : Sizes{0, 1, 2, 3, 16}) {
      std::vector<std::size_t> taken;
      Ordered(count, jobs, make_slowly, [&](std::size_t thing) { return taken.push_back(thing), true; }).run();
      CHECK(taken.size() == count);
      CHECK(std::ranges::is_sorted(taken));
    }
}

TEST_CASE("not more than two things a thread are made ahead") {
  std::atomic<std::size_t> made = 0, most_ahead = 0;
  std::size_t taken = 0;
  auto make = [&](std::size_t index) { return ++made, index; };
  auto take = [&](std::size_t) {
    std::this_thread::sleep_for(std::chrono::microseconds(100));
    most_ahead = std::max(most_ahead.load(), made - taken);
    return ++taken, true;
  };
  Ordered(200, 4, make, take).run();
  CHECK(most_ahead <= 9);
}

TEST_CASE("it ends when nobody takes more") {
  for (auto const jobs : Sizes{1, 4}) {
    std::atomic<std::size_t> made = 0;
    std::size_t taken = 0;
    Ordered(
        10'000, jobs, [&](std::size_t index) { return ++made, index; }, [&](std::size_t) { return ++taken < 3; })
        .run();
    CHECK(taken == 3);
    CHECK(made < 100);
  }
}

TEST_CASE("an exception of either side ends it and arrives here") {
  for (auto const jobs : Sizes{1, 4}) {
    auto fail_at_5 = [](std::size_t index) { return index == 5 ? throw std::runtime_error("5") : index; };
    CHECK_THROWS_WITH(Ordered(1000, jobs, fail_at_5, [](std::size_t) { return true; }).run(), "5");
    auto take = [&](std::size_t thing) { return fail_at_5(thing), true; };
    CHECK_THROWS_WITH(Ordered(1000, jobs, make_slowly, take).run(), "5");
  }
}
