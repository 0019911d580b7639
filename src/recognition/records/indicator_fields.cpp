#include "recognition/records/indicator_fields.hpp"

#include "grammars/fiscal_year.hpp"
#include "grammars/indicator_value.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/combined_group.hpp"
#include "recognition/pieces/looks.hpp"
#include "recognition/records/target_in_name.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::recognition {

namespace {

bool ends_with_unit(std::string_view value, std::string_view unit) {
  return value.ends_with(unit) || ((unit == "%" || unit == "百分比") &&
                                   (value.ends_with("%") || value.ends_with("％") || value.ends_with("百分比")));
}

/// What a column beside the targets says of them.
bool is_part_of_target(Look look) {
  return look == Look::comparator || look == Look::nature || look == Look::direction || look == Look::placeholder;
}

/// The unit that a header names for its values: 指标值（%）. 指标值（年度） names the time that they are of.
std::optional<std::string> unit_of_header(Column const& column) {
  auto const& header = column.label.back();
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}})
    if (auto const at = header.rfind(open); at != std::string::npos && at > 0 && header.ends_with(close)) {
      auto const begin = at + open.size();
      auto const unit = clean_value(std::string_view(header).substr(begin, header.size() - begin - close.size()));
      return look_of(unit) == Look::unit && !says("of_year", unit) ? std::optional(unit) : std::nullopt;
    }
  return std::nullopt;
}

/// A value with the sign that stands in a column of its own, unless it has one.
std::string with_sign(std::string const& sign, std::string value) {
  bool const bare = !value.empty() && look_of(value) != Look::comparator &&
                    grammars::read_indicator_value(value).op == Comparator::none;
  return bare ? sign + value : value;
}

/// What tells a target from the others: the label of its column, or 2025年 above 目标值.
std::string const& name_of_target(Column const& column) {
  auto const& label = column.label;
  bool const says_target = label.size() > 1 && column.target == "period" && header_meaning(label.back()) == "target";
  return says_target ? label[label.size() - 2] : label.back();
}

/// What nobody has listed, or standards of points, may be what is asked for.
bool may_hold_values(Column const& column) {
  constexpr std::array kinds = {ColumnKind::standard, ColumnKind::basis, ColumnKind::definition,
                                ColumnKind::choice,   ColumnKind::other, ColumnKind::comparator,
                                ColumnKind::unit};
  return std::ranges::find(kinds, column.kind) != kinds.end();
}

/// 2026年目标值 among the years of a project: the target of a form of 2026. 2026年一季度目标值 is that of a part of it.
bool is_of_year_of_form(Column const& column, Form const& form) {
  auto const& name = name_of_target(column);
  auto const year = grammars::find_fiscal_year(name);
  return column.target == "period" && year && form.fiscal_year == *year && !says("part_of_year", name) &&
         !says("stage", name);
}

} // namespace

void IndicatorFields::take_unit_of_header(Indicator& indicator, std::optional<Value>& value, RecordCells const& cells,
                                          ColumnKind kind) {
  auto const* entry = cells.find(kind);
  if (!entry || !value || value->kind != ValueKind::quantity || value->unit)
    return;
  value->unit = unit_of_header(*entry->column);
  if (value->unit)
    indicator.how.push_back({std::string(field_of(kind)), How::inferred, std::nullopt});
}

void IndicatorFields::claim(Pieces const& pieces, FieldId field) {
  for (auto const piece : pieces)
    claims_.push_back({piece, {ClaimKind::record, field, 0, record_, {}}});
}

void IndicatorFields::claim_list(Pieces const& pieces, std::string_view list) {
  for (auto const piece : pieces)
    claims_.push_back({piece, {ClaimKind::record_listed, {}, 0, record_, list}});
}

void IndicatorFields::claim_entry(RecordCells const& cells, ColumnKind kind, FieldId field) {
  if (auto const* entry = cells.find(kind))
    claim(entry->pieces, field);
}

std::string IndicatorFields::whole_value(Indicator& indicator, RecordCells const& cells, ColumnKind kind) {
  auto value = text_of(draft_, cells, kind);
  for (auto const column : {ColumnKind::comparator, ColumnKind::direction}) {
    auto const mark = text_of(draft_, cells, column);
    switch (mark.empty() ? Look::placeholder : look_of(mark)) {
    case Look::comparator:
      value = with_sign(mark, std::move(value));
      break;
    case Look::nature:
      indicator.nature = mark;
      break;
    case Look::direction:
      indicator.direction = mark;
      break;
    default:
      break;
    }
  }
  return value;
}

