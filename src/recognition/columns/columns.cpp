#include "recognition/columns/columns.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/columns/column_maker.hpp"
#include "recognition/columns/header_contents.hpp"
#include "recognition/columns/header_depth.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/columns/kinds_header.hpp"
#include "recognition/columns/project_list.hpp"
#include "recognition/columns/settle_columns.hpp"
#include "recognition/columns/value_contents.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace jixiao::recognition {

namespace {

/// 1 | 2 | 3: the numbers of the columns, in a row below their labels.
bool are_column_numbers(std::span<Piece const> row) {
  int next = 0;
  for (auto const& piece : row)
    if (!piece.blank() && piece.text != std::to_string(++next))
      return false;
  return next >= 3;
}

bool is_indicator_header(Piece const& piece) {
  auto const* side = piece.label.as(Role::side);
  return is_column_label(piece) || (side && side->target == "indicators" && piece.label.rest == 0);
}

std::size_t count_labels(Page const& page, HeaderRow const& row) {
  return static_cast<std::size_t>(
      std::ranges::count_if(row.pieces, [&](std::uint32_t i) { return is_column_label(page.pieces[i]); }));
}

/// 二级指标 | 三级指标: no other row has both, whatever stands before and behind them.
bool names_levels(Page const& page, HeaderRow const& row) {
  auto const has = [&](ColumnKind kind) {
    return std::ranges::any_of(row.pieces, [&](std::uint32_t i) {
      auto const& piece = page.pieces[i];
      return is_column_label(piece) && column_kind(piece.label) == kind;
    });
  };
  return has(ColumnKind::level3) && has(ColumnKind::level2);
}

/// True for a row that holds labels of columns, and beside them at most some that are not known.
bool is_header_row(Page const& page, HeaderRow const& row, std::size_t least) {
  auto known = count_labels(page, row);
  // Behind 一级指标 | 二级指标 the words of a label that nobody has listed tell of a column as well: 考核指标名称.
  auto const is_level = [&](std::uint32_t i) {
    auto const kind = column_kind(page.pieces[i].label);
    return kind == ColumnKind::level1 || kind == ColumnKind::level2;
  };
  auto const is_name = [&](std::uint32_t i) { return column_kind(page.pieces[i].label) == ColumnKind::level3; };
  auto const is_value = [&](std::uint32_t i) {
    auto const kind = column_kind(page.pieces[i].label);
    return kind == ColumnKind::target || kind == ColumnKind::actual;
  };
  bool const named = std::ranges::any_of(row.pieces, is_name) && std::ranges::any_of(row.pieces, is_value);
  // 指标类型, elsewhere a label of signs, | 二级目标
  bool const groups =
      std::ranges::count_if(row.pieces, is_level) == 2 ||
      (row.pieces.size() > 1 && std::any_of(row.pieces.begin() + 1, row.pieces.end(), [&](std::uint32_t i) {
         return column_kind(page.pieces[i].label) == ColumnKind::level2;
       }));
  // 计划数, elsewhere an amount, and 考核指标, elsewhere a label beside the table, are columns behind levels.
  auto const is_side = [&](std::uint32_t i) { return page.pieces[i].label.is(Role::side, "indicators"); };
  auto const tells_column = [&](std::uint32_t i) {
    auto const& piece = page.pieces[i];
    bool const elsewhere = groups && (is_side(i) || (piece.label.as(Role::measure) && piece.label.rest == 0));
    return !is_column_label(piece) && (may_be_label(piece) || elsewhere) && header_meaning(piece.text);
  };
  if (groups || (named && page.borders <= Borders::gridded))
    known += static_cast<std::size_t>(std::ranges::count_if(row.pieces, tells_column));
  // 指标类别 | 考核指标 | 指标要求
  auto const is_told = [&](std::string_view meaning) {
    return std::ranges::any_of(row.pieces, [&](std::uint32_t i) {
      auto const& piece = page.pieces[i];
      return !piece.label.known() && may_be_label(piece) && header_meaning(piece.text) == meaning;
    });
  };
  bool const names =
      row.pieces.size() > 2 && (is_told("level3") || std::any_of(row.pieces.begin() + 1, row.pieces.end(), is_side));
  if (names && is_level(row.pieces.front()) && !is_level(row.pieces[1]) && (is_told("target") || is_told("actual")))
    known = std::max<std::size_t>(least, (row.pieces.size() + 1) / 2);
  bool const short_texts = std::ranges::all_of(row.pieces, [&](std::uint32_t i) {
    auto const& piece = page.pieces[i];
    return is_indicator_header(piece) ||
           (piece.text.size() <= longest_unknown_header && !piece.label.is_level() && !piece.text.ends_with("。"));
  });
  return known >= least && short_texts && (known * 2 >= row.pieces.size() || names_levels(page, row));
}

/// 绩效指标 over several columns: a header of two labels, if levels and names stand below it.
bool has_wide_name(Page const& page, HeaderRow const& row) {
  auto const ends = ends_of(page, row);
  for (std::size_t i = 0; i < row.pieces.size() && page.borders <= Borders::gridded; ++i)
    if (auto const& piece = page.pieces[row.pieces[i]];
        column_kind(piece.label) == ColumnKind::level3 && ends[i] - piece.x > 2)
      return true;
  return false;
}

/// Takes what stands beside it.
bool opens_pair(Piece const& piece) {
  return piece.label.as(Role::pair) || piece.label.as(Role::fund) || piece.label.as(Role::goal) ||
         piece.label.is(Role::side, "goal");
}

/// 主管部门 | 区水利局 | 实施单位 | (blank): labels with their values, right above a header. What stands above only a
/// part of the row below it is a header of its own: the head of a grid of projects.
bool are_pairs(Page const& page, HeaderRow const& row, std::uint32_t end) {
  std::size_t values = 0;
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    bool const behind_label = i > 0 && is_indicator_header(page.pieces[row.pieces[i - 1]]);
    bool const behind_blank = i > 0 && row.pieces[i] > row.pieces[i - 1] + 1;
    bool const label = is_indicator_header(page.pieces[row.pieces[i]]);
    if (label ? !opens_pair(page.pieces[row.pieces[i]]) || (behind_label && !behind_blank) : !behind_label)
      return false;
    values += label ? 0 : 1;
  }
  if (values * 2 == row.pieces.size())
    return true;
  auto const below = row.end < end ? take_row(page, row.end, end, is_indicator_header) : HeaderRow{};
  return values > 0 && !below.pieces.empty() && page.pieces[below.pieces.front()].x <= page.pieces[row.pieces[1]].x;
}

