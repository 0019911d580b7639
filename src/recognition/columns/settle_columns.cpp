#include "recognition/columns/settle_columns.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/columns/header_paths.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/labels/vocabulary_file.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

namespace jixiao::recognition {

namespace {

/// 半年指标值: of a part of the year.
bool is_part_of_year(Column const& column) { return says("part_of_year", column.label.back()); }

/// 实施期指标值, 总目标值: what is asked for in all the years of the project.
bool is_of_term(Column const& column) {
  auto const& label = column.label.back();
  return column.kind == ColumnKind::other && column.label.size() == 1 && says("whole_period", label) &&
         !says("stage", label) && header_meaning(label) == "target";
}

/// 2026年目标值 | 2027年目标值, 一季度完成值 | 二季度完成值, 中期指标值 | 完成时指标值: columns that say the same of
/// several years, of several parts of one, or of stages of the project. Targets are those of their periods; none of
/// them is the form's own, but 2023年实际值 beside the one target, that of 2023, and 2026年目标值 beside that of the
/// whole project. Returns which columns these are.
std::vector<bool> settle_periods(std::vector<Column>& columns) {
  auto const meaning_of = [](Column const& column) -> std::string_view {
    auto const& label = column.label.back();
    bool const period = is_part_of_year(column) || says("stage", label) || says("this_year", label) ||
                        says("of_year", label) || grammars::find_fiscal_year(label);
    auto const meaning = header_meaning(label);
    if (is_of_term(column))
      return *meaning;
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
  bool const of_term_and_year =
      std::ranges::count(meanings, "target") == 2 && std::ranges::count_if(columns, is_of_term) == 1;
  auto const is_own = [&](std::size_t i) {
    if (of_term_and_year && meanings[i] == "target" && !is_of_term(columns[i]) && !is_part_of_year(columns[i]))
      return true;
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

/// 原指标值 begins with a word of `before_change`, 追加后指标值 with one of `behind_change`.
bool begins_with_change(std::string_view key, std::string_view label) {
  auto const words = vocabulary_words("periods.vocab", key);
  return std::ranges::any_of(words, [&](std::string_view word) { return label.starts_with(word); });
}

/// 原指标值 | 追加后指标值: a target that was changed, and what it became.
void settle_changed(std::vector<Column>& columns) {
  auto const find = [&](std::string_view key) {
    return std::ranges::find_if(columns, [&](Column const& c) {
      return c.kind == ColumnKind::other && c.label.size() == 1 && begins_with_change(key, c.label.back()) &&
             header_meaning(c.label.back()) == "target";
    });
  };
  auto const before = find("before_change"), behind = find("behind_change");
  if (before == columns.end() || behind == columns.end() ||
      has_column(columns, {ColumnKind::target, ColumnKind::revised_target}))
    return;
  before->kind = ColumnKind::target, behind->kind = ColumnKind::revised_target;
  before->guessed = behind->guessed = true;
}

/// On an exact grid most cells below the header go down several rows: 目标一 beside all its indicators.
bool is_merged_down(Page const& page, std::uint32_t first, std::uint32_t end, Column const& column) {
  constexpr std::uint32_t rows_looked_at = 40;
  if (page.borders != Borders::exact)
    return false;
  std::size_t texts = 0, merged = 0;
  for (auto at = first; at < end && page.pieces[at].row < page.pieces[first].row + rows_looked_at; ++at)
    if (auto const& piece = page.pieces[at]; piece.x == column.x && piece.x_end == column.x_end && !piece.blank())
      ++texts, merged += piece.y_span > 1 ? 1 : 0;
  return merged * 2 > texts;
}

/// 子项目, 任务名称: a part of the project.
bool is_task_name(Label const& label) { return label.rest == 0 && label.is(Role::task, "name"); }

} // namespace

void read_words(std::vector<Column>& columns) {
  if (!has_column(columns, ColumnKind::other))
    return;
  auto const settled = settle_periods(columns);
  auto const year_of = [](Column const& column) {
    auto const year = grammars::find_fiscal_year(column.label.back());
    return year ? *year : 0;
  };
  auto const last = year_of(std::ranges::max(columns, {}, year_of));
  settle_changed(columns);
  auto const read = [&](Column& column) {
    auto const year = year_of(column);
    bool const of_period = settled[static_cast<std::size_t>(&column - columns.data())];
    if (column.kind != ColumnKind::other || of_period || (year && year < last))
      return;
    auto const meaning = header_meaning(column.label.back());
    auto kind = column.label.size() > 1 ? kind_by_words_below(column)
                : meaning               ? column_kind_named(*meaning)
                                        : std::nullopt;
    // 截至6月底完成情况 beside 全年预计完成情况
    if (kind == ColumnKind::actual && is_part_of_year(column) && !says("quarter", column.label.back()) &&
        has_column(columns, ColumnKind::result_expected))
      kind = ColumnKind::result_to_date;
    if (!kind || (*kind != ColumnKind::other && has_column(columns, *kind)))
      return;
    column.kind = *kind;
    column.guessed = *kind != ColumnKind::other;
  };
  for (bool const part : {false, true})
    for (auto& column : columns)
      if (is_part_of_year(column) == part)
        read(column);
}

/// 调整前 | 调整后 over the same columns each: those of the first are kept under their labels.
static void settle_changes(std::vector<Column>& columns) {
  auto const is_below = [](std::string_view key) {
    return [key](Column const& c) { return c.label.size() > 1 && begins_with_change(key, c.label.front()); };
  };
  if (std::ranges::none_of(columns, is_below("behind_change")))
    return;
  for (auto& column : columns)
    if (is_below("before_change")(column) && column.kind >= ColumnKind::comparator && column.kind <= ColumnKind::remark)
      column.kind = ColumnKind::other, column.target.clear();
}

void settle_repeated(std::vector<Column>& columns) {
  settle_changes(columns);
  auto const before = columns;
  auto const of_year = [](Column const& c) {
    return std::ranges::any_of(c.label,
                               [](auto const& text) { return says("whole_year", text) || says("of_year", text); });
  };
  auto const of_all = [](Column const& c) { return says("all_places", c.label.front()); };
  for (auto& column : columns) {
    auto const alike = [&](Column const& other) {
      return other.kind == column.kind && other.label.size() > 1 && other.label.back() == column.label.back();
    };
    bool const may_repeat = column.label.size() > 1 && column.group == Column::no_group &&
                            column.kind >= ColumnKind::target && column.kind <= ColumnKind::remark &&
                            column.kind != ColumnKind::target_of;
    if (!may_repeat || std::ranges::count_if(before, alike) < 2)
      continue;
    auto const one_of = [&](auto is_whole) {
      return is_whole(column) &&
             std::ranges::count_if(before, [&](Column const& c) { return alike(c) && is_whole(c); }) == 1;
    };
    if (one_of(of_year) || one_of(of_all))
      continue;
    bool const target = column.kind == ColumnKind::target;
    column.kind = target ? ColumnKind::target_of : ColumnKind::other;
    column.target = !target ? "" : std::ranges::any_of(before, of_all) ? "region" : "period";
  }
}

void settle_value(std::vector<Column>& columns) {
  if (has_column(columns, {ColumnKind::target, ColumnKind::target_of, ColumnKind::revised_target}))
    return;
  for (std::size_t i = 0; i + 2 < columns.size(); ++i) {
    auto const three = std::span(columns).subspan(i, 3);
    auto const value = std::ranges::find(three, ColumnKind::other, &Column::kind);
    // 三级指标 | 运算符号 | 指标内容 | 度量单位: behind the names, what else is called one is no second name there.
    auto const again = std::ranges::find(three, ColumnKind::level3, &Column::kind);
    bool const named = again != three.end() && std::any_of(columns.data(), &*again, [](Column const& c) {
                         return c.kind == ColumnKind::level3;
                       });
    if (!has_column(three, ColumnKind::comparator) || !has_column(three, ColumnKind::unit))
      continue;
    if (value != three.end())
      value->kind = ColumnKind::target;
    else if (named)
      again->kind = ColumnKind::target;
  }
}

void settle_reached_value(std::vector<Column>& columns) {
  if (has_column(columns, {ColumnKind::actual, ColumnKind::result_to_date}) ||
      std::ranges::count(columns, ColumnKind::target, &Column::kind) != 2)
    return;
  auto const asked = std::ranges::find(columns, ColumnKind::target, &Column::kind);
  auto const value =
      std::find_if(std::next(asked), columns.end(), [](Column const& c) { return c.kind == ColumnKind::target; });
  auto const& label = asked->label.back(); // 目标值(标准), and not 目标值(中期)
  if (label.starts_with("目标值") && !says("stage", label) && !is_part_of_year(*asked) &&
      value->label.back() == "指标值")
    value->kind = ColumnKind::actual, value->guessed = true;
}

void settle_goal(std::vector<Column>& columns) {
  auto const name = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  if (name == columns.end() || has_column(columns, {ColumnKind::target, ColumnKind::project_name}))
    return;
  auto const goal = std::find_if(name, columns.end(), [](Column const& c) { return c.kind == ColumnKind::goal; });
  if (goal != columns.end())
    goal->kind = ColumnKind::target;
}

void settle_unit(std::vector<Column>& columns) {
  auto const name = std::ranges::find(columns, ColumnKind::project_name, &Column::kind);
  auto const level = std::ranges::find_if(columns, [](Column const& c) { return is_name_or_level(c.kind); });
  if (name == columns.end() || name > level)
    return;
  for (auto column = columns.begin(); column != level; ++column)
    if (column->kind == ColumnKind::unit)
      column->kind = ColumnKind::implementing_unit;
}

void settle_kind_in_front(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const level = std::ranges::find(columns, ColumnKind::level1, &Column::kind);
  bool const of_projects = has_column(columns, ColumnKind::project_name);
  for (auto column = columns.begin(); level != columns.end() && column != level; ++column)
    if (column->kind == ColumnKind::comparator || is_task_name(page.pieces[column->piece].label) ||
        (!of_projects && column->kind == ColumnKind::other && column->label.size() == 1 &&
         is_merged_down(page, first, end, *column)))
      column->kind = ColumnKind::other, column->target = "group";
}

void settle_deepest_level(std::vector<Column>& columns) {
  static auto const fourth = vocabulary_words("looks.vocab", "fourth_level");
  auto const deepest = std::ranges::find_if(columns, [](Column const& column) {
    return column.kind == ColumnKind::level3 && any_stands_in(column.label.back(), fourth);
  });
  for (auto& column : columns)
    if (deepest != columns.end() && column.kind == ColumnKind::level3 && &column < &*deepest)
      column.kind = ColumnKind::other, column.target = "group";
}

void settle_names(std::vector<Column>& columns) {
  auto const is_value = [](Column const& column) {
    return column.kind >= ColumnKind::comparator && column.kind <= ColumnKind::score;
  };
  auto const last_value = std::ranges::find_if(columns.rbegin(), columns.rend(), is_value).base();
  bool named = false;
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    if (column->kind == ColumnKind::level1 || column->kind == ColumnKind::level2)
      named = false; // of the next table beside it
    if (column->kind != ColumnKind::level3)
      continue;
    bool const behind_name = named && std::prev(column)->kind == ColumnKind::level3;
    if (behind_name || (named && column >= last_value))
      column->kind = ColumnKind::definition;
    named = true;
  }
}

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

void settle_panel_values(std::vector<Column>& columns) {
  for (std::uint8_t panel = 0; !columns.empty() && panel <= columns.back().panel && columns.back().panel > 0; ++panel) {
    auto const has = [&](auto test) {
      return std::ranges::count_if(columns, [&](Column const& c) { return c.panel == panel && test(c); });
    };
    auto const asks = [](Column const& c) {
      return c.kind == ColumnKind::other && c.label.size() == 1 && header_meaning(c.label.back()) == "target";
    };
    auto const is_target = [](Column const& c) {
      return c.kind == ColumnKind::target || c.kind == ColumnKind::target_of || c.kind == ColumnKind::revised_target;
    };
    if (has([](Column const& c) { return c.kind == ColumnKind::level3; }) != 1 || has(is_target) > 0 || has(asks) != 1)
      continue;
    auto const value = std::ranges::find_if(columns, [&](Column const& c) { return c.panel == panel && asks(c); });
    value->kind = ColumnKind::target, value->guessed = true;
  }
}

void settle_notes(Page const& page, std::vector<Column>& columns) {
  // 评价标准 | 数据来源: a second column of the same is kept under its label.
  for (auto const kind : {ColumnKind::definition, ColumnKind::basis})
    for (auto& column : columns)
      if (column.kind == kind && std::any_of(columns.data(), &column, [&](Column const& before) {
            return before.kind == kind && before.panel == column.panel;
          }))
        column.kind = ColumnKind::other;
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

void settle_weights(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns) {
  auto const last = std::ranges::find_if(columns.rbegin(), columns.rend(),
                                         [](Column const& c) { return c.kind == ColumnKind::weight; });
  if (last == columns.rend())
    return;
  for (auto& column : columns)
    if (column.kind == ColumnKind::weight && &column != &*last && column.panel == last->panel)
      column.kind = ColumnKind::group_points;
  auto const name = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  if (name != columns.end() && last->x < name->x && is_merged_down(page, first, end, *last))
    last->kind = ColumnKind::group_points;
}

} // namespace jixiao::recognition
