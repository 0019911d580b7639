#include "recognition/fields/fields.hpp"

#include "grammars/amount.hpp"
#include "grammars/code_name.hpp"
#include "grammars/date.hpp"
#include "grammars/fiscal_year.hpp"
#include "grammars/period.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/choices.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

namespace {

class LabelledValue {
public:
  LabelledValue(Draft& draft, std::uint32_t label, std::span<std::uint32_t const> values)
      : draft_(draft), label_(label), values_(values) {
    auto const& piece = draft.piece(label);
    if (piece.label.rest > 0)
      text_ = clean_value(piece.text.substr(piece.label.rest));
    auto const beside = joined_text(draft, values);
    if (!beside.empty())
      text_ += (text_.empty() ? "" : " ") + beside;
  }

  void set() {
    auto const& label = draft_.piece(label_).label;
    draft_.take_label(label_);
    auto const* pair = label.as(Role::pair);
    pair ? set_unit(draft_, label.annotation, label_) : set_unit_of_amounts(draft_, label.annotation, label_);
    auto const target = pair ? std::string_view(pair->target) : std::string_view("other");
    if (text_.empty())
      return take_nothing();
    if (target == "unit_of_party" && (unit_of("(" + text_ + ")") || is_list_of_units(text_)))
      return set_field(FieldId::amount_unit);
    if (target == "other" || target == "unit_of_party")
      return keep_choice() ? void() : set_other(draft_, {name()}, all(), text_);
    if (target == "contact")
      return set_contact();
    if (target == "period")
      return set_period();
    if (target == "fiscal_year")
      return set_year();
    if (target == "department_code")
      return set_code(draft_.form.supervising_department, FieldId::supervising_department);
    if (target == "unit_code")
      return set_code(draft_.form.implementing_unit, FieldId::implementing_unit);
    if (target == "choice")
      return keep_choice() ? void() : set_other(draft_, {name()}, all(), text_);
    auto const field = find_field(target);
    if (!field)
      return set_other(draft_, {name()}, all(), text_);
    if (is_nothing(text_))
      return take(*field);
    set_field(*field);
  }

private:
  std::string name() const { return label_text(draft_, label_); }

  /// The pieces of the value; that of the label itself where the value stands in its cell.
  std::vector<std::uint32_t> all() const {
    std::vector<std::uint32_t> pieces(values_.begin(), values_.end());
    if (draft_.piece(label_).label.rest > 0)
      pieces.insert(pieces.begin(), label_);
    return pieces;
  }

  void take_nothing() {
    for (auto const value : values_)
      draft_.take_furniture(value, "placeholder");
  }

  void take(FieldId field) {
    for (auto const piece : all())
      draft_.take_field(piece, field);
    draft_.places.push_back({std::string(name_of(field)), all().front()});
  }

  /// A span of two days is the start and the end of the project; the text is kept under its label, too. Months alone
  /// are not those dates.
  void set_period() {
    auto const span = grammars::match_date_span(text_);
    auto& form = draft_.form;
    auto const entry = form.other.size();
    set_other(draft_, {name()}, all(), text_);
    if (!span || span->first.day == 0 || span->last.day == 0 || form.start_date || form.end_date)
      return;
    form.start_date = grammars::to_iso(span->first);
    form.end_date = grammars::to_iso(span->last);
    for (auto const id : {FieldId::start_date, FieldId::end_date}) {
      draft_.places.push_back({std::string(name_of(id)), all().front()});
      form.printed.push_back({std::string(name_of(id)), form.other[entry].text});
    }
  }

  /// 预算年度 | 2026. Another year than that of the form is kept under its label.
  void set_year() {
    auto const with_name = text_.ends_with("年") || text_.ends_with("年度") ? text_ : text_ + "年";
    auto const year = grammars::match_fiscal_year(with_name);
    auto& known = draft_.form.fiscal_year;
    // 监控期间：2024年1-8月: a part of the year; the text is kept under its label, too.
    if (auto const part = grammars::find_fiscal_year(text_); !year && part && !known && says("part_of_year", text_)) {
      known = *part;
      draft_.places.push_back({std::string(name_of(FieldId::fiscal_year)), all().front()});
    }
    if (!year || (known && *known != *year))
      return set_other(draft_, {name()}, all(), text_);
    known = *year;
    take(FieldId::fiscal_year);
  }

  /// 主管部门编码 | 306: the code of a party has a cell of its own.
  void set_code(std::optional<Party>& party, FieldId id) {
    bool const is_code = text_.size() >= 3 && text_.size() <= 21 &&
                         std::ranges::all_of(text_, [](char c) { return c >= '0' && c <= '9'; });
    if (!is_code || (party && party->code && *party->code != text_))
      return set_other(draft_, {name()}, all(), text_);
    if (!party)
      party.emplace();
    party->code = text_;
    for (auto const piece : all())
      draft_.take_field(piece, id);
  }

