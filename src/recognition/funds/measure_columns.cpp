#include "grammars/fiscal_year.hpp"
#include "recognition/columns/columns.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <optional>
#include <span>
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
  auto const look = piece.look();
  return look == Look::number || look == Look::money || look == Look::percentage || look == Look::placeholder;
}

/// 财政拨款, 合计 or a label that nobody has listed in front of amounts.
bool may_name_row(Piece const& piece) {
  bool const told = (piece.label.as(Role::fund) || piece.label.is(Role::total, "task")) && piece.label.rest == 0;
  return told || may_be_label(piece);
}

/// The label of the first row of amounts below a row of labels: a row of the fund block with amounts behind its label.
std::optional<std::uint32_t> label_below(Page const& page, HeaderRow const& row, std::uint32_t end) {
  auto at = row.end;
  while (at < end && (!page.pieces[at].is_text() || is_side_of_funds(page.pieces[at])))
    ++at;
  if (at == end || page.pieces[at].row != page.pieces[row.end].row || !may_name_row(page.pieces[at]))
    return std::nullopt;
  auto const row_end = page.rows[page.pieces[at].row + 1];
  // 收入构成 | 财政拨款: the label of a group of rows, and that of its first.
  if (auto const inner = page.text_from(at + 1, row_end); inner < row_end && may_name_row(page.pieces[inner]))
    at = inner;
  auto const cells = std::span(page.pieces).subspan(at + 1, row_end - at - 1);
  auto const amounts = static_cast<std::size_t>(std::ranges::count_if(cells, is_figure_below));
  auto const filled = static_cast<std::size_t>(std::ranges::count_if(cells, [](Piece const& p) { return !p.blank(); }));
  return amounts >= 2 && filled <= row.pieces.size() ? std::optional(at) : std::nullopt;
}

/// 项目总投资 as the label of a column: what the project has in all, beside its amounts of the year.
bool is_sum_of_project(Piece const& piece) {
  return piece.label.is(Role::fund, "project.total") && piece.label.rest == 0;
}

/// 2031年12月31日: one end of a span, and over no amounts.
bool is_day(Piece const& piece) {
  return piece.look() == Look::deadline && piece.text.find("日") != std::string_view::npos;
}

/// 年度拨付金额④, 支出实现率(%)⑤=④/③
bool may_head_amounts(Piece const& piece) {
  bool const listed = piece.label.known() || piece.label.is_level();
  bool const may =
      is_measure(piece) || may_be_label(piece) || piece.label.as(Role::total) || is_sum_of_project(piece) ||
      (piece.label.as(Role::fund) && measure_meaning(piece.text)) ||
      (!listed && piece.text.size() <= longest_header && !is_figure_below(piece) && measure_meaning(piece.text));
  return may && !is_day(piece);
}

/// 批复预算数 | 调整后预算数: of two budgets the one that was not adjusted is the first.
void settle_budgets(std::vector<Column>& columns) {
  constexpr std::string_view adjusted = "调整后";
  auto const is_revised = [](Column const& column) { return column.target == "revised_budget"; };
  // 年初预算数 | 调整预算数 | 全年预算数: what was changed, and what it came to.
  auto const whole = std::ranges::find_if(columns, [&](Column const& c) {
    return is_revised(c) && (says("whole_year", c.label.back()) || c.label.back().find(adjusted) != std::string::npos);
  });
  bool const changed = std::ranges::find(columns, "initial_budget", &Column::target) != columns.end() &&
                       std::ranges::count_if(columns, is_revised) > 1 && whole != columns.end();
  for (auto column = columns.begin(); changed && column != columns.end(); ++column)
    if (column != whole && is_revised(*column))
      column->target.clear();
  auto const first = std::ranges::find_if(columns, is_revised);
  bool const has_initial = std::ranges::find(columns, "initial_budget", &Column::target) != columns.end();
  if (first == columns.end() || has_initial)
    return;
  auto const second = std::find_if(std::next(first), columns.end(), is_revised);
  if (second != columns.end() && first->label.back().find(adjusted) == std::string::npos &&
      second->label.back().find(adjusted) != std::string::npos)
    first->target = "initial_budget";
}

/// The measure that a label nobody has listed names, where no other column is of it.
void read_measure_words(std::vector<Column>& columns) {
  for (auto& column : columns) {
    auto const meaning = column.target.empty() ? measure_meaning(column.label.back()) : std::nullopt;
    if (meaning && std::ranges::find(columns, *meaning, &Column::target) == columns.end())
      column.target = *meaning;
  }
}

/// 项目 | 上年预算 | 本年预算: what stands over the labels of the rows.
bool is_corner(Piece const& piece) {
  return piece.label.known() && piece.label.rest == 0 && !piece.label.as(Role::fund) && !piece.label.as(Role::goal) &&
         !piece.label.as(Role::total) && !piece.label.as(Role::side) && !is_measure(piece);
}

