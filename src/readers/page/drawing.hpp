#pragma once

#include "readers/page/page.hpp"

#include <vector>

/// The geometry of what pages draw.
namespace jixiao::drawing {

struct Point {
  double x = 0, y = 0;
};

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
};

/// First `inner`, then `outer`.
Matrix operator*(Matrix const& inner, Matrix const& outer);

/// How many times longer things become, roughly.
double scale_of(Matrix const& matrix);

/// The box around a rectangle that was transformed.
Box box_of(Matrix const& matrix, double x0, double y0, double x1, double y1);

constexpr double straight = 0.15; ///< a slope; a line of text does not slope, and slanted letters slope more

/// Of a box of text one em high, the part that stands below the line.
constexpr double below_line = 0.12;

/// Where a text runs that goes this way, y down.
Direction direction_of(double dx, double dy);

/// A path in the making, already in the coordinates of the page.
struct Path {
  struct Subpath {
    std::vector<Point> points;
    bool closed = false, curved = false;
    std::vector<std::uint32_t> bends; ///< points that a curve leads to
  };
  std::vector<Subpath> subpaths;
  std::size_t points = 0;

  void move_to(Point point);
  void line_to(Point point);
  void curve_to(Point point);
  void close();
  void rectangle(Matrix const& matrix, double x, double y, double width, double height);
  void clear();
};

/// True when all sides run along the axes.
bool is_upright(Path::Subpath const& subpath);

/// Adds what stroking the path draws along the axes.
void stroke(Path const& path, double width, std::uint32_t colour, PageLimits const& limits, PageModel& page);

/// Adds what filling the path draws thinly within a box: rectangles and polygons, what the box leaves of larger
/// rectangles, and frames between two rectangles.
void fill(Path const& path, std::uint32_t colour, PageLimits const& limits, Box const& clip, PageModel& page);

/// Adds a low area that a pattern fills, as waves below or through a text are drawn. False for another shape.
bool add_waves(Path const& path, PageLimits const& limits, PageModel& page);

constexpr double opaque = 0.99; ///< what lets less through hides what is below it

/// Adds an upright rectangle that is filled, which hides what was shown where it lies; `shows`: strings up to now.
void cover(Path const& path, Box const& clip, std::uint32_t shows, PageLimits const& limits, PageModel& page);

/// The box around all of the path; nothing when it has no points.
Box bounds_of(Path const& path);

/// Cuts the rules from `first` on to a box.
void clip_rules(std::vector<Ruling>& rules, std::size_t first, Box const& clip);

/// The common part of two boxes; an empty one when there is none.
Box common(Box const& a, Box const& b);

} // namespace jixiao::drawing
