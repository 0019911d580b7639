#include "text/escape.hpp"

#include "text/utf8.hpp"

namespace jixiao {

namespace {

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         c >= 0x10000;
}

} // namespace

std::string escape_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    at += c.length;
    switch (c.value) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\t':
    case '\n':
    case '\r':
      out += "&#" + std::to_string(static_cast<int>(c.value)) + ';';
      break;
    default:
      append_utf8(out, is_xml_character(c.value) ? c.value : replacement_character);
    }
  }
  return out;
}

} // namespace jixiao
