#include "text/decode.hpp"

#include "text/utf8.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t mark_distance = 512;

/// Characters in UTF-8, that is, bytes that begin one.
std::size_t count_characters(std::string_view text) {
  std::size_t count = 0, at = 0;
  for (; text.size() - at >= 8; at += 8) {
    auto const word = load_word(text.data() + at);
    count += 8 - count_high_bits(word & (~word << 1) & high_bits);
  }
  for (; at < text.size(); ++at)
    count += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/// Offset behind the last line end of the text; 0 when it has none.
std::size_t last_line(std::string_view text) {
  std::size_t end = text.size();
  for (; end >= 8; end -= 8) {
    auto const word = load_word(text.data() + end - 8);
    if (auto const hits = equal_bits(word, '\n') | equal_bits(word, '\r'); hits != 0)
      return end - 8 + last_high_bit(hits) + 1;
  }
  while (end > 0 && text[end - 1] != '\n' && text[end - 1] != '\r')
    --end;
  return end;
}

/// Bytes of the character at `at` in the input, given the first byte of its UTF-8 form.
using SourceLength = std::size_t (*)(std::string_view bytes, std::size_t at, char utf8_lead);

std::size_t utf16_length(std::string_view, std::size_t, char utf8_lead) { return utf8_length(utf8_lead) == 4 ? 4 : 2; }

std::size_t utf32_length(std::string_view, std::size_t, char) { return 4; }

std::size_t gb18030_length(std::string_view bytes, std::size_t at, char) {
  if (static_cast<unsigned char>(bytes[at]) < 0x80)
    return 1;
  return at + 1 < bytes.size() && bytes[at + 1] >= '0' && bytes[at + 1] <= '9' ? 4 : 2;
}

std::size_t big5_length(std::string_view bytes, std::size_t at, char) {
  auto const lead = static_cast<unsigned char>(bytes[at]);
  return lead <= 0x80 || lead == 0xFF ? 1 : 2;
}

std::size_t windows_1252_length(std::string_view, std::size_t, char) { return 1; }

std::size_t damaged_utf8_length(std::string_view bytes, std::size_t at, char) {
  return std::max<std::size_t>(utf8_sequence(bytes, at), 1);
}

std::size_t encoded_twice_length(std::string_view bytes, std::size_t at, char utf8_lead) {
  auto const begin = at;
  for (auto left = utf8_length(utf8_lead); left > 0 && at < bytes.size(); --left)
    at += std::max<std::size_t>(utf8_sequence(bytes, at), 1);
  return at - begin;
}

std::size_t escaped_length(std::string_view bytes, std::size_t at, char) {
  auto const escape = escape_at(bytes, at);
  return escape.length > 0 ? escape.length : std::max<std::size_t>(utf8_sequence(bytes, at), 1);
}

SourceLength source_length(SourceText const& source) {
  std::string_view const encoding = source.encoding;
  if (source.escaped)
    return escaped_length;
  if (source.encoded_twice)
    return encoded_twice_length;
  if (encoding.starts_with("UTF-16"))
    return utf16_length;
  if (encoding.starts_with("UTF-32"))
    return utf32_length;
  if (encoding == "Big5")
    return big5_length;
  if (encoding == "windows-1252")
    return windows_1252_length;
  return encoding == "GB18030" ? gb18030_length : damaged_utf8_length;
}

} // namespace

void set_marks(SourceText& source, std::size_t first_source) {
  auto const length = source_length(source);
  SourceText::Mark mark{0, first_source};
  std::size_t next = 0;
  while (mark.text < source.text.size()) {
    if (mark.text >= next) {
      source.marks.push_back(mark);
      next = mark.text + mark_distance;
    }
    char const lead = source.text[mark.text];
    mark.source += length(source.bytes, mark.source, lead);
    mark.text += utf8_length(lead);
  }
  source.marks.push_back(mark);
}

std::uint64_t SourceText::source_offset(std::size_t text_offset) const {
  text_offset = std::min(text_offset, text.size());
  if (marks.empty())
    return static_cast<std::uint64_t>(text.data() - bytes.data()) + text_offset;
  auto const above = std::ranges::upper_bound(marks, text_offset, {}, &Mark::text);
  auto mark = *std::prev(above);
  auto const length = source_length(*this);
  while (mark.text < text_offset) {
    mark.source += length(bytes, mark.source, text[mark.text]);
    mark.text += utf8_length(text[mark.text]);
  }
  return mark.source;
}

std::uint32_t SourceText::column(std::size_t text_offset) const {
  constexpr std::size_t furthest = 8 << 10;
  text_offset = std::min(text_offset, text.size());
  auto const from = text_offset - std::min(text_offset, furthest);
  auto const window = text.substr(from, text_offset - from);
  auto const line = last_line(window);
  if (line == 0 && from != 0)
    return 0;
  return static_cast<std::uint32_t>(count_characters(window.substr(line)) + 1);
}

} // namespace jixiao