/// Levels and a name, or a name and what is asked of it.
bool tells_indicators(std::vector<Column> const& columns) {
  using enum ColumnKind;
  bool const names = has_column(columns, level3);
  bool const all_levels = has_column(columns, level1) && has_column(columns, level2);
  bool const values = has_column(columns, {target, actual, weight, definition, unit, revised_target});
  return columns.size() >= 3 && (names || all_levels) && (values || all_levels);
}

/// 上年值 | 计划值, behind the label of the values: from `first` on nothing but values of years, one of them the
/// target.
bool are_years(Page const& page, HeaderRow const& row, std::size_t first) {
  std::size_t targets = 0;
  for (auto i = first; i < row.pieces.size(); ++i) {
    auto const& piece = page.pieces[row.pieces[i]];
    auto const kind = column_kind(piece.label);
    if (kind != ColumnKind::target && ((kind && kind != ColumnKind::other) || !says("past", piece.text)))
      return false;
    targets += kind == ColumnKind::target ? 1 : 0;
  }
  return targets == 1 && row.pieces.size() - first >= 2;
}

/// Without rows, the labels of the lower row follow those of the upper one: levels behind values begin it, and so does
/// 符号 | 值 | 单位 on a line of their own behind the points.
HeaderRow split_off_lower(Page const& page, HeaderRow& upper) {
  HeaderRow lower;
  bool values = false, target = false;
  for (std::size_t i = 0; i < upper.pieces.size(); ++i) {
    auto const kind = column_kind(page.pieces[upper.pieces[i]].label);
    bool const new_line = i > 0 && page.pieces[upper.pieces[i]].row != page.pieces[upper.pieces[i - 1]].row;
    bool const parts_of_value = target && new_line && (kind == ColumnKind::comparator || are_years(page, upper, i));
    target = target || kind == ColumnKind::target;
    if ((kind == ColumnKind::level1 && values) || parts_of_value) {
      lower.pieces.assign(upper.pieces.begin() + static_cast<std::ptrdiff_t>(i), upper.pieces.end());
      lower.end = upper.end;
      upper.pieces.resize(i);
      break;
    }
    values = values || (kind && !is_name_or_level(*kind) && *kind < ColumnKind::project_name);
  }
  return lower;
}

