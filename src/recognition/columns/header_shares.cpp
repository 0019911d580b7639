#include "recognition/columns/header_shares.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/columns/header_paths.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

namespace jixiao::recognition {

namespace {

/// How well a label stands below another: not at all; if it must, below a known column or one that nobody has listed;
/// as well as below others; commonly; its words say so.
constexpr int never = -1, unlikely = 0, open = 1, possible = 2, usual = 3, told = 4;

constexpr std::size_t most_pairs = 1024; ///< labels of the upper row times labels of the lower
constexpr std::size_t most_over = 8;     ///< labels with others below them

/// 绩效标准 over 计划标准 | 行业标准 | 历史标准: the ending that most of the lower labels share with one of the upper.
std::string_view ending_said_again(Page const& page, HeaderRow const& upper, HeaderRow const& lower) {
  constexpr std::size_t size = 6; // bytes: two characters
  for (auto const index : upper.pieces) {
    auto const text = trim(page.pieces[index].text);
    if (text.size() <= size || is_name_or_level(column_kind(page.pieces[index].label).value_or(ColumnKind::other)))
      continue;
    auto const ending = text.substr(text.size() - size);
    auto const again =
        std::ranges::count_if(lower.pieces, [&](std::uint32_t i) { return page.pieces[i].text.ends_with(ending); });
    if (again * 2 > std::ssize(lower.pieces))
      return ending;
  }
  return {};
}

/// 完成情况, 执行情况.
bool tells_results(Piece const& piece) {
  auto const kind = column_kind(piece.label);
  return kind == ColumnKind::actual || (!kind && piece.text.find("情况") != std::string_view::npos);
}

/// 一季度 | 二季度 over 目标值 | 完成值, and no 成本指标 | 产出指标.
bool has_middle_row(Page const& page, HeaderRow const& lower) {
  return !lower.above.empty() && std::ranges::none_of(lower.above, [&](std::uint32_t i) {
    return i != HeaderRow::none && page.pieces[i].label.is_level();
  });
}

/// Below a label of the vocabulary. What is a column by itself has others below it only if it must.
int worth_below(ColumnKind over, Piece const& label) {
  auto const kind = column_kind(label.label);
  bool const of_values = !kind || (*kind > ColumnKind::level3 && *kind < ColumnKind::project_name);
  auto const is_one_of = [&](std::initializer_list<ColumnKind> kinds) {
    return kind && std::ranges::find(kinds, *kind) != kinds.end();
  };
  // 复核 is of the points, and no place or year of the values.
  bool const reviewed = !kind && says("reviewed", label.text);
  using enum ColumnKind;
  switch (over) {
  case goal: // 绩效目标 behind the names
    return is_one_of({comparator, unit, direction, target}) ? usual : !kind ? open : never;
  case target: // 符号 | 值 | 单位, 上年值 | 本年值, 甲县 | 乙县
    if (!kind || is_one_of({comparator, unit, direction, target, goal}) || (kind == other && says("past", label.text)))
      return reviewed ? unlikely : usual;
    return of_values ? unlikely : never;
  case actual:
    return kind == actual            ? usual
           : reviewed                ? unlikely
           : !kind || kind == target ? possible
           : of_values               ? unlikely
                                     : never;
  case weight: // 分数 over 分值 | 得分
    return is_one_of({weight, score}) ? usual : never;
  case score: // 单项指标得分 | 权重占比 | 单项指标折算得分
    return kind == score ? told : kind == other ? usual : !kind || is_one_of({weight, remark}) ? possible : never;
  case reasons:
  case remark: {
    bool const likely = label.label.text.ends_with("能");
    return kind == remark || (kind == choice && !likely) ? usual : never;
  }
  case likelihood: // 确定能 | 有可能 | 完全不可能
    return kind == choice ? usual : never;
  default:
    return never;
  }
}

/// Of the rows right below the header the one with the most cells: others leave out those that merged ones cover, or
/// blank ones at their end.
std::uint32_t widest_row_below(Page const& page, HeaderRow const& lower) {
  constexpr std::uint32_t rows_looked_at = 8;
  auto const first = page.pieces[lower.end].row;
  auto widest = first;
  for (auto row = first + 1; row + 1 < page.rows.size() && row < first + rows_looked_at; ++row)
    if (page.row(row).size() > page.row(widest).size())
      widest = row;
  return widest;
}

/// Its cells, without the blank one below a label at the side, which has no column.
std::span<Piece const> cells_of_columns(Page const& page, HeaderRow const& lower, std::vector<bool> const& empty) {
  auto const row = page.row(widest_row_below(page, lower));
  return row.subspan(!empty.empty() && empty.front() && !row.empty() && row.front().blank() ? 1 : 0);
}

/// Points, signs and units look like nothing else: what it costs to have another text below their label.
int worth_above(Piece const& label, Piece const& text) {
  constexpr int misfit = -12; // more than the words of three labels
  auto const look = text.look();
  if (text.blank() || look == Look::placeholder || look == Look::none)
    return 0;
  switch (column_kind(label.label).value_or(ColumnKind::other)) {
  case ColumnKind::level1:
  case ColumnKind::level2:
  case ColumnKind::level3:
    return look == Look::number || look == Look::percentage || look == Look::quantity ? misfit : 0;
  case ColumnKind::weight:
  case ColumnKind::score:
    return look == Look::number || look == Look::percentage || trim(text.text).ends_with("分") ? 0 : misfit;
  case ColumnKind::comparator:
    return look == Look::comparator || look == Look::nature ? 0 : misfit;
  case ColumnKind::unit:
    return look == Look::number || look == Look::quantity || look == Look::comparator ? misfit : 0;
  default:
    return 0;
  }
}

/// How well labels of the lower row stand below those of the upper, and both above the row below the header.
class Worth {
public:
  /// `of_least`: what is worth less stands nowhere.
  Worth(Page const& page, HeaderRow const& upper, HeaderRow const& lower, std::vector<bool> const& empty, int of_least)
      : least(of_least), page_(page), upper_(upper), lower_(lower), empty_(empty),
        ending_(ending_said_again(page, upper, lower)),
        periods_(has_middle_row(page, lower) || are_periods(page, lower)) {
    for (auto const index : upper.pieces) {
      auto const& piece = page.pieces[index];
      auto const kind = column_kind(piece.label);
      names_ = names_ || kind == ColumnKind::level3;
      targets_ = targets_ || kind == ColumnKind::target;
      results_ = results_ || tells_results(piece);
      judged_ = judged_ || is_judgement(piece);
      if (!first_unlisted_ && !piece.label.known())
        first_unlisted_ = &piece;
    }
  }

