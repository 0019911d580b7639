#pragma once

/// The few classes of characters that cleaning needs.
namespace jixiao {

/// White space as Unicode has it, without the zero-width ones.
constexpr bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// What readers put between two cells of a table that is part of a cell: white space that separates Chinese words too.
inline constexpr char cell_gap = '\x1D';

inline constexpr char32_t grapheme_joiner = 0x34F; // joins nothing that is printed

/// Characters that leave no trace on paper: control characters, zero-width ones, marks of direction, invisible
/// operators, variation selectors, tags, U+FEFF.
constexpr bool is_invisible(char32_t c) {
  if (c < 0x2000)
    return (c < 0x20 && !(c >= 0x09 && c <= 0x0D)) || (c >= 0x7F && c <= 0x9F && c != 0x85) || c == grapheme_joiner ||
           c == 0x61C || c == 0x180E;
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

/// One of the blocks of CJK compatibility ideographs.
constexpr bool is_compatibility_ideograph(char32_t c) {
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

/// A character of Chinese writing, punctuation included: one beside which white space separates nothing. Full-width
/// digits and letters are none, since they form words and numbers.
constexpr bool is_chinese(char32_t c) {
  if (c < 0x2E80)
    return c == 0xB7 || c == 0x2014 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026;
  bool const full_width_word =
      (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
  return c < 0x3200 || (c >= 0x3400 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFE10 && c < 0xFE50) ||
         (c >= 0xFF01 && c <= 0xFF65 && !full_width_word) || (c >= 0x20000 && c < 0x40000);
}

/// The ideograph that a Kangxi or supplement radical, or a compatibility ideograph, stands for; any other character as
/// it is.
char32_t fold_radical(char32_t c);

} // namespace jixiao
