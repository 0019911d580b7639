#include "forms/form_language_destination.hpp"

#include "forms/form_language_suggest.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace jixiao::form_language {
namespace {

using namespace std::string_view_literals;

constexpr std::array field_names{
#define JIXIAO_FIELD(id, name, kind) std::string_view(name),
#include "model/fields.def"
#undef JIXIAO_FIELD
};

constexpr std::array scopes{"project"sv, "year"sv};
// The list of scopes is closed. Items and measures are open: a form may have its own, and these are only known ones.
constexpr std::array items{"total"sv, "fiscal"sv, "carryover"sv, "other"sv};
constexpr std::array measures{"budget"sv, "initial_budget"sv, "revised_budget"sv, "executed"sv,
                              "weight"sv, "execution_rate"sv, "score"sv};

bool is_snake_case(std::string_view word) {
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z' &&
         std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// A word of an open list: a new one is fine, a misspelling of a known one is not.
bool check_open(std::string_view what, Token word, std::span<std::string_view const> known, ErrorList& errors) {
  if (std::ranges::find(known, word) != known.end())
    return true;
  if (!is_snake_case(word)) {
    errors.add(word, quoted(word) + " is no " + std::string(what) + ": write small letters, digits and _");
    return false;
  }
  auto const hint = did_you_mean(word, known);
  if (!hint.empty())
    errors.add(word, quoted(word) + " is no known " + std::string(what) + hint);
  return hint.empty();
}

Token take_part(Token& path) {
  auto const part = path.substr(0, path.find('.'));
  path.remove_prefix(std::min(part.size() + 1, path.size()));
  return part;
}

std::optional<Destination> resolve_funds(Token word, bool with_measure, ErrorList& errors) {
  auto const parts = std::ranges::count(word, '.');
  if (parts != (with_measure ? 3 : 2)) {
    errors.add(word, with_measure ? "an amount is written funds.<scope>.<item>.<measure>, as in funds.year.total.budget"
                                  : "a row of a matrix is written funds.<scope>.<item>, as in funds.year.total");
    return std::nullopt;
  }
  auto rest = word;
  take_part(rest);
  auto const scope = take_part(rest), item = take_part(rest), measure = take_part(rest);
  if (std::ranges::find(scopes, scope) == scopes.end()) {
    errors.add(scope, quoted(scope) + " is no scope; a scope is \"project\" or \"year\"");
    return std::nullopt;
  }
  bool const item_known = check_open("item", item, items, errors);
  bool const measure_known = !with_measure || check_open("measure", measure, measures, errors);
  if (!item_known || !measure_known)
    return std::nullopt;
  return Destination{FieldId::funds, std::string(scope), std::string(item), std::string(measure)};
}

std::optional<FieldId> resolve_field(Token word, ErrorList& errors) {
  auto const field = find_field(word);
  if (!field)
    errors.add(word, "unknown field " + quoted(word) + did_you_mean(word, field_names));
  return field;
}

std::optional<Destination> plain(std::optional<FieldId> field) {
  if (!field)
    return std::nullopt;
  return Destination{*field, {}, {}, {}};
}

std::optional<FieldId> resolve_list(Token word, ErrorList& errors) {
  auto const field = resolve_field(word, errors);
  if (!field || kind_of(*field) == FieldKind::schedule)
    return field;
  errors.add(word, quoted(word) + " is no list; a series leads to spending_schedule");
  return std::nullopt;
}

bool is_amount(Token word) { return word == "funds" || word.starts_with("funds."); }

} // namespace

std::optional<FieldId> resolve_form_field(Token word, ErrorList& errors) {
  if (is_amount(word)) {
    errors.add(word, "an amount cannot stand here; a single field can");
    return std::nullopt;
  }
  auto const field = resolve_field(word, errors);
  if (!field)
    return std::nullopt;
  if (is_record_field(*field)) {
    errors.add(word, quoted(word) + " is a field of an indicator; only a column of records leads to it");
    return std::nullopt;
  }
  if (kind_of(*field) == FieldKind::schedule) {
    errors.add(word, quoted(word) + " is a list; only a series leads to it");
    return std::nullopt;
  }
  return field;
}

std::optional<FieldId> resolve_record_field(Token word, ErrorList& errors) {
  if (is_amount(word)) {
    errors.add(word, "an amount is no field of an indicator");
    return std::nullopt;
  }
  auto const field = resolve_field(word, errors);
  if (!field || is_record_field(*field))
    return field;
  errors.add(word, quoted(word) + " is a field of the form, not of an indicator");
  return std::nullopt;
}

std::optional<Destination> resolve_destination(Token word, Place place, ErrorList& errors) {
  switch (place) {
  case Place::matrix_column:
    if (!check_open("measure", word, measures, errors))
      return std::nullopt;
    return Destination{FieldId::funds, {}, {}, std::string(word)};
  case Place::matrix_row:
    return resolve_funds(word, false, errors);
  case Place::series:
    return plain(resolve_list(word, errors));
  case Place::record:
    return plain(resolve_record_field(word, errors));
  case Place::form:
    break;
  }
  return is_amount(word) ? resolve_funds(word, true, errors) : plain(resolve_form_field(word, errors));
}

} // namespace jixiao::form_language