  void set_contact() {
    // 韦照月 2025年2月28日: the day behind a signature
    auto const blank = text_.rfind(' ');
    if (auto const day = blank == std::string::npos ? std::string() : text_.substr(blank + 1);
        !day.empty() && grammars::match_date(day)) {
      set_other(draft_, {name()}, all(), day);
      text_.resize(blank);
    }
    for (auto const piece : all())
      draft_.take_listed(piece, "contacts", draft_.form.contacts.size());
    draft_.form.contacts.push_back({{name()}, text_, {}});
    draft_.places.push_back({"contacts/" + std::to_string(draft_.form.contacts.size() - 1), all().front()});
  }

  bool keep_choice() {
    auto choice = read_choices(text_);
    if (!choice)
      return false;
    for (auto const piece : all())
      draft_.take_listed(piece, "choices", draft_.form.choices.size());
    choice->label = name();
    draft_.form.choices.push_back(std::move(*choice));
    draft_.places.push_back({"choices/" + std::to_string(draft_.form.choices.size() - 1), all().front()});
    return true;
  }

  void not_understood(FieldId field, std::string_view expected) {
    auto path = "/" + std::string(name_of(field));
    std::ranges::replace(path, '.', '/');
    draft_.remark(Code::not_understood, {{"label", name()}, {"text", text_}, {"expected", expected}}, all().front(),
                  path);
  }

  void set_field(FieldId field) {
    auto& form = draft_.form;
    if (auto* text = text_field(field))
      return text->has_value() ? set_again(field, **text) : set_text(*text, field);
    if (auto* party = party_field(field)) {
      if (party->has_value() && (*party)->name && !(field == FieldId::implementing_unit && takes_over_unit()))
        return set_again(field, *(*party)->name);
      return set_party(*party, field);
    }
    take(field);
    if (field == FieldId::total_score) {
      take_grade();
      form.total_score = parse_decimal(without_points());
      if (!form.total_score)
        not_understood(field, "number");
    }
  }

  static bool carries_out(std::string_view label) {
    static auto const words = vocabulary_words("looks.vocab", "carries_out");
    return any_stands_in(label, words);
  }

  /// 实施单位 behind 预算单位：… or the line of an office above the table: who carries the project out goes before
  /// them. What stood there is kept under its label, or is the department that the form names.
  bool takes_over_unit() {
    auto const name_of_field = name_of(FieldId::implementing_unit);
    auto const place = std::ranges::find(draft_.places, name_of_field, &std::pair<std::string, std::uint32_t>::first);
    if (!carries_out(draft_.piece(label_).label.text) || place == draft_.places.end())
      return false;
    auto const before = place->second;
    auto const& label = draft_.piece(before).label;
    auto& unit = draft_.form.implementing_unit;
    auto& department = draft_.form.supervising_department;
    if (label.rest > 0 && label.is(Role::pair, "implementing_unit") && !carries_out(label.text)) {
      std::uint32_t const pieces[] = {before};
      set_other(draft_, {label_text(draft_, before)}, pieces,
                clean_value(draft_.piece(before).text.substr(label.rest)));
    } else if (!label.known() && department && department->name == unit->name) {
      draft_.take_field(before, FieldId::supervising_department);
      if (!department->code)
        department->code = unit->code;
    } else {
      return false;
    }
    std::erase(draft_.places, std::pair{std::string(name_of_field), before});
    std::erase_if(draft_.form.printed, [&](auto const& printed) { return printed.field == name_of_field; });
    unit.reset();
    return true;
  }

  /// 99.1分（优）: the grade in a bracket behind the score.
  void take_grade() {
    auto const open = text_.find_first_of('(') != std::string::npos ? text_.find('(') : text_.find("（");
    if (open == std::string::npos || open == 0 || draft_.form.grade)
      return;
    auto const grade = bracket_in(text_);
    if (grade.size() < 3 || look_of(std::string_view(grade).substr(1, grade.size() - 2)) != Look::grade)
      return;
    draft_.form.grade = grade.substr(1, grade.size() - 2);
    draft_.places.push_back({std::string(name_of(FieldId::grade)), all().front()});
    text_ = std::string(trim(std::string_view(text_).substr(0, open)));
  }

  std::string_view without_points() const {
    std::string_view text = text_;
    return text.ends_with("分") ? text.substr(0, text.size() - 3) : text;
  }

