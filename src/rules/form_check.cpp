#include "rules/form_check.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jixiao {

namespace {

/// Fields are named with dots where they are listed and with slashes in a pointer.
bool same_field(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return x == y || (x == '.' && y == '/'); });
}

/// The place of a field, or of the field that it is a part of: "implementing_unit/name".
Location place_of(Form const& form, std::string_view field) {
  for (; !field.empty(); field = field.substr(0, std::min(field.rfind('/'), field.size()))) {
    auto const found =
        std::ranges::find_if(form.places, [&](FieldPlace const& place) { return same_field(place.field, field); });
    if (found != form.places.end())
      return found->at;
    if (field.find('/') == field.npos)
      break;
  }
  return form.at;
}

/// On the same line or the next, before or behind.
bool beside(Location const& a, Location const& b) {
  if (a.line && b.line)
    return *a.line <= *b.line + 1 && *b.line <= *a.line + 1;
  return a.table == b.table && a.row == b.row;
}

/// Two ideographs that follow each other.
bool has_words(std::string_view text) {
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size() && run < 2;) {
    auto const c = character_at(text, at);
    run = c.value >= 0x3400 && c.value <= 0x9FFF ? run + 1 : 0;
    at += c.length;
  }
  return run == 2;
}

std::string_view text_of(Diagnostic const& finding) {
  auto const text = std::ranges::find(finding.arguments, "text", &Argument::name);
  return text == finding.arguments.end() ? std::string_view() : std::string_view(text->value);
}

bool is_before(Location const& a, Location const& b) { return a.line && b.line && *a.line < *b.line; }

/// A line of its own before the table that the indicators stand in: a list of contents, a note on the form.
bool is_above_table(Location const& at, Form const& form) {
  return !at.table && !form.indicators.empty() && form.indicators.front().at.table &&
         is_before(at, form.indicators.front().at);
}

/// Among the indicators of a form whose head stands above them; a grid of projects has its names beside them.
bool is_among_rows(Location const& at, Form const& form) {
  if (form.indicators.empty())
    return false;
  auto const& first = form.indicators.front().at;
  auto const is_above = [&](FieldPlace const& place) { return is_before(place.at, first); };
  return !is_before(at, first) && !is_before(form.indicators.back().at, at) &&
         std::ranges::any_of(form.places, is_above);
}

/// What the cell holds may be the field: not when it stands before the form, holds figures where words are asked for,
/// or stands among the indicators and the field before or behind them.
bool may_be(Leak const& leak, Form const& form, std::string_view field) {
  if (is_before(leak.at, form.at) || (!field.starts_with("indicators") && is_among_rows(leak.at, form)))
    return false;
  if (field.starts_with("indicators") || field.starts_with("goals"))
    return leak.words && !is_above_table(leak.at, form);
  bool const behind_rows = field == "grade" || field.starts_with("total_");
  return !behind_rows || form.indicators.empty() || !is_before(leak.at, form.indicators.back().at);
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
    case Code::field_withheld:
    case Code::target_missing:
    case Code::name_missing:
    case Code::level2_missing:
      doubts.lost.insert(finding.path);
      break;
    case Code::ambiguous_cell:
    case Code::undecided_cell:
    case Code::cells_fused:
    case Code::parted_by_blanks:
      if (auto const goals = finding.path.find("/goals"); goals != std::string::npos)
        doubts.untold.insert(finding.path.substr(0, goals));
      break;
    case Code::text_cut:
      doubts.cut.insert(finding.path);
      break;
    case Code::text_garbled:
    case Code::texts_interleaved:
      doubts.garbled.insert(finding.path);
      break;
    case Code::unclaimed_cell:
      doubts.leaks[finding.path].push_back({finding.at, text_of(finding).empty() || has_words(text_of(finding))});
      break;
    case Code::header_missing:
      doubts.leaks[finding.path].push_back({finding.at});
      break;
    default:
      break;
    }
  }
  return doubts;
}

FormDoubts doubts_on(ReadingDoubts const& doubts, std::string_view form) {
  FormDoubts out;
  if (form.empty()) {
    out.any_field = !doubts.lost.empty() || !doubts.leaks.empty() || !doubts.garbled.empty();
    return out;
  }
  auto const take = [&, below = std::string(form) + '/'](std::set<std::string> const& paths) {
    auto path = paths.lower_bound(below);
    bool const found = path != paths.end() && path->starts_with(below);
    for (; path != paths.end() && path->starts_with(below); ++path) {
      auto const field = std::string_view(*path).substr(below.size());
      auto const part = field.substr(0, field.find('/'));
      if (out.parts.empty() || out.parts.back() != part)
        out.parts.push_back(part);
    }
    return found;
  };
  out.lost = take(doubts.lost);
  out.garbled = take(doubts.garbled);
  if (auto const leaks = doubts.leaks.empty() ? doubts.leaks.end() : doubts.leaks.find(std::string(form));
      leaks != doubts.leaks.end())
    out.any_field = true, out.leaks = &leaks->second;
  return out;
}

bool FormDoubts::concern(std::string_view field) const {
  if (any_field || parts.empty())
    return any_field;
  auto const part = field.substr(0, field.find_first_of("/ "));
  return std::ranges::any_of(parts, [&](std::string_view one) { return one.starts_with(part); });
}

void RuleOutcome::needs(std::string_view field) {
  if (!judged_ && !broken_ && missing_.empty())
    missing_ = field;
}

void RuleOutcome::report(std::string path, Location const& at, std::initializer_list<Arg> arguments) {
  broken_ = true;
  sink_.emit(code_, severity_, arguments, at, std::move(path));
}

Judgement RuleOutcome::take(std::string path, FormDoubts const& doubts) && {
  if (broken_ || judged_)
    return {code_, broken_ ? Outcome::broken : Outcome::holds, std::move(path), {}};
  auto const unread = doubts.concern(missing_);
  return {code_, unread ? Outcome::cannot_judge : Outcome::does_not_apply, std::move(path), missing_};
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
  if (on_form_.lost && doubts_.lost.contains(path(field)))
    return true;
  return on_form_.leaks &&
         std::ranges::any_of(*on_form_.leaks, [&](Leak const& leak) { return may_be(leak, form, field); });
}

bool FormCheck::lost(std::size_t indicator, std::string_view field) const {
  if (on_form_.lost && doubts_.lost.contains(path(indicator, field)))
    return true;
  return on_form_.leaks && std::ranges::any_of(*on_form_.leaks, [&](Leak const& leak) {
           return beside(leak.at, form.indicators[indicator].at);
         });
}

bool FormCheck::has_untold_goals() const { return doubts_.untold.contains(form_path(index)); }

bool FormCheck::garbled(std::string_view field) const {
  return on_form_.garbled && doubts_.garbled.contains(path(field));
}

bool FormCheck::garbled(std::size_t indicator, std::string_view field) const {
  return on_form_.garbled && doubts_.garbled.contains(path(indicator, field));
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
  if (doubts_.garbled.empty() && doubts_.cut.empty())
    return false;
  auto const path = form_path(form).append(1, '/').append(field);
  return doubts_.garbled.contains(path) || doubts_.cut.contains(path);
}

void DocumentCheck::report(std::size_t form, std::string_view field, std::initializer_list<Arg> arguments) {
  outcome_.report(form_path(form).append(1, '/').append(field), place_of(document.forms[form], field), arguments);
}

void DocumentCheck::report(std::string_view field, Location const& at, std::initializer_list<Arg> arguments) {
  outcome_.report(std::string("/").append(field), at, arguments);
}

} // namespace jixiao
