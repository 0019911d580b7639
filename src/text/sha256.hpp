#pragma once

#include "diagnostics/shared_api.hpp"

#include <memory>
#include <string>
#include <string_view>

struct SHA256state_st;

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
    void operator()(SHA256state_st* state) const;
  };
  std::unique_ptr<SHA256state_st, Release> state_;
};

} // namespace jixiao
