#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace damage {

struct Sample {
  std::string name, bytes;
};

struct Plan {
  std::vector<Sample> samples;
  std::uint64_t first = 0; ///< the number of the first variant
  std::uint64_t variants = 10'000;
  std::uint64_t minutes = 0; ///< 0: until all variants are done
  std::uint64_t seed = 1;
  std::uint64_t jobs = 1;
};

struct Finding {
  std::uint64_t variant = 0;
  std::string what; ///< "signal 6", "takes too long"
};

struct Outcome {
  std::uint64_t converted = 0;
  double seconds = 0;
  std::vector<Finding> findings; ///< in the order of the variants
};

Sample const& sample_of(Plan const& plan, std::uint64_t variant);
std::string variant_of(Plan const& plan, std::uint64_t variant);

/// Converts the variants, in processes of their own: one that ends is a finding, and another goes on behind it.
Outcome run_variants(Plan const& plan);

} // namespace damage
