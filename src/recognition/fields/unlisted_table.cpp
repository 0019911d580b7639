#include "recognition/fields/unlisted_table.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::recognition {

namespace {

using Cells = std::vector<std::uint32_t>;

constexpr std::size_t fewest_columns = 3;

bool is_figure_or_day(Piece const& piece) {
  auto const look = piece.look();
  return look <= Look::money || look == Look::quantity || look == Look::percentage || look == Look::deadline;
}

/// A label that nobody has listed, or one that is none of a field here.
bool may_head(Piece const& piece) {
  auto const& label = piece.label;
  bool const listed = label.known() && label.rest == 0 && !label.as(Role::pair) && !label.as(Role::goal);
  return (may_be_label(piece) || listed) && !is_figure_or_day(piece);
}

/// Each cell stands below one of the labels, figures in most of them or a text below each label.
bool is_row_below(Page const& page, Cells const& labels, Cells const& row) {
  auto const is_below = [&](std::uint32_t cell) {
    auto const& piece = page.pieces[cell];
    bool const sum = cell == row.front() && piece.label.as(Role::total) && piece.label.rest == 0;
    // 立项必要性 | 20 | 18 | 与规划相符: what a whole row is of, though elsewhere a text stands beside it.
    bool const item = cell == row.front() && row.size() == labels.size() && piece.label.is(Role::pair, "other") &&
                      piece.label.rest == 0;
    return (!piece.label.known() || sum || item) && !piece.label.is_level() &&
           std::ranges::any_of(labels, [&](std::uint32_t label) {
             return page.pieces[label].x == piece.x && page.pieces[label].x_end == piece.x_end;
           });
  };
  auto const figures =
      std::ranges::count_if(row, [&](std::uint32_t cell) { return is_figure_or_day(page.pieces[cell]); });
  return row.size() >= 2 && std::ranges::all_of(row, is_below) &&
         (figures * 2 >= std::ssize(row) || row.size() == labels.size());
}

} // namespace

std::optional<std::uint32_t> read_unlisted_table(Draft& draft, std::uint32_t first, std::uint32_t end) {
  auto const& page = *draft.page;
  auto const& side = page.pieces[first];
  bool const names_block = may_be_label(side) || side.label.is(Role::side, "tasks") ||
                           (side.label.is_level() && !side.label.known()); // 资金分配, elsewhere a group
  if (page.borders != Borders::exact || side.paragraph || side.y_span < 2 || !names_block)
    return std::nullopt;
  auto labels = filled_cells(page, first, end);
  labels.erase(labels.begin());
  // 评估要点 | 分值 | 得分: points are of no amount.
  auto const is_measure = [&](std::uint32_t i) {
    auto const& label = page.pieces[i].label;
    return label.as(Role::measure) && !label.is(Role::measure, "weight") && !label.is(Role::measure, "score");
  };
  auto const is_of_funds = [&](std::uint32_t i) { return is_measure(i) || page.pieces[i].label.as(Role::fund); };
  // 履职事项 | 年初目标 | 完成情况: behind a label that nobody has listed those of goals are of its rows.
  bool const of_items = !labels.empty() && may_be_label(page.pieces[labels.front()]);
  auto const heads = [&](std::uint32_t i) {
    auto const& label = page.pieces[i].label;
    return may_head(page.pieces[i]) || (of_items && label.as(Role::goal) && label.rest == 0 && !label.as(Role::pair));
  };
  // 县区 | 危房户数 | 补助金额: beside what they are for, amounts of items that nobody has listed.
  bool const of_funds = of_items ? std::ranges::any_of(labels, is_measure) ||
                                       std::ranges::count_if(labels, is_of_funds) * 2 > std::ssize(labels)
                                 : std::ranges::any_of(labels, is_of_funds);
  if (labels.size() < fewest_columns || of_funds || !std::ranges::all_of(labels, heads))
    return std::nullopt;
  std::vector<Cells> rows;
  auto const behind = std::min<std::size_t>(side.row + side.y_span, page.rows.size() - 1);
  auto next = page.rows[side.row + 1];
  for (auto row = side.row + 1; row < behind && next < end; next = page.rows[++row]) {
    rows.push_back(filled_cells(page, next, end));
    if (!is_row_below(page, labels, rows.back()))
      return std::nullopt;
  }
  if (rows.size() + 1 < side.y_span)
    return std::nullopt;
  draft.take_label(first);
  for (auto const label : labels)
    draft.take_label(label);
  for (auto const& row : rows)
    for (auto const cell : row) {
      auto const label = std::ranges::find(labels, page.pieces[cell].x, [&](auto i) { return page.pieces[i].x; });
      std::vector const pieces{cell};
      set_other(draft, {label_text(draft, first), label_text(draft, *label)}, pieces, draft.text(cell));
    }
  return std::min(next, end);
}

} // namespace jixiao::recognition
