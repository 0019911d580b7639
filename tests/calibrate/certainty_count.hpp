#pragma once

#include <jixiao/diagnostic.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace jixiao::calibrate {

struct RightOf {
  std::size_t right = 0, all = 0;
};

struct CarrierCount {
  std::array<RightOf, 3> decisions; ///< by Certainty
  RightOf fields;                   ///< all, with or without a decision
  std::size_t silent = 0;           ///< wrong, and nothing tells of it
};

struct CertaintyCounts {
  std::size_t forms = 0;
  std::map<std::string, CarrierCount> by_carrier;
  CarrierCount total;
  std::vector<std::string> certain_and_wrong; ///< the first of them
};

/// Reads damaged prints, carrier by carrier, until there are `wanted` decisions of each certainty, or `most` forms.
CertaintyCounts count_certainties(std::size_t wanted, std::size_t most);

void print(CertaintyCounts const& counts);

} // namespace jixiao::calibrate
