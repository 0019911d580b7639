#include "review/pointed.hpp"

#include "review/names.hpp"
#include "text/utf8.hpp"

#include <jixiao/review.hpp>

namespace jixiao {

namespace {

constexpr std::uint64_t longest_row = 1 << 16; ///< bytes; nobody prints a longer one

/// The text to look for: of the field that the path names, of the row itself its name.
std::string wanted_text(Document const& document, std::string_view path, Indicator const& row) {
  auto const field = parts_of(path).field;
  if (field.empty() || field == "level3")
    return row.level3.value_or("");
  if (field == "level1" || field == "level2")
    return (field == "level1" ? row.level1 : row.level2).value_or("");
  return printed_at(document, path);
}

/// `at` moved on to `begin`, the lines and characters between counted.
Location moved(Location at, std::string_view bytes, std::size_t begin, std::size_t size) {
  for (auto i = static_cast<std::size_t>(*at.begin); i < begin;) {
    auto const c = character_at(bytes, i);
    if (c.value == '\n') {
      ++*at.line;
      at.column = 1;
    } else {
      ++*at.column;
    }
    i += c.length;
  }
  at.begin = begin;
  at.end = begin + size;
  return at;
}

} // namespace

Location pointed_at(Document const& document, Diagnostic const& finding, std::string_view bytes) {
  auto const& at = finding.at;
  auto const* row = indicator_of(document, finding.path);
  // Of another encoding, the bytes are not the text.
  if (!row || document.source.encoding != "UTF-8" || !at.line || !at.column || !at.begin || !at.end ||
      *at.begin > *at.end || *at.end > bytes.size() || *at.end - *at.begin > longest_row)
    return at;
  auto const text = wanted_text(document, finding.path, *row);
  auto const begin = static_cast<std::size_t>(*at.begin);
  auto const found = text.empty() ? bytes.npos : bytes.substr(begin, *at.end - begin).find(text);
  return found == bytes.npos ? at : moved(at, bytes, begin + found, text.size());
}

} // namespace jixiao