  /// A second value of a field is kept under its label, where it is another.
  void set_again(FieldId field, std::string_view first) {
    if (first == text_) {
      for (auto const piece : all())
        draft_.take_field(piece, field);
      return;
    }
    auto path = "/" + std::string(name_of(field));
    std::ranges::replace(path, '.', '/');
    draft_.remark(Code::label_repeated, {{"label", name()}}, label_, path);
    set_other(draft_, {name()}, all(), text_);
  }

  static std::string without_blanks(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
  }

  /// A blank parts a date from a time, or is one that a text broken over lines has anywhere.
  static grammars::Match<grammars::Date> read_date(std::string const& text) {
    if (auto const date = grammars::match_date(text))
      return date;
    if (auto const date = grammars::match_date(without_blanks(text)))
      return date;
    // 起始年份 | 2024
    if (auto const year = grammars::match_date(text + "年"); year && year->month == 0)
      return year;
    return grammars::match_date_serial(text);
  }

  void set_text(Text& field, FieldId id) {
    take(id);
    if (id == FieldId::start_date || id == FieldId::end_date) {
      if (auto const date = read_date(text_))
        field = grammars::to_iso(*date);
      else
        not_understood(id, "date");
      return;
    }
    if (id == FieldId::amount_unit) {
      auto const unit = unit_among(text_);
      if (unit)
        field = *unit;
      else
        not_understood(id, "unit of money");
      return;
    }
    if (id == FieldId::project_name)
      return recognition::set_project_name(draft_.form, text_);
    auto choice = read_choices(text_);
    bool const lines = choice || id == FieldId::fund_purpose; // else a cell breaks what is one line
    field = lines ? text_ : clean_value(text_);
    if (choice && id == FieldId::grade) { // 优☑ 良□ 中□ 差□: the one that is ticked
      field = choice->chosen.size() == 1 ? Text(choice->chosen.front()) : Text();
      draft_.form.printed.push_back({std::string(name_of(id)), text_});
    }
    if (choice) {
      choice->label = name();
      draft_.form.choices.push_back(std::move(*choice));
    }
  }

  /// 某厅335399917 beside a label that asks for the name and the code: the digits behind the name.
  std::size_t code_behind() const {
    auto const& label = draft_.piece(label_).label.text;
    auto const begin = text_.find_last_not_of("0123456789") + 1;
    bool const asked = label.find("编码") != std::string::npos || label.find("代码") != std::string::npos;
    return asked && text_.size() - begin >= 3 && text_.size() - begin <= 21 && begin >= 6 ? begin : 0;
  }

  void set_party(std::optional<Party>& field, FieldId id) {
    take(id);
    text_ = clean_value(without_seal(clean_value(text_)));
    auto const matched = grammars::match_code_name(text_);
    if (!matched)
      return not_understood(id, "name");
    auto party = *matched;
    if (auto const begin = code_behind(); begin > 0 && party.code.empty())
      party = {std::string_view(text_).substr(begin), std::string_view(text_).substr(0, begin)};
    Party value;
    value.code = party.code.empty() ? Text() : Text(party.code);
    value.name = party.name.empty() ? Text() : Text(party.name);
    if (!value.code && field)
      value.code = field->code;
    else if (value.code)
      draft_.form.printed.push_back({std::string(name_of(id)), text_});
    field = std::move(value);
  }

  Text* text_field(FieldId field) {
    auto& form = draft_.form;
    switch (field) {
    case FieldId::project_name:
      return &form.project_name;
    case FieldId::project_code:
      return &form.project_code;
    case FieldId::project_nature:
      return &form.project_nature;
    case FieldId::project_category:
      return &form.project_category;
    case FieldId::start_date:
      return &form.start_date;
    case FieldId::end_date:
      return &form.end_date;
    case FieldId::amount_unit:
      return &form.amount_unit;
    case FieldId::fund_purpose:
      return &form.fund_purpose;
    case FieldId::grade:
      return &form.grade;
    default:
      return nullptr;
    }
  }

  std::optional<Party>* party_field(FieldId field) {
    return field == FieldId::supervising_department ? &draft_.form.supervising_department
           : field == FieldId::implementing_unit    ? &draft_.form.implementing_unit
                                                    : nullptr;
  }

  Draft& draft_;
  std::uint32_t label_;
  std::span<std::uint32_t const> values_;
  std::string text_;
};

} // namespace

void set_project_name(Form& form, std::string_view printed) {
  auto const text = clean_value(printed); // a name is one line, however its cell breaks it
  auto const party = grammars::match_code_name(text);
  if (!party || party->code.size() != 21 || party->name.empty()) {
    form.project_name = text;
    return;
  }
  form.project_name = std::string(party->name);
  if (!form.project_code)
    form.project_code = std::string(party->code);
  form.printed.push_back({"project_name", text});
}

