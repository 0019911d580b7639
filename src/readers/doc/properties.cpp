#include "readers/doc/properties.hpp"

#include "readers/doc/colours.hpp"
#include "readers/doc/sprms.hpp"
#include "readers/ole2/bytes.hpp"

#include <algorithm>

namespace jixiao::doc {
namespace {

using ole2::i16;
using ole2::u16;
using ole2::u32;
using ole2::u8;

constexpr std::size_t most_cells = 256; // in a row; the format allows 63

/// An operand of 0x80 is what the style says, 0x81 its opposite.
bool toggled(Sprm const& sprm, bool of_style) {
  auto const operand = u8(sprm.operand, 0);
  return operand >= 0x80 ? of_style != ((operand & 1) != 0) : operand != 0;
}

/// The cells [first, limit) of an operand that names them.
struct CellRange {
  std::size_t first = 0, end = 0;
};
CellRange cell_range(Sprm const& sprm, RowShape const& row) {
  auto const end = std::min<std::size_t>(u8(sprm.operand, 1), row.cells.size());
  return {std::min<std::size_t>(u8(sprm.operand, 0), end), end};
}

void define_table(std::string_view operand, RowShape& row) {
  auto const count = std::min<std::size_t>(u8(operand, 0), most_cells);
  constexpr std::size_t description = 20; // bytes of a TC80
  row.left = i16(operand, 1);
  row.cells.assign(count, {});
  for (std::size_t i = 0; i < count; ++i) {
    auto const flags = u16(operand, 1 + 2 * (count + 1) + description * i);
    auto const vertical = flags >> 5 & 3;
    row.cells[i] = {i16(operand, 1 + 2 * (i + 1)), static_cast<std::uint8_t>(flags & 3), vertical == 1};
  }
}

std::int32_t bounded(std::int64_t edge) {
  constexpr std::int64_t farthest = 1 << 20;
  return static_cast<std::int32_t>(std::clamp(edge, -farthest, farthest));
}

void move_edges(RowShape& row, std::size_t from, std::int64_t by) {
  for (auto i = from; i < row.cells.size(); ++i)
    row.cells[i].right = bounded(row.cells[i].right + by);
}

void insert_cells(Sprm const& sprm, RowShape& row) {
  auto const at = std::min<std::size_t>(u8(sprm.operand, 0), row.cells.size());
  auto const count = std::min<std::size_t>(u8(sprm.operand, 1), most_cells - std::min(most_cells, row.cells.size()));
  std::int64_t const width = i16(sprm.operand, 2);
  auto const left = at == 0 ? row.left : row.cells[at - 1].right;
  move_edges(row, at, width * static_cast<std::int64_t>(count));
  for (std::size_t i = 0; i < count; ++i)
    row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(at + i),
                     CellShape{bounded(left + width * static_cast<std::int64_t>(i + 1))});
}

void set_widths(Sprm const& sprm, RowShape& row) {
  auto const [first, end] = cell_range(sprm, row);
  for (auto i = first; i < end; ++i) {
    auto const left = i == 0 ? row.left : row.cells[i - 1].right;
    move_edges(row, i, std::int64_t{left} + i16(sprm.operand, 2) - row.cells[i].right);
  }
}

void merge_cells(Sprm const& sprm, RowShape& row) {
  auto const [first, end] = cell_range(sprm, row);
  for (auto i = first; i < end; ++i)
    row.cells[i].horizontal = i == first ? 1 : 2;
}

void split_cells(Sprm const& sprm, RowShape& row) {
  auto const [first, end] = cell_range(sprm, row);
  for (auto i = first; i < end; ++i)
    row.cells[i].horizontal = 0;
}

void shade_cells(std::string_view shadings, RowShape& row) {
  for (std::size_t at = 0; at + shading_size <= shadings.size(); at += shading_size)
    row.is_shaded |= shading(shadings.substr(at)).value_or(white_colour) != white_colour;
}

void shade_cells_narrowly(std::string_view shadings, RowShape& row) {
  for (std::size_t at = 0; at + 2 <= shadings.size(); at += 2)
    row.is_shaded |= narrow_shading(u16(shadings, at)).value_or(white_colour) != white_colour;
}

/// True when the modifier was one of a row's.
bool apply_to_row(Sprm const& sprm, RowShape& row) {
  switch (sprm.code) {
  case 0xD608:
    return define_table(sprm.operand, row), true;
  case 0x7621:
    return insert_cells(sprm, row), true;
  case 0x5622: {
    auto const [first, end] = cell_range(sprm, row);
    row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(first),
                    row.cells.begin() + static_cast<std::ptrdiff_t>(end));
    return true;
  }
  case 0x7623:
    return set_widths(sprm, row), true;
  case 0x5624:
    return merge_cells(sprm, row), true;
  case 0x5625:
    return split_cells(sprm, row), true;
  case 0xD609:
    return shade_cells_narrowly(sprm.operand, row), true;
  case 0xD612:
  case 0xD616:
  case 0xD60C:
    return shade_cells(sprm.operand, row), true;
  case 0xD62B:
    if (u8(sprm.operand, 0) < row.cells.size())
      row.cells[u8(sprm.operand, 0)].goes_on_above = u8(sprm.operand, 1) == 1;
    return true;
  default:
    return false;
  }
}

