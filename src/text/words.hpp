#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Bytes, eight at a time: a word holds them with the first one lowest.
namespace jixiao {

constexpr std::uint64_t bytes_of(unsigned byte) { return 0x0101010101010101ULL * byte; }

constexpr std::uint64_t high_bits = bytes_of(0x80);

/// The eight bytes at `p`.
inline std::uint64_t load_word(char const* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  if constexpr (std::endian::native == std::endian::big)
    word = __builtin_bswap64(word);
  return word;
}

/// The bytes at `at`; behind the text's end, zeros.
inline std::uint64_t load_word(std::string_view text, std::size_t at) {
  if (text.size() - at >= 8)
    return load_word(text.data() + at);
  char padded[8] = {};
  text.copy(padded, sizeof padded, at);
  return load_word(padded);
}

/// How many of the high bits are set; `bits` has no others.
constexpr std::size_t count_high_bits(std::uint64_t bits) { return (bits >> 7) * bytes_of(1) >> 56; }

/// Index of the byte whose high bit is the lowest set; 8 when none is.
constexpr std::size_t first_high_bit(std::uint64_t bits) {
  return static_cast<std::size_t>(std::countr_zero(bits)) / 8;
}

/// Index of the byte whose high bit is the highest set; at least one is.
constexpr std::size_t last_high_bit(std::uint64_t bits) {
  return 7 - static_cast<std::size_t>(std::countl_zero(bits)) / 8;
}

/// A high bit for each byte that is `byte`.
constexpr std::uint64_t equal_bits(std::uint64_t word, unsigned byte) {
  auto const difference = word ^ bytes_of(byte);
  return ~(((difference & ~high_bits) + ~high_bits) | difference) & high_bits;
}

} // namespace jixiao
