#include "readers/doc/form_field.hpp"

#include "readers/ole2/bytes.hpp"
#include "text/utf8.hpp"

namespace jixiao::doc {
namespace {

using ole2::u16;

constexpr unsigned check_box = 1, list = 2, by_default = 25;

/// Goes over a string that a count stands before and a zero behind.
void skip_string(std::string_view bytes, std::size_t& at) { at += 2 + 2 * std::size_t{u16(bytes, at)} + 2; }

/// The entry of a table of strings (STTB) at `at`.
std::string entry_of(std::string_view bytes, std::size_t at, unsigned index) {
  at += 6; // mark, count, size of what is extra
  for (; index > 0 && at < bytes.size(); --index)
    at += 2 + 2 * std::size_t{u16(bytes, at)};
  std::u16string text;
  for (std::size_t left = u16(bytes, at); left > 0 && at + 4 <= bytes.size(); --left)
    text.push_back(static_cast<char16_t>(u16(bytes, at += 2)));
  std::string utf8;
  append_utf16(utf8, text);
  return utf8;
}

} // namespace

std::string form_field_text(std::string_view data, std::size_t offset) {
  auto const bytes = ole2::slice(data, offset + u16(data, offset + 4));
  auto const bits = u16(bytes, 4);
  auto const kind = bits & 3U, result = bits >> 2 & 31U;
  if (kind != check_box && kind != list)
    return {};
  std::size_t at = 10;
  skip_string(bytes, at); // its name
  auto const chosen = result == by_default ? u16(bytes, at) : result;
  if (kind == check_box)
    return chosen != 0 ? "☒" : "☐";
  at += 2;
  for (int strings = 0; strings < 5; ++strings) // format, help, status, macros
    skip_string(bytes, at);
  return entry_of(bytes, at, chosen);
}

} // namespace jixiao::doc
