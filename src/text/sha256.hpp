#pragma once

#include "diagnostics/shared_api.hpp"

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

/// SHA-256 (FIPS 180-4), written in lower-case hex.
namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

std::string sha256_hex(std::string_view bytes);

/// Of bytes that come piece by piece.
class Sha256 {
public:
  Sha256();
  void add(std::string_view bytes);
  std::string hex(); ///< nothing can be added behind it

private:
  struct Release {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Release> context_;
};

} // namespace jixiao
