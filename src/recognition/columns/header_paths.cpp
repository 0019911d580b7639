#include "recognition/columns/header_paths.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/columns/header_shares.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao::recognition {

namespace {

using enum ColumnKind;

std::optional<ColumnKind> values_named(std::string_view meaning) {
  auto const kind = column_kind_named(meaning);
  return kind == target || kind == actual ? kind : std::nullopt;
}

/// 年初设定, 全年完成: the words of a label that nobody has listed.
std::optional<ColumnKind> values_by_words(std::string_view text) {
  if (auto const meaning = header_meaning(text))
    return values_named(*meaning);
  if (says("past", text) || says("part_of_year", text) || says("no_value", text))
    return std::nullopt;
  return says("promised", text) ? std::optional(target) : says("done", text) ? std::optional(actual) : std::nullopt;
}

/// 值, 数值: it says nothing but that a value stands below.
bool is_bare_value(std::string_view label) {
  static auto const words = vocabulary_words("periods.vocab", "bare_value");
  return std::ranges::find(words, label) != words.end();
}

/// A label that nobody has listed below that of the targets: each column has that of a region, a year, a grade.
void settle_asked(Column& column, bool listed) {
  auto const& label = column.label.back();
  bool const grade = look_of(label) == Look::grade;
  if (!grade && (!listed || says("done", label) || says("past", label)))
    return;
  if (says_change("before_change", label) || says_change("behind_change", label)) {
    column.kind = says_change("before_change", label) ? target : revised_target;
    return;
  }
  bool const part = says("part_of_year", label);
  bool const own = !part && (says("promised", label) || says("this_year", label) || says("of_year", label) ||
                             says("whole_year", label) || says("all_places", label));
  column.kind = !grade && own ? target : target_of;
  bool const digits = std::ranges::any_of(label, [](char c) { return c >= '0' && c <= '9'; });
  bool const period = part || says("whole_period", label) || (digits && label.find("年") != std::string::npos);
  column.target = grade || says("limit", label) ? "standard" : period ? "period" : "region";
}

void settle_reached(Column& column, bool unlisted) {
  auto const& label = column.label.back();
  if (column.kind == unit)
    column.kind = unit_of_actual;
  else if (column.kind == comparator || column.kind == direction)
    column.kind = other; // the sign is that of the target
  else if (unlisted && says("whole_year", label) && !says("expected", label))
    column.kind = actual; // 一季度 | 二季度 | 全年
}

} // namespace

std::optional<ColumnKind> values_below(Piece const& label) {
  auto const kind = column_kind(label.label);
  if (kind == target || kind == actual)
    return kind;
  if (auto const* of = label.label.as(Role::goal))
    return of->target == "actual" ? actual : target;
  return kind || label.label.is_level() ? std::nullopt : values_by_words(label.text);
}

void read_below(Column& column, Piece const& parent, Piece const& label) {
  auto const over = column_kind(parent.label);
  if (column.kind == remark && (over == reasons || over == likelihood || !parent.label.as(Role::column)))
    column.kind = other;
  bool const unlisted = !column_kind(label.label);
  // 评价等级 over 优 | 良 | 中: one of them is ticked
  if (unlisted && look_of(column.label.back()) == Look::grade && is_judgement(parent)) {
    column.kind = choice;
    return;
  }
  auto const values = values_below(parent);
  if (values && (is_bare_value(column.label.back()) || (values == target && column.kind == goal)))
    column.kind = *values; // 指标值 over 年度目标 | 计量单位, too
  else if (values == actual)
    settle_reached(column, unlisted);
  else if (over == weight && unlisted && says_change("behind_change", column.label.back()))
    column.kind = weight; // 权重 over 调整前 | 调整后
  else if (unlisted)
    settle_asked(column, over == target || (values && says("all_places", column.label.back())));
}

std::optional<ColumnKind> kind_by_words_below(Column const& column) {
  auto const& over = column.label.front();
  auto const& label = column.label.back();
  if (column.kind != other || !column.target.empty() || says("past", over) || says("past", label) ||
      header_meaning(over) == "other" || header_meaning(over) == "remark")
    return std::nullopt;
  auto const values = values_by_words(over);
  if (values == actual && says("expected", label))
    return result_expected;
  if (says("part_of_year", label))
    return values == actual && !says("quarter", label) ? std::optional(result_to_date) : std::nullopt;
  auto const meaning = header_meaning(label);
  if (!meaning)
    return values == target && says("done", label) ? std::optional(actual) : std::nullopt;
  auto const kind = column_kind_named(*meaning);
  return kind && *kind > level3 && *kind < other ? kind : std::nullopt;
}

} // namespace jixiao::recognition
