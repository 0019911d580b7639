#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// What a wrapped line may have had at its end.
enum class WrapGap : std::uint8_t {
  none,           ///< the line was not wrapped here
  tab_or_space,   ///< one of these was replaced
  nothing_or_tab, ///< the line is full: it was cut within a word, or a tab stood just there
};

/// A text between table marks, and what stands before it.
struct MarkedText {
  Piece text;             ///< trimmed
  std::uint32_t ends = 0; ///< line ends of the document's own: two table marks each, or the end of a paragraph
  std::uint32_t tabs = 0; ///< single table marks behind these
  WrapGap gap = WrapGap::none;
  bool line_has_tab = false; ///< a tab stands in the same line, before it was wrapped
  std::uint32_t page = 0;

  std::uint32_t marks() const { return 2 * ends + tabs + (gap == WrapGap::none ? 0 : 1); }
};

/// How a text writes the document's line ends.
struct MarkLayout {
  std::uint32_t line_end = 1; ///< characters of one: 2 where lines are wrapped
  std::uint32_t width = 0;    ///< bytes of a line; 0: lines are not wrapped
};

/// Doubled, if all single line ends stand where a line was full.
MarkLayout find_mark_layout(std::span<Line const> lines);

/// The texts of the document in order.
std::vector<MarkedText> split_marked_text(std::span<Line const> lines, MarkLayout const& layout);

} // namespace jixiao
