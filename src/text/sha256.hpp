#pragma once

#include "diagnostics/shared_api.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// SHA-256 (FIPS 180-4), written in lower-case hex. It is written here because the libraries that have it take longer
/// to load than a text takes to convert.
namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

std::string sha256_hex(std::string_view bytes);

/// Of bytes that come piece by piece.
class Sha256 {
public:
  void add(std::string_view bytes);
  std::string hex(); ///< nothing can be added behind it

private:
  static constexpr std::size_t block_size = 64;

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<char, block_size> open_{}; ///< what does not fill a block yet
  std::size_t open_size_ = 0;
  std::uint64_t size_ = 0;
};

} // namespace JIXIAO_BETWEEN_LIBRARIES
