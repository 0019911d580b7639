#include "batch/in_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

using jixiao::in_order;

namespace {

using Sizes = std::initializer_list<std::size_t>;

/// Gives 0, 1, … below a number.
class Numbers {
public:
  explicit Numbers(std::size_t count) : count_(count) {}
  std::optional<std::size_t> operator()() const { return next_ < count_ ? std::optional(next_++) : std::nullopt; }

private:
  std::size_t count_;
  mutable std::size_t next_ = 0;
};

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
      in_order(jobs, Numbers(count), make_slowly, [&](std::size_t thing) { taken.push_back(thing); });
      CHECK(taken.size() == count);
      CHECK(std::ranges::is_sorted(taken));
    }
}

TEST_CASE("no more things are made ahead than are allowed") {
  std::atomic<std::size_t> made = 0, most_ahead = 0, taken = 0;
  auto take = [&](std::size_t) {
    std::this_thread::sleep_for(std::chrono::microseconds(100));
    most_ahead = std::max(most_ahead.load(), made - taken);
    ++taken;
  };
  in_order(
      4, Numbers(200), [&](std::size_t index) { return ++made, index; }, take);
  CHECK(most_ahead <= 4 * jixiao::things_a_thread);
}

TEST_CASE("an exception of any side ends it and arrives here") {
  auto const keep = [](std::size_t thing) { return thing; };
  auto const forget = [](std::size_t) {};
  auto const fail_at_5 = [](std::size_t index) { return index == 5 ? throw std::runtime_error("5") : index; };
  for (auto const jobs : Sizes{1, 4}) {
    CHECK_THROWS_WITH(in_order(jobs, Numbers(1000), fail_at_5, forget), "5");
    CHECK_THROWS_WITH(in_order(jobs, Numbers(1000), make_slowly, fail_at_5), "5");
    Numbers const numbers(1000);
    CHECK_THROWS_WITH(in_order(
                          jobs, [&] { return std::optional(fail_at_5(*numbers())); }, keep, forget),
                      "5");
  }
}

TEST_CASE("what was made is taken before the next thing is waited for") {
  // As of a pipe whose writer waits for the answer to its last line.
  for (auto const jobs : Sizes{1, 2, 4}) {
    std::atomic<std::size_t> taken = 0;
    std::size_t given = 0;
    auto next = [&]() -> std::optional<std::size_t> {
      auto const patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
      while (taken < given && std::chrono::steady_clock::now() < patience)
        std::this_thread::yield();
      REQUIRE(taken == given);
      return given < 5 ? std::optional(given++) : std::nullopt;
    };
    in_order(
        jobs, next, [](std::size_t thing) { return thing; }, [&](std::size_t) { ++taken; });
    CHECK(taken == 5);
  }
}
