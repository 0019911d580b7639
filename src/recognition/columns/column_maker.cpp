#include "recognition/columns/column_maker.hpp"

#include "recognition/columns/header_paths.hpp"
#include "recognition/columns/header_shares.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/columns/settle_columns.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace jixiao::recognition {

namespace {

/// Builds columns from one or two rows of labels.
class ColumnMaker {
public:
  ColumnMaker(Page const& page, HeaderRow upper, HeaderRow lower)
      : page_(page), upper_(std::move(upper)), lower_(std::move(lower)), used_(lower_.pieces.size(), false) {}

  std::vector<Column> make() {
    place_shares();
    for (std::size_t i = 0; i < upper_.pieces.size(); ++i) {
      auto const& parent = page_.pieces[upper_.pieces[i]];
      bool const side = has_no_column(page_, upper_, lower_, parent);
      if (below_[i].empty() && !side)
        add(upper_.pieces[i], nullptr);
      take(parent, below_[i], side ? nullptr : &parent);
    }
    add_orphans();
    settle_repeated(columns_);
    settle_amounts();
    return std::move(columns_);
  }

private:
  using Labels = std::vector<std::size_t>; ///< places in the lower row

  /// Which of the lower row stand below which of the upper: by their places, by how many there are, by what they say.
  void place_shares() {
    auto const uppers = upper_.pieces.size();
    below_.resize(uppers);
    if (auto const shares = shares_by_count(page_, upper_, lower_)) {
      left_out_ = std::ranges::none_of(page_.row(page_.pieces[upper_.pieces.front()].row), &Piece::blank);
      return give(*shares);
    }
    auto const ends = ends_of(page_, upper_);
    std::vector<bool> free(uppers, true);
    for (std::size_t i = 0; i < uppers; ++i) {
      auto const x = page_.pieces[upper_.pieces[i]].x;
      free[i] = page_.borders != Borders::exact && (page_.borders != Borders::gridded || ends[i] <= x + 1);
      for (std::size_t k = 0; !free[i] && k < lower_.pieces.size(); ++k)
        if (auto const at = page_.pieces[lower_.pieces[k]].x; !used_[k] && at >= x && at < ends[i])
          give(i, k);
    }
    if (std::ranges::find(free, true) == free.end())
      return;
    auto free_lower = used_;
    free_lower.flip();
    give(shares_by_words(page_, upper_, lower_, free, free_lower));
  }

  void give(std::size_t upper, std::size_t lower) {
    below_[upper].push_back(lower);
    used_[lower] = true;
  }

  void give(std::vector<Share> const& shares) {
    for (std::size_t i = 0; i < shares.size(); ++i)
      for (auto k = shares[i].first; k < shares[i].first + shares[i].count; ++k)
        give(i, k);
  }

  /// Columns of the labels below one of the upper row. Where the row leaves out what merged cells cover, they stand
  /// further left than their columns do.
  void take(Piece const& parent, Labels const& labels, Piece const* named) {
    if (page_.borders == Borders::separated && !labels.empty() &&
        page_.pieces[lower_.pieces[labels.front()]].x < parent.x)
      left_out_ = true;
    std::size_t const x = static_cast<std::size_t>(parent.x) + moved_;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      add_lower(labels[i], named);
      if (!left_out_)
        continue;
      columns_.back().x = static_cast<std::uint16_t>(x + i);
      columns_.back().x_end = static_cast<std::uint16_t>(x + i + 1);
    }
    if (left_out_ && !labels.empty())
      moved_ = static_cast<std::uint16_t>(moved_ + labels.size() - 1);
  }

  /// 项目资金 names a block of amounts elsewhere; beside names of projects it heads those of each.
  void settle_amounts() {
    if (!has_column(columns_, ColumnKind::project_name) || !has_column(columns_, ColumnKind::level3))
      return;
    settle_sources();
    if (has_column(columns_, ColumnKind::budget))
      return;
    for (auto& column : columns_)
      if (column.kind == ColumnKind::other && page_.pieces[column.piece].label.is(Role::side, "fund"))
        column.kind = ColumnKind::budget;
  }

