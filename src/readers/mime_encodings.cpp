#include "readers/mime_encodings.hpp"

#include <algorithm>
#include <cstdint>

namespace jixiao {
namespace {

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (char const c : text) {
    auto const value = base64_value(c);
    if (value < 0)
      continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if (count += 6; count >= 8)
      out.push_back(static_cast<char>(bits >> (count -= 8) & 0xFF));
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out.push_back(text[at]);
      continue;
    }
    auto const line_end = std::min(text.find_first_not_of(" \t", at + 1), text.size());
    auto const rest = text.substr(line_end, 2);
    if (rest.empty() || rest.front() == '\n' || rest == "\r\n") { // a soft line break
      at = line_end + (rest == "\r\n" ? 1 : 0);
      continue;
    }
    auto const high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    auto const low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out.push_back('=');
      continue;
    }
    out.push_back(static_cast<char>(high << 4 | low));
    at += 2;
  }
  return out;
}

} // namespace jixiao