/// 主管部门 | an office | 资金 | 预算数: a pair stands before the labels of the amounts.
bool names_office(Page const& page, HeaderRow const& row) {
  auto const& label = page.pieces[row.pieces.front()].label;
  bool const office = label.is(Role::pair, "supervising_department") || label.is(Role::pair, "implementing_unit");
  return office && row.pieces.size() > 2 && !page.pieces[row.pieces[1]].label.known();
}

/// A row of labels, 2022年 | 2023年, below a wide one of a row: the labels with what stands below them in their place.
HeaderRow with_lower_row(Page const& page, HeaderRow const& row, std::uint32_t end) {
  if (page.borders > Borders::gridded || row.end >= end)
    return {};
  auto const lower = take_row(page, row.end, end, is_measure);
  auto const ends = ends_of(page, row);
  auto const is_below = [&](std::uint32_t index, std::size_t above) {
    auto const& piece = page.pieces[index];
    return piece.x >= page.pieces[row.pieces[above]].x && piece.x < ends[above];
  };
  HeaderRow out;
  std::size_t used = 0;
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    auto const before = out.pieces.size();
    for (auto const index : lower.pieces)
      if (is_below(index, i) && may_head_amounts(page.pieces[index]))
        out.pieces.push_back(index), out.above.push_back(row.pieces[i]);
    used += out.pieces.size() - before;
    if (out.pieces.size() == before)
      out.pieces.push_back(row.pieces[i]), out.above.push_back(HeaderRow::none);
  }
  out.end = lower.end;
  return lower.pieces.size() >= 2 && used == lower.pieces.size() ? out : HeaderRow{};
}

/// 资金来源 | 年度预算数(A) | 全年执行数(B): the first label is that of amounts, by its letter in the formula of the
/// rate.
bool heads_first_amounts(Piece const& first) { return first.label.annotation.size() == 1; }

/// 2022年决算数: of a year, so that it is no measure of the form.
bool tells_amount_of_year(std::string_view label) {
  constexpr std::string_view year = "年";
  auto const at = label.find(year);
  return grammars::find_fiscal_year(label) && at != std::string_view::npos &&
         measure_meaning(label.substr(at + year.size()));
}

/// How many cells the first row below the header has, or one of those of sources that follow it: a blank at the end of
/// a row may be left out.
std::size_t widest_row_of_funds(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto widest = page.row(page.pieces[first].row).size();
  if (widest > 1 && page.pieces[first].look() == Look::number && page.pieces[first + 1].look() >= Look::short_words)
    --widest;
  for (auto at = page.rows[page.pieces[first].row + 1]; at < end && page.pieces[at].label.as(Role::fund);
       at = page.rows[page.pieces[at].row + 1])
    widest = std::max(widest, page.row(page.pieces[at].row).size());
  return widest;
}

Column column_of(Page const& page, HeaderRow const& row, std::size_t i) {
  auto const& piece = page.pieces[row.pieces[i]];
  auto const* meaning = piece.label.as(Role::measure);
  auto const target = meaning ? meaning->target : is_sum_of_project(piece) ? "project" : "";
  Column column{ColumnKind::measure, target, {}, piece.x, piece.x_end, 0, false, row.pieces[i]};
  if (row.label_above(i) != HeaderRow::none)
    column.label.push_back(printed_label(page.pieces[row.label_above(i)]));
  column.label.push_back(printed_label(piece));
  return column;
}

