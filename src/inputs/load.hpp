#pragma once

#include "inputs/found_input.hpp"

#include <cstdint>
#include <string>

namespace jixiao {

/// Reads a file, or standard input for "-", into `bytes`; of one with more bytes than `limit`, only enough to be told
/// that it is too large. False when that failed: errno has the reason.
bool load_file(std::string const& path, std::uint64_t limit, std::string& bytes);

/// Sees to it that an input has bytes, at most one more than `limit`, or a problem.
void load(FoundInput& found, std::uint64_t limit);

/// The first bytes of a regular file, at most `size`; empty when there are none or it cannot be read.
std::string head_of(std::string const& path, std::size_t size);

} // namespace jixiao
