#include "tests/property/model_contents.hpp"

#include "grammars/indicator_value.hpp"

#include <algorithm>
#include <array>

namespace jixiao::property {

namespace {

std::string text_of(Text const& text) { return text.value_or(""); }
std::string text_of(std::optional<Decimal> const& number) { return number ? to_string(*number) : std::string(); }
std::string text_of(std::optional<Party> const& party) { return party ? text_of(party->name) : std::string(); }

/// As printed; a number that was changed is printed anew.
std::string text_of(std::optional<Value> const& value) {
  if (!value)
    return {};
  auto const read = grammars::read_indicator_value(value->text);
  if (!value->number || (read.number && *read.number == *value->number))
    return value->text;
  constexpr std::array<std::string_view, 6> signs{"", "=", "≥", "≤", ">", "<"};
  return std::string(signs[static_cast<std::size_t>(value->op)]) + to_string(*value->number) +
         (value->unit ? "(" + *value->unit + ")" : "");
}

std::string key(std::string const& scope, std::string const& item, std::string const& measure) {
  return scope + "." + item + "." + measure;
}

/// Keeps a field where it was printed.
template <class Field> void keep(Field& field, bool printed) {
  if (!printed)
    field.reset();
}

void keep_value(std::optional<Value>& value, bool printed) {
  if (value && printed)
    value = grammars::read_indicator_value(text_of(value));
  else
    value.reset();
}

} // namespace

std::string ModelContents::field(FieldId field) {
  fields_.insert(field);
  return text_of(field);
}

std::string ModelContents::text_of(FieldId field) const {
  using property::text_of;
  auto const& goals = form_.goals;
  switch (field) {
  case FieldId::fiscal_year:
    return form_.fiscal_year ? std::to_string(*form_.fiscal_year) : std::string();
  case FieldId::project_name:
    return text_of(form_.project_name);
  case FieldId::project_code:
    return text_of(form_.project_code);
  case FieldId::supervising_department:
    return text_of(form_.supervising_department);
  case FieldId::implementing_unit:
    return text_of(form_.implementing_unit);
  case FieldId::start_date:
    return text_of(form_.start_date);
  case FieldId::end_date:
    return text_of(form_.end_date);
  case FieldId::amount_unit:
    return text_of(form_.amount_unit);
  case FieldId::fund_purpose:
    return text_of(form_.fund_purpose);
  case FieldId::goals_project:
    return text_of(goals.project);
  case FieldId::goals_annual:
    return text_of(goals.annual);
  case FieldId::goals_expected:
    return text_of(goals.expected);
  case FieldId::goals_actual:
    return text_of(goals.actual);
  case FieldId::total_weight:
    return text_of(form_.total_weight);
  case FieldId::total_score:
    return text_of(form_.total_score);
  case FieldId::grade:
    return text_of(form_.grade);
  default:
    return {};
  }
}

std::string ModelContents::fund(Destination const& at, std::string const& measure) {
  funds_[key(at.scope, at.item, measure)] = {at.field, at.scope, at.item, measure};
  for (auto const& one : form_.funds)
    if (one.scope == at.scope && one.item == at.item && one.measure == measure && one.number)
      return to_string(*one.number) + (measure == "execution_rate" ? "%" : "");
  return {};
}

std::map<std::string, std::string> ModelContents::row(std::size_t number) {
  using property::text_of;
  auto const& one = form_.indicators[number];
  return {{"level1", text_of(one.level1)},        {"level2", text_of(one.level2)}, {"level3", text_of(one.level3)},
          {"target", text_of(one.target)},        {"actual", text_of(one.actual)}, {"weight", text_of(one.weight)},
          {"score", text_of(one.score)},          {"basis", text_of(one.basis)},   {"remark", text_of(one.remark)},
          {"definition", text_of(one.definition)}};
}

/// Amounts that the layout has a row for, and the model none of.
void ModelContents::add_blank_rows(Form& form) const {
  for (auto const& entry : funds_) {
    auto const& at = entry.second;
    bool const there = std::ranges::any_of(form.funds, [&](Fund const& one) {
      return one.scope == at.scope && one.item == at.item && one.measure == at.measure;
    });
    if (there)
      continue;
    Fund blank;
    blank.scope = at.scope;
    blank.item = at.item;
    blank.measure = at.measure;
    form.funds.push_back(std::move(blank));
  }
}

Form ModelContents::printed(std::set<std::string> const& columns) const {
  Form out = form_;
  auto const has = [&](FieldId field) { return fields_.contains(field); };
  keep(out.fiscal_year, has(FieldId::fiscal_year));
  keep(out.project_name, has(FieldId::project_name));
  keep(out.project_code, has(FieldId::project_code));
  keep(out.supervising_department, has(FieldId::supervising_department));
  keep(out.implementing_unit, has(FieldId::implementing_unit));
  for (auto* party : {&out.supervising_department, &out.implementing_unit})
    if (*party)
      (*party)->code.reset();
  keep(out.start_date, has(FieldId::start_date));
  keep(out.end_date, has(FieldId::end_date));
  keep(out.amount_unit, has(FieldId::amount_unit));
  keep(out.fund_purpose, has(FieldId::fund_purpose));
  keep(out.goals.project, has(FieldId::goals_project));
  keep(out.goals.annual, has(FieldId::goals_annual));
  keep(out.goals.expected, has(FieldId::goals_expected));
  keep(out.goals.actual, has(FieldId::goals_actual));
  keep(out.total_weight, has(FieldId::total_weight));
  keep(out.total_score, has(FieldId::total_score));
  keep(out.grade, has(FieldId::grade));
  std::erase_if(out.funds, [&](Fund const& one) { return !funds_.contains(key(one.scope, one.item, one.measure)); });
  add_blank_rows(out);
  if (!out.amount_unit)
    for (auto& one : out.funds)
      one.yuan.reset();
  out.other.clear();
  out.title.reset();
  for (auto& one : out.indicators) {
    for (auto& [name, text] : {std::pair<std::string_view, Text*>{"level1", &one.level1},
                               {"level2", &one.level2},
                               {"level3", &one.level3},
                               {"basis", &one.basis},
                               {"remark", &one.remark},
                               {"definition", &one.definition}})
      keep(*text, columns.contains(std::string(name)));
    keep(one.weight, columns.contains("weight"));
    keep(one.score, columns.contains("score"));
    keep_value(one.target, columns.contains("target"));
    keep_value(one.actual, columns.contains("actual"));
    one.group_weight.reset();
    one.targets.clear();
    one.results.clear();
    one.choices.clear();
    one.other.clear();
  }
  return out;
}

} // namespace jixiao::property
