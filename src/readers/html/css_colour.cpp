#include "readers/html/css_colour.hpp"

#include "readers/html/css_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace jixiao {
namespace {

struct NamedColour {
  std::string_view name;
  Colour colour;
};
constexpr std::array named_colours = {
    NamedColour{"black", 0x000000},     NamedColour{"white", 0xFFFFFF},      NamedColour{"red", 0xFF0000},
    NamedColour{"green", 0x008000},     NamedColour{"blue", 0x0000FF},       NamedColour{"yellow", 0xFFFF00},
    NamedColour{"gray", 0x808080},      NamedColour{"grey", 0x808080},       NamedColour{"silver", 0xC0C0C0},
    NamedColour{"navy", 0x000080},      NamedColour{"teal", 0x008080},       NamedColour{"lime", 0x00FF00},
    NamedColour{"aqua", 0x00FFFF},      NamedColour{"cyan", 0x00FFFF},       NamedColour{"maroon", 0x800000},
    NamedColour{"purple", 0x800080},    NamedColour{"fuchsia", 0xFF00FF},    NamedColour{"magenta", 0xFF00FF},
    NamedColour{"olive", 0x808000},     NamedColour{"orange", 0xFFA500},     NamedColour{"lightgray", 0xD3D3D3},
    NamedColour{"lightgrey", 0xD3D3D3}, NamedColour{"whitesmoke", 0xF5F5F5}, NamedColour{"windowtext", 0x000000},
    NamedColour{"canvas", 0xFFFFFF},    NamedColour{"window", 0xFFFFFF},     NamedColour{"snow", 0xFFFAFA},
    NamedColour{"ivory", 0xFFFFF0},     NamedColour{"ghostwhite", 0xF8F8FF}, NamedColour{"floralwhite", 0xFFFAF0},
    NamedColour{"mintcream", 0xF5FFFA}, NamedColour{"azure", 0xF0FFFF},      NamedColour{"aliceblue", 0xF0F8FF},
};

bool is_of_elsewhere(std::string_view value) {
  constexpr std::array<std::string_view, 5> words = {"inherit", "initial", "unset", "revert", "currentcolor"};
  return std::ranges::find(words, value) != words.end();
}

/// True for a word of `background` that may be the name of a colour.
bool is_name(std::string_view word) {
  constexpr std::array<std::string_view, 15> others = {"none",     "transparent", "no-repeat", "repeat", "repeat-x",
                                                       "repeat-y", "scroll",      "fixed",     "local",  "left",
                                                       "right",    "top",         "bottom",    "center", "cover"};
  return word.front() >= 'a' && word.front() <= 'z' && std::ranges::find(others, word) == others.end();
}

/// rgb(255, 255, 255), rgba(100% 100% 100% / 1)
Colour colour_of_function(std::string_view value) {
  auto inner = value.substr(value.find('(') + 1);
  Colour colour = 0;
  for (int channel = 0; channel < 3; ++channel) {
    inner.remove_prefix(std::min(inner.find_first_of("0123456789."), inner.size()));
    double number = 0;
    auto const [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), number);
    if (error != std::errc())
      return unknown_colour;
    inner.remove_prefix(static_cast<std::size_t>(end - inner.data()));
    number *= inner.starts_with('%') ? 2.55 : 1;
    colour = colour << 8 | static_cast<Colour>(std::clamp(number, 0.0, 255.0) + 0.5);
  }
  return colour;
}

/// hsl(210, 50%, 100%)
Colour colour_of_hue(std::string_view value) {
  std::array<double, 3> parts{};
  auto inner = value.substr(value.find('(') + 1);
  for (auto& part : parts) {
    inner.remove_prefix(std::min(inner.find_first_of("0123456789."), inner.size()));
    auto const [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), part);
    if (error != std::errc())
      return unknown_colour;
    inner.remove_prefix(static_cast<std::size_t>(end - inner.data()));
  }
  auto const saturation = std::clamp(parts[1] / 100, 0.0, 1.0), light = std::clamp(parts[2] / 100, 0.0, 1.0);
  auto const channel = [&](double offset) {
    auto const k = std::fmod(offset + parts[0] / 30, 12);
    auto const share = light - saturation * std::min(light, 1 - light) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    return static_cast<Colour>(share * 255 + 0.5);
  };
  return channel(0) << 16 | channel(8) << 8 | channel(4);
}

/// What stands in the brackets as numbers; shares are of `whole`.
std::array<double, 3> parts_of(std::string_view inner, double whole) {
  std::array<double, 3> parts{};
  for (auto& part : parts) {
    inner.remove_prefix(std::min(inner.find_first_of("0123456789."), inner.size()));
    auto const end = std::from_chars(inner.data(), inner.data() + inner.size(), part).ptr;
    inner.remove_prefix(static_cast<std::size_t>(end - inner.data()));
    part *= inner.starts_with('%') ? whole / 100 : 1;
  }
  return parts;
}

Colour grey(double light) {
  auto const channel = static_cast<Colour>(std::clamp(light, 0.0, 1.0) * 255 + 0.5);
  return channel << 16 | channel << 8 | channel;
}

