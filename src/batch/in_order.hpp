#pragma once

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace jixiao {

/// The first exception of several threads. A pipeline that is left by one forgets the things that wait in it, so that
/// they are never freed; it is told to end instead.
class FirstFault {
public:
  bool is_set() const { return is_set_; }

  /// What the step gives; nothing when it threw.
  template <class Step> auto guard(Step const& step) -> std::optional<std::invoke_result_t<Step const&>> {
    try {
      return step();
    } catch (...) {
      std::lock_guard const lock(mutex_);
      if (!is_set_.exchange(true))
        fault_ = std::current_exception();
      return std::nullopt;
    }
  }

  void rethrow() const {
    if (fault_)
      std::rethrow_exception(fault_);
  }

private:
  std::mutex mutex_;
  std::atomic<bool> is_set_ = false;
  std::exception_ptr fault_;
};

/// So many things a thread are under way at most. Some take a hundred times as long as others: with fewer, a thread
/// would often wait for the one that has to be taken first.
constexpr std::size_t things_a_thread = 8;

/// Calls next() until it gives nothing, make() on what it gave with `jobs` threads, and take() on what came of that, in
/// the order of next(). next() and take() run one at a time each, on any of the threads. Memory does not grow with the
/// number of things. What any of the three throws ends it and is thrown here.
template <class Next, class Make, class Take>
void in_order(std::size_t jobs, Next const& next, Make const& make, Take const& take) {
  using Thing = typename std::invoke_result_t<Next const&>::value_type;
  using Made = std::optional<std::invoke_result_t<Make const&, Thing>>;
  if (jobs <= 1) {
    while (auto thing = next())
      take(make(std::move(*thing)));
    return;
  }
  using namespace oneapi::tbb;
  FirstFault fault;
  auto const begin = make_filter<void, Thing>(filter_mode::serial_in_order, [&](flow_control& control) {
    auto thing = fault.is_set() ? std::nullopt : fault.guard(next).value_or(std::nullopt);
    if (thing)
      return std::move(*thing);
    control.stop();
    return Thing();
  });
  auto const middle = make_filter<Thing, Made>(
      filter_mode::parallel, [&](Thing thing) { return fault.guard([&] { return make(std::move(thing)); }); });
  auto const end = make_filter<Made, void>(filter_mode::serial_in_order, [&](Made made) {
    if (made && !fault.is_set())
      fault.guard([&] { return take(std::move(*made)), true; });
  });
  // More threads than processors may be asked for.
  global_control const most(global_control::max_allowed_parallelism, jobs);
  task_arena threads(static_cast<int>(jobs));
  threads.execute([&] { parallel_pipeline(things_a_thread * jobs, begin & middle & end); });
  fault.rethrow();
}

} // namespace jixiao
