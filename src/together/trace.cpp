#include "together/trace.hpp"

#include "rules/funds.hpp"
#include "rules/times.hpp"

#include <jixiao/review.hpp>
#include <jixiao/together.hpp>

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t most_indicators = 300, longest_text = 6'000; ///< kept of a form; bytes of a text

Location place_of(Form const& form, std::string_view field) {
  auto const found = std::ranges::find(form.places, field, &FieldPlace::field);
  return found == form.places.end() ? form.at : found->at;
}

std::string first_of(std::string const& text) {
  auto end = std::min(text.size(), longest_text);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(0, end);
}

std::string unit_of(Form const& form) {
  for (auto const* party : {&form.implementing_unit, &form.supervising_department})
    if (*party && (*party)->name)
      return *(*party)->name;
  return {};
}

void add_amounts(FormTrace& trace, Form const& form) {
  for (std::size_t i = 0; i < form.funds.size(); ++i)
    if (auto const& fund = form.funds[i]; fund.scope == "year" && fund.item == "total" && fund.yuan)
      trace.amounts.push_back({fund.measure, trace.path + "/funds/" + std::to_string(i),
                               to_string(*fund.number) + form.amount_unit.value_or(""), *fund.yuan, fund.at});
}

void add_goals(FormTrace& trace, Form const& form) {
  struct Goal {
    std::string_view field;
    Text const* text;
  };
  for (auto const& [field, text] :
       {Goal{"goals.project", &form.goals.project}, Goal{"goals.annual", &form.goals.annual},
        Goal{"goals.expected", &form.goals.expected}, Goal{"goals.actual", &form.goals.actual}})
    if (*text)
      trace.goals.push_back({std::string(field), first_of(**text), place_of(form, field)});
}

bool read_straight(Indicator const& row) {
  return std::ranges::none_of(row.how, [](FieldReading const& reading) {
    return reading.field == "target" && reading.by != How::joined && reading.certainty != Certainty::certain;
  });
}

void add_indicators(FormTrace& trace, Form const& form) {
  for (std::size_t i = 0; i < form.indicators.size() && i < most_indicators; ++i) {
    auto const& row = form.indicators[i];
    if (row.level3)
      trace.indicators.push_back({trace.path + "/indicators/" + std::to_string(i), row.level1.value_or(""),
                                  row.level2.value_or(""), *row.level3, row.target, row.actual, read_straight(row),
                                  row.at});
  }
}

FormTrace trace_of(Document const& document, std::size_t index, std::string_view name, Language language) {
  auto const& form = document.forms[index];
  FormTrace out;
  out.document = name;
  out.form = name_of_form(document, index, language);
  out.path = "/forms/" + std::to_string(index);
  out.place = std::string(name) + (document.forms.size() > 1 ? "#" + std::to_string(index + 1) : "");
  out.kind = form.kind;
  out.title = form.title.value_or("");
  out.project = form.project_name.value_or("");
  out.code = form.project_code.value_or("");
  out.unit = unit_of(form);
  out.year = form.fiscal_year ? form.fiscal_year : year_of(form.start_date);
  out.at = form.at;
  add_amounts(out, form);
  add_goals(out, form);
  add_indicators(out, form);
  return out;
}

} // namespace

Stage FormTrace::stage() const {
  if (kind.ends_with("self_evaluation"))
    return Stage::result;
  return kind.ends_with("declaration") || kind.ends_with("target_table") || kind.ends_with("target") ? Stage::plan
                                                                                                     : Stage::other;
}

TracedAmount const* FormTrace::amount(std::string_view measure) const {
  auto const found = std::ranges::find(amounts, measure, &TracedAmount::measure);
  return found == amounts.end() ? nullptr : &*found;
}

TracedAmount const* FormTrace::planned_budget() const {
  auto const* planned = amount("budget");
  return planned ? planned : amount("initial_budget");
}

std::vector<std::string> traces_of(Document const& document, std::string_view name, Language language) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < document.forms.size(); ++i)
    out.push_back(pack(trace_of(document, i, name, language)));
  return out;
}

} // namespace jixiao
