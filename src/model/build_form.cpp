#include "model/build_form.hpp"

#include "grammars/amount.hpp"
#include "grammars/code_name.hpp"
#include "grammars/date.hpp"
#include "grammars/fiscal_year.hpp"
#include "grammars/period.hpp"
#include "forms/printed_row.hpp"
#include "grammars/heading.hpp"
#include "model/build_indicator.hpp"
#include "model/cell_text.hpp"
#include "model/doubts.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

class FormBuilder {
public:
  FormBuilder(BuildContext const& context, RawForm const& raw, std::uint32_t index)
      : context_(context), raw_(raw), index_(index), path_("/forms/" + std::to_string(index)) {}

  Form build(RepairedTables const& tables) {
    form_.kind = raw_.grammar->family;
    form_.layout = raw_.grammar->name;
    form_.at = context_.locate(raw_.candidate.first_row, -1);
    set_title();
    for (auto const& field : raw_.fields)
      set(field);
    for (auto const& value : tables.amounts)
      set_crossing(value);
    if (!form_.fiscal_year && form_.title)
      if (auto const year = grammars::find_fiscal_year(*form_.title))
        form_.fiscal_year = *year;
    convert_to_yuan();
    form_.indicators.reserve(tables.records.size());
    for (auto const& record : tables.records)
      form_.indicators.push_back(
          build_indicator(context_, record, index_, static_cast<std::uint32_t>(form_.indicators.size())));
    return std::move(form_);
  }

private:
  std::string_view cell_text(std::int64_t cell) const {
    return context_.page.reading->cells[static_cast<std::size_t>(cell)].text;
  }

  void claim(std::uint32_t cell, FieldId field, std::uint32_t entry = 0) {
    context_.claims.claim(cell, {ClaimKind::field, field, static_cast<std::uint16_t>(index_), entry});
  }

  void set_title() {
    if (raw_.candidate.title_row < 0)
      return;
    auto const cell = context_.page.row(static_cast<std::size_t>(raw_.candidate.title_row))[0].cell;
    auto const text = clean_value(cell_text(cell));
    form_.places.push_back({name_of(FieldId::title), context_.locate(0, cell)});
    claim(cell, FieldId::title);
    if (auto const heading = grammars::match_heading(text)) {
      form_.ordinal = std::string(heading->ordinal);
      form_.title = std::string(heading->title);
    } else {
      form_.title = text;
    }
  }

  std::string text_of(RawField const& field) const {
    if (!field.text.empty())
      return clean_value(field.text);
    return field.value_cells.empty() ? std::string() : joined_text(*context_.page.reading, field.value_cells);
  }

  std::string pointer(FieldId field) const {
    std::string path = path_ + "/" + std::string(name_of(field));
    std::replace(path.begin() + static_cast<std::ptrdiff_t>(path_.size()), path.end(), '.', '/');
    return path;
  }

  std::string row_of(RawField const& field) const {
    return field.value_cells.empty() ? std::string()
                                     : printed_row(context_.page, context_.row_of(field.value_cells.back()));
  }

  Location place(RawField const& field) const {
    if (field.value_cells.empty() && field.label_cell < 0)
      return form_.at;
    return context_.locate(0, field.value_cells.empty() ? field.label_cell : field.value_cells[0]);
  }

  void not_understood(RawField const& field, std::string const& text, std::string_view expected, std::string path) {
    auto const label =
        field.label_cell < 0 ? std::string(name_of(field.field)) : clean_value(cell_text(field.label_cell));
    context_.sink.emit(Code::not_understood, {{"label", label}, {"text", text}, {"expected", expected}}, place(field),
                       std::move(path));
  }