/// Colours by their lightness: hwb(), lab(), lch(), oklab(), oklch(). Only what has hardly a hue is told, since ink on
/// paper is told from paper.
Colour colour_of_lightness(std::string_view value) {
  auto const inner = value.substr(value.find('(') + 1);
  bool const is_mix = value.starts_with("hwb"), is_of_one = value.starts_with("ok");
  auto const parts = parts_of(inner, is_of_one ? 1 : 100);
  if (is_mix) {
    auto const sum = parts[1] + parts[2];
    return sum >= 100 ? grey(parts[1] / sum) : unknown_colour;
  }
  bool const is_polar = value.find("lch(") != std::string_view::npos;
  auto const most = is_of_one ? 0.01 : 1;
  bool const is_grey = parts[1] <= most && (is_polar || parts[2] <= most);
  return is_grey ? grey(parts[0] / (is_of_one ? 1 : 100)) : unknown_colour;
}

/// color(srgb 1 1 1)
Colour colour_of_space(std::string_view value) {
  auto const inner = value.substr(value.find('(') + 1);
  if (!inner.starts_with("srgb ") && !inner.starts_with("display-p3 "))
    return unknown_colour;
  Colour colour = 0;
  for (auto const part : parts_of(inner.substr(inner.find(' ')), 1))
    colour = colour << 8 | (grey(part) & 0xFF);
  return colour;
}

/// What stands in the brackets of a function, parted at its commas.
std::vector<std::string_view> arguments_of(std::string_view value) {
  constexpr std::size_t most = 3;
  auto const open = value.find('(');
  auto inner = value.substr(open + 1, value.rfind(')') - open - 1);
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= inner.size() && parts.size() < most; ++at) {
    char const c = at < inner.size() ? inner[at] : ',';
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c != ',' || depth > 0)
      continue;
    parts.push_back(trim_css(inner.substr(begin, at - begin)));
    begin = at + 1;
  }
  return parts;
}

/// color-mix(in srgb, white 90%, black): as if all mixing were done in one space.
Colour colour_of_mix(std::string_view value) {
  auto const parts = arguments_of(value);
  std::array<Colour, 2> colours{};
  std::array<double, 2> shares = {-1, -1};
  for (std::size_t i = 0; i < 2; ++i) {
    auto part = i + 1 < parts.size() ? parts[i + 1] : std::string_view();
    auto const space = part.find_last_of(css_white_space);
    if (part.ends_with('%') && space != part.npos) {
      shares[i] = parts_of(part.substr(space), 1)[0];
      part = trim_css(part.substr(0, space));
    }
    colours[i] = part.find('(') == part.npos ? css_colour(part).value_or(unknown_colour) : unknown_colour;
  }
  if (colours[0] == unknown_colour || colours[1] == unknown_colour)
    return unknown_colour;
  auto const first = shares[0] >= 0 ? shares[0] : shares[1] >= 0 ? 1 - shares[1] : 0.5;
  Colour mixed = 0;
  for (int const shift : {16, 8, 0})
    mixed |=
        static_cast<Colour>((colours[0] >> shift & 0xFF) * first + (colours[1] >> shift & 0xFF) * (1 - first) + 0.5)
        << shift;
  return mixed;
}

} // namespace

std::optional<Colour> css_colour(std::string_view value) {
  if (value.empty() || is_of_elsewhere(value))
    return std::nullopt;
  if (value.starts_with('#')) {
    auto digits = std::string(value.substr(1));
    if (digits.size() == 3 || digits.size() == 4)
      digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
    return hexadecimal_colour(std::string_view(digits).substr(0, 6));
  }
  if (value.starts_with("rgb"))
    return colour_of_function(value);
  if (value.starts_with("hsl"))
    return colour_of_hue(value);
  if (value.starts_with("color("))
    return colour_of_space(value);
  if (value.starts_with("color-mix("))
    return colour_of_mix(value);
  if (value.starts_with("light-dark(")) { // paper is light
    auto const parts = arguments_of(value);
    return parts.empty() || parts[0].starts_with("light-dark") ? std::optional(unknown_colour) : css_colour(parts[0]);
  }
  if (constexpr std::array<std::string_view, 5> by_light = {"hwb(", "lab(", "lch(", "oklab(", "oklch("};
      std::ranges::any_of(by_light, [&](auto name) { return value.starts_with(name); }))
    return colour_of_lightness(value);
  auto const found = std::ranges::find(named_colours, value, &NamedColour::name);
  return found == named_colours.end() ? unknown_colour : found->colour;
}

bool is_transparent(std::string_view value) {
  if (value == "transparent")
    return true;
  if (value.starts_with('#'))
    return (value.size() == 9 && value.ends_with("00")) || (value.size() == 5 && value.ends_with('0'));
  auto const alpha = value.find('(') != value.npos ? value.find_last_of(",/ ") : value.npos;
  if (alpha == value.npos)
    return false;
  bool const is_fourth = value.find('/') != value.npos || std::ranges::count(value, ',') == 3;
  return is_fourth && value.substr(alpha + 1).find_first_not_of("0.%)") == value.npos;
}

std::optional<Colour> css_background(std::string_view value) {
  if (value.find("url(") != std::string_view::npos || value.find("gradient") != std::string_view::npos)
    return unknown_colour;
  bool const has_alpha = value.find("rgba(") != std::string_view::npos || value.find('/') != std::string_view::npos;
  if (value.starts_with("rgb"))
    return has_alpha ? unknown_colour : colour_of_function(value);
  while (!value.empty()) { // the shorthand has other words, too
    auto const word = value.substr(0, value.find_first_of(css_white_space));
    if (auto const colour = css_colour(word); colour && (*colour != unknown_colour || is_name(word)))
      return colour;
    value = trim_css(value.substr(word.size()));
  }
  return std::nullopt;
}

} // namespace jixiao