/// Labels that nobody has listed, 上年预算 | 本年申请 | 占比, are those of amounts by what stands below them.
Header read_unlisted(Page const& page, HeaderRow row, std::uint32_t first, std::uint32_t end) {
  auto const tells = [&](std::uint32_t index) {
    auto const& piece = page.pieces[index];
    return is_measure(piece) || (!piece.label.as(Role::pair) && measure_meaning(piece.text));
  };
  bool const of_amounts = std::any_of(row.pieces.begin() + 1, row.pieces.end(), tells);
  if (is_corner(page.pieces[first]) && !of_amounts)
    return {};
  auto label = label_below(page, row, end);
  if (!label && (of_amounts || tells(row.pieces.front()))) {
    row = with_lower_row(page, row, end);
    label = row.pieces.empty() ? std::nullopt : label_below(page, row, end);
  }
  if (!label)
    return {};
  auto const& below = page.pieces[*label];
  auto const& corner = page.pieces[row.pieces.front()];
  // 科目 | 年初已安排 | 追加后合计, where covered cells are left out: the rows have a cell for each label, theirs too.
  bool const has_all_cells = page.borders == Borders::separated && corner.label.rest == 0 && !is_measure(corner) &&
                             widest_row_of_funds(page, row.end, end) == row.pieces.size();
  bool const heads_labels =
      is_corner(corner) || has_all_cells || (page.borders <= Borders::gridded && corner.x <= below.x);
  std::size_t from = heads_labels ? 1 : 0;
  // 分年度资金安排 down the side | 资金来源 over the labels of the rows
  if (heads_labels && page.borders <= Borders::gridded && row.pieces.size() > 1)
    if (auto const& second = page.pieces[row.pieces[1]]; is_side_of_funds(second) && second.x <= below.x)
      ++from;
  Header header{{}, first, row.end};
  for (auto i = from; i < row.pieces.size(); ++i) {
    if (!may_head_amounts(page.pieces[row.pieces[i]]))
      return {};
    header.columns.push_back(column_of(page, row, i));
  }
  read_measure_words(header.columns);
  // Where the first row has no label of the fund block, the words of the header must tell of amounts.
  auto const years = std::ranges::count_if(
      header.columns, [](Column const& c) { return static_cast<bool>(grammars::match_fiscal_year(c.label.back())); });
  bool const sum_of_years = years > 1 && below.label.is(Role::total, "task");
  bool const told =
      below.label.as(Role::fund) || sum_of_years || std::ranges::any_of(header.columns, [](Column const& column) {
        return (!column.target.empty() && column.target != "weight" && column.target != "score") ||
               tells_amount_of_year(column.label.back());
      });
  return header.columns.size() >= 2 && told ? header : Header{};
}

} // namespace

Header read_measures_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const& opening = page.pieces[first];
  bool const in_table = page.has_rows() && !opening.paragraph;
  if (!is_measure(opening) && !(in_table && (may_head_amounts(opening) || is_corner(opening))))
    return {};
  auto row = take_row(page, first, end, is_measure);
  if (row.pieces.empty() || names_office(page, row))
    return {};
  // 执行率 | 得分 | 得分计算方法: where rows are not told, the line of the labels is.
  while (page.borders == Borders::soft && row.pieces.size() >= 3 && row.end < end && !page.pieces[row.end].blank() &&
         page.pieces[row.end].row == page.pieces[row.pieces.back()].row && may_be_label(page.pieces[row.end]))
    row.pieces.push_back(row.end++);
  std::size_t known = 0, amounts = 0, columns = row.pieces.size();
  bool funds = false;
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    auto const& piece = page.pieces[row.pieces[i]];
    if (is_figure_below(piece))
      return {}; // 预算数 | 120.00 | 执行数 | 110.00 are labels with their amounts beside them
    auto const* meaning = piece.label.as(Role::measure);
    if (!meaning && (piece.text.size() > longest_header ||
                     (piece.label.as(Role::fund) && !is_sum_of_project(piece) && !measure_meaning(piece.text))))
      return {};
    funds = funds || (!meaning && piece.label.as(Role::fund));
    known += meaning ? 1 : 0;
    amounts +=
        meaning && meaning->target != "weight" && meaning->target != "score" && meaning->target != "reason" ? 1 : 0;
  }
  // 年度预算数(万元) and 预算情况(万元) at the left head the labels of the rows.
  auto const& corner = page.pieces[row.pieces.front()];
  bool const listed = corner.label.as(Role::measure) != nullptr;
  bool const may_head_labels = listed ? corner.label.as(Role::side) && !heads_first_amounts(corner) : has_unit(corner);
  if (columns > 2 && may_head_labels) {
    --columns;
    known -= listed ? 1 : 0, amounts -= listed ? 1 : 0;
  }
  // 项目 behind it, too, where the labels of the rows stand below it or, where covered cells are left out, the first
  // row of amounts has none for it: it has a label and its amounts.
  auto const below = page.borders == Borders::separated && row.end < end ? widest_row_of_funds(page, row.end, end) : 0;
  auto const label = page.borders == Borders::gridded && row.end < end ? label_below(page, row, end) : std::nullopt;
  auto const heads_labels = [&](Piece const& piece) {
    return (below > 2 && columns >= below) || (label && columns > 2 && piece.x <= page.pieces[*label].x);
  };
  while (!is_measure(page.pieces[row.pieces[row.pieces.size() - columns]]) &&
         heads_labels(page.pieces[row.pieces[row.pieces.size() - columns]]))
    --columns;
  if (!funds && known >= 2 && amounts > 0 && known * 2 >= columns) {
    Header header{{}, first, row.end};
    for (auto i = row.pieces.size() - columns; i < row.pieces.size(); ++i)
      header.columns.push_back(column_of(page, row, i));
    settle_budgets(header.columns);
    read_measure_words(header.columns);
    return header;
  }
  return in_table ? read_unlisted(page, row, first, end) : Header{};
}

} // namespace jixiao::recognition
