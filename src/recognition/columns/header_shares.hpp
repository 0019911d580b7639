#pragma once

#include "recognition/columns/header_row.hpp"
#include "recognition/columns/parting.hpp"

#include <optional>
#include <vector>

namespace jixiao::recognition {

/// The share of each label of the upper row by what the labels say, where their places do not tell. `free`: the labels
/// of each row that are not placed yet. What fits below none stays free. Time goes by the product of the two rows, up
/// to a bound, above which all stay free.
std::vector<Share> shares_by_words(Page const& page, HeaderRow const& upper, HeaderRow const& lower,
                                   std::vector<bool> const& free_upper, std::vector<bool> const& free_lower);

/// The same where rows leave out what merged cells cover: of the upper labels as many have others below them as the row
/// below the header has fewer cells than the header has labels. Nothing where that does not come out.
std::optional<std::vector<Share>> shares_by_count(Page const& page, HeaderRow const& upper, HeaderRow const& lower);

/// 绩效指标 has no column where it is printed down the side of the table or over all of it; it may name the column of
/// the names where no other label does.
bool has_no_column(Page const& page, HeaderRow const& upper, HeaderRow const& lower, Piece const& piece);

/// 评价等级, over 优 | 良 | 中.
bool is_judgement(Piece const& piece);

} // namespace jixiao::recognition
