#include "writers/excerpt.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <jixiao/writers.hpp>

#include <algorithm>

namespace jixiao {

namespace {

/// Length of the end of a numbered line at `at`, 0 when there is none.
std::size_t line_end(std::string_view text, std::size_t at) {
  if (text[at] == '\r')
    return text.substr(at, 2) == "\r\n" ? 2 : 1;
  return text[at] == '\n' ? 1 : 0;
}

/// Length of what parts a numbered line for the readers.
std::size_t separator(std::string_view line, std::size_t at) {
  if (line[at] == '\v' || line[at] == '\f')
    return 1;
  auto const three = line.substr(at, 3);
  return three == "\u2028" || three == "\u2029" ? 3 : 0;
}

/// The part of a line that holds a place; the first that is not empty where none is given.
std::string_view part_of(std::string_view line, std::optional<std::size_t> place) {
  std::size_t begin = 0, at = 0;
  while (at < line.size()) {
    auto const length = separator(line, at);
    if (length != 0) {
      if (place ? *place < at + length : at > begin)
        break;
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return line.substr(begin, at - begin);
}

/// Byte offset of a 1-based column of characters; the line's size when it is shorter.
std::size_t offset_of_column(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (; column > 1 && at < line.size(); --column)
    at += character_at(line, at).length;
  return at;
}

int width_at(std::string_view line, std::size_t at, std::size_t length) {
  return display_width(displayed(line.substr(at, length)));
}

/// How far a row is shown to one side: up to this offset, which is so many terminal cells away.
struct Reach {
  std::size_t offset;
  int width = 0;
};

Reach reach_right(std::string_view line, std::size_t from, int most) {
  Reach reach{from};
  while (reach.offset < line.size()) {
    auto const length = character_at(line, reach.offset).length;
    auto const width = width_at(line, reach.offset, length);
    if (reach.width + width > most)
      break;
    reach = {reach.offset + length, reach.width + width};
  }
  return reach;
}

Reach reach_left(std::string_view line, std::size_t from, int most) {
  Reach reach{from};
  while (reach.offset > 0) {
    auto const length = character_before(line, reach.offset).length;
    auto const width = width_at(line, reach.offset - length, length);
    if (reach.width + width > most)
      break;
    reach = {reach.offset - length, reach.width + width};
  }
  return reach;
}

} // namespace

bool has_lines(Document const& document) {
  return std::ranges::any_of(document.diagnostics, [](auto const& finding) { return finding.at.line.has_value(); });
}

LineIndex::LineIndex(std::string_view text) : text_(text) {
  begins_.push_back(0);
  for (std::size_t at = 0; at < text.size();) {
    auto const length = line_end(text, at);
    if (length != 0) {
      ends_.push_back(at);
      begins_.push_back(at + length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  ends_.push_back(text.size());
}

std::optional<Place> LineIndex::find(Location const& at, bool bytes_count) const {
  if (!at.line || *at.line == 0 || *at.line > begins_.size())
    return std::nullopt;
  auto const begin = begins_[*at.line - 1], end = ends_[*at.line - 1];
  bool const within = bytes_count && at.begin && *at.begin >= begin && *at.begin <= end;
  Place place{part_of(text_.substr(begin, end - begin), within ? std::optional(*at.begin - begin) : std::nullopt)};
  if (!at.column)
    return place;
  place.exact = true;
  place.begin = place.end = offset_of_column(place.line, *at.column);
  if (bytes_count && at.begin && at.end) {
    auto const length = std::max(*at.end, *at.begin) - *at.begin;
    place.end += std::min<std::size_t>(length, place.line.size() - place.end);
  } else {
    place.end = std::min(place.line.find('\t', place.begin), place.line.size());
  }
  return place;
}

Excerpt excerpt(Place const& place, int width) {
  auto const& line = place.line;
  auto left = reach_left(line, place.begin, width);
  auto right = reach_right(line, place.begin, width);
  if (left.offset > 0 || right.offset < line.size() || left.width + right.width > width) {
    left = reach_left(line, place.begin, std::max(width / 3, width - right.width));
    right = reach_right(line, place.begin, width - left.width);
  }
  Excerpt out;
  if (left.offset > 0)
    out.row = "…";
  out.row += displayed(line.substr(left.offset, place.begin - left.offset));
  out.caret_column = display_width(out.row);
  auto const place_end = std::clamp(place.end, place.begin, right.offset);
  auto const about = displayed(line.substr(place.begin, place_end - place.begin));
  out.row += about;
  if (place.exact)
    out.caret_width = std::max(display_width(about), 1);
  out.row += displayed(line.substr(place_end, right.offset - place_end));
  if (right.offset < line.size())
    out.row += "…";
  out.row.erase(out.row.find_last_not_of(' ') + 1);
  return out;
}

} // namespace jixiao
