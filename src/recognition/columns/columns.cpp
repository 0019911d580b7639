#include "recognition/columns/columns.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/columns/column_maker.hpp"
#include "recognition/columns/header_contents.hpp"
#include "recognition/columns/header_depth.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/columns/header_words.hpp"
#include "recognition/columns/project_list.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace jixiao::recognition {

namespace {

std::size_t kinds_among(std::vector<Column> const& columns, std::initializer_list<ColumnKind> wanted) {
  return static_cast<std::size_t>(std::ranges::count_if(
      wanted, [&](ColumnKind kind) { return std::ranges::find(columns, kind, &Column::kind) != columns.end(); }));
}

/// 三级指标 | 指标内容: a second name right behind the first says what it means, and so does one behind all values.
void settle_names(std::vector<Column>& columns) {
  auto const is_value = [](Column const& column) {
    return column.kind >= ColumnKind::comparator && column.kind <= ColumnKind::score;
  };
  auto const last_value = std::ranges::find_if(columns.rbegin(), columns.rend(), is_value).base();
  bool named = false;
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    if (column->kind != ColumnKind::level3)
      continue;
    bool const behind_name = named && std::prev(column)->kind == ColumnKind::level3;
    if (behind_name || (named && column >= last_value))
      column->kind = ColumnKind::definition;
    named = true;
  }
}

/// 三级指标 | 四级指标: the deepest level has the names, and what stands above them is the label of a group.
void settle_deepest_level(std::vector<Column>& columns) {
  static auto const fourth = vocabulary_words("looks.vocab", "fourth_level");
  auto const deepest = std::ranges::find_if(columns, [](Column const& column) {
    return column.kind == ColumnKind::level3 && any_stands_in(column.label.back(), fourth);
  });
  for (auto& column : columns)
    if (deepest != columns.end() && column.kind == ColumnKind::level3 && &column < &*deepest)
      column.kind = ColumnKind::other, column.target = "group";
}

/// 1 | 2 | 3: the numbers of the columns, in a row below their labels.
bool are_column_numbers(std::span<Piece const> row) {
  int next = 0;
  for (auto const& piece : row)
    if (!piece.blank() && piece.text != std::to_string(++next))
      return false;
  return next >= 3;
}

/// Tables side by side repeat their labels; each repetition begins a panel.
void number_panels(std::vector<Column>& columns) {
  std::uint8_t panel = 0;
  std::vector<ColumnKind> seen;
  for (auto& column : columns) {
    bool const opens =
        column.kind == ColumnKind::level1 || column.kind == ColumnKind::level2 || column.kind == ColumnKind::level3;
    if (opens && std::ranges::find(seen, column.kind) != seen.end() && panel < 8) {
      ++panel;
      seen.clear();
    }
    seen.push_back(column.kind);
    column.panel = panel;
  }
}

/// 半年指标值: of a part of the year.
bool is_part_of_year(Column const& column) { return says("part_of_year", column.label.back()); }

/// 2026年目标值 | 2027年目标值, 一季度完成值 | 二季度完成值: columns that say the same of several years, or of several
/// parts of one. Targets are those of their periods; none of them is the form's own, but 2023年实际值 beside the one
/// target, that of 2023. Returns which columns these are.
std::vector<bool> settle_periods(std::vector<Column>& columns) {
  auto const meaning_of = [](Column const& column) -> std::string_view {
    bool const period = is_part_of_year(column) || grammars::find_fiscal_year(column.label.back());
    auto const meaning = header_meaning(column.label.back());
    bool const unlisted = column.kind == ColumnKind::other && column.label.size() == 1;
    return unlisted && period && meaning ? *meaning : std::string_view();
  };
  std::vector<std::string_view> meanings;
  std::ranges::transform(columns, std::back_inserter(meanings), meaning_of);
  auto const target = std::ranges::find(meanings, "target");
  bool const single = std::ranges::count(meanings, "target") == 1;
  auto const asked =
      single ? grammars::find_fiscal_year(columns[static_cast<std::size_t>(target - meanings.begin())].label.back())
             : decltype(grammars::find_fiscal_year({}))();
  auto const is_own = [&](std::size_t i) {
    auto const year = grammars::find_fiscal_year(columns[i].label.back());
    return asked && year && *year == *asked && meanings[i] == "actual" && !is_part_of_year(columns[i]);
  };
  std::vector<bool> settled(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    settled[i] = !meanings[i].empty() && std::ranges::count(meanings, meanings[i]) > 1 && !is_own(i);
    if (settled[i] && meanings[i] == "target")
      columns[i].kind = ColumnKind::target_of, columns[i].target = "period";
  }
  return settled;
}