/// Another value of the indicator, with the sign and unit of the row.
Value IndicatorFields::read_beside_target(std::string printed, RecordCells const& cells) {
  auto const sign = text_of(draft_, cells, ColumnKind::comparator);
  bool const number = look_of(printed) == Look::number;
  return read_with_unit(number && look_of(sign) == Look::comparator ? with_sign(sign, std::move(printed)) : printed,
                        cells, ColumnKind::unit);
}

/// The value with the unit that stands in a column of its own. 8 | 月 are eight months, not August.
Value IndicatorFields::read_with_unit(std::string const& printed, RecordCells const& cells, ColumnKind unit_column) {
  auto value = grammars::read_indicator_value(printed);
  auto const unit = text_of(draft_, cells, unit_column);
  bool const has_digit = printed.find_first_of("0123456789") != std::string::npos;
  if (!has_digit || unit.empty() || unit == "无" || ends_with_unit(printed, unit) ||
      value.kind != ValueKind::quantity || value.unit)
    return value;
  auto joined = grammars::read_indicator_value(printed + unit);
  if (joined.kind == ValueKind::quantity)
    return joined;
  value.text = std::move(joined.text);
  value.unit = unit;
  return value;
}

std::string IndicatorFields::words_for_unit(RecordCells const& cells) {
  auto const* entry = cells.find(ColumnKind::unit);
  auto text = text_of(draft_, cells, ColumnKind::unit);
  auto const look = look_of(text);
  if (text.empty() || (look != Look::short_words && look < Look::words && look != Look::grade))
    return {};
  draft_.remark(Code::cell_in_wrong_column,
                {{"text", text}, {"field", "target"}, {"column", entry->column->label.back()}, {"cells", text}},
                entry->pieces[0], path("target"));
  return text;
}

void IndicatorFields::set_values(Indicator& indicator, RecordCells const& cells) {
  auto const kind =
      cells.find(ColumnKind::revised_target) && !text_of(draft_, cells, ColumnKind::revised_target).empty()
          ? ColumnKind::revised_target
          : ColumnKind::target;
  auto target = whole_value(indicator, cells, kind);
  if (target.empty() && kind == ColumnKind::target && has_values())
    target = words_for_unit(cells);
  if (!target.empty())
    indicator.target = read_with_unit(target, cells, ColumnKind::unit);
  else if (indicator.level3 && !has_values() && std::ranges::none_of(columns_, may_hold_values))
    part_target_from_name(indicator);
  take_unit_of_header(indicator, indicator.target, cells, kind);
  if (kind == ColumnKind::revised_target) {
    if (auto const initial = text_of(draft_, cells, ColumnKind::target); !initial.empty())
      indicator.targets.push_back({"年初", "period", read_beside_target(initial, cells)});
    indicator.targets.push_back({"调整", "period", *indicator.target});
  }
  for (auto const column : {ColumnKind::target, ColumnKind::revised_target, ColumnKind::comparator, ColumnKind::unit,
                            ColumnKind::direction})
    claim_entry(cells, column, FieldId::target);
  if (auto const actual = text_of(draft_, cells, ColumnKind::actual); !actual.empty())
    indicator.actual = read_with_unit(actual, cells, ColumnKind::unit_of_actual);
  take_unit_of_header(indicator, indicator.actual, cells, ColumnKind::actual);
  for (auto const column : {ColumnKind::actual, ColumnKind::unit_of_actual})
    claim_entry(cells, column, FieldId::actual);
  for (auto const column : {ColumnKind::result_to_date, ColumnKind::result_expected})
    if (auto const* entry = cells.find(column)) {
      claim_list(entry->pieces, "results");
      if (auto const result = text_of(draft_, cells, column); !result.empty())
        indicator.results.push_back({entry->column->label.back(), "period", grammars::read_indicator_value(result)});
    }
  // 2026年6月底前 | 2026年12月底前: of two within the year, neither is the target of the form.
  auto const is_of_form = [&](auto const& entry) {
    return entry.column->kind == ColumnKind::target_of && is_of_year_of_form(*entry.column, draft_.form);
  };
  bool const has_one_of_form = std::ranges::count_if(cells.entries, is_of_form) == 1;
  for (auto const& entry : cells.entries)
    if (entry.column->kind == ColumnKind::target_of) {
      bool const judged = !indicator.target && has_one_of_form && is_of_form(entry);
      if (judged)
        claim(entry.pieces, FieldId::target);
      else
        claim_list(entry.pieces, "targets");
      auto const text = line_of(draft_, entry.pieces);
      if (text.empty() || is_nothing(text))
        continue;
      auto value = read_beside_target(text, cells);
      if (judged)
        indicator.target = value;
      indicator.targets.push_back({name_of_target(*entry.column), entry.column->target, std::move(value)});
    }
  indicator.weight = number(cells, ColumnKind::weight, FieldId::weight);
  indicator.score = number(cells, ColumnKind::score, FieldId::score);
}

