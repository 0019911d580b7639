#include "recognition/columns/column_maker.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/columns/header_words.hpp"
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
    auto const ends = ends_of(page_, upper_);
    if (lower_is_whole())
      upper_.pieces.clear();
    bool const all_placed = page_.borders == Borders::gridded && stands_below_wide_labels(ends);
    for (std::size_t i = 0; i < upper_.pieces.size(); ++i) {
      auto const& parent = page_.pieces[upper_.pieces[i]];
      bool const by_place = page_.borders == Borders::exact || all_placed ||
                            (page_.borders == Borders::gridded && ends[i] > parent.x + 1);
      bool const children = by_place ? take_below(parent, ends[i]) : take_by_meaning(parent);
      if (!children && !is_side(parent))
        add(upper_.pieces[i], nullptr);
    }
    add_orphans();
    settle_repeated(columns_);
    settle_amounts();
    return std::move(columns_);
  }

private:
  /// 历史完成值 over 2021年 | 2022年 | 2023年: labels with blanks behind them have all of the lower row.
  bool stands_below_wide_labels(std::vector<std::uint16_t> const& ends) const {
    return std::ranges::all_of(lower_.pieces, [&](std::uint32_t index) {
      for (std::size_t i = 0; i + 1 < upper_.pieces.size(); ++i)
        if (auto const x = page_.pieces[upper_.pieces[i]].x;
            page_.pieces[index].x >= x && page_.pieces[index].x < ends[i])
          return ends[i] > x + 1;
      return false;
    });
  }

  /// 指标体系 | 指标值 | 评分 over labels of all columns, where covered cells are left out: the row below has as many
  /// cells as the lower row.
  bool lower_is_whole() const {
    if (page_.borders != Borders::separated || lower_.pieces.size() <= upper_.pieces.size() || !lower_.above.empty() ||
        lower_.end >= page_.pieces.size() || page_.row(page_.pieces[lower_.end].row).size() != lower_.pieces.size())
      return false;
    auto const has = [&](auto of_kind) {
      return std::ranges::any_of(lower_.pieces, [&](std::uint32_t i) {
        auto const kind = column_kind(page_.pieces[i].label);
        return kind && of_kind(*kind);
      });
    };
    return has([](ColumnKind kind) { return kind == ColumnKind::level1 || kind == ColumnKind::level2; }) &&
           has([](ColumnKind kind) { return kind == ColumnKind::level3; }) &&
           has([](ColumnKind kind) { return kind == ColumnKind::target || kind == ColumnKind::actual; });
  }

  /// 绩效指标 is the name of the column of names where no other is, and else printed down the side.
  bool is_side(Piece const& piece) const {
    // 年度绩效目标 names a goal behind the name of a project, and stands beside the table where it comes first.
    auto const* first = piece.label.as(Role::side);
    bool const leads = &piece == &page_.pieces[upper_.pieces.front()];
    bool const side = first && (first->target == "indicators" || (leads && piece.label.is(Role::side, "indicators")));
    if (!side || (!piece.label.as(Role::column) && !may_name(piece, leads)))
      return side;
    // 指标名称 | 绩效目标: behind the names it is what is asked of them.
    bool const behind_names = std::ranges::any_of(upper_.pieces, [&](std::uint32_t i) {
      return column_kind(page_.pieces[i].label) == ColumnKind::level3 && &page_.pieces[i] < &piece;
    });
    if (behind_names && page_.has_rows() && column_kind(piece.label) == ColumnKind::goal)
      return false;
    auto const names_other = [&](std::uint32_t i) {
      return &page_.pieces[i] != &piece && column_kind(page_.pieces[i].label) == ColumnKind::level3;
    };
    return std::ranges::any_of(upper_.pieces, names_other) || std::ranges::any_of(lower_.pieces, names_other);
  }

  /// 序号 | 指标 | 目标值, 指标类别 | 考核指标 | 完成情况: the label of a side, in a row of the grid with its values.
  bool may_name(Piece const& piece, bool leads) const {
    return page_.borders <= Borders::separated && !leads && piece.y_span <= page_.pieces[upper_.pieces.front()].y_span;
  }

  /// 项目资金 names a block of amounts elsewhere; beside names of projects it heads those of each.
  void settle_amounts() {
    auto const has = [&](ColumnKind kind) {
      return std::ranges::find(columns_, kind, &Column::kind) != columns_.end();
    };
    if (!has(ColumnKind::project_name) || !has(ColumnKind::level3))
      return;
    settle_sources();
    if (has(ColumnKind::budget))
      return;
    for (auto& column : columns_)
      if (column.kind == ColumnKind::other && page_.pieces[column.piece].label.is(Role::side, "fund"))
        column.kind = ColumnKind::budget;
  }

  /// 资金总额 | 其中：财政拨款, or 预算数 over 合计 | 财政拨款: what the amount of each project is made of.
  void settle_sources() {
    for (auto& column : columns_) {
      auto const& label = page_.pieces[column.piece].label;
      auto const* fund = label.rest == 0 ? label.as(Role::fund) : nullptr;
      bool const told = column.kind == ColumnKind::other;
      if (told && fund)
        column.kind = ColumnKind::budget, column.target = fund->target.substr(fund->target.find('.') + 1);
      else if (told && column.label.size() > 1 && label.as(Role::total))
        column.kind = ColumnKind::budget;
      if (column.target == "total")
        column.target.clear();
    }
  }

  /// A label of the lower row, with those above it.
  void add_lower(std::size_t i, Piece const* parent) {
    used_[i] = true;
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
    if (parent) {
      column.label.push_back(printed_label(*parent));
      auto const kind = column_kind(parent->label);
      if (kind == ColumnKind::reasons || kind == ColumnKind::likelihood || parent->label.as(Role::column) == nullptr)
        column.kind =
            column.kind == ColumnKind::remark || column.kind == ColumnKind::other ? ColumnKind::other : column.kind;
    }
    column.label.push_back(printed_label(piece));
    if (parent && !column_kind(piece.label))
      settle_target(column, *parent);
    columns_.push_back(std::move(column));
  }

  static bool is_judgement(Piece const& piece) { return piece.label.rest == 0 && piece.label.is(Role::pair, "grade"); }

  /// A label that nobody has listed below that of the values: each column has the target of a region, a year, a grade.
  static void settle_target(Column& column, Piece const& parent) {
    auto const& label = column.label.back();
    bool const grade = look_of(label) == Look::grade;
    if (grade && is_judgement(parent)) { // 评价等级 over 优 | 良 | 中: one of them is ticked
      column.kind = ColumnKind::choice;
      return;
    }
    if (column_kind(parent.label) == ColumnKind::actual && says("whole_year", label))
      column.kind = ColumnKind::actual; // 一季度 | 二季度 | 全年
    if (column_kind(parent.label) != ColumnKind::target && !grade)
      return;
    if (!grade && (says("done", label) || says("past", label)))
      return;
    if (says_change("before_change", label) || says_change("behind_change", label)) {
      column.kind = says_change("before_change", label) ? ColumnKind::target : ColumnKind::revised_target;
      return;
    }
    bool const own = says("promised", label) || says("this_year", label) || says("of_year", label);
    column.kind = !grade && own ? ColumnKind::target : ColumnKind::target_of;
    bool const digits = std::ranges::any_of(label, [](char c) { return c >= '0' && c <= '9'; });
    bool const period = says("whole_period", label) || (digits && label.find("年") != std::string::npos);
    column.target = grade || says("limit", label) ? "standard" : period ? "period" : "region";
  }

  /// Labels of the lower row that stand below `parent`.
  bool take_below(Piece const& parent, std::uint16_t end) {
    bool any = false;
    for (std::size_t i = 0; i < lower_.pieces.size(); ++i) {
      auto const& piece = page_.pieces[lower_.pieces[i]];
      if (used_[i] || piece.x < parent.x || piece.x >= end)
        continue;
      any = true;
      add_lower(i, is_side(parent) ? nullptr : &parent);
    }
    return any;
  }

  /// Without a grid, a label of the upper row takes the next of the lower row that are commonly printed below it.
  bool take_by_meaning(Piece const& parent) {
    auto const kind = column_kind(parent.label);
    if (page_.borders == Borders::separated && (take_repeated(parent) || take_amounts(parent) || take_groups(parent) ||
                                                take_rest(parent) || take_points(parent)))
      return true;
    if (takes_unknown(parent))
      return take_unknown_children(parent);
    auto const fits = [&](ColumnKind child, bool first) {
      if (is_side(parent))
        return is_name_or_level(child);
      if (kind == ColumnKind::target)
        return child == ColumnKind::comparator || child == ColumnKind::unit || child == ColumnKind::direction ||
               child == ColumnKind::target || (child == ColumnKind::other && says("past", page_.pieces[next_].text));
      if (kind == ColumnKind::score) // 单项指标得分 | 权重占比 | 单项指标折算得分
        return (child == ColumnKind::score || child == ColumnKind::other) && has_score_below();
      if (kind == ColumnKind::reasons || kind == ColumnKind::remark)
        return child == ColumnKind::choice && !is_likelihood(first) ? true : child == ColumnKind::remark;
      return kind == ColumnKind::likelihood && child == ColumnKind::choice;
    };
    auto i = static_cast<std::size_t>(std::ranges::find(used_, false) - used_.begin());
    bool any = false;
    for (; i < lower_.pieces.size(); ++i) {
      next_ = lower_.pieces[i];
      auto const& piece = page_.pieces[next_];
      auto child = column_kind(piece.label);
      if (!child && kind == ColumnKind::target && may_be_label(piece) && says("past", piece.text))
        child = ColumnKind::other; // 上年值
      if (!child || !fits(*child, !any))
        break;
      any = true;
      add_lower(i, is_side(parent) ? nullptr : &parent);
    }
    return any;
  }

  std::size_t next_unused() const { return static_cast<std::size_t>(std::ranges::find(used_, false) - used_.begin()); }

  /// The next labels of the lower row, in the place of the one above them.
  bool take_next(std::size_t count, Piece const& parent) {
    auto const x = static_cast<std::uint16_t>(parent.x + moved_);
    for (std::size_t i = 0; i < count; ++i) {
      add_lower(next_unused(), is_side(parent) ? nullptr : &parent);
      columns_.back().x = static_cast<std::uint16_t>(x + i);
      columns_.back().x_end = static_cast<std::uint16_t>(x + i + 1);
    }
    moved_ = static_cast<std::uint16_t>(moved_ + count - 1);
    return true;
  }

  /// 半年 | 全年 over 目标值 | 完成值 | 目标值 | 完成值: as many labels that nobody has listed as the lower row begins
  /// anew.
  bool take_repeated(Piece const& parent) {
    auto const text = [&](std::size_t i) { return folded(page_.pieces[lower_.pieces[i]].text); };
    auto const heads = [&](std::uint32_t i) { return may_be_label(page_.pieces[i]); };
    auto const size = lower_.pieces.size();
    auto const parents = static_cast<std::size_t>(std::ranges::count_if(upper_.pieces, heads));
    if (parents < 2 || size == 0 || size % parents != 0 || size == parents || !may_be_label(parent) ||
        !lower_.above.empty())
      return false;
    auto const each = size / parents;
    for (std::size_t i = each; i < size; ++i)
      if (text(i) != text(i % each))
        return false;
    return next_unused() + each <= size && take_next(each, parent);
  }

  /// 资金安排 over 小计 | 财政拨款 | 其他资金.
  bool take_amounts(Piece const& parent) {
    if (!parent.label.is(Role::side, "fund") && column_kind(parent.label) != ColumnKind::budget)
      return false;
    auto const first = next_unused();
    auto end = first;
    auto const is_amount = [&](std::size_t i) {
      auto const& label = page_.pieces[lower_.pieces[i]].label;
      return label.rest == 0 && (label.as(Role::fund) || label.as(Role::total));
    };
    while (end < lower_.pieces.size() && is_amount(end))
      ++end;
    return end > first + 1 && take_next(end - first, parent);
  }

  /// 绩效目标 over 成本指标 | 产出指标, each over labels of its own: the last of the upper row has all that is left.
  bool take_groups(Piece const& parent) {
    auto const first = next_unused();
    auto const is_in_group = [&](std::size_t i) {
      auto const above = lower_.label_above(i);
      return above != HeaderRow::none && page_.pieces[above].label.is_level();
    };
    return &parent == &page_.pieces[upper_.pieces.back()] && first < lower_.pieces.size() && is_in_group(first) &&
           take_next(lower_.pieces.size() - first, parent);
  }

  /// 绩效指标 over all labels of the indicators, where none of them stands in the upper row.
  bool take_rest(Piece const& parent) {
    auto const first = next_unused();
    auto const kind_of = [&](std::uint32_t i) { return column_kind(page_.pieces[i].label); };
    auto const is_of_names = [&](std::uint32_t i) {
      return &page_.pieces[i] != &parent && kind_of(i) && is_name_or_level(*kind_of(i));
    };
    auto const known = [&](std::uint32_t i) { return kind_of(i).has_value(); };
    auto const takes_some = [&](std::uint32_t i) {
      return kind_of(i) == ColumnKind::target || kind_of(i) == ColumnKind::reasons ||
             kind_of(i) == ColumnKind::likelihood;
    };
    auto const rest = std::span(lower_.pieces).subspan(first);
    return is_side(parent) && rest.size() > 3 && std::ranges::none_of(upper_.pieces, is_of_names) &&
           std::ranges::none_of(upper_.pieces, takes_some) && std::ranges::any_of(rest, is_of_names) &&
           std::ranges::all_of(rest, known) && take_next(rest.size(), parent);
  }

  /// 完成情况 | 得分情况 over values and points: two labels, by how many cells the row below has.
  bool take_points(Piece const& parent) {
    auto const size = lower_.pieces.size();
    if (!lower_.above.empty() || lower_.end >= page_.pieces.size() ||
        page_.row(page_.pieces[lower_.end].row).size() + 2 != upper_.pieces.size() + size)
      return false;
    auto const kind_of = [&](std::uint32_t i) { return column_kind(page_.pieces[i].label); };
    auto const is_points = [&](std::uint32_t i) {
      return kind_of(i) == ColumnKind::weight || kind_of(i) == ColumnKind::score;
    };
    auto const first = std::ranges::find_if(lower_.pieces, is_points);
    auto const split = static_cast<std::size_t>(first - lower_.pieces.begin());
    bool const values = std::any_of(lower_.pieces.begin(), first, [&](std::uint32_t i) {
      return kind_of(i) == ColumnKind::target || kind_of(i) == ColumnKind::actual;
    });
    if (!values || split == size)
      return false;
    constexpr std::string_view points = "分";
    for (std::size_t i = 0; i + 1 < upper_.pieces.size(); ++i) {
      auto const &of_values = page_.pieces[upper_.pieces[i]], &of_points = page_.pieces[upper_.pieces[i + 1]];
      auto const kind = kind_of(upper_.pieces[i]);
      if (of_points.text.find(points) == std::string_view::npos || is_side(of_values) ||
          (kind && *kind != ColumnKind::actual && *kind != ColumnKind::target))
        continue;
      return (&parent == &of_values && next_unused() == 0 && take_next(split, parent)) ||
             (&parent == &of_points && next_unused() == split && take_next(size - split, parent));
    }
    return false;
  }

  /// Of the labels of the lower row that stand below none yet.
  bool has_score_below() const {
    for (std::size_t i = 0; i < lower_.pieces.size(); ++i)
      if (!used_[i] && column_kind(page_.pieces[lower_.pieces[i]].label) == ColumnKind::score)
        return true;
    return false;
  }

  /// The lower row has labels that nobody has listed: they are those of the values, or of the standards where they are
  /// grades.
  bool takes_unknown(Piece const& parent) const {
    if (lower_.pieces.empty() || used_.empty() || used_.front())
      return false;
    auto const kind = column_kind(parent.label);
    if (!lower_.above.empty() || are_periods(page_, lower_))
      return heads_periods(parent);
    if (auto const past = label_of_past(); past && are_years())
      return &parent == past;
    if (auto const over = label_said_again())
      return &parent == over;
    if (auto const first = column_kind(page_.pieces[lower_.pieces.front()].label))
      return first == ColumnKind::level3 && heads_names(parent);
    bool const grades = look_of(page_.pieces[lower_.pieces.front()].text) == Look::grade;
    if (grades && std::ranges::any_of(upper_.pieces, [&](std::uint32_t i) { return is_judgement(page_.pieces[i]); }))
      return is_judgement(parent);
    bool const has_target = std::ranges::any_of(
        upper_.pieces, [&](std::uint32_t i) { return column_kind(page_.pieces[i].label) == ColumnKind::target; });
    return kind == ColumnKind::target || (grades && !has_target && kind == ColumnKind::basis);
  }

  /// 定量指标 over 指标内容 | 指标值 | 计量单位: the first label that nobody has listed, where none of the others is of
  /// names.
  bool heads_names(Piece const& parent) const {
    auto const kind_of = [&](std::uint32_t i) { return column_kind(page_.pieces[i].label); };
    auto const unlisted =
        std::ranges::find_if(upper_.pieces, [&](std::uint32_t i) { return !page_.pieces[i].label.known(); });
    return unlisted != upper_.pieces.end() && &page_.pieces[*unlisted] == &parent &&
           std::ranges::none_of(upper_.pieces, [&](std::uint32_t i) { return kind_of(i) == ColumnKind::level3; });
  }

  /// 历史完成值, which nobody has listed, over 2021年 | 2022年.
  Piece const* label_of_past() const {
    auto const found = std::ranges::find_if(upper_.pieces, [&](std::uint32_t i) {
      return !column_kind(page_.pieces[i].label) && says("past", page_.pieces[i].text);
    });
    return found == upper_.pieces.end() ? nullptr : &page_.pieces[*found];
  }

  /// 绩效标准 over 计划标准 | 行业标准 | 历史标准: most of the lower labels end as one of the upper does.
  Piece const* label_said_again() const {
    constexpr std::size_t ending = 6; // bytes: two characters
    auto const ends_of_lower = [&](std::string_view end) {
      return std::ranges::count_if(lower_.pieces, [&](std::uint32_t i) { return page_.pieces[i].text.ends_with(end); });
    };
    auto const found = std::ranges::find_if(upper_.pieces, [&](std::uint32_t i) {
      auto const text = trim(page_.pieces[i].text);
      return text.size() > ending &&
             !is_name_or_level(column_kind(page_.pieces[i].label).value_or(ColumnKind::other)) &&
             ends_of_lower(text.substr(text.size() - ending)) * 2 > std::ssize(lower_.pieces);
    });
    return found == upper_.pieces.end() ? nullptr : &page_.pieces[*found];
  }

  bool are_years() const {
    return std::ranges::all_of(lower_.pieces, [&](std::uint32_t i) {
      return static_cast<bool>(grammars::match_fiscal_year(clean_value(page_.pieces[i].text)));
    });
  }

  /// Two rows of labels stand below what tells of results, or else below the values.
  bool heads_periods(Piece const& parent) const {
    auto const of_results = [](Piece const& piece) {
      auto const kind = column_kind(piece.label);
      return kind == ColumnKind::actual || (!kind && piece.text.find("情况") != std::string_view::npos);
    };
    bool const any = std::ranges::any_of(upper_.pieces, [&](std::uint32_t i) { return of_results(page_.pieces[i]); });
    return any ? of_results(parent) : column_kind(parent.label) == ColumnKind::target;
  }

  bool take_unknown_children(Piece const& parent) {
    for (std::size_t i = 0; i < lower_.pieces.size(); ++i)
      add_lower(i, &parent);
    // Where the row leaves out what merged cells cover, its labels do not stand below that of the values.
    auto const count = static_cast<std::uint16_t>(lower_.pieces.size());
    auto const& first = page_.pieces[lower_.pieces.front()];
    if (page_.has_rows() && first.x < parent.x) {
      for (std::uint16_t i = 0; i < count; ++i) {
        auto& column = columns_[columns_.size() - count + i];
        column.x = static_cast<std::uint16_t>(parent.x + i), column.x_end = static_cast<std::uint16_t>(column.x + 1);
      }
      moved_ = static_cast<std::uint16_t>(count - 1);
    }
    return true;
  }

  /// 确定能, 有可能 and 完全不可能 stand below 完成目标可能性.
  bool is_likelihood(bool) const { return page_.pieces[next_].label.text.ends_with("能"); }

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
  std::uint32_t next_ = 0;
  std::uint16_t moved_ = 0; ///< how far columns behind the values stand to the right of their labels
};

} // namespace

std::vector<Column> make_columns(Page const& page, HeaderRow upper, HeaderRow lower) {
  return ColumnMaker(page, std::move(upper), std::move(lower)).make();
}

} // namespace jixiao::recognition
