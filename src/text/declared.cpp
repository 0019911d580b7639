#include "text/decode.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t furthest = 4096; // pages declare their charset in the first kilobyte

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

struct Charset {
  std::string_view declared;
  DeclaredCharset charset;
};

// What browsers take these names for.
constexpr std::array charsets = {
    Charset{"big5", DeclaredCharset::big5},           Charset{"big5-hkscs", DeclaredCharset::big5},
    Charset{"x-x-big5", DeclaredCharset::big5},       Charset{"windows-1252", DeclaredCharset::windows_1252},
    Charset{"cp1252", DeclaredCharset::windows_1252}, Charset{"iso-8859-1", DeclaredCharset::windows_1252},
    Charset{"latin1", DeclaredCharset::windows_1252}, Charset{"us-ascii", DeclaredCharset::windows_1252},
};

/// The value that follows `name` and '=' in a tag.
std::string_view value_behind(std::string_view tag, std::string_view name) {
  auto at = tag.find(name);
  if (at == npos)
    return {};
  at = tag.find_first_not_of(" \t\r\n", at + name.size());
  if (at == npos || tag[at] != '=')
    return {};
  auto const begin = std::min(tag.find_first_not_of(" \t\r\n\"'", at + 1), tag.size());
  auto const end = std::min(tag.find_first_of(" \t\r\n\"';/>?", begin), tag.size());
  return tag.substr(begin, end - begin);
}

} // namespace

DeclaredCharset declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, furthest));
  std::ranges::transform(head, head.begin(), lower);
  std::string_view const text = head;
  for (auto at = text.find('<'); at != npos; at = text.find('<', at + 1)) {
    auto const tag = text.substr(at, text.find('>', at) - at);
    auto const name = tag.starts_with("<meta")   ? value_behind(tag, "charset")
                      : tag.starts_with("<?xml") ? value_behind(tag, "encoding")
                                                 : std::string_view();
    if (name.empty())
      continue;
    auto const found = std::ranges::find(charsets, name, &Charset::declared);
    return found == charsets.end() ? DeclaredCharset::other : found->charset;
  }
  return DeclaredCharset::other;
}

WideResult decode_declared(SourceText& source, DeclaredCharset charset) {
  bool const big5 = charset == DeclaredCharset::big5;
  auto const end = decode_strictly(source, big5 ? "Big5" : "windows-1252");
  if (!end.bad)
    source.encoding = big5 ? "Big5" : "windows-1252";
  return end;
}

} // namespace jixiao
