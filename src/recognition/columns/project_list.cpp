#include "recognition/columns/project_list.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

/// What a label of the list leads to: the total score of its project, not the score of an indicator.
std::optional<ColumnKind> kind_in_list(Label const& label) {
  if (label.rest == 0 && (label.is_level() || label.is(Role::goal, "actual"))) // 数量指标 over texts of each project
    return ColumnKind::other;
  if (label.rest > 0 || !label.known())
    return std::nullopt;
  if (label.is(Role::pair, "total_score"))
    return ColumnKind::total_score;
  if (label.is(Role::pair, "grade"))
    return ColumnKind::grade;
  auto const kind = column_kind(label);
  if (!kind && label.is(Role::goal, "project")) // 中期目标
    return ColumnKind::goal;
  if (label.is(Role::pair, "implementing_unit")) // 责任单位
    return ColumnKind::implementing_unit;
  if (!kind && label.as(Role::fund)) // 其中：财政资金
    return ColumnKind::budget;
  if (!kind && (label.is(Role::pair, "other") || label.is(Role::task, "text"))) // 存在问题, 建设地点
    return ColumnKind::other;
  if (kind == ColumnKind::score)
    return ColumnKind::total_score;
  if (label.as(Role::measure) && kind != ColumnKind::remark)
    return ColumnKind::measure;
  bool const of_project =
      kind && (*kind >= ColumnKind::project_name || *kind == ColumnKind::other || *kind == ColumnKind::remark);
  return of_project ? kind : std::nullopt;
}

std::ptrdiff_t count(std::vector<Column> const& columns, ColumnKind kind) {
  return std::ranges::count(columns, kind, &Column::kind);
}

/// What was spent of what was planned, and how it was judged, or the score with its grade.
bool tells_results(std::vector<Column> const& columns) {
  auto const is_measure = [&](std::string_view target) {
    return std::ranges::any_of(columns,
                               [&](Column const& c) { return c.kind == ColumnKind::measure && c.target == target; });
  };
  bool const planned =
      is_measure("initial_budget") || is_measure("revised_budget") || count(columns, ColumnKind::budget) > 0;
  bool const scored = count(columns, ColumnKind::total_score) > 0, graded = count(columns, ColumnKind::grade) > 0;
  bool const spent = is_measure("executed") || is_measure("executed_to_date");
  return (planned && spent && (is_measure("execution_rate") || scored || graded)) || (scored && graded);
}

/// 预算金额, which is a measure where there is another of what was spent.
bool is_cost(Column const& column) {
  return column.kind == ColumnKind::budget || (column.kind == ColumnKind::measure && column.target == "revised_budget");
}

/// What each project costs, and what it is for: in a text, or in one for each group of indicators.
bool tells_goals(Page const& page, std::vector<Column> const& columns) {
  auto const groups =
      std::ranges::count_if(columns, [&](Column const& c) { return page.pieces[c.piece].label.is_level(); });
  bool const costs = std::ranges::any_of(columns, [](Column const& c) { return is_cost(c); });
  auto const goals =
      std::ranges::count_if(columns, [](Column const& c) { return c.kind == ColumnKind::goal && c.target.empty(); });
  return costs && (goals == 1 || groups > 1);
}

/// Below the labels, or the sum of all below them, a project with its amount, and no label: labels beside their values
/// are no list.
bool is_project_below(Page const& page, std::vector<Column> const& columns, std::uint32_t at, std::uint32_t end) {
  if (at < end && page.has_rows())
    if (auto const& first = page.pieces[at].label; first.as(Role::total) && first.rest == 0)
      at = page.rows[page.pieces[at].row + 1];
  if (at >= end || !page.has_rows())
    return false;
  bool name = false, amount = false;
  for (auto const& piece : page.row(page.pieces[at].row)) {
    auto const below = std::ranges::find_if(columns, [&](Column const& column) { return overlap(piece, column); });
    if (!piece.is_text() || below == columns.end())
      continue;
    if (piece.label.known() && piece.label.rest == 0)
      return false;
    name = name || (below->kind == ColumnKind::project_name && piece.look() >= Look::short_words);
    amount = amount || (is_cost(*below) && piece.look() == Look::number);
  }
  return name && amount;
}

