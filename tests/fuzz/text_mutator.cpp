// Mutations of targets that read text: half of libFuzzer's own, with its dictionary, half to lines and separators.
#include "tests/damage/line_damage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

std::string_view text_of(std::uint8_t const* data, std::size_t size) {
  return {reinterpret_cast<char const*>(data), size};
}

std::size_t put(std::string_view text, std::uint8_t* out, std::size_t max_size) {
  auto const size = std::min(text.size(), max_size);
  std::copy_n(text.begin(), size, out);
  return size;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int seed) {
  damage::Random random(seed);
  auto const text = text_of(data, size);
  if (text.starts_with("PK") || random() % 2 == 0)
    return LLVMFuzzerMutate(data, size, max_size);
  return put(damage::damage_lines(text, random), data, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(std::uint8_t const* head, std::size_t head_size,
                                                 std::uint8_t const* tail, std::size_t tail_size, std::uint8_t* out,
                                                 std::size_t max_size, unsigned int seed) {
  damage::Random random(seed);
  return put(damage::splice_lines(text_of(head, head_size), text_of(tail, tail_size), random), out, max_size);
}