/// A header that nobody has listed is read by its words, where no other column holds the same. Of columns of several
/// years only the last one can be of the form's own: 2023年实际值 | 2024年预期值; one of the whole year comes before
/// one of a part of it.
void read_words(std::vector<Column>& columns) {
  if (std::ranges::find(columns, ColumnKind::other, &Column::kind) == columns.end())
    return;
  auto const settled = settle_periods(columns);
  auto const year_of = [](Column const& column) {
    auto const year = grammars::find_fiscal_year(column.label.back());
    return year ? *year : 0;
  };
  auto const last = year_of(std::ranges::max(columns, {}, year_of));
  auto const read = [&](Column& column) {
    auto const year = year_of(column);
    bool const of_period = settled[static_cast<std::size_t>(&column - columns.data())];
    if (column.kind != ColumnKind::other || of_period || column.label.size() > 1 || (year && year < last))
      return;
    auto const meaning = header_meaning(column.label.back());
    auto const kind = meaning ? column_kind_named(*meaning) : std::nullopt;
    if (!kind || (*kind != ColumnKind::other && kinds_among(columns, {*kind}) > 0))
      return;
    column.kind = *kind;
    column.guessed = *kind != ColumnKind::other;
  };
  for (bool const part : {false, true})
    for (auto& column : columns)
      if (is_part_of_year(column) == part)
        read(column);
}

/// 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值: only the last is the weight of the indicator.
void settle_weights(std::vector<Column>& columns) {
  auto const last = std::ranges::find_if(columns.rbegin(), columns.rend(),
                                         [](Column const& c) { return c.kind == ColumnKind::weight; });
  if (last == columns.rend())
    return;
  for (auto& column : columns)
    if (column.kind == ColumnKind::weight && &column != &*last && column.panel == last->panel)
      column.kind = ColumnKind::group_points;
}

/// 指标名称 | 绩效目标, in a table of one project without another column of targets: what is asked of each.
void settle_goal(std::vector<Column>& columns) {
  auto const name = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  if (name == columns.end() || kinds_among(columns, {ColumnKind::target, ColumnKind::project_name}) > 0)
    return;
  auto const goal = std::find_if(name, columns.end(), [](Column const& c) { return c.kind == ColumnKind::goal; });
  if (goal != columns.end())
    goal->kind = ColumnKind::target;
}

/// 运算符号 | 内容 | 度量单位, in a table without another column of targets: what stands between the sign and the unit
/// is the value.
void settle_value(std::vector<Column>& columns) {
  if (kinds_among(columns, {ColumnKind::target, ColumnKind::target_of, ColumnKind::revised_target}) > 0)
    return;
  for (std::size_t i = 1; i + 1 < columns.size(); ++i)
    if (columns[i - 1].kind == ColumnKind::comparator && columns[i].kind == ColumnKind::other &&
        columns[i + 1].kind == ColumnKind::unit)
      columns[i].kind = ColumnKind::target;
}

/// 偏差原因分析 | 备注: notes beside what tells of the reasons are kept under their own label.
void settle_notes(Page const& page, std::vector<Column>& columns) {
  auto const is_note = [&](Column const& c) { return page.pieces[c.piece].label.as(Role::note) != nullptr; };
  auto const reasons = std::ranges::find_if(
      columns, [&](Column const& c) { return c.kind == ColumnKind::remark && !is_note(c) && c.label.size() == 1; });
  if (reasons == columns.end())
    return;
  // 偏差原因 | 改进措施: each keeps its label, too.
  for (auto& column : columns)
    if (column.kind == ColumnKind::remark && column.panel == reasons->panel &&
        (is_note(column) || (&column > &*reasons && column.label.size() == 1)))
      column.kind = ColumnKind::other;
}

/// 单位 in front of the levels of a grid of projects is the office.
void settle_unit(std::vector<Column>& columns) {
  auto const name = std::ranges::find(columns, ColumnKind::project_name, &Column::kind);
  auto const level = std::ranges::find_if(columns, [](Column const& c) { return is_name_or_level(c.kind); });
  if (name == columns.end() || name > level)
    return;
  for (auto column = columns.begin(); column != level; ++column)
    if (column->kind == ColumnKind::unit)
      column->kind = ColumnKind::implementing_unit;
}

bool is_indicator_header(Piece const& piece) {
  auto const* side = piece.label.as(Role::side);
  return is_column_label(piece) || (side && side->target == "indicators" && piece.label.rest == 0);
}

std::size_t count_labels(Page const& page, HeaderRow const& row) {
  return static_cast<std::size_t>(
      std::ranges::count_if(row.pieces, [&](std::uint32_t i) { return is_column_label(page.pieces[i]); }));
}

