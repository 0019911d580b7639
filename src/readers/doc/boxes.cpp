#include "readers/doc/boxes.hpp"

#include "readers/ole2/bytes.hpp"

#include <algorithm>

namespace jixiao::doc {
namespace {

using ole2::u16;
using ole2::u32;

constexpr std::size_t box_size = 22, anchor_size = 26;

/// A table of `size` bytes an entry behind the characters they belong to (PLC).
std::size_t entries(std::string_view plc, std::size_t size) {
  return plc.size() < 4 ? 0 : (plc.size() - 4) / (4 + size);
}

} // namespace

Boxes::Boxes(File const& file) {
  auto const& information = file.information;
  auto const text_begin = std::uint64_t{information.text} + information.footnotes + information.headers +
                          information.macros + information.comments + information.endnotes;
  auto const boxes = file.part(Part::boxes);
  auto const count = entries(boxes, box_size);
  std::uint64_t reached = 0;
  for (std::size_t i = 0; i < count; ++i) {
    auto const begin = std::uint64_t{u32(boxes, 4 * i)}, end = std::uint64_t{u32(boxes, 4 * (i + 1))};
    auto const entry = 4 * (count + 1) + box_size * i;
    bool const is_unused = u16(boxes, entry + 8) != 0;
    if (is_unused || begin < reached || begin >= end || end > information.boxes || text_begin + end > 0xFFFFFFFF)
      continue;
    reached = end;
    boxes_.emplace(u32(boxes, entry + 14),
                   Box{static_cast<std::uint32_t>(text_begin + begin), static_cast<std::uint32_t>(text_begin + end)});
  }
  auto const anchors = file.part(Part::anchors);
  auto const anchor_count = entries(anchors, anchor_size);
  for (std::size_t i = 0; i < anchor_count; ++i)
    shapes_.try_emplace(u32(anchors, 4 * i), u32(anchors, 4 * (anchor_count + 1) + anchor_size * i));
}

std::optional<Box> Boxes::take(std::uint32_t anchor) {
  auto const shape = shapes_.find(anchor);
  auto const found = shape == shapes_.end() ? boxes_.end() : boxes_.find(shape->second);
  if (found == boxes_.end())
    return std::nullopt;
  auto const box = found->second;
  boxes_.erase(found);
  return box;
}

std::vector<Box> Boxes::rest() const {
  std::vector<Box> rest;
  for (auto const& [number, box] : boxes_)
    rest.push_back(box);
  std::ranges::sort(rest, {}, &Box::begin);
  return rest;
}

} // namespace jixiao::doc
