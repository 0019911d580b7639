#include "outputs/sheet_text.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t escape_length = 7; // _xHHHH_

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

bool is_escape(std::string_view text, std::size_t at) {
  auto const escape = text.substr(at, escape_length);
  return escape.size() == escape_length && escape.starts_with("_x") && escape.back() == '_' &&
         std::ranges::all_of(escape.substr(2, 4), is_hex_digit);
}

/// A carriage return is among them: a reader of XML takes it for the end of a line.
bool is_to_escape(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF; }

void append_escape(std::string& out, char32_t c) {
  out += "_x";
  for (int shift = 12; shift >= 0; shift -= 4)
    out += "0123456789ABCDEF"[c >> shift & 0xF];
  out += '_';
}

} // namespace

std::string escaped_for_sheet(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const [value, length] = character_at(text, at);
    if (is_to_escape(value) || (value == '_' && is_escape(text, at)))
      append_escape(out, value);
    else
      append_utf8(out, value);
    at += length;
  }
  return out;
}

std::string_view take_cell(std::string_view& escaped, std::size_t units) {
  std::size_t end = escaped.size();
  if (end > units) { // else it fits: no character has more units than bytes
    end = 0;
    for (std::size_t used = 0; end < escaped.size();) {
      auto const length = is_escape(escaped, end) ? escape_length : character_at(escaped, end).length;
      used += length == 4 ? 2 : length == escape_length ? escape_length : 1;
      if (used > units)
        break;
      end += length;
    }
  }
  auto const cell = escaped.substr(0, end);
  escaped.remove_prefix(end);
  return cell;
}

} // namespace jixiao
