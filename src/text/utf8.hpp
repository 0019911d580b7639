#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// UTF-8 by the character. Everything here is safe on any bytes, valid or not.
namespace jixiao {

constexpr char32_t replacement_character = 0xFFFD;

/// Length of the strictly valid UTF-8 sequence at `at`; 0 when there is none (overlong forms, surrogates and what
/// lies beyond U+10FFFF are none).
constexpr std::size_t utf8_sequence(std::string_view text, std::size_t at) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  auto const follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  std::size_t const left = text.size() - at;
  if (left == 0)
    return 0;
  unsigned const lead = byte(0);
  if (lead < 0x80)
    return 1;
  if (lead < 0xC2 || lead > 0xF4 || left < 2 || !follows(1))
    return 0;
  if (lead < 0xE0)
    return 2;
  if (lead < 0xF0) {
    bool const overlong = lead == 0xE0 && byte(1) < 0xA0, surrogate = lead == 0xED && byte(1) > 0x9F;
    return left >= 3 && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  bool const overlong = lead == 0xF0 && byte(1) < 0x90, beyond = lead == 0xF4 && byte(1) > 0x8F;
  return left >= 4 && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
}

/// Length of a character by its first byte, in valid UTF-8.
constexpr std::size_t utf8_length(char lead) {
  auto const byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

struct Character {
  char32_t value = 0;     ///< U+FFFD for a byte that is no UTF-8
  std::size_t length = 0; ///< bytes, at least 1
};

/// character_at() of what is neither ASCII nor an ideograph.
constexpr Character uncommon_character_at(std::string_view text, std::size_t at) {
  auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  switch (utf8_sequence(text, at)) {
  case 1:
    return {byte(0), 1};
  case 2:
    return {(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  case 3:
    return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  case 4:
    return {(byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
  default:
    return {replacement_character, 1};
  }
}

/// The character at `at`, which must be inside the text.
[[gnu::always_inline]] constexpr Character character_at(std::string_view text, std::size_t at) {
  auto const* const bytes = text.data() + at;
  auto const lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80)
    return {lead, 1};
  bool const is_common = lead > 0xE0 && lead < 0xED; // of three bytes, and neither overlong nor a surrogate
  if (is_common && text.size() - at > 2 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80)
    return {static_cast<char32_t>((lead & 0x0F) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F)), 3};
  return uncommon_character_at(text, at);
}

/// The character that ends at `end`, which must not be 0.
constexpr Character character_before(std::string_view text, std::size_t end) {
  for (std::size_t length = 1; length <= 4 && length <= end; ++length)
    if (utf8_sequence(text.substr(0, end), end - length) == length)
      return character_at(text, end - length);
  return {replacement_character, 1};
}

inline void append_utf8(std::string& out, char32_t c) {
  auto const push = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80)
    return push(c);
  if (c < 0x800)
    return push(0xC0 | c >> 6), push(0x80 | (c & 0x3F));
  if (c < 0x10000)
    return push(0xE0 | c >> 12), push(0x80 | (c >> 6 & 0x3F)), push(0x80 | (c & 0x3F));
  push(0xF0 | c >> 18), push(0x80 | (c >> 12 & 0x3F)), push(0x80 | (c >> 6 & 0x3F)), push(0x80 | (c & 0x3F));
}

/// Appends UTF-16; a surrogate without its other half stands as U+FFFD.
inline void append_utf16(std::string& out, std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t const unit = text[i];
    bool const is_pair =
        unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
    bool const is_half = unit >= 0xD800 && unit < 0xE000;
    if (is_pair)
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (text[++i] - char32_t{0xDC00}));
    else
      append_utf8(out, is_half ? replacement_character : unit);
  }
}

} // namespace jixiao
