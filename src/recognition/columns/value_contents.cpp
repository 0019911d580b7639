#include "recognition/columns/value_contents.hpp"

#include "jixiao/decimal.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/columns/settle_columns.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t rows_of_values = 100; ///< below a header
constexpr std::size_t fewest_values = 3;      ///< that tell what a column holds

/// Without 预算执行率, which is scored elsewhere, the weights of a project are 90 points, or 80.
constexpr std::array whole_weights = {100.0, 90.0, 80.0};
constexpr double least_score = 50; ///< of all indicators, where no weights are printed

/// A text of the column, and the row in which it stands.
struct Entry {
  std::uint32_t row = 0;
  Look look{};
  std::optional<Decimal> number;
};

/// The texts of a column in the rows that have a name.
std::vector<Entry> entries_of(Page const& page, std::uint32_t first, std::uint32_t end, Column const& name,
                              Column const& column) {
  std::vector<Entry> out;
  std::uint32_t named_row = HeaderRow::none;
  auto const last_row = page.pieces[first].row + rows_of_values;
  for (auto at = first; at < end && page.pieces[at].row < last_row; ++at) {
    auto const& piece = page.pieces[at];
    if (piece.blank() || piece.paragraph)
      continue;
    if (piece.x == name.x && is_column_label(piece))
      break; // another header: the end of the table
    if (piece.x == name.x)
      named_row = piece.row;
    if (piece.row != named_row || piece.x != column.x || piece.x_end != column.x_end)
      continue;
    auto const look = piece.look();
    out.push_back({piece.row, look, look == Look::number ? parse_decimal(piece.text) : std::nullopt});
  }
  return out;
}

bool is_value(Entry const& entry) { return entry.look <= Look::deadline; }
bool is_short(Entry const& entry) { return entry.look <= Look::short_words; }
bool is_plain_number(Entry const& entry) { return entry.look == Look::number; }

/// The sum of a column of nothing but numbers; 0 where it has others.
double sum_of(std::vector<Entry> const& entries) {
  std::optional<Decimal> sum = Decimal{};
  for (auto const& entry : entries)
    sum = sum && entry.number ? add(*sum, *entry.number) : std::nullopt;
  return sum && entries.size() >= fewest_values ? to_double(*sum) : 0;
}

bool is_whole(Decimal const& points) {
  return std::ranges::find(whole_weights, to_double(points)) != whole_weights.end();
}

/// Points that add up to what a form has, or each project of a grid.
bool are_weights(std::vector<Entry> const& entries, bool of_projects) {
  auto const sum = sum_of(entries);
  auto const is_whole = [&](double whole) { return of_projects ? std::fmod(sum, whole) == 0 : sum == whole; };
  return sum > 0 && std::ranges::any_of(whole_weights, is_whole);
}

/// Points beside those that they are part of.
bool are_scores(std::vector<Entry> const& entries, std::vector<Entry> const& weights) {
  std::size_t pairs = 0;
  for (auto const& entry : entries) {
    auto const beside = std::ranges::find(weights, entry.row, &Entry::row);
    if (beside == weights.end() || !entry.number || !beside->number || *beside->number < *entry.number)
      return false;
    ++pairs;
  }
  return pairs >= fewest_values && pairs * 2 > weights.size();
}

/// Neither listed nor told by its words.
bool is_unlisted(Page const& page, Column const& column) {
  return column.kind == ColumnKind::other && column.target.empty() && !page.pieces[column.piece].label.known() &&
         !header_meaning(column.label.back());
}

/// The columns of one table, and what stands below those that nobody has listed.
class ValueColumns {
public:
  ValueColumns(Page const& page, std::uint32_t first, std::uint32_t end, std::span<Column> columns, bool of_projects)
      : page_(page), first_(first), end_(end), columns_(columns), of_projects_(of_projects) {}

  void settle() {
    auto const names = std::ranges::find(columns_.rbegin(), columns_.rend(), ColumnKind::level3, &Column::kind);
    if (names == columns_.rend())
      return;
    name_ = &*names;
    for (auto column = names.base(); column != columns_.end(); ++column)
      if (is_unlisted(page_, *column))
        unlisted_.push_back(&*column);
    if (unlisted_.empty())
      return;
    settle_weight();
    settle_score();
    settle_target();
    settle_actual();
  }

private:
  Column* find(ColumnKind kind) const {
    auto const found = std::ranges::find(columns_, kind, &Column::kind);
    return found == columns_.end() ? nullptr : &*found;
  }
  bool has(std::initializer_list<ColumnKind> kinds) const { return has_column(columns_, kinds); }
  std::vector<Entry> entries(Column const& column) const { return entries_of(page_, first_, end_, *name_, column); }