std::optional<Decimal> IndicatorFields::number(RecordCells const& cells, ColumnKind kind, FieldId field) {
  auto const* entry = cells.find(kind);
  auto printed = text_of(draft_, cells, kind);
  claim_entry(cells, kind, field);
  if (printed.empty())
    return std::nullopt;
  auto const value = points_in(printed);
  if (!value)
    draft_.remark(Code::not_understood,
                  {{"label", entry->column->label.back()}, {"text", printed}, {"expected", "number"}}, entry->pieces[0],
                  path(field_of(kind)));
  return value;
}

void IndicatorFields::set_texts(Indicator& indicator, RecordCells const& cells) {
  auto const set = [&](Text& field, ColumnKind kind, FieldId id) {
    auto value = text_of(draft_, cells, kind);
    claim_entry(cells, kind, id);
    if (!value.empty() && value != "0")
      field = std::move(value);
  };
  set(indicator.definition, ColumnKind::definition, FieldId::definition);
  set(indicator.basis, ColumnKind::basis, FieldId::basis);
  set(indicator.remark, ColumnKind::remark, FieldId::remark);
}

/// A column whose values a unit may be of.
bool IndicatorFields::has_values() const {
  constexpr std::array kinds = {ColumnKind::target,         ColumnKind::revised_target, ColumnKind::actual,
                                ColumnKind::result_to_date, ColumnKind::target_of,      ColumnKind::result_expected};
  return std::ranges::any_of(
      columns_, [&](Column const& column) { return std::ranges::find(kinds, column.kind) != kinds.end(); });
}

void IndicatorFields::set_others(Indicator& indicator, RecordCells const& cells, LabelFinder const& labels) {
  for (auto const& entry : cells.entries) {
    auto const kind = entry.column->kind;
    bool const other = kind == ColumnKind::choice || kind == ColumnKind::other || kind == ColumnKind::standard ||
                       kind == ColumnKind::coefficient || kind == ColumnKind::group_points ||
                       kind == ColumnKind::core || kind == ColumnKind::likelihood || kind == ColumnKind::reasons;
    bool const is_lone_unit = kind == ColumnKind::unit && !has_values();
    bool const of_target = kind == ColumnKind::comparator || kind == ColumnKind::direction || is_lone_unit;
    bool const labelled = !entry.column->label.back().empty(); // else it is told to be left over
    if ((!other && !of_target) || !labelled)
      continue;
    auto value = line_of(draft_, entry.pieces);
    if (of_target) {
      if (is_nothing(value) || (!is_lone_unit && is_part_of_target(look_of(value))))
        continue;
      std::erase_if(claims_, [&](auto const& claim) { return std::ranges::count(entry.pieces, claim.first) > 0; });
    }
    if ((kind == ColumnKind::other || of_target) && !is_lone_unit && put_combined_group(indicator, value, labels)) {
      for (auto const piece : entry.pieces)
        draft_.take_label(piece);
    } else if (look_of(value) == Look::tick) {
      add_tick(indicator, *entry.column);
      claim_list(entry.pieces, "choices");
    } else {
      claim_list(entry.pieces, "other");
      if (!is_nothing(value))
        indicator.other.push_back({entry.column->label, std::move(value), {}});
    }
  }
}

void IndicatorFields::add_tick(Indicator& indicator, Column const& column) {
  auto const group = column.label.front();
  auto found = std::ranges::find(indicator.choices, group, &Choice::label);
  if (found == indicator.choices.end()) {
    Choice choice{group, {}, {}, {}, {}};
    for (auto const& other : columns_)
      if (other.panel == column.panel && other.label.front() == group && other.label.size() > 1 &&
          other.kind == ColumnKind::choice)
        choice.offered.push_back(other.label.back());
    indicator.choices.push_back(std::move(choice));
    found = indicator.choices.end() - 1;
  }
  found->chosen.push_back(column.label.back());
}

std::string IndicatorFields::path(std::string_view field) const {
  auto const record = "/indicators/" + std::to_string(record_);
  return field.empty() ? record : record + "/" + std::string(field);
}

} // namespace jixiao::recognition
