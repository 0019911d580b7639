#include "readers/xlsx/fonts.hpp"

#include "readers/underlined_sign.hpp"
#include "readers/xml.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <functional>

namespace jixiao {
namespace {

/// A property without a value is switched on.
bool is_on(pugi::xml_node property) {
  auto const value = attribute(property, "val");
  return value != "0" && value != "false" && value != "off";
}

Raised raised_of(std::string_view alignment) {
  return alignment == "superscript" ? Raised::up : alignment == "subscript" ? Raised::down : Raised::no;
}

unsigned number_of(std::string_view digits) {
  unsigned number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string hexadecimal(char32_t code) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02X", static_cast<unsigned>(code));
  return text.data();
}

bool is_code(char32_t c) { return (c > 0x20 && c < 0x100) || (c >= 0xF000 && c < 0xF100); }

void append_character(std::string& out, char32_t c, SheetFont const& font, LeftOut& left_out) {
  constexpr std::u32string_view raised_digits = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  if (font.symbol != SymbolFont::none && is_code(c)) {
    auto const sign = symbol(font.symbol, c);
    if (sign != 0)
      append_utf8(out, sign);
    else
      left_out.find(Code::sign_unknown, {{"sign", hexadecimal(c)}, {"font", std::string(name_of(font.symbol))}});
    return;
  }
  bool const is_digit = c >= '0' && c <= '9';
  if (is_digit && font.raised == Raised::up)
    c = raised_digits[c - '0'];
  else if (is_digit && font.raised == Raised::down)
    c = U'₀' + (c - '0');
  append_utf8(out, c);
}

std::optional<LeftOut::Kind> left_out_as(SheetFont const& font, Colour background) {
  if (font.struck)
    return LeftOut::struck;
  if (font.tiny)
    return LeftOut::hidden;
  return is_lost_on(font.colour, background) ? std::optional(lost_on(background)) : std::nullopt;
}

/// The theme's white, made darker by a part of it.
Colour tinted_white(std::string_view tint) {
  double part = 0;
  std::from_chars(tint.data(), tint.data() + tint.size(), part);
  auto const grey = static_cast<Colour>(std::clamp(255 * (1 + part), 0.0, 255.0) + 0.5);
  return grey << 16 | grey << 8 | grey;
}

} // namespace

bool is_one_point(std::string_view points) {
  double size = 2;
  std::from_chars(points.data(), points.data() + points.size(), size);
  return size <= 1;
}

Colour sheet_colour(pugi::xml_node color, Palette const& palette) {
  auto const theme = attribute(color, "theme"), tint = attribute(color, "tint"), indexed = attribute(color, "indexed");
  constexpr Colour of_theme = 0x40000000, of_palette = 0x20000000;
  auto const told = [](Colour colour) { return colour == black_colour ? unknown_colour : colour; };
  if (auto rgb = attribute(color, "rgb"); rgb.size() >= 6)
    return told(hexadecimal_colour(rgb.substr(rgb.size() - 6)));
  if (theme == "0")
    return tinted_white(tint);
  if (!theme.empty() && theme != "1")
    return of_theme | static_cast<Colour>(number_of(theme) & 0xF) << 24 |
           static_cast<Colour>(std::hash<std::string_view>{}(tint)&0xFFFFFF);
  if (auto const index = number_of(indexed); !indexed.empty() && index < palette.size())
    return told(palette[index]);
  if (indexed == "1" || indexed == "9")
    return white_colour;
  bool const is_black = indexed.empty() || indexed == "0" || indexed == "8" || indexed == "64";
  return is_black ? unknown_colour : of_palette | static_cast<Colour>(number_of(indexed) & 0xFF);
}

SheetFont read_sheet_font(pugi::xml_node node, Palette const& palette) {
  SheetFont font;
  for (auto const property : children(node)) {
    auto const name = local_name(property);
    if (name == "strike")
      font.struck = is_on(property);
    else if (name == "u")
      font.underlined = attribute(property, "val") != "none";
    else if (name == "vertAlign")
      font.raised = raised_of(attribute(property, "val"));
    else if (name == "rFont" || name == "name")
      font.symbol = symbol_font(attribute(property, "val"));
    else if (name == "color")
      font.colour = sheet_colour(property, palette);
    else if (name == "sz")
      font.tiny = is_one_point(attribute(property, "val"));
  }
  return font;
}

std::string shown_runs(std::span<SheetRun const> runs, SheetFont const& cell_font, Colour background,
                       LeftOut& left_out) {
  std::string shown;
  UnderlinedSign underlined_sign;
  for (auto const& run : runs) {
    auto const& font = run.font ? *run.font : cell_font;
    if (auto const kind = left_out_as(font, background)) {
      left_out.add(*kind, run.text);
      continue;
    }
    left_out.end_stretch();
    auto const begin = shown.size();
    if (font.is_plain() || (font.symbol == SymbolFont::none && font.raised == Raised::no)) {
      shown += run.text;
      underlined_sign.appended(shown, begin, font.underlined);
      continue;
    }
    for (std::size_t at = 0; at < run.text.size();) {
      auto const c = character_at(run.text, at);
      append_character(shown, c.value, font, left_out);
      at += c.length;
    }
  }
  return shown;
}

} // namespace jixiao
