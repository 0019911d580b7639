#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// SHA-256 (FIPS 180-4) in lower-case hex; empty when the library that computes it refuses.
std::string sha256_hex(std::string_view bytes);

} // namespace jixiao
