#pragma once

#include "recognition/columns/columns.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

constexpr std::size_t longest_unknown_header = 60; ///< bytes; a longer text is no label of a column
constexpr std::size_t widest_header = 100;         ///< labels; time and memory of a row go by cells times columns

/// One row of a header: the pieces that may be labels of columns.
struct HeaderRow {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::vector<std::uint32_t> pieces;
  std::uint32_t end = 0;
  std::vector<std::uint32_t> above; ///< for each piece the label between it and the first row, or none; may be empty

  std::uint32_t label_above(std::size_t piece) const { return piece < above.size() ? above[piece] : none; }
};

inline bool is_name_or_level(ColumnKind kind) { return kind <= ColumnKind::level3; }

inline bool is_column_label(Piece const& piece) {
  return column_kind(piece.label).has_value() && piece.label.rest == 0;
}

/// The label as printed, as one line.
inline std::string printed_label(Piece const& piece) { return clean_value(piece.text); }

/// A short text without a number, as a label is.
bool may_be_label(Piece const& piece);

/// 未实施情况： a short text that ends in a colon, as a label does whose value stands elsewhere or was left out.
bool leads_on(std::string_view text);

/// 三级指标 | 全新栏目 | 指标值 | 分值: where rows are not told, a label that nobody has listed behind those of `row`,
/// which are of names or amounts, with two labels of columns behind it.
bool stands_between_labels(Page const& page, HeaderRow const& row, std::uint32_t at, std::uint32_t end);

/// Its words are those of a header, and of none for a single year: grammars/vocabulary/headers.vocab.
bool is_label_by_words(Piece const& piece);

/// 一季度 | 上半年 | 前三季度: stretches of the year.
bool are_periods(Page const& page, HeaderRow const& row);

/// Collects one row of labels from `first` on: to the end of its row, or as long as labels follow each other;
/// `unlisted`: with others of their line that nobody has listed. Where rows are not told, a label that nobody has
/// listed is one by its words, too. None where there are more than any header has.
template <class IsLabel>
HeaderRow take_row(Page const& page, std::uint32_t first, std::uint32_t end, IsLabel is_label, bool unlisted = false) {
  HeaderRow row;
  row.pieces.reserve(8);
  auto at = first;
  for (; at < end; ++at) {
    auto const& piece = page.pieces[at];
    if (page.has_rows() && piece.row != page.pieces[first].row)
      break;
    if (!piece.is_text())
      continue;
    bool const of_record = piece.fused && piece.row != page.pieces[first].row; // a name of what was told to begin there
    bool const by_words =
        !page.has_rows() && !page.by_blanks && !of_record && row.pieces.size() >= 2 && is_label_by_words(piece);
    bool const label = is_label(piece) || by_words;
    bool const goes_on = unlisted && row.pieces.size() >= 3 && piece.row == page.pieces[row.pieces.front()].row;
    bool const between = !page.has_rows() && !of_record && stands_between_labels(page, row, at, end);
    if (!label && !page.has_rows() && !between && !(goes_on && may_be_label(piece)))
      break;
    row.pieces.push_back(at);
    row.end = at + 1;
    if (row.pieces.size() > widest_header)
      return {};
  }
  row.end = page.has_rows() ? at : std::max(row.end, first);
  while (!page.has_rows() && row.end < end && page.pieces[row.end].joined)
    ++row.end;
  return row;
}

/// The cells of a row from a piece on that are neither blank nor joined.
std::vector<std::uint32_t> filled_cells(Page const& page, std::uint32_t at, std::uint32_t end);

/// Where a label of the upper row ends: at the next one, for a carrier that has no spans.
std::vector<std::uint16_t> ends_of(Page const& page, HeaderRow const& row);

/// Where rows are not told, what stands between the labels of a header and the first label of a group is a header too:
/// labels that nobody has listed.
HeaderRow take_unknown(Page const& page, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
