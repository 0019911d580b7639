#include "readers/xlsx/fonts.hpp"

#include "readers/xml.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstdio>

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

} // namespace

bool is_white(pugi::xml_node color) {
  auto const rgb = attribute(color, "rgb");
  auto const indexed = attribute(color, "indexed");
  bool const is_theme_white = attribute(color, "theme") == "0" && attribute(color, "tint").empty();
  return rgb == "FFFFFFFF" || rgb == "00FFFFFF" || rgb == "FFFFFF" || indexed == "1" || indexed == "9" ||
         is_theme_white;
}

SheetFont read_sheet_font(pugi::xml_node node) {
  SheetFont font;
  for (auto const property : children(node)) {
    auto const name = local_name(property);
    if (name == "strike")
      font.struck = is_on(property);
    else if (name == "vertAlign")
      font.raised = raised_of(attribute(property, "val"));
    else if (name == "rFont" || name == "name")
      font.symbol = symbol_font(attribute(property, "val"));
    else if (name == "color")
      font.white = is_white(property);
  }
  return font;
}

std::string shown_runs(std::span<SheetRun const> runs, SheetFont const& cell_font, bool white_cell, LeftOut& left_out) {
  std::string shown;
  for (auto const& run : runs) {
    auto const& font = run.font ? *run.font : cell_font;
    if (font.struck || (font.white && white_cell)) {
      left_out.add(font.struck ? LeftOut::struck : LeftOut::white_on_white, run.text);
      continue;
    }
    left_out.end_stretch();
    if (font.is_plain() || (font.symbol == SymbolFont::none && font.raised == Raised::no)) {
      shown += run.text;
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
