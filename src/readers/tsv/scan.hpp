#pragma once

#include "text/words.hpp"

/// Finds what ends cells in tab-separated text.
namespace jixiao {

/// A set high bit for each byte of the word that is TAB, LF, VT, FF or CR, or 0xE2, which may begin U+2028.
constexpr std::uint64_t separator_bits(std::uint64_t word) {
  auto const seven = word & ~high_bits; // sums of these stay within their bytes
  auto const from_tab = seven + bytes_of(0x80 - '\t'), past_cr = seven + bytes_of(0x80 - '\r' - 1);
  return (from_tab & ~past_cr & ~word & high_bits) | equal_bits(word, 0xE2);
}

/// U+2028 or U+2029.
constexpr bool is_line_separator(std::string_view text, std::size_t at) {
  return text.size() - at >= 3 && text[at] == '\xE2' && text[at + 1] == '\x80' &&
         (text[at + 2] == '\xA8' || text[at + 2] == '\xA9');
}

/// Goes through a text's separators in order.
class SeparatorScan {
public:
  explicit SeparatorScan(std::string_view text) : text_(text), bits_(separator_bits(load_word(text, 0))) {}

  /// Offset of the next separator; the text's size when there is none.
  std::size_t next() {
    for (;;) {
      while (bits_ == 0) {
        base_ += 8;
        if (base_ >= text_.size())
          return text_.size();
        bits_ = separator_bits(load_word(text_, base_));
      }
      auto const hit = base_ + first_high_bit(bits_);
      bits_ &= bits_ - 1;
      if (text_[hit] != '\xE2' || is_line_separator(text_, hit))
        return hit;
    }
  }

private:
  std::string_view text_;
  std::size_t base_ = 0;
  std::uint64_t bits_;
};

inline std::size_t count_byte(std::string_view text, char byte) {
  std::size_t count = 0, at = 0;
  for (; text.size() - at >= 8; at += 8)
    count += count_high_bits(equal_bits(load_word(text.data() + at), static_cast<unsigned char>(byte)));
  for (; at < text.size(); ++at)
    count += text[at] == byte ? 1 : 0;
  return count;
}

} // namespace jixiao
