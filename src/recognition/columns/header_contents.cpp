#include "recognition/columns/header_contents.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t rows_looked_at = 40; ///< below a header
constexpr std::size_t fewest_texts = 2;      ///< rows of them that tell what a column holds

/// In rows: a merged cell says as much as one in each of its rows.
struct Contents {
  std::size_t level1 = 0, level2 = 0, words = 0, texts = 0;
};

Contents contents_of(Page const& page, std::uint32_t first, std::uint32_t end, Column const& column) {
  Contents out;
  auto const last_row = page.pieces[first].row + rows_looked_at;
  for (auto at = first; at < end && page.pieces[at].row < last_row; ++at) {
    auto const& piece = page.pieces[at];
    if (piece.blank() || !overlap(piece, column))
      continue;
    if (is_column_label(piece))
      break; // another header: the end of the table
    auto const rows = std::max<std::size_t>(piece.y_span, 1);
    out.texts += rows;
    out.level1 += piece.label.level1 >= 0 ? rows : 0;
    out.level2 += piece.label.level2 >= 0 ? rows : 0;
    out.words += !piece.label.is_level() && piece.look() >= Look::short_words ? rows : 0;
  }
  return out;
}

/// 指标解释, 评分标准 or a label that nobody has listed may stand between a name and its values.
bool may_follow_name(Column const& column) {
  return column.kind == ColumnKind::definition || column.kind == ColumnKind::basis ||
         column.kind == ColumnKind::standard || column.kind == ColumnKind::other;
}

/// 指标类型 in front of the names may be that of the levels: 产出 | 效益.
bool may_be_level(Column const& column, std::vector<Column> const& columns) {
  auto const name = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  return column.kind == ColumnKind::comparator && name != columns.end() && column.x < name->x &&
         !has_column(columns, ColumnKind::level1);
}

/// Where the parts of a column that spans several begin: labels of the first level at its own edge, those of the
/// second behind them, and names behind both. 0: there are none.
struct Parts {
  std::uint16_t level2 = 0, names = 0;
};

Parts parts_of(Page const& page, std::uint32_t first, std::uint32_t end, Column const& column) {
  std::size_t above = 0, below = 0, named = 0;
  Parts out;
  auto const last_row = page.pieces[first].row + rows_looked_at;
  for (auto at = first; at < end && page.pieces[at].row < last_row; ++at) {
    auto const& piece = page.pieces[at];
    if (piece.blank() || piece.x < column.x || piece.x_end > column.x_end)
      continue;
    // On a grid with spans words in front of the names are those of a group, though nobody has listed it.
    bool const in_front =
        page.borders == Borders::exact && piece.x_end < column.x_end && piece.look() >= Look::short_words;
    if (piece.x == column.x) {
      above += piece.label.level1 >= 0 && piece.x_end < column.x_end ? 1 : 0;
    } else if ((piece.label.level2 >= 0 || in_front) && (out.level2 == 0 || piece.x == out.level2)) {
      out.level2 = piece.x;
      ++below;
    } else if (!piece.label.is_level() && piece.x > out.level2 && piece.x_end == column.x_end) {
      out.names = piece.x;
      ++named;
    }
  }
  if (above == 0 || below < fewest_texts)
    out.level2 = 0;
  if (above == 0 || named < fewest_texts)
    out.names = 0;
  return out;
}

} // namespace

void part_levels(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const column = std::ranges::find(columns, ColumnKind::level1, &Column::kind);
  if (first >= end || column == columns.end() || column->x_end - column->x < 2 ||
      has_column(columns, ColumnKind::level2))
    return;
  auto const x = parts_of(page, first, end, *column).level2;
  if (x == 0)
    return;
  auto second = *column;
  second.kind = ColumnKind::level2;
  second.x = column->x_end = x;
  columns.insert(std::next(column), std::move(second));
}