  /// Only these are still to be placed.
  void leave_out(std::vector<bool> const& free_upper, std::vector<bool> const& free_lower) {
    free_upper_ = &free_upper, free_lower_ = &free_lower;
  }

  /// Of the labels alone.
  int of(std::vector<Share> const& shares) const {
    int sum = 0;
    for (std::size_t above = 0; above < shares.size(); ++above) {
      for (auto i = shares[above].first; i < shares[above].first + shares[above].count; ++i)
        sum += below(above, i);
      sum -= shares[above].count == 1 ? 1 : 0;
    }
    return sum;
  }

  int upper_at(std::size_t label, std::size_t column) const { return label_at(upper_.pieces[label], column); }
  int lower_at(std::size_t label, std::size_t column) const { return label_at(lower_.pieces[label], column); }

  int below(std::size_t above, std::size_t below) const {
    if (free_upper_ && (!(*free_upper_)[above] || !(*free_lower_)[below]))
      return never;
    auto const& over = page_.pieces[upper_.pieces[above]];
    auto const& label = page_.pieces[lower_.pieces[below]];
    auto const kind = column_kind(over.label), kind_below = column_kind(label.label);
    auto const middle = lower_.label_above(below);
    if (middle != HeaderRow::none && page_.pieces[middle].label.is_level())
      return above + 1 == upper_.pieces.size() ? told : never; // 绩效目标 over 成本指标 | 产出指标
    if (empty_[above])
      return kind_below && is_name_or_level(*kind_below) ? usual : possible;
    if (periods_)
      return results_ ? (tells_results(over) ? told : never) : kind == ColumnKind::target ? usual : never;
    if (!ending_.empty() && trim(over.text).ends_with(ending_))
      return label.text.ends_with(ending_) ? told : usual;
    if (over.label.is(Role::side, "fund") || kind == ColumnKind::budget)
      return label.label.rest == 0 && (label.label.as(Role::fund) || label.label.as(Role::total)) ? told : never;
    if (look_of(label.text) == Look::grade)
      return of_grade(over, kind);
    // 全省目标 | 其中, 全市目标值 | 分县目标值: the places stand below the other
    if (!kind_below && says("parts", over.text) && !says("all_places", label.text))
      return told;
    if (!kind_below && says("all_places", over.text))
      return unlikely;
    // 年度指标值 | 分季度目标值 over 一季度 | 二季度
    if (!kind_below && says("part_of_year", over.text) && says("part_of_year", label.text))
      return told;
    if (kind == ColumnKind::weight &&
        (says_change("before_change", label.text) || says_change("behind_change", label.text)))
      return usual; // 指标值 | 权重 over 调整前 | 调整后 each
    return kind ? worth_below(*kind, label) : of_unlisted(over, label);
  }

