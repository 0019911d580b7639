#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao::doc {

/// A property modifier ([MS-DOC] 2.6).
struct Sprm {
  std::uint16_t code = 0;
  std::string_view operand;
};

/// Goes through a list of them (grpprl); ends where one claims more bytes than there are.
class Sprms {
public:
  explicit Sprms(std::string_view list) : list_(list) {}

  std::optional<Sprm> next();

private:
  std::string_view list_;
  std::size_t at_ = 0;
};

} // namespace jixiao::doc
