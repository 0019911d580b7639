#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace jixiao::property {

/// The same numbers on every machine: the distributions of the standard library differ from one to the next.
class Random {
public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
  std::size_t between(std::size_t first, std::size_t last) { return first + below(last - first + 1); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class List> auto const& one_of(List const& list) { return list[below(list.size())]; }

private:
  std::mt19937_64 engine_;
};

} // namespace jixiao::property
