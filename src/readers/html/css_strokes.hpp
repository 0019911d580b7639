#pragma once

#include <string_view>

/// Lines that a style draws through the middle of a text without calling them so.
namespace jixiao {

/// True for a place between the upper and the lower part of a box: `top: 50%`.
bool is_css_middle(std::string_view property, std::string_view value);

/// True for what draws a line along a box without text: a border, a height of few pixels.
bool is_css_line(std::string_view property, std::string_view value);

/// True for a gradient that is a line in the middle of what it lets through elsewhere.
bool is_css_stroke(std::string_view background);

} // namespace jixiao