/// 项目单位 | 石桥镇 | 河口镇, the first row of a table that was turned: below the one the groups and names, below the
/// others the targets of places.
Header read_turned_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const head = std::ranges::lower_bound(page.turned, first, {}, &TurnedHead::piece);
  if (head == page.turned.end() || head->piece != first)
    return {};
  Header header{{}, first, std::min(page.rows[page.pieces[first].row + 1], end)};
  static constexpr std::array kinds_of_levels = {ColumnKind::level1, ColumnKind::level2, ColumnKind::level3};
  auto const corner = printed_label(page.pieces[first]);
  for (std::uint32_t x = 0; x < head->levels; ++x) {
    auto const kind = kinds_of_levels[x + 1 == head->levels ? kinds_of_levels.size() - 1 : x];
    header.columns.push_back(
        {kind, {}, {corner}, static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(x + 1), 0, false, first});
  }
  for (auto at = first + 1; at < header.end; ++at)
    if (auto const& piece = page.pieces[at]; piece.x >= head->levels && !piece.blank())
      header.columns.push_back({piece.label.as(Role::total) ? ColumnKind::target : ColumnKind::target_of,
                                piece.label.as(Role::total) ? "" : "region",
                                {printed_label(piece)},
                                piece.x,
                                piece.x_end,
                                0,
                                false,
                                at});
  return header;
}

/// 项目名称 | 绩效目标 | 一级指标: the columns of a grid of projects in front of those of the levels. As many texts
/// behind the header, before the first group, are the first project.
std::ptrdiff_t columns_of_projects(Page const& page, HeaderRow const& row) {
  auto const is_of_project = [&](std::uint32_t index) {
    auto const kind = column_kind(page.pieces[index].label);
    return kind && *kind >= ColumnKind::project_name && *kind <= ColumnKind::goal;
  };
  return std::ranges::find_if_not(row.pieces, is_of_project) - row.pieces.begin();
}

/// 上年 | 前年 | 预计当年实现, below the values: what the words of the first told to be a column is of the lower row.
void take_past_back(Page const& page, HeaderRow& upper, HeaderRow& unknown) {
  auto const text = [&](std::uint32_t index) { return page.pieces[index].text; };
  if (std::ranges::none_of(unknown.pieces, [&](std::uint32_t index) { return says("this_year", text(index)); }))
    return;
  while (upper.pieces.size() > 3 && !is_column_label(page.pieces[upper.pieces.back()]) &&
         says("past", text(upper.pieces.back()))) {
    unknown.pieces.insert(unknown.pieces.begin(), upper.pieces.back());
    upper.pieces.pop_back();
  }
}

/// The cell covers the one below it; where spans are not told, that one is blank or left out.
bool goes_down(Page const& page, Piece const& piece, std::uint32_t end) {
  if (page.borders == Borders::exact || piece.row + 2 >= page.rows.size())
    return piece.y_span > 1;
  auto const below = page.rows[piece.row + 1];
  if (page.borders == Borders::separated) // left out
    return page.row(piece.row + 1).size() + 1 == page.row(piece.row).size();
  return below < end && page.pieces[below].x == piece.x && page.pieces[below].blank();
}

/// 产出指标 | 指标名称 | 计划完成 | 得分: a group down the side of its rows and of a header of their own.
Header read_header_beside_group(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const& group = page.pieces[first];
  if (page.borders > Borders::separated || !group.label.is_level() || group.label.rest > 0 ||
      !goes_down(page, group, end) || first + 1 >= end || page.pieces[first + 1].row != group.row ||
      !is_column_label(page.pieces[first + 1]))
    return {};
  auto header = read_records_header(page, first + 1, end);
  auto const names = std::ranges::find(header.columns, ColumnKind::level3, &Column::kind);
  bool const has_level1 = has_column(header.columns, ColumnKind::level1);
  if (names == header.columns.end() || has_level1 || names->group != Column::no_group)
    return {};
  names->group = first;
  header.first = first;
  return header;
}

