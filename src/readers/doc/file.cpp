#include "readers/doc/file.hpp"

#include "readers/ole2/bytes.hpp"

namespace jixiao::doc {

using ole2::u16;
using ole2::u32;

namespace {

constexpr std::size_t flags_at = 0x0A, counts_at = 0x4C, parts_at = 0x9A;
constexpr std::uint16_t encrypted_bit = 0x0100, table_bit = 0x0200;

} // namespace

FileInformation read_information(std::string_view main) {
  auto const flags = u16(main, flags_at);
  auto const count = [&](std::size_t index) { return u32(main, counts_at + 4 * index); };
  return {u16(main, 2),
          (flags & encrypted_bit) != 0,
          (flags & table_bit) != 0,
          count(0),
          count(1),
          count(2),
          count(3),
          count(4),
          count(5),
          count(6)};
}

std::string_view File::part(Part part) const {
  auto const at = parts_at + 8 * static_cast<std::size_t>(part);
  return ole2::slice(table, u32(main, at), u32(main, at + 4));
}

} // namespace jixiao::doc
