#pragma once

#include "readers/left_out.hpp"

#include <jixiao/convert.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What is printed on a page, whatever format it came in: glyphs and ruling lines, in points from the upper left corner
/// of the page, y down.
namespace jixiao {

/// Where the next glyph of a text stands.
enum class Direction : std::uint8_t { right, down, left, up, slanted };

/// A character with its box: as wide as it advances and one font size high. A ligature is several glyphs.
struct PageGlyph {
  char32_t character = 0; ///< U+FFFD: the font does not say
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float size = 0;         ///< of the font, as printed
  std::uint32_t show = 0; ///< glyphs that were shown as one string have the same number
  Direction direction = Direction::right;
  bool visible = true;      ///< false: a layer of text behind a picture
  bool white = false;       ///< printed in white
  std::uint32_t colour = 0; ///< 0xRRGGBB, on white paper
  bool mirrored = false;    ///< printed as in a mirror

  float middle_x() const { return (x0 + x1) / 2; }
  float middle_y() const { return (y0 + y1) / 2; }
};

/// A line along an axis: one that was stroked, a thin area that was filled, or the side of a rectangle.
struct Ruling {
  bool horizontal = false;
  float at = 0;           ///< of its middle: y when horizontal, else x
  float from = 0, to = 0; ///< along the axis
  float width = 0;
  std::uint32_t colour = 0; ///< 0xRRGGBB
};

struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  bool holds(float x, float y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
};

struct PlaceOnPage {
  float x = 0, y = 0;
};

/// Bounds on one page; what is beyond them is left out.
struct PageLimits {
  std::size_t glyphs = Limits().page_glyphs;
  std::size_t rules = Limits().page_lines;
};

inline PageLimits limits_of(Limits const& limits) { return {limits.page_glyphs, limits.page_lines}; }

/// The page's text that has no Unicode, by font.
struct UnreadFont {
  std::string name;
  std::size_t glyphs = 0;
};

/// A picture no thicker than a line, which is how some printer drivers draw lines.
struct ThinPicture {
  Box area;
  std::uint32_t colour = 0;
};

/// A round line or area, as a stamp has it.
struct RoundShape {
  Box area;
  std::uint32_t colour = 0;
};

/// A square with round corners that is no larger than a character, as check boxes are drawn.
struct DrawnBox {
  Box area;
  std::uint32_t colour = 0; ///< of what fills it
};

/// An opaque area, which hides what was drawn before it.
struct Cover {
  Box area;
  std::uint32_t shows = 0; ///< strings up to this number were shown before
};

/// What is to be told of a place on the page.
struct PageFinding {
  TextFinding told;
  PlaceOnPage at;
};

/// What is let through of a string that runs beyond it.
struct Window {
  std::uint32_t show = 0;
  Box area;
};

/// Where another page was laid beside one.
struct Seam {
  float at = 0;           ///< x from which on things stood on the other page
  float shift = 0;        ///< how much further left they stood there
  std::uint32_t page = 0; ///< number of that page
};

struct PageModel {
  std::uint32_t number = 0; ///< 1-based
  float width = 0, height = 0;
  std::vector<PageGlyph> glyphs;
  std::vector<Ruling> rules;
  std::vector<UnreadFont> unread;
  std::vector<Box> shades;                        ///< where the page is not white: areas filled with a colour, pictures
  std::vector<PageGlyph> struck, white, mirrored; ///< what set_aside() took out
  std::vector<PageGlyph> watermarks, stamps;
  std::vector<PageGlyph> layers_off; ///< text of layers that are switched off
  std::vector<PageFinding> findings;
  std::vector<RoundShape> rounds;
  std::vector<PageGlyph> cut_off;         ///< beyond the page, or on it but not within what is let through there
  std::vector<Window> windows;            ///< of strings in `glyphs` and `cut_off`, by their numbers
  std::vector<Cover> covers;              ///< larger than a line
  std::vector<Box> areas;                 ///< that are filled, in white too, and larger than a line
  float pictures = 0;                     ///< the share of the page that pictures cover
  std::size_t outlines = 0;               ///< curved areas, such as text that was drawn makes
  std::vector<Box> small_outlines;        ///< those of them that are no larger than a character
  std::vector<DrawnBox> boxes;            ///< until put_drawn_boxes()
  std::vector<PlaceOnPage> ticks;         ///< middles of small lines with a corner
  std::vector<Ruling> slants;             ///< slanted or waved lines, as level ones through their middle
  std::vector<ThinPicture> thin_pictures; ///< until settle_pictures()
  std::vector<Box> small_pictures;        ///< no smaller than a character, and no scan of a page
  std::size_t left_out = 0;               ///< glyphs and rules beyond the limits
  std::vector<Seam> seams;                ///< from left to right
};

/// Counts a glyph of a font that does not say which character it is.
void count_unread(PageModel& page, std::string const& font);

/// Adds a stroke from one point to another when it runs along an axis and is to be seen.
void add_stroke(PageModel& page, PageLimits const& limits, float x0, float y0, float x1, float y1, float width,
                std::uint32_t colour);

/// True for an area no thicker than a line.
bool is_thin(Box const& area);

/// Adds a filled area as a rule when it is thin and to be seen. Returns false when it is neither thin nor nothing.
bool add_fill(PageModel& page, PageLimits const& limits, Box const& area, std::uint32_t colour);

/// Adds the sides of what is filled between two boxes, when it is thin. Returns false when it is not.
bool add_frame(PageModel& page, PageLimits const& limits, Box const& outer, Box const& inner, std::uint32_t colour);

/// Adds an area that is not white.
void add_shade(PageModel& page, PageLimits const& limits, Box const& area);

/// Adds what a picture covers; `colour`: of what it draws, where that is known, else black.
void add_picture(PageModel& page, PageLimits const& limits, Box const& area, std::uint32_t colour = 0);

/// Where a glyph is seen that runs beyond its window: the place in it that is nearest to the glyph's middle. Nothing
/// for glyphs without one, and such as have their middle within it.
std::optional<PlaceOnPage> seen_place(PageModel const& page, PageGlyph const& glyph);

/// Makes rules of thin pictures, but for those that lie side by side as the strips of a larger picture do.
void settle_pictures(PageModel& page, PageLimits const& limits);

/// Adds a closed line or an area without corners when it is of the size of a stamp.
void add_round(PageModel& page, PageLimits const& limits, Box const& area, std::uint32_t colour);

/// A colour as it looks when it lets white through; `alpha`: from 0, all, to 1, nothing.
std::uint32_t on_paper(std::uint32_t colour, double alpha);

/// True for a colour of which nothing is seen on paper.
bool is_paper_white(std::uint32_t colour);

/// True for a colour in which letters are not seen on paper.
inline bool is_lost_on_paper(std::uint32_t colour) { return is_lost_on(colour, white_colour); }

/// The size that half of the characters have at most; there are some.
float median_size(std::span<PageGlyph const> glyphs);

/// Takes out characters that were printed again a hair beside themselves, to look bold.
void undouble(std::vector<PageGlyph>& glyphs);

} // namespace jixiao
