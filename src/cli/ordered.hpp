#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace jixiao::cli {

/// Makes `count` things with `jobs` threads and hands them on in order, on the calling thread: take(make(0)),
/// take(make(1)), … At most two things a thread are made ahead. Ends early when take() gives false; an exception
/// of make() or take() ends it too and is thrown here.
template <class Make, class Take> class Ordered {
  using Thing = decltype(std::declval<Make&>()(std::size_t{}));

public:
  Ordered(std::size_t count, std::size_t jobs, Make make, Take take)
      : count_(count), jobs_(std::min(std::max<std::size_t>(jobs, 1), count)), make_(std::move(make)),
        take_(std::move(take)), slots_(2 * jobs_) {}

  void run() {
    if (jobs_ <= 1) {
      for (std::size_t i = 0; i < count_ && take_(make_(i)); ++i) {
      }
      return;
    }
    std::vector<std::jthread> workers;
    Stop const before_joining{*this};
    for (std::size_t i = 0; i < jobs_; ++i)
      workers.emplace_back([this] { work(); });
    hand_on();
  }

private:
  struct Stop {
    Ordered& ordered;
    ~Stop() { ordered.stop(); }
  };
  struct Slot {
    std::optional<Thing> thing;
    std::exception_ptr fault;
  };

  void stop() {
    std::lock_guard lock(mutex_);
    stopped_ = true;
    free_.notify_all();
  }

  void work() {
    while (auto const index = next()) {
      Slot slot;
      try {
        slot.thing.emplace(make_(*index));
      } catch (...) {
        slot.fault = std::current_exception();
      }
      std::lock_guard lock(mutex_);
      slots_[*index % slots_.size()] = std::move(slot);
      full_.notify_one();
    }
  }

  /// The next index to make, once there is room for it.
  std::optional<std::size_t> next() {
    std::unique_lock lock(mutex_);
    free_.wait(lock, [this] { return stopped_ || started_ == count_ || started_ < taken_ + slots_.size(); });
    if (stopped_ || started_ == count_)
      return std::nullopt;
    return started_++;
  }

  void hand_on() {
    for (std::size_t i = 0; i < count_; ++i) {
      Slot slot;
      {
        std::unique_lock lock(mutex_);
        auto& filled = slots_[i % slots_.size()];
        full_.wait(lock, [&] { return filled.thing || filled.fault; });
        slot = std::exchange(filled, {});
        taken_ = i + 1;
        free_.notify_all();
      }
      if (slot.fault)
        std::rethrow_exception(slot.fault);
      if (!take_(std::move(*slot.thing)))
        return;
    }
  }

  std::size_t count_, jobs_;
  Make make_;
  Take take_;
  std::mutex mutex_;
  std::condition_variable free_, full_;
  std::vector<Slot> slots_;
  std::size_t started_ = 0, taken_ = 0;
  bool stopped_ = false;
};

} // namespace jixiao::cli