/// A header may begin with a label that nobody has listed, at the left of its row.
bool opens_unlisted(Page const& page, std::uint32_t first) {
  auto const& piece = page.pieces[first];
  // 子项目 | 一级指标, 年度履职目标 | 一级指标
  bool const part = (piece.label.is(Role::task, "name") || piece.label.as(Role::goal)) && piece.label.rest == 0;
  return page.has_rows() && !piece.paragraph && page.rows[piece.row] == first && (may_be_label(piece) || part);
}

} // namespace

Header read_records_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  if (auto turned = read_turned_header(page, first, end); !turned.columns.empty())
    return turned;
  if (auto list = read_project_list(page, first, end); !list.columns.empty())
    return list;
  if (auto kinds = read_kinds_header(page, first, end); !kinds.columns.empty())
    return kinds;
  if (auto beside = read_header_beside_group(page, first, end); !beside.columns.empty())
    return beside;
  if (!is_indicator_header(page.pieces[first]) && !opens_unlisted(page, first))
    return {};
  auto upper = take_row(page, first, end, is_indicator_header, page.borders == Borders::soft && !page.by_blanks);
  if (upper.pieces.empty() || (page.has_rows() && (!is_header_row(page, upper, 2) || are_pairs(page, upper, end))))
    return {};
  HeaderRow lower;
  Header header{{}, first, upper.end};
  if (page.has_rows() && upper.end < end) {
    lower = read_lower_rows(page, upper, end);
    if (!is_header_row(page, upper, 3) && count_labels(page, lower) < 2 && !has_wide_name(page, upper))
      return {};
    header.end = std::max(header.end, lower.end);
  } else if (!page.has_rows()) {
    lower = split_off_lower(page, upper);
    if (auto unknown = take_unknown(page, upper.end, end);
        std::ssize(unknown.pieces) > columns_of_projects(page, upper)) {
      header.end = unknown.end;
      take_past_back(page, upper, unknown);
      bool const new_line = page.pieces[unknown.pieces[0]].row != page.pieces[upper.pieces.back()].row;
      // 完成指标值 | 满分 tell by their words that they are columns beside the values, not below them.
      bool const told = std::ranges::any_of(unknown.pieces, [&](std::uint32_t at) {
        auto const text = page.pieces[at].text;
        auto const meaning = header_meaning(text);
        return meaning && !grammars::find_fiscal_year(text) && !says("this_year", text) && *meaning != "target" &&
               *meaning != "other";
      });
      if (new_line && !told && lower.pieces.empty() && unknown.pieces.size() >= 2 &&
          is_below_values(page, upper, unknown))
        lower = std::move(unknown);
      else
        upper.pieces.insert(upper.pieces.end(), unknown.pieces.begin(), unknown.pieces.end());
    }
  }
  if (page.has_rows() && header.end < end)
    if (auto const row = page.pieces[header.end].row; are_column_numbers(page.row(row)))
      header.end = std::min(page.rows[row + 1], end);
  header.columns = make_columns(page, std::move(upper), std::move(lower));
  read_words(header.columns);
  settle_value(header.columns);
  settle_reached_value(header.columns);
  if (page.has_rows()) {
    settle_goal(header.columns);
    part_levels(page, header.end, end, header.columns);
    part_names(page, header.end, end, header.columns);
    add_level_below_side(page, first, header.end, end, header.columns);
    add_columns_below_blanks(page, first, header.end, end, header.columns);
    settle_by_contents(page, header.end, end, header.columns);
    settle_two_levels(page, header.end, end, header.columns);
    settle_described_names(header.columns);
    settle_grouped_names(page, header.end, end, header.columns);
    settle_sign_by_contents(page, header.end, end, header.columns);
    settle_values_by_contents(page, header.end, end, header.columns);
  }
  if (!tells_indicators(header.columns))
    return {};
  settle_unit(header.columns);
  settle_kind_in_front(page, header.end, end, header.columns);
  settle_deepest_level(header.columns);
  settle_names(header.columns);
  number_panels(header.columns);
  settle_panel_values(header.columns);
  settle_notes(page, header.columns);
  settle_weights(page, header.end, end, header.columns);
  return header;
}

} // namespace jixiao::recognition
