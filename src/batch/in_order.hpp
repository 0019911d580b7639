#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace jixiao {

/// So many things a thread are under way at most. Some take a hundred times as long as others: with fewer, a thread
/// would often wait for the one that has to be taken first.
constexpr std::size_t things_a_thread = 8;

/// What in_order() does, by all the threads that call work().
template <class Next, class Make, class Take> class InOrder {
public:
  InOrder(std::size_t most, Next const& next, Make const& make, Take const& take)
      : most_(most), next_(next), make_(make), take_(take) {}

  /// Returns when there is nothing left that this thread could do.
  void work() {
    while (auto drawn = draw()) {
      auto made = guard([&] { return make_(std::move(drawn->second)); });
      put(drawn->first, std::move(made));
    }
  }

  /// The first exception of any of the three. To be called when all have returned.
  void rethrow() const {
    if (fault_)
      std::rethrow_exception(fault_);
  }

private:
  using Thing = typename std::invoke_result_t<Next const&>::value_type;
  using Made = std::invoke_result_t<Make const&, Thing>;

  /// What the step gives; nothing when it threw, which ends all.
  template <class Step> auto guard(Step const& step) -> std::optional<std::invoke_result_t<Step const&>> {
    try {
      return step();
    } catch (...) {
      std::lock_guard const lock(mutex_);
      if (!fault_)
        fault_ = std::current_exception();
      end();
      return std::nullopt;
    }
  }

  void end() {
    ended_ = true;
    changed_.notify_all();
  }

  /// The next thing with its number, when it is this thread's turn to ask and there is room; nothing at the end.
  std::optional<std::pair<std::uint64_t, Thing>> draw() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || (!drawing_ && drawn_ - taken_ < most_); });
    if (ended_)
      return std::nullopt;
    drawing_ = true;
    lock.unlock();
    auto thing = guard(next_).value_or(std::nullopt);
    lock.lock();
    drawing_ = false;
    if (!thing) {
      end();
      return std::nullopt;
    }
    changed_.notify_all();
    return std::pair(drawn_++, std::move(*thing));
  }

  /// Takes it and those behind it that wait, unless another thread is at it: that one will find it.
  void put(std::uint64_t number, std::optional<Made> made) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(number, std::move(made));
    if (taking_)
      return;
    taking_ = true;
    for (auto first = waiting_.extract(taken_); !first.empty(); first = waiting_.extract(taken_)) {
      if (first.mapped() && !fault_) {
        lock.unlock();
        guard([&] { return take_(*std::move(first.mapped())), true; });
        lock.lock();
      }
      ++taken_;
      changed_.notify_all();
    }
    taking_ = false;
  }

  std::size_t const most_;
  Next const& next_;
  Make const& make_;
  Take const& take_;

  std::mutex mutex_; ///< of all that follows
  std::condition_variable changed_;
  std::uint64_t drawn_ = 0, taken_ = 0;
  bool drawing_ = false, taking_ = false;
  bool ended_ = false; ///< nothing more is drawn
  std::map<std::uint64_t, std::optional<Made>> waiting_;
  std::exception_ptr fault_;
};

/// Calls next() until it gives nothing, make() on what it gave with `jobs` threads, and take() on what came of that, in
/// the order of next(). next() and take() run one at a time each, on any of the threads. Memory does not grow with the
/// number of things. What any of the three throws ends it and is thrown here. The threads are its own: a pool that the
/// whole process shares has bounds that somebody else sets.
template <class Next, class Make, class Take>
void in_order(std::size_t jobs, Next const& next, Make const& make, Take const& take) {
  if (jobs <= 1) {
    while (auto thing = next())
      take(make(std::move(*thing)));
    return;
  }
  InOrder<Next, Make, Take> all(things_a_thread * jobs, next, make, take);
  {
    std::vector<std::jthread> others;
    others.reserve(jobs - 1);
    try {
      while (others.size() < jobs - 1)
        others.emplace_back([&] { all.work(); });
    } catch (std::system_error const&) {
      // The system gives no more threads: those that there are do it.
    }
    all.work();
  }
  all.rethrow();
}

} // namespace jixiao
