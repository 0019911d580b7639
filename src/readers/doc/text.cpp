#include "readers/doc/text.hpp"

#include "readers/ole2/bytes.hpp"

#include <algorithm>

namespace jixiao::doc {
namespace {

using ole2::u16;
using ole2::u32;
using ole2::u8;

constexpr std::size_t page_size = 512;
constexpr std::uint32_t narrow_bit = 1U << 30;

/// The lists of modifiers that pieces refer to (Prc), and the piece table behind them.
struct Clx {
  std::vector<std::string_view> modifiers;
  std::string_view pieces;
};

Clx read_clx(std::string_view bytes) {
  Clx clx;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const kind = u8(bytes, at);
    if (kind == 2) {
      clx.pieces = ole2::slice(bytes, at + 5, u32(bytes, at + 1));
      break;
    }
    if (kind != 1)
      break;
    clx.modifiers.push_back(ole2::slice(bytes, at + 3, u16(bytes, at + 1)));
    at += std::size_t{3} + u16(bytes, at + 1);
  }
  return clx;
}

/// The properties in a page: of run `index` of `count`.
PropertyRun paragraph_run(std::string_view page, std::size_t count, std::size_t index) {
  constexpr std::size_t entry = 13;
  auto at = std::size_t{2} * u8(page, 4 * (count + 1) + entry * index);
  PropertyRun run;
  if (at == 0)
    return run;
  std::size_t size = 2U * u8(page, at);
  size = size != 0 ? size - 1 : 2U * u8(page, ++at);
  auto const properties = ole2::slice(page, at + 1, size);
  run.style = u16(properties, 0);
  run.modifiers = ole2::slice(properties, 2);
  return run;
}

PropertyRun character_run(std::string_view page, std::size_t count, std::size_t index) {
  auto const at = std::size_t{2} * u8(page, 4 * (count + 1) + index);
  PropertyRun run;
  if (at != 0)
    run.modifiers = ole2::slice(page, at + 1, u8(page, at));
  return run;
}

template <class ReadRun> std::vector<PropertyRun> read_runs(File const& file, Part part, ReadRun const& read_run) {
  std::vector<PropertyRun> runs;
  auto const plc = file.part(part);
  auto const pages = plc.size() < 4 ? 0 : (plc.size() - 4) / 8;
  std::uint32_t reached = 0; // runs count up; what does not was read before
  for (std::size_t i = 0; i < pages; ++i) {
    auto const number = u32(plc, 4 * (pages + 1) + 4 * i) & 0x3FFFFF;
    auto const page = ole2::slice(file.main, std::size_t{number} * page_size, page_size);
    if (page.size() < page_size)
      continue;
    std::size_t const count = u8(page, page_size - 1);
    for (std::size_t run = 0; run < count; ++run) {
      auto const begin = u32(page, 4 * run), end = u32(page, 4 * (run + 1));
      if (begin < reached || end <= begin)
        continue;
      runs.push_back(read_run(page, count, run));
      runs.back().begin = begin;
      runs.back().end = reached = end;
    }
  }
  return runs;
}

} // namespace

PieceTable read_pieces(File const& file) {
  auto const clx = read_clx(file.part(Part::pieces));
  PieceTable table;
  auto const count = clx.pieces.size() < 4 ? 0 : (clx.pieces.size() - 4) / 12;
  table.is_damaged = count == 0;
  std::uint32_t reached = 0;
  std::uint64_t bytes_left = 4 * std::uint64_t{file.main.size()}; // pieces may lie in one another
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece{u32(clx.pieces, 4 * i), u32(clx.pieces, 4 * (i + 1))};
    auto const descriptor = 4 * (count + 1) + 8 * i;
    auto const place = u32(clx.pieces, descriptor + 2);
    auto const modifier = u16(clx.pieces, descriptor + 6);
    piece.is_narrow = (place & narrow_bit) != 0;
    piece.offset = (place & ~narrow_bit) / (piece.is_narrow ? 2 : 1);
    if ((modifier & 1) != 0 && (modifier >> 1) < clx.modifiers.size())
      piece.modifiers = clx.modifiers[modifier >> 1];
    auto const size = piece.is_narrow ? 1U : 2U;
    auto const room = piece.offset < file.main.size() ? (file.main.size() - piece.offset) / size : 0;
    auto const length = std::min<std::uint64_t>({std::uint64_t{piece.end} - piece.first, room, bytes_left / size});
    if (piece.end < piece.first || piece.first != reached || length < std::uint64_t{piece.end} - piece.first)
      table.is_damaged = true;
    if (piece.end <= piece.first || piece.first < reached)
      continue;
    bytes_left -= length * size;
    reached = piece.end;
    piece.end = piece.first + static_cast<std::uint32_t>(length);
    table.pieces.push_back(piece);
  }
  return table;
}

std::vector<PropertyRun> read_character_runs(File const& file) {
  return read_runs(file, Part::character_pages, character_run);
}

std::vector<PropertyRun> read_paragraph_runs(File const& file) {
  return read_runs(file, Part::paragraph_pages, paragraph_run);
}

PropertyRun const* RunFinder::find(std::uint32_t offset) {
  auto const holds = [&](std::size_t at) {
    return at < runs_.size() && runs_[at].begin <= offset && offset < runs_[at].end;
  };
  if (holds(at_))
    return &runs_[at_];
  if (holds(at_ + 1))
    return &runs_[++at_];
  auto const behind = std::ranges::upper_bound(runs_, offset, {}, &PropertyRun::begin);
  if (behind == runs_.begin())
    return nullptr;
  at_ = static_cast<std::size_t>(behind - runs_.begin()) - 1;
  return holds(at_) ? &runs_[at_] : nullptr;
}

} // namespace jixiao::doc
