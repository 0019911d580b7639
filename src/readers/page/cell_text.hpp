#pragma once

#include "readers/page/page.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

/// Glyphs to lines, and lines of a cell to its text.
namespace jixiao {

/// What stands on one line, from left to right.
struct PrintedLine {
  std::string text;
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float size = 0;      ///< of the largest character
  bool begins = false; ///< no other text stands left of it on its line

  float middle() const { return (y0 + y1) / 2; }
};

/// What parts a line into texts.
enum class Parting : std::uint8_t {
  nothing,
  wide_gaps, ///< white of several ems that no space was printed into
  spaces     ///< any space: texts are words
};

/// Puts glyphs on lines, from top to bottom. Blank lines are left out. Text that runs down or up the page is read as it
/// runs.
std::vector<PrintedLine> lines_of(std::vector<PageGlyph> glyphs, Parting parting);

/// Takes out lines of small letters above a text, which say how that is read.
void drop_readings(std::vector<PrintedLine>& lines);

/// What glyphs say string by string, as they were shown, each text once. `takes` says of which glyphs.
std::set<std::string> texts_as_shown(std::span<PageGlyph const> glyphs, bool (*takes)(PageGlyph const&));

/// A cell's text, with what is needed to see whether it goes on elsewhere.
struct CellText {
  std::string text;
  std::uint32_t lines = 0;
  float room = 0; ///< at the end of the last line
  float em = 0;
  float left = 0, right = 0; ///< where the lines begin and end
};

/// Joins the lines of a cell: where one had no room for the beginning of the next, the break is not the text's own.
/// `padding` is what the table leaves free beside its texts.
CellText join_lines(std::span<PrintedLine const> lines, Box const& cell, float padding);

/// Appends a text that goes on behind a page's end or another break; `filled`: it had no room where `text` ends.
void append_line(std::string& text, std::string_view line, bool filled);

} // namespace jixiao
