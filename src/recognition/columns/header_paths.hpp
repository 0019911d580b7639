#pragma once

#include "recognition/columns/columns.hpp"

#include <cstdint>
#include <optional>

/// What a column is by its label and the one above it: 实际完成值 over 数值 | 单位, 指标值 over 上半年 | 全年.
namespace jixiao::recognition {

/// The values that a label has below it: those that were asked for (target) or those that were reached (actual).
/// Nothing where it tells of neither.
std::optional<ColumnKind> values_below(Piece const& label);

/// For a column that has its labels, and the kind of its own where the vocabulary lists it.
void read_below(Column& column, Piece const& parent, Piece const& label);

/// The kind that the words of its own label give to a column below another, where that one says nothing against it.
std::optional<ColumnKind> kind_by_words_below(Column const& column);

} // namespace jixiao::recognition
