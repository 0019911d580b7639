#include "readers/aligned/open_cells.hpp"

#include "readers/aligned/assign.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::aligned {

bool leaves_open(Sheet const& sheet, Band const& band, RowCell const& cell, std::size_t first, std::size_t last) {
  constexpr double slack = 3; // columns: extraction moves texts
  if (band.header.kind == BandKind::goals && last > first + 1)
    return true; // over both goals
  return std::ranges::any_of(cell.runs, [&](std::uint32_t run) {
    auto const& r = sheet.runs[run];
    auto const& borders = band.borders_of(sheet.page(r.line));
    bool const over = r.x0 < borders[first] - slack || r.x1 > borders[last] + slack;
    return over || price_of_content(band, r, static_cast<std::size_t>(cell.column)) > 0;
  });
}

bool breaks_off(Sheet const& sheet, RunList const& runs) {
  constexpr std::size_t shortest = 18; // characters
  constexpr std::u32string_view ends = U"。！？；;.”）)、", inside = U"，。；,;";
  std::size_t length = 0;
  bool sentences = false;
  for (auto const run : runs) {
    std::string_view const text = sheet.runs[run].text;
    length += length_of(text);
    for (std::size_t at = 0; at < text.size();) {
      auto const c = character_at(text, at);
      sentences = sentences || inside.find(c.value) != inside.npos;
      at += c.length;
    }
  }
  auto const& last = sheet.runs[runs.back()].text;
  return sentences && length >= shortest && ends.find(character_before(last, last.size()).value) == ends.npos;
}

bool may_be_rows_beside_level(Sheet const& sheet, SheetRow const& row) {
  constexpr std::size_t fewest = 3; // cells
  auto const is_level = [&](RowCell const& cell) {
    auto const label = label_of(sheet, cell.runs);
    return label.is_level() && label.rest == 0;
  };
  return row.cells.size() >= fewest && std::ranges::any_of(row.cells, is_level) &&
         std::ranges::all_of(row.cells, [](RowCell const& cell) { return cell.runs.size() > 1; });
}

} // namespace jixiao::aligned
