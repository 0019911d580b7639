#include "writers/json_buffer.hpp"

#include <algorithm>

namespace jixiao {

namespace {

template <class Word> Word load(char const* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

constexpr std::uint64_t each_byte(std::uint8_t byte) { return 0x0101'0101'0101'0101U * byte; }

/// Not zero when one of eight characters has to be escaped: `"`, `\` or a control character. Each term sets the high
/// bit of the bytes that are fine; so does a byte of a longer UTF-8 sequence by itself.
std::uint64_t to_escape(std::uint64_t word) {
  auto const low = word & each_byte(0x7f);
  auto const no_quote = (low ^ each_byte('"')) + each_byte(0x7f);
  auto const no_backslash = (low ^ each_byte('\\')) + each_byte(0x7f);
  auto const no_control = low + each_byte(0x60);
  return ~((no_quote & no_backslash & no_control) | word) & each_byte(0x80);
}

bool is_to_escape(char c) { return c == '"' || c == '\\' || (c >= 0 && c < 0x20); }

/// Copies the text in words, the last of which overlaps the one before. False when something has to be escaped.
bool copy_plain(char* to, std::string_view text) {
  auto const* from = text.data();
  auto const size = text.size();
  if (size < 4) {
    for (std::size_t i = 0; i < size; ++i)
      to[i] = from[i];
    return std::none_of(from, from + size, is_to_escape);
  }
  if (size < 8) {
    auto const first = load<std::uint32_t>(from), last = load<std::uint32_t>(from + size - 4);
    std::memcpy(to, &first, 4);
    std::memcpy(to + size - 4, &last, 4);
    return to_escape(std::uint64_t{first} << 32 | last) == 0;
  }
  std::uint64_t found = 0;
  auto copy = [&](std::size_t i) {
    auto const word = load<std::uint64_t>(from + i);
    std::memcpy(to + i, &word, sizeof word);
    found |= to_escape(word);
  };
  for (std::size_t i = 0; i + 8 <= size; i += 8)
    copy(i);
  copy(size - 8);
  return found == 0;
}

char* escape(char* to, char c) {
  constexpr std::string_view letters = "btn-fr"; // U+0008 to U+000D
  *to++ = '\\';
  if (c == '"' || c == '\\') {
    *to++ = c;
  } else if (c >= '\b' && c <= '\r' && c != '\v') {
    *to++ = letters[static_cast<std::size_t>(c - '\b')];
  } else {
    std::memcpy(to, "u00", 3);
    to[3] = "0123456789abcdef"[c >> 4];
    to[4] = "0123456789abcdef"[c & 15];
    to += 5;
  }
  return to;
}

} // namespace

void JsonBuffer::put_escaped(std::string_view text) {
  room(6 * text.size());
  for (char const c : text) {
    if (is_to_escape(c))
      at_ = escape(at_, c);
    else
      *at_++ = c;
  }
}

void JsonBuffer::put_plain_or_escaped(std::string_view text) {
  room(text.size());
  if (copy_plain(at_, text))
    at_ += text.size();
  else
    put_escaped(text);
}

void JsonBuffer::string(std::string_view text) {
  room(1);
  *at_++ = '"';
  for (std::size_t done = 0; done < text.size(); done += chunk)
    put_plain_or_escaped(text.substr(done, chunk));
  room(1);
  *at_++ = '"';
}

} // namespace jixiao
