#include "readers/shown/characters.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <utility>

namespace jixiao {
namespace {

constexpr char32_t soft_hyphen = 0xAD; // shown where a line ends at it, and nowhere else
constexpr char32_t hyphen = 0x2010;
constexpr char32_t firm_hyphen = 0x2011; // no line ends at it

constexpr char32_t low_line = 0x332; // combining: it makes ≥ of >
constexpr char32_t key_cap = 0x20E3; // combining: a frame around a digit

/// Letters and digits for formulas, which look like those of the text.
constexpr bool is_of_formula(char32_t c) { return (c >= 0x1D400 && c <= 0x1D6A3) || (c >= 0x1D7CE && c <= 0x1D7FF); }

char plain_letter(char32_t c) {
  if (c >= 0x1D7CE)
    return static_cast<char>('0' + (c - 0x1D7CE) % 10);
  auto const place = (c - 0x1D400) % 52;
  return static_cast<char>(place < 26 ? 'A' + place : 'a' + place - 26);
}

/// Signs that are made small, from U+FE50 on; a space stands for those without another form.
constexpr std::string_view small_signs = ",、. ;:?!—(){}〔〕#&*+-<>= \\$%@";

std::string_view plain_small(char32_t c) {
  std::size_t at = 0;
  for (auto left = c - 0xFE50; left > 0 && at < small_signs.size(); --left)
    at += utf8_length(small_signs[at]);
  auto const sign = at < small_signs.size() ? small_signs.substr(at, utf8_length(small_signs[at])) : " ";
  return sign == " " ? std::string_view() : sign;
}

/// Comparators are known in any size, and stay as printed.
constexpr bool is_small(char32_t c) { return c >= 0xFE50 && c <= 0xFE6B && !(c >= 0xFE64 && c <= 0xFE66); }

/// Letters that are blank: fillers of Hangul, and a cell of Braille without a dot.
constexpr bool is_blank_letter(char32_t c) {
  return c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
}

constexpr bool is_arabic_digit(char32_t c) { return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9); }

constexpr char32_t annotated = 0xFFF9, annotation = 0xFFFA, annotation_end = 0xFFFB; // a text, and how it is read
constexpr bool is_annotation_mark(char32_t c) { return c >= annotated && c <= annotation_end; }

/// No character at all.
constexpr bool is_noncharacter(char32_t c) { return c == 0xFFFE || c == 0xFFFF; }

/// Control characters are seen to where values are cleaned.
bool is_disguise(char32_t c) {
  return is_blank_letter(c) || is_arabic_digit(c) || is_annotation_mark(c) || is_noncharacter(c) || c == soft_hyphen ||
         c == low_line || c == key_cap || c == grapheme_joiner || is_of_formula(c) || is_small(c) || c == hyphen ||
         c == firm_hyphen || (c >= 0x2000 && (is_invisible(c) || is_compatibility_ideograph(c)));
}

/// The line below goes with what it stands under.
void underline(std::string& out) {
  for (auto const& [sign, with_line] :
       {std::pair<std::string_view, std::string_view>{">", "≥"}, {"<", "≤"}, {"＞", "≥"}, {"＜", "≤"}})
    if (out.ends_with(sign)) {
      out.replace(out.size() - sign.size(), sign.size(), with_line);
      return;
    }
  append_utf8(out, low_line);
}

} // namespace

bool is_disguised(std::string_view text, std::size_t at) {
  auto const lead = static_cast<unsigned char>(text[at]);
  return (lead == 0xC2 || lead == 0xCC || lead == 0xCD || lead == 0xD9 || lead == 0xDB || lead == 0xE1 ||
          lead == 0xE2 || lead == 0xE3 || lead == 0xEF || lead == 0xF0 || lead == 0xF3) &&
         is_disguise(character_at(text, at).value);
}

std::string plain_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_annotation = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const [c, length] = character_at(text, at);
    if (is_annotation_mark(c))
      in_annotation = c == annotation;
    else if (in_annotation)
      ; // how the text before it is read
    else if (!is_disguise(c))
      out.append(text.substr(at, length));
    else if (is_arabic_digit(c))
      out.push_back(static_cast<char>('0' + c % 0x10));
    else if (c == 0x2800)
      out.push_back(' ');
    else if (is_compatibility_ideograph(c))
      append_utf8(out, fold_radical(c));
    else if (is_of_formula(c))
      out.push_back(plain_letter(c));
    else if (is_small(c))
      out.append(plain_small(c).empty() ? text.substr(at, length) : plain_small(c));
    else if (c == low_line)
      underline(out);
    else if (c == hyphen || c == firm_hyphen)
      out.push_back('-');
    at += length;
  }
  return out;
}

} // namespace jixiao