void part_names(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const column = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  if (first >= end || page.borders > Borders::gridded || column == columns.end() ||
      has_column(columns, ColumnKind::level1) || has_column(columns, ColumnKind::level2))
    return;
  // Without spans a label has the blanks behind it.
  if (auto const next = std::next(column); page.borders == Borders::gridded && next != columns.end())
    column->x_end = std::max(column->x_end, next->x);
  if (column->x_end - column->x < 2)
    return;
  auto const parts = parts_of(page, first, end, *column);
  if (parts.names == 0)
    return;
  std::vector<Column> levels{*column};
  levels.front().kind = ColumnKind::level1;
  if (parts.level2 > 0) {
    levels.front().x_end = parts.level2;
    levels.push_back(*column);
    levels.back().kind = ColumnKind::level2;
    levels.back().x = parts.level2;
  }
  levels.back().x_end = column->x = parts.names;
  columns.insert(column, levels.begin(), levels.end());
}

void add_level_below_side(Page const& page, std::uint32_t side, std::uint32_t first, std::uint32_t end,
                          std::vector<Column>& columns) {
  auto const& piece = page.pieces[side];
  if (first >= end || columns.empty() || page.borders > Borders::gridded || !piece.label.is(Role::side, "indicators") ||
      piece.x_end > columns.front().x || has_column(columns, ColumnKind::level1) ||
      !has_column(columns, ColumnKind::level2))
    return;
  Column column{ColumnKind::level1, {}, {printed_label(piece)}, piece.x, piece.x_end, 0, false, side};
  auto const found = contents_of(page, first, end, column);
  if (found.level1 >= fewest_texts && found.level1 * 2 > found.texts)
    columns.insert(columns.begin(), std::move(column));
}

void settle_by_contents(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const values = std::ranges::find_if(columns, [&](Column const& c) {
    return c.kind >= ColumnKind::comparator && c.kind <= ColumnKind::score && c.kind != ColumnKind::direction &&
           !may_be_level(c, columns);
  });
  if (first >= end || has_column(columns, ColumnKind::project_name) || values == columns.end())
    return;
  for (auto column = columns.begin(); column != values; ++column) {
    if ((column->kind != ColumnKind::other && !may_be_level(*column, columns)) || column->label.size() > 1)
      continue;
    auto const found = contents_of(page, first, end, *column);
    auto const most = [&](std::size_t count) { return count >= fewest_texts && count * 2 > found.texts; };
    if (most(found.level1) && !has_column(columns, ColumnKind::level1))
      column->kind = ColumnKind::level1;
    else if (most(found.level2) && !has_column(columns, ColumnKind::level2))
      column->kind = ColumnKind::level2;
    else if (most(found.words) && !has_column(columns, ColumnKind::level3) &&
             (std::next(column) == values || header_meaning(column->label.back()) != "other") &&
             std::all_of(std::next(column), values, may_follow_name))
      column->kind = ColumnKind::level3;
    else
      continue;
    column->guessed = true;
  }
}

void settle_two_levels(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const second = std::ranges::find(columns, ColumnKind::level2, &Column::kind);
  if (first >= end || second == columns.end() || !has_column(columns, ColumnKind::level1) ||
      has_column(columns, ColumnKind::level3) || has_column(columns, ColumnKind::project_name))
    return;
  auto const found = contents_of(page, first, end, *second);
  if (found.words >= fewest_texts && found.words > 2 * found.level2)
    second->kind = ColumnKind::level3;
}

void settle_described_names(std::vector<Column>& columns) {
  auto const described = std::ranges::find(columns, ColumnKind::definition, &Column::kind);
  if (described == columns.begin() || described == columns.end() || has_column(columns, ColumnKind::level3) ||
      has_column(columns, ColumnKind::project_name))
    return;
  auto const before = std::prev(described)->kind;
  if (before == ColumnKind::level1 || before == ColumnKind::level2)
    described->kind = ColumnKind::level3;
}

/// 课程门数, 结业率: a text ends as the names of indicators do.
static bool is_name_by_end(std::string_view text) {
  static auto const ends = vocabulary_words("looks.vocab", "name_end"),
                    counts = vocabulary_words("looks.vocab", "count_end");
  auto const is_end = [&](std::string_view word) { return text.ends_with(word); };
  return std::ranges::any_of(ends, is_end) || std::ranges::any_of(counts, is_end);
}

