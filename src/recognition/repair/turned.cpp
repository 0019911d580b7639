#include "recognition/repair/turned.hpp"

#include "recognition/columns/columns.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t fewest_rows = 3;    ///< of labels before their cells
constexpr std::uint32_t fewest_records = 2; ///< what stands in one column alone may be pairs
constexpr std::size_t longest_name = 120;   ///< bytes
constexpr std::size_t longest_label = 60;   ///< bytes, of a place or a corner

struct FilledCell {
  std::uint32_t x = 0;
  std::string_view text;
};

class Finder {
public:
  Finder(Reading const& reading, Block const& block, LabelFinder const& labels)
      : labels_(labels), first_(block.first_row), end_(block.first_row + block.row_count) {
    rows_.reserve(block.row_count + 1);
    for (auto r = first_; r < end_; ++r) {
      rows_.push_back(cells_.size());
      auto const& of = reading.rows[r];
      for (std::uint32_t c = 0; c < of.cell_count; ++c)
        if (auto const text = trim(reading.cells[of.first_cell + c].text); !text.empty())
          cells_.push_back({c, text});
    }
    rows_.push_back(cells_.size());
  }

  std::vector<TurnedRows> run() {
    std::vector<TurnedRows> out;
    for (std::uint32_t r = 0; r < count();) {
      auto found = labelled(r);
      if (!found)
        found = amounts(r);
      if (!found)
        found = places(r);
      r = found ? found->end_row : r + 1;
      if (found) {
        out.push_back(*found);
        for (auto* of : {&out.back().first_row, &out.back().end_row, &out.back().groups_row})
          *of += first_;
      }
    }
    return out;
  }

private:
  std::uint32_t count() const { return end_ - first_; }
  std::span<FilledCell const> row(std::uint32_t r) const {
    return std::span(cells_).subspan(rows_[r], rows_[r + 1] - rows_[r]);
  }
  bool known(std::uint32_t r) const { return r < count() && !row(r).empty(); }
  /// Until the next is asked for.
  Label const& label(FilledCell const& cell) const { return labels_.find(cell.text, found_); }

  template <class Is> static bool all(std::span<FilledCell const> texts, Is is) {
    return !texts.empty() && std::ranges::all_of(texts, is);
  }
  bool are_groups(std::span<FilledCell const> texts, std::int16_t Label::*level) const {
    return all(texts, [&](FilledCell const& t) {
      auto const& of = label(t);
      return of.*level >= 0 && !of.known();
    });
  }
  static bool is_figure(FilledCell const& t) {
    auto const look = look_of(t.text);
    return look == Look::number || look == Look::money || look == Look::percentage || look == Look::placeholder;
  }
  bool is_measure(FilledCell const& t) const {
    auto const& of = label(t);
    return of.as(Role::measure) && of.rest == 0;
  }
  bool is_source(FilledCell const& t) const {
    auto const& of = label(t);
    return (of.as(Role::fund) || of.as(Role::total)) && of.rest == 0;
  }
  bool is_name(FilledCell const& t) const {
    auto const look = t.text.size() <= longest_name ? look_of(t.text) : Look::prose;
    return (look == Look::short_words || look == Look::words) && !label(t).is_level();
  }

  /// The kind of column that the first text of a row is the label of, where it is that of no other.
  std::optional<ColumnKind> kind_before(std::uint32_t r) const {
    if (!known(r) || row(r).size() < 2)
      return std::nullopt;
    auto const& first = label(row(r)[0]);
    auto const kind = first.rest > 0 ? std::nullopt : column_kind(first);
    bool const of_indicator = kind && *kind < ColumnKind::project_name && *kind != ColumnKind::other;
    return of_indicator && !column_kind(label(row(r)[1])) ? kind : std::nullopt;
  }

  /// 一级指标 | 产出指标 over 二级指标 | 数量指标 over 三级指标 | name: each label has its row.
  std::optional<TurnedRows> labelled(std::uint32_t r) {
    if (r < labelled_from_ || !kind_before(r))
      return std::nullopt;
    auto const x = row(r)[0].x;
    bool groups = false, names = false;
    std::size_t records = 0;
    auto end = r;
    for (; auto const kind = end < count() ? kind_before(end) : std::nullopt; ++end) {
      auto const cells = row(end).subspan(1);
      if (row(end)[0].x != x)
        break;
      bool const level = *kind == ColumnKind::level1 || *kind == ColumnKind::level2;
      if (level && !all(cells, [&](FilledCell const& t) { return label(t).is_level(); }))
        return labelled_from_ = end + 1, std::nullopt;
      groups = groups || level;
      names = names || *kind == ColumnKind::level3;
      records = std::max(records, cells.size());
    }
    labelled_from_ = end; // what the whole run lacks, its rest lacks
    bool const table = groups && names && end - r >= fewest_rows && records >= fewest_records;
    return table ? std::optional(TurnedRows{r, end, x, 0}) : std::nullopt;
  }

