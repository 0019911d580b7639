#include "text/sha256.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <new>
#include <span>

namespace jixiao {

namespace {

EVP_MD const* sha256() {
  // Fetched once: a look-up by name for each input takes as long as hashing a small one. In a context of its own, for
  // which OpenSSL reads no configuration.
  static EVP_MD const* const fetched = EVP_MD_fetch(OSSL_LIB_CTX_new(), "SHA256", nullptr);
  return fetched;
}

} // namespace

void Sha256::Release::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (!context_ || EVP_DigestInit_ex(context_.get(), sha256(), nullptr) != 1)
    throw std::bad_alloc();
}

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
  std::string out;
  for (unsigned const byte : std::span(digest).first(length))
    out.append({"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 0xF]});
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

} // namespace jixiao
