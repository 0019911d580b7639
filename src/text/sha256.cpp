#include "text/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <span>

namespace jixiao {

std::string sha256_hex(std::string_view bytes) {
  // Fetched once: a look-up by name for each input takes as long as hashing a small one.
  static EVP_MD const* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, sha256, nullptr) != 1)
    return {};
  std::string hex;
  for (unsigned const byte : std::span(digest).first(length))
    hex.append({"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 0xF]});
  return hex;
}

} // namespace jixiao