  /// (blank) | 合计 | 财政拨款 over 年初预算数 | 80 | 70.
  std::optional<TurnedRows> amounts(std::uint32_t r) const {
    if (!known(r) || !known(r + 1) || row(r + 1)[0].x > row(r)[0].x + 1)
      return std::nullopt;
    // A label down the side stands before the sources.
    auto const measured = [&](std::uint32_t at) {
      auto const texts = at < count() ? row(at) : std::span<FilledCell const>{};
      return texts.size() >= 2 && is_measure(texts[0]) && all(texts.subspan(1), is_figure);
    };
    auto const x = row(r + 1)[0].x;
    auto const sources = std::ranges::find_if(row(r), [&](FilledCell const& t) { return t.x > x; });
    std::span<FilledCell const> const heads(sources, row(r).end());
    if (heads.size() < fewest_records || !all(heads, [&](FilledCell const& t) { return is_source(t); }))
      return std::nullopt;
    auto end = r + 1;
    while (measured(end) && row(end)[0].x == x)
      ++end;
    return end - r > fewest_records ? std::optional(TurnedRows{r, end, x, 0}) : std::nullopt;
  }

  /// 县区 | 产出指标 over 数量指标 | 质量指标 over names over 石桥镇 | 12处 | 95%. A label of the indicators may stand
  /// above the groups, numbers and amounts of the places before their values.
  std::optional<TurnedRows> places(std::uint32_t r) const {
    if (!known(r) || row(r).size() < 2 || row(r)[0].text.size() > longest_label || label(row(r)[0]).is_level())
      return std::nullopt;
    bool const side = label(row(r).back()).is(Role::side, "indicators");
    auto const groups = side ? r + 1 : r;
    if (!known(groups))
      return std::nullopt;
    auto const first = std::ranges::find_if(
        row(groups), [&](FilledCell const& t) { return label(t).level1 >= 0 && !label(t).known(); });
    auto const values = first == row(groups).end() ? 0 : first->x;
    auto const of_values = [&](std::uint32_t at) { return std::span(begins_at(at, values), row(at).end()); };
    if (values <= row(r)[0].x || !are_groups(of_values(groups), &Label::level1) || (side && row(r).back().x != values))
      return std::nullopt;
    auto names = groups + 1;
    if (known(names) && are_groups(of_values(names), &Label::level2))
      ++names;
    if (!known(names) || of_values(names).size() < fewest_records ||
        !all(of_values(names), [&](FilledCell const& t) { return is_name(t); }))
      return std::nullopt;
    for (auto at = r; at <= names; ++at)
      if (!std::ranges::all_of(row(at).begin(), begins_at(at, values), [&](FilledCell const& t) { return heads(t); }))
        return std::nullopt;
    auto end = names + 1;
    std::optional<std::uint32_t> column;
    std::uint32_t reach = 0;
    for (; end < count(); ++end) {
      auto const* place = place_in(end, values);
      if (!place || of_values(end).empty() ||
          std::ranges::any_of(of_values(end), [&](FilledCell const& t) { return label(t).known(); }))
        break;
      if (bool const sum = label(*place).known(); !sum && !column)
        column = place->x;
      else if (sum ? column && place->x > *column : place->x != *column)
        break;
      reach = std::max(reach, row(end).back().x);
    }
    // Where covered cells are left out, rows of values go on behind the last name.
    if (!column || row(names)[0].x < values || reach > row(names).back().x)
      return std::nullopt;
    bool const amounts = *column + 1 < values && known_amounts(r, names, *column, values);
    return TurnedRows{r, end, *column, names - groups + 1, groups, values, amounts};
  }

  /// Where the cells of a row that stand in the column `x` or behind it begin.
  std::span<FilledCell const>::iterator begins_at(std::uint32_t at, std::uint32_t x) const {
    return std::ranges::lower_bound(row(at), x, {}, &FilledCell::x);
  }

  /// A label above what tells of the places.
  bool heads(FilledCell const& cell) const { return cell.text.size() <= longest_label && !is_figure(cell); }

  /// The name of a place, or 合计, before the values of its row; numbers and amounts may stand around it.
  FilledCell const* place_in(std::uint32_t at, std::uint32_t values) const {
    if (!known(at))
      return nullptr;
    FilledCell const* place = nullptr;
    for (auto cell = row(at).begin(); cell != begins_at(at, values); ++cell) {
      if (is_figure(*cell))
        continue;
      bool const sum = label(*cell).as(Role::total) != nullptr;
      if (place || cell->text.size() > longest_label || (!sum && (!is_name(*cell) || label(*cell).known())))
        return nullptr;
      place = &*cell;
    }
    return place;
  }

  /// Labels between that of the places and the groups.
  bool known_amounts(std::uint32_t first, std::uint32_t last, std::uint32_t column, std::uint32_t values) const {
    for (auto at = first; at <= last; ++at)
      if (std::any_of(row(at).begin(), begins_at(at, values), [&](FilledCell const& t) { return t.x > column; }))
        return true;
    return false;
  }

  LabelFinder const& labels_;
  mutable Label found_; ///< where the labels are not remembered
  std::uint32_t first_, end_;
  std::uint32_t labelled_from_ = 0; ///< no row before it begins a table of labelled rows
  std::vector<FilledCell> cells_;   ///< what is not blank
  std::vector<std::size_t> rows_;   ///< where each row begins among them, and their number
};

} // namespace

std::vector<TurnedRows> find_turned(Reading const& reading, Block const& block, LabelFinder const& labels) {
  if (block.kind != BlockKind::table)
    return {};
  return Finder(reading, block, labels).run();
}

} // namespace jixiao::recognition
