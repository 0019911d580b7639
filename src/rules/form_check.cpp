#include "rules/form_check.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jixiao {

namespace {

/// Fields are named with dots where they are listed and with slashes in a pointer.
bool same_field(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return x == y || (x == '.' && y == '/'); });
}

Location place_of(Form const& form, std::string_view field) {
  auto const found =
      std::ranges::find_if(form.places, [&](FieldPlace const& place) { return same_field(place.field, field); });
  return found == form.places.end() ? form.at : found->at;
}

std::string form_path(std::size_t form) { return "/forms/" + std::to_string(form); }

} // namespace

ReadingDoubts reading_doubts(std::span<Diagnostic const> findings) {
  ReadingDoubts doubts;
  for (auto const& finding : findings) {
    if (finding.path.empty())
      continue;
    switch (finding.code) {
    case Code::not_understood:
    case Code::target_missing:
    case Code::name_missing:
    case Code::level2_missing:
      doubts.lost.insert(finding.path);
      break;
    case Code::text_garbled:
    case Code::text_cut:
    case Code::texts_interleaved:
      doubts.garbled.insert(finding.path);
      break;
    case Code::unclaimed_cell:
    case Code::header_missing:
      doubts.leaking.insert(finding.path);
      break;
    default:
      break;
    }
  }
  return doubts;
}

void RuleOutcome::needs(std::string_view field) {
  if (missing_.find(field) != missing_.npos)
    return;
  missing_ += missing_.empty() ? "" : ", ";
  missing_ += field;
}

void RuleOutcome::report(std::string path, Location const& at, std::initializer_list<Arg> arguments) {
  broken_ = true;
  sink_.emit(code_, severity_, arguments, at, std::move(path));
}

Judgement RuleOutcome::take(std::string path) && {
  auto const result = broken_ ? Outcome::broken : judged_ ? Outcome::holds : Outcome::cannot_judge;
  if (result != Outcome::cannot_judge)
    missing_.clear();
  return {code_, result, std::move(path), std::move(missing_)};
}

std::string FormCheck::path(std::string_view field) const {
  auto out = form_path(index);
  if (!field.empty())
    out.append(1, '/').append(field);
  return out;
}

std::string FormCheck::path(std::size_t indicator, std::string_view field) const {
  auto out = form_path(index).append("/indicators/").append(std::to_string(indicator));
  if (!field.empty())
    out.append(1, '/').append(field);
  return out;
}

bool FormCheck::lost(std::string_view field) const {
  return (!doubts_.lost.empty() && doubts_.lost.contains(path(field))) ||
         (!doubts_.leaking.empty() && doubts_.leaking.contains(form_path(index)));
}

bool FormCheck::lost(std::size_t indicator, std::string_view field) const {
  return (!doubts_.lost.empty() && doubts_.lost.contains(path(indicator, field))) ||
         (!doubts_.leaking.empty() && doubts_.leaking.contains(form_path(index)));
}

bool FormCheck::garbled(std::string_view field) const {
  return !doubts_.garbled.empty() && doubts_.garbled.contains(path(field));
}

bool FormCheck::garbled(std::size_t indicator, std::string_view field) const {
  return !doubts_.garbled.empty() && doubts_.garbled.contains(path(indicator, field));
}

void FormCheck::report(std::string_view field, std::initializer_list<Arg> arguments) {
  outcome_.report(path(field), place_of(form, field), arguments);
}

void FormCheck::report_fund(Fund const& fund, std::initializer_list<Arg> arguments) {
  auto const number = static_cast<std::size_t>(&fund - form.funds.data());
  outcome_.report(form_path(index) + "/funds/" + std::to_string(number), fund.at, arguments);
}

void FormCheck::report_indicator(std::size_t indicator, std::string_view field, std::initializer_list<Arg> arguments) {
  outcome_.report(path(indicator, field), form.indicators[indicator].at, arguments);
}

bool DocumentCheck::garbled(std::size_t form, std::string_view field) const {
  return !doubts_.garbled.empty() && doubts_.garbled.contains(form_path(form).append(1, '/').append(field));
}

void DocumentCheck::report(std::size_t form, std::string_view field, std::initializer_list<Arg> arguments) {
  outcome_.report(form_path(form).append(1, '/').append(field), place_of(document.forms[form], field), arguments);
}

void DocumentCheck::report(std::string_view field, Location const& at, std::initializer_list<Arg> arguments) {
  outcome_.report(std::string("/").append(field), at, arguments);
}

} // namespace jixiao
