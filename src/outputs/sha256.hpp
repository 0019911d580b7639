#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace jixiao {

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
public:
  Sha256();
  void add(std::string_view bytes);
  std::string hex(); ///< in lower case; nothing can be added behind it

private:
  struct Release {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Release> context_;
};

} // namespace jixiao
