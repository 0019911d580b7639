#pragma once

#include "readers/lattice/lattice.hpp"
#include "readers/page/cell_text.hpp"
#include "readers/page/page.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// A page as tables and lines of text.
namespace jixiao {

struct PrintedCell {
  LatticeCell place;
  CellText text;
  bool has_picture = false;
  std::string cut_off = {}; ///< what is not seen of its text
  std::vector<TextFinding> findings = {};
};

struct PrintedTable {
  std::vector<float> xs, ys;
  std::vector<PrintedCell> cells; ///< from left to right and top to bottom; they cover the grid
  bool open_top = false, open_bottom = false;
  bool unruled = false;                     ///< white alone shows where its columns end
  std::vector<PrintedTable> inner;          ///< tables in cells of it
  std::vector<Seam> seams;                  ///< of the pages that it stands on beside each other
  bool cut_left = false, cut_right = false; ///< its rows run on to the edge of the page, and no line closes them there

  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  Box box_of(PrintedCell const& cell) const {
    return {xs[cell.place.x], ys[cell.place.y], xs[cell.place.x + cell.place.x_span],
            ys[cell.place.y + cell.place.y_span]};
  }
};

struct PrintedPage {
  std::uint32_t number = 0;
  float width = 0, height = 0;
  std::vector<PrintedTable> tables;  ///< in the order of reading
  std::vector<PrintedLine> lines;    ///< what stands outside of them; words when there are none
  std::set<std::string> slanted;     ///< texts across the page
  std::vector<Ruling> row_lines;     ///< lines across, where there are no tables
  std::vector<PageGlyph> cut_off;    ///< of no cell
  std::vector<TextFinding> findings; ///< of no cell
};

/// Puts the glyphs of a page into the cells that its rules draw, and what is left on lines. A string that runs on past
/// its cell stays with the cell where it begins.
PrintedPage print_page(PageModel const& page, Lattices lattices);

/// A word, as it stands on the page.
struct PlacedWord {
  std::string text;
  Box box;
  std::optional<Box> cell; ///< that it stands in
  bool aside = false;      ///< slanted, or not seen
};

/// A page as words and cells, for drawing.
struct PlacedPage {
  std::vector<Box> cells; ///< of tables that hold a text
  std::vector<PlacedWord> words;
};
PlacedPage place_words(PageModel const& page, Lattices lattices);

} // namespace jixiao
