#pragma once

#include <cstddef>

/// How much of a long test is done: a part of it under sanitizers, which make it ten times as long and look for other
/// faults than it does; all of it in the build that users run.
constexpr std::size_t amount_of_work([[maybe_unused]] std::size_t all, [[maybe_unused]] std::size_t under_sanitizers) {
#ifdef JIXIAO_SANITIZED
  return under_sanitizers;
#else
  return all;
#endif
}
