#include "review/pointed.hpp"

#include "review/names.hpp"
#include "text/utf8.hpp"

#include <jixiao/review.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace jixiao {

namespace {

constexpr std::uint64_t longest_row = 1 << 16; ///< bytes; nobody prints a longer one

constexpr std::string_view separators[] = {" ", "\t", "\r", "\n", "│", "|", "\"", ",", "\u3000"};
constexpr std::size_t longest_tag = 200;

/// What a row prints side by side, in the usual order of its columns.
constexpr std::array<std::string_view, 6> in_order{"level3", "target", "actual", "weight", "score", "remark"};

std::string text_of_field(Document const& document, Indicator const& row, std::string_view path,
                          std::string_view field) {
  if (field == "level1" || field == "level2" || field == "level3")
    return (field == "level1" ? row.level1 : field == "level2" ? row.level2 : row.level3).value_or("");
  return printed_at(document, std::string(path).append(1, '/').append(field));
}

/// A text, and how many fields before it in the row print the same.
struct Wanted {
  std::string text;
  std::size_t number = 0;
};

/// What the path names; where that is missing and has no cell, what it is missing for.
Wanted wanted_of(Document const& document, Indicator const& row, std::string_view path) {
  auto const named = parts_of(path).field;
  path.remove_suffix(named.empty() ? 0 : named.size() + 1);
  auto field = named.empty() ? in_order[0] : named.substr(0, named.find('/'));
  Wanted out{text_of_field(document, row, path, field)};
  for (std::string_view const beside : {"actual", "target", "level3"})
    if (out.text.empty())
      out.text = text_of_field(document, row, path, field = beside);
  auto const here = std::ranges::find(in_order, field);
  if (here != in_order.end())
    out.number = static_cast<std::size_t>(std::ranges::count_if(in_order.begin(), here, [&](std::string_view other) {
      return text_of_field(document, row, path, other) == out.text;
    }));
  return out;
}

/// The length of a separator of cells or of an element's tag at `at`; 0 for anything else.
std::size_t separator_at(std::string_view bytes, std::size_t at) {
  auto const rest = bytes.substr(at);
  if (rest.starts_with('<'))
    if (auto const end = rest.substr(0, longest_tag).find('>'); end != rest.npos)
      return end + 1;
  auto const found =
      std::ranges::find_if(separators, [&](std::string_view separator) { return rest.starts_with(separator); });
  return found == std::end(separators) ? 0 : found->size();
}

/// A cell may begin at `at`.
bool is_boundary_before(std::string_view bytes, std::size_t at) {
  auto const before = bytes.substr(0, at);
  return before.empty() || before.ends_with('>') ||
         std::ranges::any_of(separators, [&](std::string_view separator) { return before.ends_with(separator); });
}

/// The end of `text` at `at`, also where separators part it into cells or lines.
std::optional<std::size_t> end_of(std::string_view bytes, std::size_t at, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto const length = character_at(text, i).length;
    if (bytes.substr(at).starts_with(text.substr(i, length))) {
      at += length;
      i += length;
    } else if (auto const skipped = i == 0 || at == bytes.size() ? 0 : separator_at(bytes, at); skipped > 0) {
      at += skipped;
    } else if (auto const blank = separator_at(text, i); blank > 0) {
      i += blank;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

/// The `number`th place, counted from 0, where the text fills cells; the last one where there are fewer.
std::optional<std::pair<std::size_t, std::size_t>> whole_cells(std::string_view bytes, std::string_view text,
                                                               std::size_t number) {
  std::optional<std::pair<std::size_t, std::size_t>> found;
  auto const first = text.substr(0, text.empty() ? 0 : character_at(text, 0).length);
  for (auto at = bytes.find(first); at != bytes.npos; at = bytes.find(first, at + 1)) {
    auto const end = is_boundary_before(bytes, at) ? end_of(bytes, at, text) : std::nullopt;
    if (!end || (*end < bytes.size() && separator_at(bytes, *end) == 0))
      continue;
    found = {at, *end};
    if (number-- == 0)
      break;
  }
  return found;
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
  auto const begin = static_cast<std::size_t>(*at.begin);
  auto const printed = bytes_.substr(begin, *at.end - begin);
  auto const wanted = wanted_of(document_, *row, finding.path);
  if (wanted.text.empty())
    return at;
  if (auto const cells = whole_cells(printed, wanted.text, wanted.number))
    return at_bytes(at, begin + cells->first, begin + cells->second);
  auto const found = printed.find(wanted.text);
  return found == printed.npos ? at : at_bytes(at, begin + found, begin + found + wanted.text.size());
}

} // namespace jixiao
