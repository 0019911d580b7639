#pragma once

#include <jixiao/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// A part of one line of a text.
struct Place {
  std::string_view line;          ///< without its end
  std::size_t begin = 0, end = 0; ///< bytes within the line
  bool exact = false;             ///< false: only the line is known
};

/// A finding names a line, so that the input's text is needed to show it.
bool has_lines(Document const& document);

/// Finds lines by their number. They are numbered as the readers have it: by LF, CR and CR LF; VT, FF, U+2028 and
/// U+2029 part one, and columns are counted from there.
class LineIndex {
public:
  explicit LineIndex(std::string_view text);

  /// The line of a location, and the part that it is about: as long as its byte range where `bytes_count` (the bytes
  /// of the text are those of the source), else to the end of the cell. Nothing when there is no such line.
  std::optional<Place> find(Location const& at, bool bytes_count) const;

private:
  std::string_view text_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> ends_;
};

/// A row made ready for a terminal, cut to about `width` cells around the place.
struct Excerpt {
  std::string row;
  int caret_column = 0; ///< terminal cells before the place
  int caret_width = 0;  ///< terminal cells of the place, 0 when only the line is known
};

Excerpt excerpt(Place const& place, int width);

} // namespace jixiao
