#pragma once

#include "recognition/pieces/pieces.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What stands in the cells of a page whose merged cells were cut at the edges of columns.
namespace jixiao::recognition {

using Texts = std::vector<std::uint32_t>; ///< pieces of one row that are no blanks

Texts texts_of(Page const& page, std::uint32_t row);

/// The same into a vector that is used again.
void collect_texts(Page const& page, std::uint32_t row, Texts& out);

/// A label, or one with its value.
inline bool names_something(Piece const& piece) { return piece.label.known() || piece.label.is_level(); }

inline bool are_beside(Page const& page, std::uint32_t first, std::uint32_t second) {
  return page.pieces[first].x_end == page.pieces[second].x;
}

/// 全年执行 | 分数: what is a label by itself is a part of the whole one as it is.
bool holds_known(Label const& label, std::span<Piece const* const> pieces);

/// A number with its unit, or a dash, on one line.
bool is_whole_figure(Piece const& piece);

/// 48 | 60.00, 0. | 00: the first has no decimals of its own, and together they are a number.
bool is_cut_number(std::string_view before, std::string_view behind);

/// ≥42 | 0公里: no unit behind the first, no sign before the second.
bool is_cut_quantity(std::string_view before, std::string_view behind);

/// 20 | 32年10月底前: together they begin with a year.
bool is_cut_year(std::string_view before, std::string_view behind);

/// What is no part of a value: a label, or what begins one down the side that goes on in the rows below.
bool parts_values(Page const& page, LabelFinder const& labels, std::uint32_t piece);

/// The lines of a cell: scraping parts them by blanks between Chinese characters.
std::vector<std::string_view> scraped_lines(std::string_view text);

/// The text of pieces that stand beside each other, line by line. What stands on both sides of an edge counts once.
std::string scraped_text(std::span<Piece const* const> pieces);

/// Makes one of pieces that stand beside each other (Page::cut_texts).
void join_pieces(Page& page, std::span<std::uint32_t const> pieces, Label label);

} // namespace jixiao::recognition
