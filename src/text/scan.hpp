#pragma once

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

/// Runs of characters that a pass over a text can copy as they stand.
namespace jixiao {

/// What the first byte of a character says of it: nothing special (steps by one byte), an ideograph (steps by three),
/// or that the whole character has to be looked at.
enum class Step : std::uint8_t { look = 0, byte = 1, ideograph = 3 };

using Steps = std::array<Step, 256>;

/// Looks at control characters, white space, radicals, and what begins with one of `also`.
constexpr Steps make_steps(std::string_view also) {
  Steps steps{};
  for (std::size_t b = 0x21; b < 0xC0; ++b)
    steps[b] = Step::byte;
  steps[0x7F] = Step::look;
  for (std::size_t b = 0xE4; b <= 0xE9; ++b)
    steps[b] = Step::ideograph;
  for (char const c : also)
    steps[static_cast<unsigned char>(c)] = Step::look;
  return steps;
}

/// End of the run at `at`: where the first character stands of which `stops` is true, or the text's end.
template <class Stops>
std::size_t run_end(std::string_view text, std::size_t at, Steps const& steps, Stops const& stops) {
  while (at < text.size()) {
    auto const step = steps[static_cast<unsigned char>(text[at])];
    if (step != Step::look) {
      at += static_cast<std::size_t>(step);
      continue;
    }
    auto const c = character_at(text, at);
    if (stops(c.value))
      return at;
    at += c.length;
  }
  return std::min(at, text.size()); // an ideograph may be cut off
}

} // namespace jixiao