void set_labelled(Draft& draft, std::uint32_t label, std::span<std::uint32_t const> values) {
  LabelledValue(draft, label, values).set();
}

void set_other(Draft& draft, std::vector<std::string> labels, std::span<std::uint32_t const> values, std::string text) {
  for (auto const piece : values)
    draft.take_listed(piece, "other", draft.form.other.size());
  if (!values.empty())
    draft.places.push_back({"other/" + std::to_string(draft.form.other.size()), values.front()});
  draft.form.other.push_back({std::move(labels), std::move(text), {}});
}

namespace {

/// A merged cell may be written into every cell that it covers.
std::vector<std::uint32_t> without_repeats(Draft const& draft, std::span<std::uint32_t const> pieces) {
  std::vector<std::uint32_t> out;
  for (auto const piece : pieces)
    if (out.empty() || draft.piece(piece).row != draft.piece(out.back()).row ||
        draft.piece(piece).text != draft.piece(out.back()).text)
      out.push_back(piece);
  return out;
}

} // namespace

void set_goal(Draft& draft, std::string_view goal, std::span<std::uint32_t const> values, std::size_t rest) {
  auto& goals = draft.form.goals;
  auto const [slot, id] = goal == "project"    ? std::pair{&goals.project, FieldId::goals_project}
                          : goal == "expected" ? std::pair{&goals.expected, FieldId::goals_expected}
                          : goal == "actual"   ? std::pair{&goals.actual, FieldId::goals_actual}
                                               : std::pair{&goals.annual, FieldId::goals_annual};
  auto text = joined_text(draft, without_repeats(draft, values), rest);
  if (text.empty() || is_nothing(text)) {
    for (auto const piece : values)
      draft.take_furniture(piece, "placeholder");
    return;
  }
  if (slot->has_value() && **slot != text) {
    for (auto const piece : values)
      draft.take(piece, {});
    return;
  }
  for (auto const piece : values)
    draft.take_field(piece, id);
  draft.places.push_back({std::string(name_of(id)), values.front()});
  *slot = std::move(text);
}

namespace {

/// （2024—2026年） on a line of its own.
bool set_period_of_years(Draft& draft, std::uint32_t index, std::string_view text) {
  bool const bracket = text.starts_with("（") || text.starts_with('(');
  if (!bracket || draft.form.goals.project_period)
    return false;
  auto const period = grammars::match_period(text);
  auto const digits = [](char c) { return c >= '0' && c <= '9'; };
  int years = 0;
  for (std::size_t at = 0; period && at + 4 <= (*period).size(); ++at)
    if (auto const four = std::string_view(*period).substr(at, 4); std::ranges::all_of(four, digits))
      ++years, at += 3;
  if (years < 2)
    return false;
  draft.form.goals.project_period = *period;
  draft.take_field(index, FieldId::goals_project_period);
  draft.places.push_back({std::string(name_of(FieldId::goals_project_period)), index});
  return true;
}

} // namespace

/// 2024年 | 2025年 | 2026年: labels of columns, and none is the year of the form. The texts right beside it tell.
static bool stands_among_years(Page const& page, std::uint32_t index, int year) {
  auto const row = page.row(page.pieces[index].row);
  auto const own = index - page.rows[page.pieces[index].row];
  auto const is_other = [&](auto from, auto end) {
    auto const next = std::find_if(from, end, [](Piece const& piece) { return piece.is_text(); });
    if (next == end)
      return false;
    auto const other = grammars::match_fiscal_year(clean_value(next->text));
    return other && *other != year;
  };
  auto const before = row.first(own), behind = row.subspan(own + 1);
  return is_other(before.rbegin(), before.rend()) || is_other(behind.begin(), behind.end());
}

bool set_year_or_unit(Draft& draft, std::uint32_t index) {
  auto const text = draft.text(index);
  if (auto const year = grammars::match_fiscal_year(text); year && !stands_among_years(*draft.page, index, *year)) {
    if (!draft.form.fiscal_year) {
      draft.form.fiscal_year = *year;
      draft.places.push_back({"fiscal_year", index});
    }
    draft.take_field(index, FieldId::fiscal_year);
    return true;
  }
  if (text.size() > 60 || draft.piece(index).look() <= Look::deadline) // ≤5000(元) is a value
    return false;
  if (set_period_of_years(draft, index, text))
    return true;
  auto const unit = grammars::match_amount_unit(text);
  if (!unit || *unit == grammars::AmountUnit::none)
    return false;
  set_unit(draft, "(" + text + ")", index);
  if (!draft.form.amount_unit)
    draft.form.amount_unit = *unit == grammars::AmountUnit::yuan ? "元" : "万元";
  draft.take_field(index, FieldId::amount_unit);
  return true;
}

} // namespace jixiao::recognition