  void set(RawField const& field) {
    auto text = text_of(field);
    if (field.field == FieldId::funds)
      return set_fund(field, text);
    if (field.field == FieldId::spending_schedule)
      return set_schedule(field);
    if (text.empty()) {
      if (field.label_cell >= 0)
        form_.places.push_back({name_of(field.field), place(field)});
      return;
    }
    if (has_value(field.field))
      return repeat(field, first_texts_[static_cast<std::size_t>(field.field)]);
    for (auto const cell : field.value_cells)
      claim(cell, field.field);
    report_doubts(field);
    if (field.value_cells.size() > 1)
      report_join(field);
    if (field.runner_up)
      report_doubt(field, text);
    first_texts_[static_cast<std::size_t>(field.field)] = text;
    form_.places.push_back({name_of(field.field), place(field)});
    set_value(field, std::move(text));
  }

  /// A second cell for a field that has its value: the same again is layout, anything else is left unclaimed.
  void repeat(RawField const& field, std::string_view first) {
    for (auto const cell : field.value_cells) {
      auto const text = clean_value(cell_text(cell));
      if (text == first)
        context_.claims.layout(cell);
      else if (field.label_cell >= 0)
        context_.sink.emit(Code::label_repeated, {{"label", clean_value(cell_text(field.label_cell))}}, place(field),
                           pointer(field.field));
    }
  }

  /// A value may stand in the cell of its label.
  void report_doubts(RawField const& field) {
    std::array const label = {static_cast<std::uint32_t>(field.label_cell)};
    bool const in_label = field.value_cells.empty() && field.label_cell >= 0;
    jixiao::report_doubt(context_, in_label ? std::span<std::uint32_t const>(label) : field.value_cells,
                         name_of(field.field), pointer(field.field));
  }

  void report_join(RawField const& field) {
    context_.sink.emit(Code::text_joined,
                       {{"text", clean_value(cell_text(field.value_cells.back()))},
                        {"field", name_of(field.field)},
                        {"cells", row_of(field)}},
                       context_.locate(0, field.value_cells.back()), pointer(field.field));
  }

  void report_doubt(RawField const& field, std::string const& text) {
    context_.sink.emit(Code::ambiguous_cell,
                       {{"text", text},
                        {"runner_up", name_of(*field.runner_up)},
                        {"chosen", name_of(field.field)},
                        {"cells", row_of(field)}},
                       place(field), pointer(field.field));
  }

  bool has_value(FieldId field) {
    if (auto const* text = text_field(field))
      return text->has_value();
    if (auto const* party = party_field(field))
      return party->has_value();
    return field == FieldId::fiscal_year    ? form_.fiscal_year.has_value()
           : field == FieldId::total_weight ? form_.total_weight.has_value()
           : field == FieldId::total_score  ? form_.total_score.has_value()
                                            : false;
  }

  void set_value(RawField const& field, std::string text) {
    switch (kind_of(field.field)) {
    case FieldKind::text:
      *text_field(field.field) = std::move(text);
      break;
    case FieldKind::prose:
      *text_field(field.field) = prose(field, std::move(text));
      break;
    case FieldKind::period:
      set_period(field, text);
      break;
    case FieldKind::date:
      set_date(field, text);
      break;
    case FieldKind::unit:
      set_unit(field, text);
      break;
    case FieldKind::party:
      set_party(field, text);
      break;
    case FieldKind::year:
      if (auto const year = grammars::match_fiscal_year(text))
        form_.fiscal_year = *year;
      else
        not_understood(field, text, "year", pointer(field.field));
      break;
    case FieldKind::decimal:
      set_decimal(field, text);
      break;
    default:
      break;
    }
  }

  std::string prose(RawField const& field, std::string text) const {
    return field.value_cells.size() == 1 && field.text.empty() ? clean_prose(cell_text(field.value_cells[0]))
                                                               : std::move(text);
  }

  void set_period(RawField const& field, std::string const& text) {
    if (auto const period = grammars::match_period(text))
      form_.goals.project_period = *period;
    else
      not_understood(field, text, "period", pointer(field.field));
  }

  void set_date(RawField const& field, std::string const& text) {
    if (auto const date = grammars::match_date(text))
      *text_field(field.field) = grammars::to_iso(*date);
    else if (!is_placeholder(text))
      not_understood(field, text, "date", pointer(field.field));
  }