/// True for a row that holds labels of columns, and beside them at most some that are not known.
bool is_header_row(Page const& page, HeaderRow const& row, std::size_t least) {
  auto const known = count_labels(page, row);
  bool const short_texts = std::ranges::all_of(row.pieces, [&](std::uint32_t i) {
    auto const& piece = page.pieces[i];
    return is_indicator_header(piece) || (piece.text.size() <= longest_unknown_header && !piece.label.is_level());
  });
  return known >= least && short_texts && known * 2 >= row.pieces.size();
}

/// Takes what stands beside it.
bool opens_pair(Piece const& piece) {
  return piece.label.as(Role::pair) || piece.label.as(Role::fund) || piece.label.as(Role::goal);
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
  auto const levels = kinds_among(columns, {ColumnKind::level1, ColumnKind::level2});
  auto const names = kinds_among(columns, {ColumnKind::level3});
  auto const values = kinds_among(columns, {ColumnKind::target, ColumnKind::actual, ColumnKind::weight,
                                            ColumnKind::definition, ColumnKind::unit, ColumnKind::revised_target});
  return columns.size() >= 3 && (levels + names >= 2 || names == 1) && (values > 0 || levels == 2) &&
         levels + names > 0;
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

/// 预期目标 | 实际完成 before 一级指标, where rows are not told: labels of goals whose text was left out.
bool begins_with_goals(Page const& page, HeaderRow const& row) {
  auto const is_goal = [&](std::uint32_t index) { return page.pieces[index].label.as(Role::goal) != nullptr; };
  if (page.has_rows() || row.pieces.size() < 2 || !is_goal(row.pieces[0]) || !is_goal(row.pieces[1]))
    return false;
  return std::ranges::any_of(
      row.pieces, [&](std::uint32_t index) { return column_kind(page.pieces[index].label) == ColumnKind::level1; });
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

/// A header may begin with a label that nobody has listed, at the left of its row.
bool opens_unlisted(Page const& page, std::uint32_t first) {
  auto const& piece = page.pieces[first];
  return page.has_rows() && !piece.paragraph && page.rows[piece.row] == first && may_be_label(piece);
}

} // namespace

Header read_records_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  if (auto turned = read_turned_header(page, first, end); !turned.columns.empty())
    return turned;
  if (auto list = read_project_list(page, first, end); !list.columns.empty())
    return list;
  if (!is_indicator_header(page.pieces[first]) && !opens_unlisted(page, first))
    return {};
  auto upper = take_row(page, first, end, is_indicator_header, page.borders == Borders::soft && !page.by_blanks);
  if (begins_with_goals(page, upper))
    return {};
  if (upper.pieces.empty() || (page.has_rows() && (!is_header_row(page, upper, 2) || are_pairs(page, upper, end))))
    return {};
  HeaderRow lower;
  Header header{{}, first, upper.end};
  if (page.has_rows() && upper.end < end) {
    lower = read_lower_rows(page, upper, end);
    if (!is_header_row(page, upper, 3) && count_labels(page, lower) < 2)
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
        return meaning && !grammars::find_fiscal_year(text) && *meaning != "target" && *meaning != "other";
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
  if (page.has_rows()) {
    settle_goal(header.columns);
    part_levels(page, header.end, end, header.columns);
    add_level_below_side(page, first, header.end, end, header.columns);
    settle_by_contents(page, header.end, end, header.columns);
  }
  if (!tells_indicators(header.columns))
    return {};
  settle_unit(header.columns);
  settle_deepest_level(header.columns);
  settle_names(header.columns);
  number_panels(header.columns);
  settle_notes(page, header.columns);
  settle_weights(header.columns);
  return header;
}

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

} // namespace

namespace {

/// 县区 | 下达资金 over 合计 | 其中：中央资金, before the groups of a turned table.
Header read_places_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const places = std::ranges::lower_bound(page.places, first, {}, &PlaceRows::piece);
  if (places == page.places.end() || places->piece != first)
    return {};
  Header header{{}, first, std::min(page.rows[page.pieces[first].row + places->header], end)};
  HeaderRow upper, lower;
  for (auto at = first; at < header.end; ++at)
    if (auto const& piece = page.pieces[at]; !piece.blank() && !piece.joined)
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
  auto const is_task = [&](Piece const& piece) {
    return piece.label.as(Role::task) && piece.label.rest == 0 && (!in_lines || piece.row == row_of_header);
  };
  if (!is_task(page.pieces[first]))
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
  auto below_upper = upper.end;
  while (below_upper < end && page.pieces[below_upper].blank())
    ++below_upper;
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
