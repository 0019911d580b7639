#include "readers/doc/sprms.hpp"

#include "readers/ole2/bytes.hpp"

namespace jixiao::doc {
namespace {

constexpr std::uint16_t define_table_sprm = 0xD608, change_tabs = 0xC615;

/// Bytes of the operand, and of the size before it that some have.
struct OperandSize {
  std::size_t head = 0, size = 0;
};

OperandSize operand_size(std::uint16_t code, std::string_view bytes) {
  if (code == define_table_sprm) // counts a byte of its own size
    return {2, ole2::u16(bytes, 0) > 0 ? ole2::u16(bytes, 0) - std::size_t{1} : 0};
  if (code == change_tabs && ole2::u8(bytes, 0) == 0xFF) {
    std::size_t const deleted = ole2::u8(bytes, 1), added = ole2::u8(bytes, 2 + 4 * deleted);
    return {1, 1 + 4 * deleted + 1 + 3 * added};
  }
  switch (code >> 13) {
  case 0:
  case 1:
    return {0, 1};
  case 3:
    return {0, 4};
  case 6:
    return {1, ole2::u8(bytes, 0)};
  case 7:
    return {0, 3};
  default:
    return {0, 2};
  }
}

} // namespace

std::optional<Sprm> Sprms::next() {
  if (at_ + 2 > list_.size())
    return std::nullopt;
  auto const code = ole2::u16(list_, at_);
  auto const rest = ole2::slice(list_, at_ + 2);
  auto const [head, size] = operand_size(code, rest);
  if (head + size > rest.size())
    return std::nullopt;
  at_ += 2 + head + size;
  return Sprm{code, rest.substr(head, size)};
}

} // namespace jixiao::doc
