#include "recognition/columns/tasks_header.hpp"

#include "recognition/columns/column_maker.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jixiao::recognition {

namespace {

/// 预算金额 over 总额, 财政拨款, 其他资金, where every label has its line: what begins with a sum stands below the
/// amount before it.
void part_amounts(Page const& page, HeaderRow& upper, HeaderRow& lower) {
  auto const is_amount = [&](std::uint32_t i) { return page.pieces[i].label.is(Role::task, "amount"); };
  auto const begins = [&](std::uint32_t const& i) {
    return &i != &upper.pieces.front() && says_sum(page.pieces[i].text) && is_amount(*(&i - 1)) &&
           !says_sum(page.pieces[*(&i - 1)].text);
  };
  auto const sum = std::ranges::find_if(upper.pieces, begins);
  if (upper.pieces.end() - sum < 2 || !std::all_of(sum, upper.pieces.end(), is_amount))
    return;
  lower.pieces.assign(sum, upper.pieces.end());
  upper.pieces.erase(sum, upper.pieces.end());
}

/// 县区 | 下达资金 over 合计 | 其中：中央资金, before the groups of a turned table.
Header read_places_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const places = std::ranges::lower_bound(page.places, first, {}, &PlaceRows::piece);
  if (places == page.places.end() || places->piece != first)
    return {};
  Header header{{}, first, std::min(page.rows[page.pieces[first].row + places->header], end)};
  HeaderRow upper, lower;
  for (auto at = first; at < header.end; ++at)
    if (auto const& piece = page.pieces[at]; piece.is_text())
      (piece.row == page.pieces[first].row ? upper : lower).pieces.push_back(at);
  if (upper.pieces.size() > widest_header || lower.pieces.size() > widest_header)
    return {};
  header.columns = make_columns(page, std::move(upper), std::move(lower));
  return header;
}

} // namespace

Header read_tasks_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  if (auto places = read_places_header(page, first, end); !places.columns.empty())
    return places;
  // Where several cells stand on a line, the labels of another line are those of a lower row.
  bool const in_lines = page.borders == Borders::soft && page.row(page.pieces[first].row).size() > 1;
  auto row_of_header = page.pieces[first].row;
  auto const is_task = [&](Piece const& piece) { // 执行数: what was spent of the task's amount
    return (piece.label.as(Role::task) || piece.label.as(Role::measure)) && piece.label.rest == 0 &&
           (!in_lines || piece.row == row_of_header);
  };
  if (!page.pieces[first].label.as(Role::task) || !is_task(page.pieces[first]))
    return {};
  auto upper = take_row(page, first, end, is_task);
  // 序号 may stand before the names.
  auto const is_name = [&](std::uint32_t i) { return page.pieces[i].label.is(Role::task, "name"); };
  if (std::none_of(upper.pieces.begin(), upper.pieces.begin() + std::min<std::ptrdiff_t>(2, std::ssize(upper.pieces)),
                   is_name))
    return {};
  Header header{{}, first, upper.end};
  auto const count = [&](HeaderRow const& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.pieces, [&](std::uint32_t i) { return is_task(page.pieces[i]); }));
  };
  if (count(upper) < 2 || count(upper) * 2 < upper.pieces.size())
    return {};
  HeaderRow lower;
  auto const below_upper = page.text_from(upper.end, end);
  if ((page.has_rows() || in_lines) && below_upper < end) {
    row_of_header = page.pieces[below_upper].row;
    auto const next = take_row(page, below_upper, end, is_task);
    if (next.pieces.size() >= 2 && count(next) == next.pieces.size())
      lower = next, header.end = next.end;
  }
  if (!page.has_rows() && !in_lines)
    part_amounts(page, upper, lower);
  bool const below = !lower.pieces.empty() && page.borders != Borders::exact;
  // Without a grid the lower row stands below the last label of amounts of the upper one, or below its last.
  auto const is_amount = [&](std::uint32_t i) { return page.pieces[i].label.is(Role::task, "amount"); };
  auto over = std::ranges::find_if(upper.pieces.rbegin(), upper.pieces.rend(), is_amount);
  if (over == upper.pieces.rend())
    over = upper.pieces.rbegin();
  auto const place = std::prev(over.base()) - upper.pieces.begin();
  auto const parent = upper.pieces[static_cast<std::size_t>(place)];
  if (below)
    upper.pieces.erase(upper.pieces.begin() + place);
  header.columns = make_columns(page, std::move(upper), below ? HeaderRow{} : std::move(lower));
  std::vector<Column> children;
  for (auto const index : below ? lower.pieces : std::vector<std::uint32_t>{}) {
    auto const& piece = page.pieces[index];
    children.push_back({ColumnKind::other,
                        {},
                        {printed_label(page.pieces[parent]), printed_label(piece)},
                        piece.x,
                        piece.x_end,
                        0,
                        false,
                        index});
  }
  header.columns.insert(header.columns.begin() + std::min<std::ptrdiff_t>(place, std::ssize(header.columns)),
                        std::make_move_iterator(children.begin()), std::make_move_iterator(children.end()));
  for (auto& column : header.columns)
    column.kind = ColumnKind::other;
  return header;
}

} // namespace jixiao::recognition