/// Where rows are not told, labels that nobody has listed stand among the others: the header goes to its last
/// judgement, and a score stands that far below it.
HeaderRow take_lines(Page const& page, std::uint32_t first, std::uint32_t end) {
  constexpr std::size_t widest = 10;
  HeaderRow row, found;
  std::size_t score = 0;
  for (auto at = first; at < end && row.pieces.size() < widest; ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text())
      continue;
    auto const kind = kind_in_list(piece.label);
    if (!kind && !may_be_label(piece))
      break;
    row.pieces.push_back(at);
    row.end = at + 1;
    if (kind == ColumnKind::total_score)
      score = row.pieces.size();
    if (kind == ColumnKind::total_score || kind == ColumnKind::grade)
      found = row;
  }
  std::size_t below = 0;
  for (auto at = found.end; at < end && score > 0; ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text())
      continue;
    if (++below == score)
      return piece.look() == Look::number ? found : HeaderRow{};
    if (piece.label.known())
      break;
  }
  return {};
}

bool heads_amounts(Label const& label) {
  return label.rest == 0 &&
         (label.is(Role::side, "fund") || label.as(Role::fund) || column_kind(label) == ColumnKind::budget);
}

/// Where covered cells are left out, all amounts of the lower row stand below the one label of amounts.
HeaderRow with_only_parts(Page const& page, HeaderRow const& row, std::vector<std::uint32_t> const& below) {
  auto const is_part = [&](std::uint32_t i) {
    auto const& label = page.pieces[i].label;
    return label.rest == 0 && (label.as(Role::fund) || label.as(Role::total) || label.as(Role::measure));
  };
  bool const told =
      std::ranges::any_of(row.pieces, [&](std::uint32_t i) { return heads_amounts(page.pieces[i].label); });
  auto const heads = [&](std::uint32_t i) { // 预算情况, which nobody has listed
    return told ? heads_amounts(page.pieces[i].label) : may_be_label(page.pieces[i]);
  };
  if (below.size() < 2 || !std::ranges::all_of(below, is_part) || std::ranges::count_if(row.pieces, heads) != 1)
    return row;
  HeaderRow out;
  for (auto const index : row.pieces) {
    auto const& parts = heads(index) ? below : std::vector{index};
    out.pieces.insert(out.pieces.end(), parts.begin(), parts.end());
    out.above.insert(out.above.end(), parts.size(), heads(index) ? index : HeaderRow::none);
  }
  out.end = page.rows[page.pieces[row.end].row + 1];
  return out;
}

/// 资金规模 over 合计 | 中央资金 | 县级配套: the parts in place of the label above them.
HeaderRow with_parts(Page const& page, HeaderRow const& row, std::uint32_t end) {
  if (page.borders > Borders::separated || row.end >= end)
    return row;
  auto const below = filled_cells(page, row.end, end);
  if (page.borders == Borders::separated)
    return with_only_parts(page, row, below);
  auto const ends = ends_of(page, row);
  HeaderRow out;
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    auto const index = row.pieces[i];
    auto const& piece = page.pieces[index];
    auto const before = out.pieces.size();
    for (auto const part : below)
      if (piece.y_span == 1 && page.pieces[part].x >= piece.x && page.pieces[part].x < ends[i])
        out.pieces.push_back(part), out.above.push_back(index);
    if (out.pieces.size() < before + 2) {
      out.pieces.resize(before), out.above.resize(before);
      out.pieces.push_back(index), out.above.push_back(HeaderRow::none);
    }
  }
  auto const parts = std::ranges::count_if(out.above, [](std::uint32_t above) { return above != HeaderRow::none; });
  if (parts == 0 || parts != std::ssize(below))
    return row;
  out.end = page.rows[page.pieces[row.end].row + 1];
  return out;
}

