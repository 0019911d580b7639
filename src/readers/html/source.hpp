#pragma once

#include "grid/reading_builder.hpp"
#include "readers/html/flow.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao {

/// The text that a page is read from, and where it stands in its file.
class HtmlSource {
public:
  /// A line of 0 says that the text has no lines of its own.
  HtmlSource(std::string_view html, std::uint32_t line, std::uint32_t begin)
      : html_(html), line_(line), begin_(begin), line_begins_(line_begins(html)) {}

  std::string_view text() const { return html_; }

  /// The line of a place; none where the text has no lines.
  Location line_at(std::size_t place) const;

  /// The place of a stretch of the page, without white space at its ends; of a blank one its begin.
  HtmlText stretch(std::size_t begin, std::size_t length) const;

  /// The text with its place.
  Piece piece(HtmlText text, ReadingBuilder& builder) const;

private:
  std::string_view html_;
  std::uint32_t line_, begin_;
  std::vector<std::size_t> line_begins_;
};

} // namespace jixiao
