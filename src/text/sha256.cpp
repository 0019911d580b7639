// OpenSSL 3 would rather be asked through EVP, which makes its whole machinery ready first: that takes as long as
// converting a small text.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "text/sha256.hpp"

#include <openssl/sha.h>

#include <array>

namespace jixiao {

void Sha256::Release::operator()(SHA256state_st* state) const { delete state; }

Sha256::Sha256() : state_(new SHA256_CTX) { SHA256_Init(state_.get()); }

void Sha256::add(std::string_view bytes) { SHA256_Update(state_.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), state_.get());
  std::string out;
  for (unsigned const byte : digest)
    out.append({"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 0xF]});
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

} // namespace jixiao