  /// 资金总额 | 其中：财政拨款, or 预算数 over 合计 | 财政拨款: what the amount of each project is made of. 执行数 and
  /// 执行率 in front of the groups and names are what was spent of it; behind them they are of the indicators.
  void settle_sources() {
    bool in_front = true;
    for (auto& column : columns_) {
      in_front = in_front && !is_name_or_level(column.kind);
      auto const& label = page_.pieces[column.piece].label;
      auto const* fund = label.rest == 0 ? label.as(Role::fund) : nullptr;
      auto const* measure = label.rest == 0 && column.label.size() == 1 ? label.as(Role::measure) : nullptr;
      bool const told = column.kind == ColumnKind::other;
      if (told && in_front && measure && measure->target != "reason")
        column.kind = ColumnKind::measure, column.target = measure->target, column.once = true;
      else if (told && fund)
        column.kind = ColumnKind::budget, column.target = fund->target.substr(fund->target.find('.') + 1);
      else if (told && column.label.size() > 1 && label.as(Role::total))
        column.kind = ColumnKind::budget;
      if (column.target == "total")
        column.target.clear();
    }
  }

  /// A label of the lower row, with those above it.
  void add_lower(std::size_t i, Piece const* parent) {
    add(lower_.pieces[i], parent);
    auto const between = lower_.label_above(i);
    if (between == HeaderRow::none)
      return;
    auto& label = columns_.back().label;
    label.insert(std::prev(label.end()), printed_label(page_.pieces[between]));
    if (page_.pieces[between].label.is_level())
      columns_.back().group = between;
  }

  void add(std::uint32_t index, Piece const* parent) {
    auto const& piece = page_.pieces[index];
    Column column{column_kind(piece.label).value_or(ColumnKind::other), {}, {}, piece.x, piece.x_end, 0, false, index};
    if (!column_kind(piece.label) && piece.label.is(Role::side, "indicators"))
      column.kind = ColumnKind::level3;
    if (!parent) {
      column.x = static_cast<std::uint16_t>(column.x + moved_);
      column.x_end = static_cast<std::uint16_t>(column.x_end + moved_);
    }
    // 单位名称（项目名称）: the names of units stand there, each above those of its projects.
    if (column.kind == ColumnKind::implementing_unit && header_meaning(piece.label.annotation) == "project_name")
      column.kind = ColumnKind::project_name;
    if (!parent && column.kind == ColumnKind::reasons)
      column.kind = ColumnKind::remark; // no columns of choices stand below it
    if (parent)
      column.label.push_back(printed_label(*parent));
    column.label.push_back(printed_label(piece));
    if (parent)
      read_below(column, *parent, piece);
    columns_.push_back(std::move(column));
  }

  /// What no label of the upper row took: levels before everything else, the rest behind.
  void add_orphans() {
    std::vector<Column> made;
    made.swap(columns_);
    std::vector<Column> front;
    for (std::size_t i = 0; i < lower_.pieces.size(); ++i) {
      if (used_[i])
        continue;
      add_lower(i, nullptr);
      if (is_name_or_level(columns_.back().kind)) {
        front.push_back(std::move(columns_.back()));
        columns_.pop_back();
      }
    }
    front.insert(front.end(), std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    front.insert(front.end(), std::make_move_iterator(columns_.begin()), std::make_move_iterator(columns_.end()));
    columns_ = std::move(front);
    if (page_.borders == Borders::exact)
      std::ranges::stable_sort(columns_, {}, &Column::x);
  }

  Page const& page_;
  HeaderRow upper_, lower_;
  std::vector<bool> used_;
  std::vector<Column> columns_;
  std::vector<Labels> below_; ///< for each of the upper row
  bool left_out_ = false;     ///< the rows leave out what merged cells cover
  std::uint16_t moved_ = 0;   ///< how far columns then stand to the right of their labels
};

} // namespace

std::vector<Column> make_columns(Page const& page, HeaderRow upper, HeaderRow lower) {
  return ColumnMaker(page, std::move(upper), std::move(lower)).make();
}

} // namespace jixiao::recognition
