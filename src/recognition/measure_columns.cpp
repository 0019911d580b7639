#include "recognition/amounts.hpp"
#include "recognition/columns.hpp"
#include "recognition/header_row.hpp"
#include "recognition/header_words.hpp"
#include "recognition/looks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_header = 96; ///< bytes, of a column of amounts

bool is_measure(Piece const& piece) { return piece.label.as(Role::measure) && piece.label.rest == 0; }

/// 资金来源 over the labels of the rows, and what is printed down the side of the block.
bool is_side_of_funds(Piece const& piece) {
  return piece.label.is(Role::side, "fund") && !piece.label.as(Role::fund) && piece.label.rest == 0;
}

/// A bracket in the text names a unit of money.
bool has_unit(Piece const& piece) {
  auto const text = folded(piece.text);
  auto const open = text.find('(');
  return open != std::string::npos && unit_of(std::string_view(text).substr(open)).has_value();
}

bool is_figure_below(Piece const& piece) {
  if (piece.blank() || piece.label.known())
    return false;
  auto const look = look_of(piece.text);
  return look == Look::number || look == Look::money || look == Look::percentage || look == Look::placeholder;
}

/// The row below begins with a label of the fund block, and has amounts below the labels of this one.
bool has_amounts_below(Page const& page, HeaderRow const& row, std::uint32_t end) {
  auto at = row.end;
  while (at < end && (page.pieces[at].blank() || page.pieces[at].joined || is_side_of_funds(page.pieces[at])))
    ++at;
  if (at == end || !page.pieces[at].label.as(Role::fund) || page.pieces[at].label.rest > 0 ||
      page.pieces[at].row != page.pieces[row.end].row)
    return false;
  auto const& label = page.pieces[at];
  auto const cells = page.row(label.row).subspan(at + 1 - page.rows[label.row]);
  auto const amounts = static_cast<std::size_t>(std::ranges::count_if(cells, is_figure_below));
  auto const filled = static_cast<std::size_t>(std::ranges::count_if(cells, [](Piece const& p) { return !p.blank(); }));
  bool const right = page.borders > Borders::gridded || page.pieces[row.pieces.front()].x > label.x;
  return amounts >= 2 && filled <= row.pieces.size() && right;
}

/// 年度拨付金额④, 支出实现率(%)⑤=④/③
bool may_head_amounts(Piece const& piece) {
  bool const listed = piece.label.known() || piece.label.is_level();
  return may_be_label(piece) || piece.label.as(Role::total) ||
         (!listed && piece.text.size() <= longest_header && !is_figure_below(piece) && measure_meaning(piece.text));
}

/// The measure that a label nobody has listed names, where no other column is of it.
void read_measure_words(std::vector<Column>& columns) {
  for (auto& column : columns) {
    auto const meaning = column.target.empty() ? measure_meaning(column.label.back()) : std::nullopt;
    if (meaning && std::ranges::find(columns, *meaning, &Column::target) == columns.end())
      column.target = *meaning;
  }
}

} // namespace

Header read_measures_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const& opening = page.pieces[first];
  if (!is_measure(opening) && !(page.has_rows() && !opening.paragraph && may_head_amounts(opening)))
    return {};
  auto const row = take_row(page, first, end, is_measure);
  Header header{{}, first, row.end};
  std::size_t known = 0, amounts = 0;
  for (auto const index : row.pieces) {
    auto const& piece = page.pieces[index];
    auto const* meaning = piece.label.as(Role::measure);
    if (!meaning && (piece.text.size() > longest_header || piece.label.as(Role::fund)))
      return {};
    known += meaning ? 1 : 0;
    amounts +=
        meaning && meaning->target != "weight" && meaning->target != "score" && meaning->target != "reason" ? 1 : 0;
    header.columns.push_back({ColumnKind::measure,
                              meaning ? meaning->target : "",
                              {printed_label(piece)},
                              piece.x,
                              piece.x_end,
                              0,
                              false,
                              index});
  }
  // 年度预算数(万元) and 预算情况(万元) at the left head the labels of the rows.
  auto const& corner = page.pieces[row.pieces.front()];
  bool const listed = corner.label.as(Role::measure) != nullptr;
  if (header.columns.size() > 2 && (listed ? corner.label.as(Role::side) != nullptr : has_unit(corner))) {
    header.columns.erase(header.columns.begin());
    known -= listed ? 1 : 0, amounts -= listed ? 1 : 0;
  }
  if (known >= 2 && amounts > 0 && known * 2 >= header.columns.size())
    return header;
  // Labels that nobody has listed, 2024年 | 2025年 | 占比, are those of amounts by what stands below them.
  auto const is_label = [&](Column const& column) {
    return !column.target.empty() || may_head_amounts(page.pieces[column.piece]);
  };
  if (page.has_rows() && header.columns.size() >= 2 && std::ranges::all_of(header.columns, is_label) &&
      has_amounts_below(page, row, end)) {
    read_measure_words(header.columns);
    return header;
  }
  return {};
}

} // namespace jixiao::recognition