  int least;

private:
  int label_at(std::uint32_t label, std::size_t column) const {
    auto const row = cells_of_columns(page_, lower_, empty_);
    return column < row.size() ? worth_above(page_.pieces[label], row[column]) : 0;
  }

  /// 优 | 良 | 中 below 评价等级, or else the target, or else its basis.
  int of_grade(Piece const& over, std::optional<ColumnKind> kind) const {
    if (judged_)
      return is_judgement(over) ? told : never;
    return kind == ColumnKind::target || (!targets_ && kind == ColumnKind::basis) ? usual : never;
  }

  int of_unlisted(Piece const& over, Piece const& label) const {
    auto const kind = column_kind(label.label);
    if (!may_be_label(over) && !over.label.as(Role::goal))
      return never;
    // 年初目标 over 指标值 | 单位, 年终完成 over 完成值 | 单位
    if (auto const values = values_below(over); values && (kind == values || kind == ColumnKind::unit))
      return usual;
    if (says("past", over.text)) // 历史完成值 over 2021年 | 2022年
      return grammars::match_fiscal_year(clean_value(label.text)) ? told : kind ? never : possible;
    // 定量指标 over 指标内容 | 指标值 | 计量单位
    if (!names_ && &over == first_unlisted_ &&
        column_kind(page_.pieces[lower_.pieces.front()].label) == ColumnKind::level3)
      return told;
    if (kind && is_name_or_level(*kind))
      return never;
    bool const of_value = kind == ColumnKind::comparator || kind == ColumnKind::target || kind == ColumnKind::unit;
    if (of_value && (says_change("before_change", over.text) || says_change("behind_change", over.text)))
      return usual; // 调整前 | 调整后 over 符号 | 指标值 | 单位
    // 完成情况 | 得分情况 over values and points
    bool const is_points = kind == ColumnKind::weight || kind == ColumnKind::score;
    bool const of_points = over.text.find("分") != std::string_view::npos;
    return is_points == of_points ? possible : open;
  }

  Page const& page_;
  HeaderRow const& upper_;
  HeaderRow const& lower_;
  std::vector<bool> const& empty_;
  std::string_view ending_;
  bool periods_, names_ = false, targets_ = false, results_ = false, judged_ = false;
  Piece const* first_unlisted_ = nullptr;
  std::vector<bool> const *free_upper_ = nullptr, *free_lower_ = nullptr;
};

/// Which of the upper labels have no column.
std::vector<bool> without_columns(Page const& page, HeaderRow const& upper, HeaderRow const& lower) {
  std::vector<bool> out;
  for (auto const index : upper.pieces)
    out.push_back(has_no_column(page, upper, lower, page.pieces[index]));
  return out;
}

/// For each label the place behind the last one before it that says the same: labels below one other differ, or the
/// ones between do.
std::vector<std::size_t> starts_of_shares(Page const& page, HeaderRow const& row) {
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> behind;
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    auto& place = behind[{folded(page.pieces[row.pieces[i]].text), row.label_above(i)}];
    starts.push_back(place);
    place = i + 1;
  }
  return starts;
}

} // namespace

std::vector<Share> shares_by_words(Page const& page, HeaderRow const& upper, HeaderRow const& lower,
                                   std::vector<bool> const& free_upper, std::vector<bool> const& free_lower) {
  auto const uppers = upper.pieces.size(), lowers = lower.pieces.size();
  if (lowers == 0 || uppers * lowers > most_pairs)
    return std::vector<Share>(uppers);
  auto const empty = without_columns(page, upper, lower);
  Worth worth(page, upper, lower, empty, usual);
  worth.leave_out(free_upper, free_lower);
  return Parting(uppers, lowers, std::nullopt).run(worth, starts_of_shares(page, lower), empty).value();
}