/// 三级指标 | 衡量要点, where a name is merged down several rows, and each has one of its own in a column that nobody
/// has listed: 责任科室 and 标段 have no names, whatever is merged beside them.
static bool names_stand_behind(Page const& page, std::uint32_t first, std::uint32_t end, Column const& group,
                               Column const& behind) {
  if (page.borders != Borders::exact || behind.kind != ColumnKind::other || behind.label.size() > 1 ||
      header_meaning(behind.label.back()))
    return false;
  auto const last_row = std::min<std::size_t>(page.pieces[first].row + rows_looked_at, page.rows.size() - 1);
  auto const below = std::span(page.pieces).subspan(first, std::min(end, page.rows[last_row]) - first);
  // 四、审核意见, over both columns, is below the table.
  auto const is_across = [&](Piece const& p) { return p.is_text() && p.x <= group.x && p.x_end >= behind.x_end; };
  std::span const pieces(below.begin(), std::ranges::find_if(below, is_across));
  auto const stands_in = [](Piece const& piece, Column const& column) {
    return piece.is_text() && !piece.paragraph && overlap(piece, column);
  };
  auto const texts = std::ranges::count_if(pieces, [&](Piece const& p) { return stands_in(p, behind); });
  auto const names = std::ranges::count_if(
      pieces, [&](Piece const& p) { return stands_in(p, behind) && is_name_by_end(trim(p.text)); });
  return texts >= 2 && names * 2 > texts &&
         std::ranges::any_of(pieces, [&](Piece const& p) { return stands_in(p, group) && p.y_span > 1; });
}

void settle_grouped_names(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const group = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  if (first >= end || group == columns.end() || std::next(group) == columns.end() || page.borders > Borders::separated)
    return;
  auto const names = std::next(group);
  if (names->kind != ColumnKind::level3 && !names_stand_behind(page, first, end, *group, *names))
    return;
  // Where covered cells are left out, a row has as many less as labels go down into it.
  auto const before = static_cast<std::size_t>(group - columns.begin());
  auto const lacks_group = [&](std::span<Piece const> row) { return row.size() + before + 1 == columns.size(); };
  bool const left_out = page.borders == Borders::separated;
  auto const stands_in = [&](std::span<Piece const> row, Column const& column) {
    return std::ranges::any_of(row, [&](Piece const& piece) { return !piece.blank() && overlap(piece, column); });
  };
  std::size_t alone = 0, together = 0;
  auto const last_row = std::min<std::size_t>(page.pieces[first].row + rows_looked_at, page.rows.size() - 1);
  for (auto row = page.pieces[first].row; row < last_row && page.rows[row] < end; ++row) {
    auto const cells = page.row(row);
    if (cells.empty())
      continue;
    if (cells.front().paragraph ||
        (left_out ? cells.size() + before + 1 < columns.size() || cells.size() > columns.size()
                  : !stands_in(cells, *names)))
      break;
    ((left_out ? lacks_group(cells) : !stands_in(cells, *group)) ? alone : together) += 1;
  }
  if (alone > 0 && together > alone) {
    group->kind = ColumnKind::other, group->target = "group";
    names->guessed = names->guessed || names->kind != ColumnKind::level3;
    names->kind = ColumnKind::level3;
  }
}

void add_columns_below_blanks(Page const& page, std::uint32_t header, std::uint32_t first, std::uint32_t end,
                              std::vector<Column>& columns) {
  auto const name = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  if (first >= end || page.borders != Borders::exact || name == columns.end())
    return;
  auto const names_end = name->x_end;
  auto const rows = page.pieces[first].row;
  auto const last_row = std::min<std::size_t>(rows + rows_looked_at, page.rows.size() - 1);
  std::set<std::pair<std::uint16_t, std::uint16_t>> texts_below; // where they begin and end
  for (auto at = first; at < std::min(page.rows[last_row], end); ++at)
    if (auto const& piece = page.pieces[at]; !piece.blank() && !piece.paragraph)
      texts_below.emplace(piece.x, piece.x_end);
  for (auto at = header; at < first; ++at) {
    auto const& blank = page.pieces[at];
    auto const overlaps = [&](Column const& column) { return overlap(column, blank); };
    if (!blank.blank() || blank.x < names_end || blank.row + blank.y_span < rows ||
        !texts_below.contains({blank.x, blank.x_end}) || std::ranges::any_of(columns, overlaps))
      continue;
    auto const behind = std::ranges::find_if(columns, [&](Column const& column) { return column.x >= blank.x_end; });
    columns.insert(behind, {ColumnKind::other, {}, {std::string()}, blank.x, blank.x_end, 0, false, at});
  }
}

} // namespace jixiao::recognition