  void read_as(Column& column, ColumnKind kind) {
    column.kind = kind;
    column.guessed = true;
    std::erase(unlisted_, &column);
  }

  bool is_total(Column const& column) const { // 合计, 全省
    auto const& piece = page_.pieces[column.piece];
    return piece.label.as(Role::total) || says("all_places", piece.text);
  }

  /// Most are values; right behind the names, where targets stand, a quarter among short words: 及时, 有所改善.
  bool holds_values(Column const& column) const {
    auto const texts = entries(column);
    auto const values = std::ranges::count_if(texts, is_value);
    bool const points = std::ranges::all_of(texts, is_plain_number) && !has({ColumnKind::unit, ColumnKind::comparator});
    auto const share = &column == name_ + 1 && std::ranges::all_of(texts, is_short) ? 4 : 2;
    return static_cast<std::size_t>(values) >= fewest_values && values * share > std::ssize(texts) && !points;
  }

  /// Columns whose texts are mostly values: those that nobody has listed, and 合计 beside them.
  std::vector<Column*> columns_of_values() const {
    std::vector<Column*> found;
    for (auto& column : columns_) {
      bool const total = column.kind == ColumnKind::other && is_total(column);
      bool const unlisted = std::ranges::find(unlisted_, &column) != unlisted_.end();
      if ((unlisted || total) && column.label.size() == 1 && holds_values(column))
        found.push_back(&column);
    }
    return found;
  }

  /// 运算符号 | 内容 | 度量单位: a listed column of numbers may be that of the sign as well.
  bool has_other_numbers() const {
    return has({ColumnKind::unit, ColumnKind::comparator}) && std::ranges::any_of(columns_, [&](Column const& column) {
             auto const texts = column.kind == ColumnKind::other ? entries(column) : std::vector<Entry>();
             return std::ranges::find(unlisted_, &column) == unlisted_.end() && !is_total(column) &&
                    static_cast<std::size_t>(std::ranges::count_if(texts, is_plain_number)) >= fewest_values;
           });
  }

  void settle_target() {
    using enum ColumnKind;
    if (has({target, target_of, revised_target, goal}) || has_other_numbers())
      return;
    auto const values = columns_of_values();
    if (values.size() == 1)
      return read_as(*values.front(), target);
    if (values.size() == 2 && values[0] + 1 == values[1] && has({score})) {
      read_as(*values[0], target);
      return read_as(*values[1], actual);
    }
    if (std::ranges::count_if(values, [&](Column* c) { return is_total(*c); }) != 1)
      return;
    for (auto* column : values) { // 合计 | 东湖区 | 南山区
      read_as(*column, is_total(*column) ? target : target_of);
      column->target = is_total(*column) ? "" : "region";
    }
  }

  /// Right behind the targets, in a table that is scored.
  void settle_actual() {
    using enum ColumnKind;
    auto const* asked = find(target);
    if (!asked || has({actual, result_to_date, result_expected}) || !has({score}))
      return;
    auto const values = columns_of_values();
    auto const behind = std::find_if(columns_.begin() + (asked + 1 - columns_.data()), columns_.end(),
                                     [](Column const& c) { return c.kind != unit && c.kind != comparator; });
    if (values.size() == 1 && behind != columns_.end() && values.front() == &*behind)
      read_as(*behind, actual);
  }

  /// 总分 | 86.5 below points that come to 90: they are no weights, which come to 100 with those of the funds.
  bool has_another_total(Column const& column, double sum) const {
    auto const number = [&](Piece const& piece) {
      return piece.x == column.x && piece.look() == Look::number ? parse_decimal(piece.text) : std::nullopt;
    };
    for (auto at = first_; at < end_ && page_.pieces[at].row < page_.pieces[first_].row + rows_of_values; ++at)
      if (page_.pieces[at].label.as(Role::total))
        for (auto const& piece : page_.row(page_.pieces[at].row))
          if (auto const total = number(piece); total && to_double(*total) != sum && !is_whole(*total))
            return true;
    return false;
  }

