#pragma once

#include <ctime>

/// Processor time of this thread in seconds, so that what else the machine does counts little.
inline double seconds_of(auto&& work) {
  auto const now = [] {
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  };
  auto const start = now();
  work();
  return now() - start;
}