  void set_unit(RawField const& field, std::string const& text) {
    auto const unit = grammars::match_amount_unit(text);
    if (unit && *unit == grammars::AmountUnit::yuan)
      form_.amount_unit = "元";
    else if (unit && *unit == grammars::AmountUnit::ten_thousand_yuan)
      form_.amount_unit = "万元";
    else
      not_understood(field, text, "unit of money", pointer(field.field));
  }

  void set_party(RawField const& field, std::string const& text) {
    auto const party = grammars::match_code_name(text);
    if (!party)
      return not_understood(field, text, "name", pointer(field.field));
    Party value;
    if (!party->code.empty())
      value.code = std::string(party->code);
    if (!party->name.empty())
      value.name = std::string(party->name);
    *party_field(field.field) = std::move(value);
  }

  void set_decimal(RawField const& field, std::string const& text) {
    if (is_placeholder(text))
      return;
    auto const number = parse_decimal(text);
    if (!number)
      return not_understood(field, text, "number", pointer(field.field));
    (field.field == FieldId::total_weight ? form_.total_weight : form_.total_score) = *number;
  }

  std::vector<Fund>::const_iterator find_fund(std::string_view scope, std::string_view item,
                                              std::string_view measure) const {
    return std::find_if(form_.funds.begin(), form_.funds.end(), [&](Fund const& fund) {
      return fund.scope == scope && fund.item == item && fund.measure == measure;
    });
  }

  void set_fund(RawField const& field, std::string const& text) {
    auto const& to = *field.destination;
    if (auto const same = find_fund(to.scope, to.item, to.measure); same != form_.funds.end()) {
      if (!text.empty())
        repeat(field, fund_texts_[static_cast<std::size_t>(same - form_.funds.begin())]);
      return;
    }
    add_fund({to.scope, to.item, to.measure, std::nullopt, std::nullopt, {}}, field, text);
  }

  /// A crossing of the fund matrix.
  void set_crossing(MatrixValue const& value) {
    if (find_fund(value.row->scope, value.row->item, value.column->measure) != form_.funds.end())
      return;
    RawField field{nullptr, FieldId::funds, -1, {}, {}, {}};
    if (value.cell >= 0)
      field.value_cells.push_back(static_cast<std::uint32_t>(value.cell));
    auto const path = path_ + "/funds/" + std::to_string(form_.funds.size());
    auto const text = text_of(field);
    if (value.moved)
      context_.sink.emit(
          Code::cell_in_wrong_column,
          {{"text", text}, {"field", value.column->measure}, {"column", "another header"}, {"cells", row_of(field)}},
          place(field), path);
    add_fund({value.row->scope, value.row->item, value.column->measure, std::nullopt, std::nullopt, {}}, field, text);
  }

  void add_fund(Fund fund, RawField const& field, std::string const& text) {
    auto const entry = static_cast<std::uint32_t>(form_.funds.size());
    for (auto const cell : field.value_cells)
      claim(cell, FieldId::funds, entry);
    jixiao::report_doubt(context_, field.value_cells, fund.measure, path_ + "/funds/" + std::to_string(entry));
    auto unit = grammars::AmountUnit::none;
    if (!text.empty() && !is_placeholder(text)) {
      if (auto const amount = grammars::match_amount(without_percent(fund, text))) {
        fund.number = amount->number;
        unit = amount->unit;
      } else {
        not_understood(field, text, "amount of money", path_ + "/funds/" + std::to_string(entry));
      }
    }
    fund.at = place(field);
    units_.push_back(unit);
    fund_texts_.push_back(text);
    form_.funds.push_back(std::move(fund));
  }

  /// A rate may be printed with its sign: 95.00%.
  static std::string_view without_percent(Fund const& fund, std::string_view text) {
    if (fund.measure != "execution_rate")
      return text;
    for (std::string_view const sign : {"%", "％"})
      if (text.ends_with(sign))
        return text.substr(0, text.size() - sign.size());
    return text;
  }

