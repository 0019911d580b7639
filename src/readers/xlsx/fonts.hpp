#pragma once

#include "readers/colour.hpp"
#include "readers/left_out.hpp"
#include "readers/symbols.hpp"

#include <pugixml.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

enum class Raised : std::uint8_t { no, up, down };

/// What a font (`font`, `rPr`; ECMA-376 part 1, 18.8.22 and 18.4.7) changes of the characters that are shown.
struct SheetFont {
  SymbolFont symbol = SymbolFont::none;
  Raised raised = Raised::no;
  bool struck = false;
  bool underlined = false;
  bool tiny = false;              ///< letters of one point or less: on paper they are a line
  Colour colour = unknown_colour; ///< black is not told from it

  bool is_plain() const { return *this == SheetFont{}; }
  friend bool operator==(SheetFont const&, SheetFont const&) = default;
};

/// The colours of a workbook by their number (`indexedColors`); empty where it keeps those that all workbooks have.
using Palette = std::vector<Colour>;

SheetFont read_sheet_font(pugi::xml_node font, Palette const& palette);

/// A size of letters that nobody reads; a text that is no number is none.
bool is_one_point(std::string_view points);

/// A colour by `rgb`, or as a number of the palette or the theme, which is the same as itself alone; white is white.
Colour sheet_colour(pugi::xml_node color, Palette const& palette);

/// A stretch of a text. One without a font of its own has that of its cell.
struct SheetRun {
  std::string text;
  std::optional<SheetFont> font;
};

/// A text in a workbook. `runs` are left out where no font changes anything.
struct SheetText {
  std::string_view text;
  std::vector<SheetRun> runs;
};

/// What is shown of runs in a cell; text in the colour of the cell says nothing. What is left out is told in
/// `left_out`.
std::string shown_runs(std::span<SheetRun const> runs, SheetFont const& cell_font, Colour background,
                       LeftOut& left_out);

} // namespace jixiao
