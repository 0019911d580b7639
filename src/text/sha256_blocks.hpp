#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace jixiao {

inline constexpr std::size_t sha256_block_size = 64;

using Sha256State = std::array<std::uint32_t, 8>;

/// The constants of the 64 rounds.
extern std::array<std::uint32_t, 64> const sha256_rounds;

/// Adds so many blocks to the state by the instructions that the processor has for it. False where it has none.
bool add_blocks_by_processor(Sha256State& state, char const* blocks, std::size_t count);

} // namespace jixiao
