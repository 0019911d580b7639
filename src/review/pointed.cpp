#include "review/pointed.hpp"

#include "review/names.hpp"
#include "text/utf8.hpp"

#include <jixiao/review.hpp>

#include <algorithm>
#include <iterator>

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

bool has_other_line_ends(std::string_view bytes) {
  for (auto at = bytes.find('\r'); at != bytes.npos; at = bytes.find('\r', at + 1))
    if (at + 1 == bytes.size() || bytes[at + 1] != '\n')
      return true;
  return bytes.find_first_of("\v\f") != bytes.npos || bytes.find("\u2028") != bytes.npos ||
         bytes.find("\u2029") != bytes.npos;
}

} // namespace

ValuePlaces::ValuePlaces(Document const& document, std::string_view bytes) : document_(document), bytes_(bytes) {
  // Of another encoding, the bytes are not the text; a mark at the beginning is no character of it.
  if (document.source.encoding != "UTF-8" || bytes.starts_with("\xef\xbb\xbf") || has_other_line_ends(bytes))
    return;
  lines_.push_back(0);
  for (auto at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
    lines_.push_back(at + 1);
}

Location ValuePlaces::at_bytes(Location at, std::uint64_t begin, std::uint64_t end) const {
  auto const next = std::ranges::upper_bound(lines_, begin);
  auto const line = *std::prev(next);
  if (begin - line > longest_row)
    return at;
  at.line = static_cast<std::uint32_t>(next - lines_.begin());
  at.column = 1;
  for (auto i = line; i < begin; i += character_at(bytes_, i).length)
    ++*at.column;
  at.begin = begin;
  at.end = end;
  return at;
}

Location ValuePlaces::of(Diagnostic const& finding) const {
  auto const& at = finding.at;
  auto const* row = indicator_of(document_, finding.path);
  if (!row || lines_.empty() || !at.line || !at.begin || !at.end || *at.begin > *at.end || *at.end > bytes_.size() ||
      *at.end - *at.begin > longest_row)
    return at;
  auto const text = wanted_text(document_, finding.path, *row);
  auto const begin = static_cast<std::size_t>(*at.begin);
  auto const found = text.empty() ? bytes_.npos : bytes_.substr(begin, *at.end - begin).find(text);
  return found == bytes_.npos ? at : at_bytes(at, begin + found, begin + found + text.size());
}

} // namespace jixiao