namespace {

/// Where a row of all columns has so many cells.
std::optional<std::vector<Share>> shares_of_cells(Page const& page, HeaderRow const& upper, HeaderRow const& lower,
                                                  std::vector<bool> const& empty, std::size_t cells) {
  auto const uppers = upper.pieces.size(), lowers = lower.pieces.size();
  auto const over = uppers + lowers - std::min(cells, uppers + lowers);
  if (over == 0 || over > std::min(uppers, most_over))
    return std::nullopt;
  auto const fewest = over - std::min(over, static_cast<std::size_t>(std::ranges::count(empty, true)));
  if (lowers < 2 * std::max<std::size_t>(fewest, 1))
    return std::nullopt;
  auto const starts = starts_of_shares(page, lower);
  Worth const well(page, upper, lower, empty, open);
  Parting fitting(uppers, lowers, over);
  auto shares = fitting.run(well, starts, empty);
  // Nothing stands below a label that it does not suit.
  return shares && fitting.worth_found() >= well.of(*shares) ? std::move(shares) : std::nullopt;
}

} // namespace

std::optional<std::vector<Share>> shares_by_count(Page const& page, HeaderRow const& upper, HeaderRow const& lower) {
  if (page.borders != Borders::separated || lower.end >= page.pieces.size() || upper.pieces.empty() ||
      upper.pieces.size() * lower.pieces.size() > most_pairs)
    return std::nullopt;
  auto const empty = without_columns(page, upper, lower);
  auto const cells = cells_of_columns(page, lower, empty).size();
  auto shares = shares_of_cells(page, upper, lower, empty, cells);
  // 备注, the last column, is blank in all rows, and was left out of them.
  bool const left_out = column_kind(page.pieces[upper.pieces.back()].label) == ColumnKind::remark;
  return shares || !left_out ? std::move(shares) : shares_of_cells(page, upper, lower, empty, cells + 1);
}

/// 绩效指标 | 一级指标, 绩效指标 | 指标类型 | 二级指标: no name stands left of the groups; nor does the same label
/// stand over two columns.
static bool stands_beside_table(Page const& page, HeaderRow const& upper) {
  auto const& first = page.pieces[upper.pieces.front()];
  if (!first.label.is(Role::side, "indicators") || upper.pieces.size() < 2)
    return false;
  auto const is_again = [&](std::uint32_t i) { return page.pieces[i].label.text == first.label.text; };
  // 评价指标, or what nobody has listed, may hold the names; else they stand below the first label.
  auto const may_name = [&](std::uint32_t i) {
    auto const& label = page.pieces[i].label;
    auto const kind = column_kind(label);
    return !kind || kind == ColumnKind::level3 || kind == ColumnKind::other || kind == ColumnKind::definition;
  };
  auto const behind = std::span(upper.pieces).subspan(1);
  auto const is_level = [&](std::size_t i, ColumnKind level) {
    return i < behind.size() && column_kind(page.pieces[behind[i]].label) == level;
  };
  bool const groups = is_level(0, ColumnKind::level1) || is_level(1, ColumnKind::level2);
  return (groups && std::ranges::any_of(behind, may_name)) || std::ranges::any_of(behind, is_again);
}

bool has_no_column(Page const& page, HeaderRow const& upper, HeaderRow const& lower, Piece const& piece) {
  // 年度绩效目标 names a goal behind the name of a project, and stands beside the table where it comes first.
  auto const& first = page.pieces[upper.pieces.front()];
  auto const* meaning = piece.label.as(Role::side);
  bool const leads = &piece == &first;
  bool const side = meaning && (meaning->target == "indicators" || (leads && piece.label.is(Role::side, "indicators")));
  bool const beside = stands_beside_table(page, upper);
  if (leads && beside)
    return true;
  // 序号 | 指标 | 目标值, 指标类别 | 考核指标 | 完成情况: in a row of the grid with its values.
  bool const may_name = page.borders <= Borders::separated && !leads && piece.y_span <= first.y_span;
  if (!side || (!piece.label.as(Role::column) && !may_name))
    return side;
  if (!leads && column_kind(piece.label) == ColumnKind::actual) // 指标值 | 指标完成情况
    return false;
  auto const names_other = [&](std::uint32_t i) {
    auto const& other = page.pieces[i];
    return &other != &piece && !(beside && &other == &first) && column_kind(other.label) == ColumnKind::level3;
  };
  // 指标名称 | 绩效目标: behind the names it is what is asked of them.
  bool const behind_names =
      std::ranges::any_of(upper.pieces, [&](std::uint32_t i) { return names_other(i) && &page.pieces[i] < &piece; });
  if (behind_names && page.has_rows() && column_kind(piece.label) == ColumnKind::goal)
    return false;
  return std::ranges::any_of(upper.pieces, names_other) || std::ranges::any_of(lower.pieces, names_other);
}

bool is_judgement(Piece const& piece) { return piece.label.rest == 0 && piece.label.is(Role::pair, "grade"); }

} // namespace jixiao::recognition
