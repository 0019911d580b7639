#include "capi/handles.hpp"

namespace jixiao::capi {

namespace {

jixiao_text text(std::string_view text) { return {text.data(), text.size()}; }
jixiao_text text(Text const& of) { return of ? text(std::string_view(*of)) : jixiao_text{}; }

jixiao_number number(std::optional<Decimal> of) {
  return of ? jixiao_number{of->coefficient, of->scale, 1} : jixiao_number{};
}

jixiao_place place(Location const& at) {
  auto const index = [](std::optional<std::uint32_t> of) { return of ? static_cast<std::int32_t>(*of) : -1; };
  return {.line = at.line.value_or(0),
          .column = at.column.value_or(0),
          .page = at.page.value_or(0),
          .table = index(at.table),
          .row = index(at.row),
          .cell = index(at.cell),
          .begin = at.begin.value_or(0),
          .end = at.end.value_or(0)};
}

jixiao_value value(std::optional<Value> const& of) {
  if (!of)
    return {};
  return {.text = text(std::string_view(of->text)),
          .kind = static_cast<jixiao_value_kind>(of->kind),
          .op = static_cast<jixiao_comparator>(of->op),
          .number = number(of->number),
          .upper = number(of->upper),
          .unit = text(of->unit),
          .subject = text(of->subject)};
}

jixiao_text code_of(std::optional<Party> const& party) { return party ? text(party->code) : jixiao_text{}; }
jixiao_text name_of(std::optional<Party> const& party) { return party ? text(party->name) : jixiao_text{}; }

jixiao_form form(Form const& of) {
  jixiao_form out{};
  out.kind = text(std::string_view(of.kind)), out.layout = text(std::string_view(of.layout));
  out.ordinal = text(of.ordinal), out.title = text(of.title);
  if (of.fiscal_year)
    out.fiscal_year = {*of.fiscal_year, 0, 1};
  out.project_name = text(of.project_name), out.project_code = text(of.project_code);
  out.project_nature = text(of.project_nature), out.project_category = text(of.project_category);
  out.supervising_department_code = code_of(of.supervising_department);
  out.supervising_department = name_of(of.supervising_department);
  out.implementing_unit_code = code_of(of.implementing_unit), out.implementing_unit = name_of(of.implementing_unit);
  out.start_date = text(of.start_date), out.end_date = text(of.end_date);
  out.amount_unit = text(of.amount_unit), out.fund_purpose = text(of.fund_purpose);
  out.goal_project = text(of.goals.project), out.goal_project_period = text(of.goals.project_period);
  out.goal_annual = text(of.goals.annual), out.goal_expected = text(of.goals.expected);
  out.goal_actual = text(of.goals.actual);
  out.total_weight = number(of.total_weight), out.total_score = number(of.total_score);
  out.grade = text(of.grade);
  out.funds = of.funds.size(), out.indicators = of.indicators.size();
  out.at = place(of.at);
  return out;
}

jixiao_fund fund(Fund const& of) {
  jixiao_fund out{};
  out.scope = text(std::string_view(of.scope)), out.item = text(std::string_view(of.item));
  out.measure = text(std::string_view(of.measure));
  out.label = of.label.empty() ? jixiao_text{} : text(std::string_view(of.label));
  out.number = number(of.number), out.yuan = number(of.yuan);
  out.at = place(of.at);
  return out;
}

jixiao_indicator indicator(Indicator const& of) {
  jixiao_indicator out{};
  out.level1 = text(of.level1), out.level2 = text(of.level2), out.level3 = text(of.level3);
  out.definition = text(of.definition);
  out.target = value(of.target), out.actual = value(of.actual);
  out.weight = number(of.weight), out.score = number(of.score);
  out.basis = text(of.basis), out.remark = text(of.remark);
  out.repaired = of.repaired.empty() ? 0 : 1;
  out.at = place(of.at);
  return out;
}

jixiao_finding finding(Diagnostic const& of, std::string const& message) {
  jixiao_finding out{};
  out.code = text(info(of.code).id), out.name = text(info(of.code).name);
  out.severity = static_cast<jixiao_severity>(of.severity);
  out.message = text(std::string_view(message));
  out.path = of.path.empty() ? jixiao_text{} : text(std::string_view(of.path));
  out.at = place(of.at);
  return out;
}

Form const* form_at(jixiao_document const* document, std::size_t index) {
  return document && index < document->document.forms.size() ? &document->document.forms[index] : nullptr;
}

jixiao_status not_found() { return fail(JIXIAO_NOT_FOUND, "the document has nothing there"); }

} // namespace

} // namespace jixiao::capi

using namespace jixiao;
using namespace jixiao::capi;

jixiao_fate jixiao_document_fate(jixiao_document const* document) {
  return document ? static_cast<jixiao_fate>(fate_of(document->document)) : JIXIAO_UNREADABLE;
}

size_t jixiao_form_count(jixiao_document const* document) { return document ? document->document.forms.size() : 0; }

size_t jixiao_finding_count(jixiao_document const* document) {
  return document ? document->document.diagnostics.size() : 0;
}

jixiao_status jixiao_get_form(jixiao_document const* document, size_t form_index, jixiao_form* out) {
  auto const* of = form_at(document, form_index);
  return of ? give(form(*of), out) : not_found();
}

jixiao_status jixiao_get_fund(jixiao_document const* document, size_t form_index, size_t index, jixiao_fund* out) {
  auto const* of = form_at(document, form_index);
  return of && index < of->funds.size() ? give(fund(of->funds[index]), out) : not_found();
}

jixiao_status jixiao_get_indicator(jixiao_document const* document, size_t form_index, size_t index,
                                   jixiao_indicator* out) {
  auto const* of = form_at(document, form_index);
  return of && index < of->indicators.size() ? give(indicator(of->indicators[index]), out) : not_found();
}

jixiao_status jixiao_get_finding(jixiao_document const* document, size_t index, jixiao_finding* out) {
  if (index >= jixiao_finding_count(document))
    return not_found();
  return give(finding(document->document.diagnostics[index], document->messages[index]), out);
}

jixiao_status jixiao_find_fund(jixiao_document const* document, size_t form_index, char const* address,
                               jixiao_fund* out) {
  auto const* of = form_at(document, form_index);
  auto const* found = of && address ? of->fund(address) : nullptr;
  return found ? give(fund(*found), out) : not_found();
}

jixiao_status jixiao_place_of(jixiao_document const* document, char const* pointer, jixiao_place* out) {
  return guarded([&] {
    if (!pointer || !out)
      return fail(JIXIAO_BAD_ARGUMENT, "jixiao_place_of needs a pointer and a place");
    auto const* at = document ? document->document.place_of(pointer) : nullptr;
    if (!at)
      return not_found();
    *out = place(*at);
    return jixiao_status{JIXIAO_OK};
  });
}