  void settle_weight() {
    if (has({ColumnKind::weight}))
      return;
    auto const column = std::ranges::find_if(unlisted_, [&](Column* c) {
      auto const texts = entries(*c);
      return are_weights(texts, of_projects_) && !has_another_total(*c, sum_of(texts));
    });
    if (column != unlisted_.end())
      read_as(**column, ColumnKind::weight);
  }

  /// Behind the weights; or, where these stand elsewhere, behind the results, and not more than a form has.
  void settle_score() {
    if (has({ColumnKind::score}))
      return;
    auto const* points = find(ColumnKind::weight);
    auto const* after = points ? points : find(ColumnKind::actual);
    auto const weights = points ? entries(*points) : std::vector<Entry>();
    auto const is_score = [&](Column* column) {
      auto const texts = entries(*column);
      auto const sum = sum_of(texts);
      return column > after && (points ? are_scores(texts, weights) : sum >= least_score && sum <= whole_weights[0]);
    };
    auto const column = std::ranges::find_if(unlisted_, is_score);
    if (after && column != unlisted_.end())
      read_as(**column, ColumnKind::score);
  }

  Page const& page_;
  std::uint32_t first_, end_;
  std::span<Column> columns_;
  bool of_projects_;
  Column const* name_ = nullptr;
  std::vector<Column*> unlisted_; ///< behind the names
};

/// Of the rows below a header those with a sign in this column, and those with another text.
struct Signs {
  std::size_t signs = 0, others = 0;
};

Signs signs_below(Page const& page, std::uint32_t first, std::uint32_t end, Column const& column,
                  std::size_t columns_behind) {
  Signs out;
  bool const placed = page.borders <= Borders::gridded;
  auto const last_row = page.pieces[first].row + rows_of_values;
  for (auto at = first; at < end && page.pieces[at].row < last_row; ++at) {
    auto const& piece = page.pieces[at];
    if (is_column_label(piece))
      break; // another header: the end of the table
    // Where covered cells are left out, they are those of groups: a place is counted from the end of the row.
    bool const here = placed ? piece.x == column.x && piece.x_end == column.x_end
                             : at + columns_behind + 1 == page.rows[piece.row + 1];
    if (!here || piece.blank())
      continue;
    // 定性 | 持续健全 | 30: a text has no unit, so that its row is one cell shorter.
    if (!placed && std::ranges::any_of(page.row(piece.row), [](Piece const& p) { return p.look() == Look::nature; }))
      continue;
    auto const look = piece.look();
    if (look != Look::nature) // 定性: beside a value without a sign
      ++(look == Look::comparator ? out.signs : out.others);
  }
  return out;
}

} // namespace

void settle_sign_by_contents(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  constexpr std::size_t fewest_signs = 2;
  using enum ColumnKind;
  if (first >= end || page.borders > Borders::separated || has_column(columns, comparator))
    return;
  auto const is_target = [](Column const& c) {
    return c.kind == target || c.kind == target_of || c.kind == revised_target;
  };
  for (auto column = columns.begin(); column != columns.end() && std::next(column) != columns.end(); ++column) {
    bool const may_be_sign = column->kind == other || column->kind == direction || column->kind == basis ||
                             (column->kind == target_of && std::next(column)->kind == target);
    if (!may_be_sign || !is_target(*std::next(column)))
      continue;
    auto const found = signs_below(page, first, end, *column, static_cast<std::size_t>(columns.end() - column - 1));
    if (found.signs < fewest_signs || found.others > 0)
      continue;
    column->kind = comparator, column->target.clear();
    return;
  }
}

void settle_values_by_contents(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  if (first >= end || page.borders > Borders::gridded)
    return;
  bool const of_projects = has_column(columns, ColumnKind::project_name);
  auto const opens = [](Column const& c) { return c.kind == ColumnKind::level1; };
  for (auto begin = columns.begin(); begin != columns.end();) { // tables side by side
    auto const next = std::find_if(begin + 1, columns.end(), opens);
    ValueColumns(page, first, end, std::span(begin, next), of_projects).settle();
    begin = next;
  }
}

} // namespace jixiao::recognition