  void set_schedule(RawField const& field) {
    if (field.value_cells.empty())
      return;
    ScheduleEntry entry{clean_value(cell_text(field.value_cells[0])), std::nullopt};
    for (auto const cell : field.value_cells)
      claim(cell, FieldId::spending_schedule);
    if (field.value_cells.size() > 1) {
      auto text = clean_value(cell_text(field.value_cells[1]));
      if (text.ends_with('%'))
        text.pop_back();
      else if (text.ends_with("％"))
        text.resize(text.size() - 3);
      entry.percent = parse_decimal(text);
      if (!entry.percent)
        not_understood(field, text, "percentage",
                       path_ + "/spending_schedule/" + std::to_string(form_.spending_schedule.size()));
    }
    form_.spending_schedule.push_back(std::move(entry));
  }

  /// Amounts in 元, once the form's unit is known. An amount with a unit of its own keeps to that.
  void convert_to_yuan() {
    for (std::size_t i = 0; i < form_.funds.size(); ++i) {
      auto& fund = form_.funds[i];
      if (!fund.number || fund.measure == "weight" || fund.measure == "score" || fund.measure == "execution_rate")
        continue;
      int exponent = form_.amount_unit == "万元" ? 4 : 0;
      if (units_[i] == grammars::AmountUnit::yuan)
        exponent = 0;
      if (units_[i] == grammars::AmountUnit::ten_thousand_yuan)
        exponent = 4;
      if (units_[i] == grammars::AmountUnit::hundred_million_yuan)
        exponent = 8;
      if (form_.amount_unit || units_[i] != grammars::AmountUnit::none)
        fund.yuan = times_power_of_ten(*fund.number, exponent);
      int const own = form_.amount_unit == "万元" ? 4 : 0;
      if (auto const scaled =
              form_.amount_unit && exponent != own ? times_power_of_ten(*fund.number, exponent - own) : std::nullopt) {
        form_.printed.push_back({"funds/" + std::to_string(i), fund_texts_[i]});
        fund.number = *scaled;
      }
    }
  }

  Text* text_field(FieldId field) {
    switch (field) {
    case FieldId::ordinal:
      return &form_.ordinal;
    case FieldId::title:
      return &form_.title;
    case FieldId::project_name:
      return &form_.project_name;
    case FieldId::project_code:
      return &form_.project_code;
    case FieldId::project_nature:
      return &form_.project_nature;
    case FieldId::project_category:
      return &form_.project_category;
    case FieldId::start_date:
      return &form_.start_date;
    case FieldId::end_date:
      return &form_.end_date;
    case FieldId::amount_unit:
      return &form_.amount_unit;
    case FieldId::fund_purpose:
      return &form_.fund_purpose;
    case FieldId::goals_project:
      return &form_.goals.project;
    case FieldId::goals_project_period:
      return &form_.goals.project_period;
    case FieldId::goals_annual:
      return &form_.goals.annual;
    case FieldId::goals_expected:
      return &form_.goals.expected;
    case FieldId::goals_actual:
      return &form_.goals.actual;
    case FieldId::grade:
      return &form_.grade;
    default:
      return nullptr;
    }
  }

  std::optional<Party>* party_field(FieldId field) {
    return field == FieldId::supervising_department ? &form_.supervising_department
           : field == FieldId::implementing_unit    ? &form_.implementing_unit
                                                    : nullptr;
  }

  BuildContext const& context_;
  RawForm const& raw_;
  std::uint32_t index_;
  std::string path_;
  Form form_;
  std::array<std::string, field_count> first_texts_; ///< of the fields that have a value, as printed
  std::vector<std::string> fund_texts_;              ///< the same of the funds
  std::vector<grammars::AmountUnit> units_;          ///< of the funds, as printed behind the number
};

} // namespace

Form build_form(BuildContext const& context, RawForm const& raw, RepairedTables const& tables,
                std::uint32_t form_index) {
  return FormBuilder(context, raw, form_index).build(tables);
}

} // namespace jixiao