/// The column of a label of the list; nothing for a text that is none.
std::optional<Column> column_of(Page const& page, HeaderRow const& row, std::size_t i) {
  auto const index = row.pieces[i], above = row.label_above(i);
  auto const& piece = page.pieces[index];
  auto const* measure = piece.label.as(Role::measure);
  auto kind = kind_in_list(piece.label);
  bool const of_amounts = above != HeaderRow::none && heads_amounts(page.pieces[above].label);
  if (of_amounts && piece.label.as(Role::total)) // 合计 below 资金规模
    kind = ColumnKind::budget;
  if (!kind && !may_be_label(piece))
    return std::nullopt;
  auto const* fund = kind == ColumnKind::budget ? piece.label.as(Role::fund) : nullptr;
  // 中期资金总额, or 财政拨款 below 中期, keeps its scope: "project.total".
  bool const of_term = above != HeaderRow::none && says("whole_period", page.pieces[above].text);
  bool const of_project = fund && (fund->target.starts_with("project.") || of_term);
  auto const part = fund ? fund->target.substr(fund->target.find('.') + 1) : "";
  auto const item = of_project ? "project." + part : part;
  bool const period_goal = kind == ColumnKind::goal && !column_kind(piece.label);
  Column column{kind.value_or(ColumnKind::other),
                kind == ColumnKind::measure ? measure->target
                : period_goal               ? "project"
                : item == "total"           ? ""
                                            : item,
                {printed_label(piece)},
                piece.x,
                piece.x_end,
                0,
                false,
                index};
  if (above != HeaderRow::none)
    column.label.insert(column.label.begin(), printed_label(page.pieces[above]));
  return column;
}

} // namespace

bool is_project_list(Page const& page, std::vector<Column> const& columns) {
  return count(columns, ColumnKind::project_name) == 1 && (tells_results(columns) || tells_goals(page, columns)) &&
         std::ranges::none_of(columns, [](Column const& c) { return is_name_or_level(c.kind); });
}

bool is_sum_above_projects(Page const& page, Header const& header, std::uint32_t at) {
  constexpr std::size_t most_blanks = 200; // cells in front of the sum
  auto const end = page.pieces.begin() +
                   static_cast<std::ptrdiff_t>(std::min(page.pieces.size(), std::size_t{header.end} + most_blanks));
  auto const first = std::ranges::find_if(page.pieces.begin() + header.end, end, &Piece::is_text);
  return first != end && page.pieces[at].row == first->row && first->label.as(Role::total) && first->label.rest == 0 &&
         is_project_list(page, header.columns);
}

Header read_project_list(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const& label = page.pieces[first].label;
  auto const begins = column_kind(label);
  if ((begins != ColumnKind::other && begins != ColumnKind::project_name) || kind_in_list(label) != begins)
    return {};
  auto row = take_row(page, first, end, [](Piece const& piece) { return kind_in_list(piece.label).has_value(); });
  if (!page.has_rows())
    if (auto lines = take_lines(page, first, end); lines.pieces.size() > row.pieces.size())
      row = std::move(lines);
  // Most rows that begin like a list are none: each list tells of results, or of goals.
  auto const tells = [&](std::uint32_t i) {
    auto const kind = kind_in_list(page.pieces[i].label);
    return kind == ColumnKind::measure || kind == ColumnKind::total_score || kind == ColumnKind::grade ||
           kind == ColumnKind::goal || page.pieces[i].label.is_level();
  };
  // 年度 | 中期 over the goal and the amounts of each
  bool const below = page.borders <= Borders::separated && row.end < end && row.pieces.size() >= 3 &&
                     std::ranges::any_of(filled_cells(page, row.end, end), tells);
  if (std::ranges::none_of(row.pieces, tells) && !below)
    return {};
  Header header{{}, first, row.end};
  row = with_parts(page, row, end);
  header.end = std::max(header.end, row.end);
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    auto column = column_of(page, row, i);
    if (!column)
      return {};
    if (page.borders == Borders::separated)
      column->x = static_cast<std::uint16_t>(i), column->x_end = static_cast<std::uint16_t>(i + 1);
    header.columns.push_back(*std::move(column));
  }
  // 项目名称 | a project | 自评得分 | (blank) | 自评等级: in a row these may be labels with their values.
  bool const pairs = page.has_rows() && count(header.columns, ColumnKind::measure) == 0;
  bool const of_goals = tells_goals(page, header.columns) && is_project_below(page, header.columns, header.end, end);
  bool const of_results = tells_results(header.columns) && !pairs;
  for (auto& column : header.columns)
    if (!of_results && of_goals && is_cost(column) && column.kind == ColumnKind::measure)
      column.kind = ColumnKind::budget, column.target.clear();
  return is_project_list(page, header.columns) && (of_results || of_goals) ? header : Header{};
}

} // namespace jixiao::recognition