void apply(std::string_view modifiers, std::string_view data, bool is_outer, ParagraphProperties& out) {
  Sprms sprms(modifiers);
  for (auto sprm = sprms.next(); sprm; sprm = sprms.next()) {
    auto const byte = u8(sprm->operand, 0);
    switch (sprm->code) {
    case 0x2416:
      out.in_table = byte != 0;
      break;
    case 0x2417:
      out.ends_row = byte != 0;
      break;
    case 0x244B:
      out.ends_inner_cell = byte != 0;
      break;
    case 0x244C:
      out.ends_inner_row = byte != 0;
      break;
    case 0x6649:
      out.table_level = u32(sprm->operand, 0);
      break;
    case 0x664A:
      out.table_level += u32(sprm->operand, 0);
      break;
    case 0x260A:
      out.list_level = byte;
      break;
    case 0x442D:
      out.background = narrow_shading(u16(sprm->operand, 0));
      break;
    case 0xC64D:
      out.background = shading(sprm->operand);
      break;
    case 0x460B:
      out.list = i16(sprm->operand, 0);
      break;
    case 0x6645:
    case 0x6646: // a long list stands in the data stream
      if (is_outer) {
        auto const at = u32(sprm->operand, 0);
        apply(ole2::slice(data, std::size_t{at} + 2, u16(data, at)), data, false, out);
      }
      break;
    default:
      apply_to_row(*sprm, out.row);
      break;
    }
  }
}

} // namespace

std::size_t ParagraphProperties::level() const {
  if (!in_table)
    return 0;
  return std::clamp<std::size_t>(table_level, 1, 0xFFFF);
}

void apply(std::string_view modifiers, std::string_view data, ParagraphProperties& out) {
  apply(modifiers, data, true, out);
}

void apply(std::string_view modifiers, CharacterProperties const& style, CharacterProperties& out) {
  Sprms sprms(modifiers);
  for (auto sprm = sprms.next(); sprm; sprm = sprms.next()) {
    auto const byte = u8(sprm->operand, 0);
    switch (sprm->code) {
    case 0x0800:
      out.deleted = byte != 0;
      break;
    case 0x0801:
      out.inserted = byte != 0;
      break;
    case 0x0806:
      out.is_form_data = byte != 0;
      break;
    case 0x0837:
      out.struck = toggled(*sprm, style.struck);
      break;
    case 0x2A53:
      out.double_struck = toggled(*sprm, style.double_struck);
      break;
    case 0x2A3E: // the kind of the line
      out.underlined = byte != 0;
      break;
    case 0x083A:
      out.small_capitals = toggled(*sprm, style.small_capitals);
      break;
    case 0x083B:
      out.capitals = toggled(*sprm, style.capitals);
      break;
    case 0x083C:
      out.hidden = toggled(*sprm, style.hidden);
      break;
    case 0x4A43: // half-points
      out.tiny = u16(sprm->operand, 0) <= 2;
      break;
    case 0x4852: // per cent of a letter's width
      out.narrow = u16(sprm->operand, 0) < 5;
      break;
    case 0x0855:
      out.is_special = byte != 0;
      break;
    case 0x2A48:
      out.script = byte == 1 ? docx::Script::raised : byte == 2 ? docx::Script::lowered : docx::Script::none;
      break;
    case 0x2A42:
      out.colour = palette_colour(byte).value_or(black_colour);
      break;
    case 0x6870:
      out.colour = colour_reference(sprm->operand).value_or(black_colour);
      break;
    case 0x2A0C:
      if (auto const colour = palette_colour(byte))
        out.background = colour;
      break;
    case 0x4866:
      out.background = narrow_shading(u16(sprm->operand, 0));
      break;
    case 0xCA71:
      out.background = shading(sprm->operand);
      break;
    case 0x4A30:
      out.style = u16(sprm->operand, 0);
      break;
    case 0x4A4F:
      out.font = u16(sprm->operand, 0);
      break;
    case 0x6A03:
      out.data = u32(sprm->operand, 0);
      break;
    case 0x6A09:
      out.symbol_font = u16(sprm->operand, 0);
      out.symbol = static_cast<char16_t>(u16(sprm->operand, 2));
      break;
    default:
      break;
    }
  }
}

} // namespace jixiao::doc
