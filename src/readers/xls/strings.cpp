#include "readers/xls/strings.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::xls {
namespace {

constexpr std::uint32_t wide = 1, extended = 4, rich = 8; // bits of a string's head

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  for (std::size_t at = 0; at < utf8.size();) {
    auto const c = character_at(utf8, at);
    at += c.length;
    if (c.value < 0x10000) {
      out.push_back(static_cast<char16_t>(c.value));
      continue;
    }
    out.push_back(static_cast<char16_t>(0xD800 + ((c.value - 0x10000) >> 10)));
    out.push_back(static_cast<char16_t>(0xDC00 + ((c.value - 0x10000) & 0x3FF)));
  }
  return out;
}

/// Of bytes of which nothing says the code page: what scripts write is UTF-8 or GBK.
unsigned likely_page(std::string_view bytes) {
  constexpr unsigned utf8 = 65001, gb18030 = 54936;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const length = utf8_sequence(bytes, at);
    if (length == 0)
      return gb18030;
    at += length;
  }
  return utf8;
}

} // namespace

std::string to_utf8(std::u16string const& text) {
  std::string out;
  append_utf16(out, text);
  return out;
}

RichString StringReader::read(RecordReader& reader, std::size_t count_size) const {
  RichString string;
  auto const count = reader.number(count_size);
  if (!is_unicode_) {
    std::string bytes;
    for (std::uint32_t i = 0; i < count && !reader.at_end(); ++i)
      bytes.push_back(static_cast<char>(reader.number(1)));
    string.text = to_utf16(pages_.decode(bytes, code_page_ != 0 ? code_page_ : likely_page(bytes)));
    return string;
  }
  auto const head = reader.number(1);
  auto const runs = (head & rich) != 0 ? reader.number(2) : 0;
  auto const extension = (head & extended) != 0 ? reader.number(4) : 0;
  string.text = reader.characters(count, (head & wide) != 0);
  for (std::uint32_t i = 0; i < runs && !reader.at_end(); ++i) {
    auto const first = static_cast<std::uint16_t>(reader.number(2));
    string.runs.push_back({first, static_cast<std::uint16_t>(reader.number(2))});
  }
  reader.skip(extension);
  return string;
}

std::vector<RichString> read_shared_strings(Record const& record, StringReader const& strings) {
  RecordReader reader(record);
  reader.skip(4); // how often they are referred to
  auto const count = reader.number(4);
  std::vector<RichString> found;
  for (std::uint32_t i = 0; i < count && !reader.at_end(); ++i)
    found.push_back(strings.read(reader, 2));
  return found;
}

} // namespace jixiao::xls
