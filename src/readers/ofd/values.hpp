#pragma once

#include "readers/page/drawing.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// The values of OFD's attributes: numbers parted by white space, lengths in millimetres.
namespace jixiao::ofd {

using drawing::Matrix;
using drawing::Point;

/// The first number, or `otherwise`; what floats cannot hold is none.
double number(std::string_view text, double otherwise);

/// At most so many numbers, up to the first text that is none.
std::vector<double> numbers(std::string_view text, std::size_t most);

/// A number that names another element; 0: none.
std::uint32_t reference(std::string_view text);

/// ST_Box: x, y, width and height.
struct Place {
  double x = 0, y = 0, width = 0, height = 0;
};
std::optional<Place> place(std::string_view text);

/// Six numbers; the identity when there are none.
Matrix matrix(std::string_view text);

/// Steps between characters, of which `g n d` stands for n times d. At most so many; the last goes on.
std::vector<double> steps(std::string_view text, std::size_t count);

/// Channels of 0 to 255, one of grey, three of RGB or four of CMYK, in decimal or as "#ff".
std::uint32_t colour(std::string_view text);

/// What AbbreviatedData draws, put through the matrix.
drawing::Path path(std::string_view data, Matrix const& matrix);

} // namespace jixiao::ofd
