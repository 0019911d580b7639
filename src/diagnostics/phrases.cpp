#include "diagnostics/phrases.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <vector>

namespace jixiao {

namespace {

constexpr Phrase phrase_table[] = {
#define JIXIAO_PHRASE(english, chinese) {english, chinese},
#include "diagnostics/phrases.def"
#undef JIXIAO_PHRASE
};

struct FieldName {
  std::string_view field, english, chinese;
};

constexpr FieldName fields[] = {
#define JIXIAO_FIELD_NAME(field, english, chinese) {field, english, chinese},
#include "diagnostics/field_names.def"
#undef JIXIAO_FIELD_NAME
};

constexpr std::string_view slot = "{}";

/// What the slots of a pattern stand for in a text that is wholly of that pattern.
std::optional<std::vector<std::string_view>> fit(std::string_view pattern, std::string_view text) {
  std::vector<std::string_view> values;
  for (;;) {
    auto const next = pattern.find(slot);
    auto const literal = pattern.substr(0, next);
    if (!text.starts_with(literal))
      return std::nullopt;
    text.remove_prefix(literal.size());
    if (next == pattern.npos)
      return text.empty() ? std::optional(std::move(values)) : std::nullopt;
    pattern.remove_prefix(next + slot.size());
    auto const until = pattern.substr(0, pattern.find(slot));
    bool const last = until.size() == pattern.size();
    auto const end = until.empty() ? text.size() : last ? text.rfind(until) : text.find(until);
    if (end == text.npos)
      return std::nullopt;
    values.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string fill(std::string_view pattern, std::vector<std::string_view> const& values) {
  std::string out;
  for (auto const value : values) {
    auto const next = std::min(pattern.find(slot), pattern.size());
    out.append(pattern.substr(0, next)).append(value);
    pattern.remove_prefix(std::min(next + slot.size(), pattern.size()));
  }
  return out.append(pattern);
}

std::optional<std::string> find_phrase(std::string_view value) {
  for (auto const& [english, chinese] : phrase_table)
    if (!value.empty() && (value.front() == english.front() || english.front() == '{'))
      if (auto const values = fit(english, value))
        return fill(chinese, *values);
  return std::nullopt;
}

bool is_reader_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

/// Length of `name: ` at the start of a text; 0 when there is none.
std::size_t name_before_reason(std::string_view text) {
  auto const end = std::ranges::find_if_not(text, is_reader_character) - text.begin();
  auto const length = static_cast<std::size_t>(end);
  return length > 0 && text.substr(length).starts_with(": ") ? length + 2 : 0;
}

/// Where the reason at the start of a text ends: before the next `, name: `.
std::size_t end_of_reason(std::string_view text) {
  for (auto at = text.find(", "); at != text.npos; at = text.find(", ", at + 1))
    if (name_before_reason(text.substr(at + 2)) > 0)
      return at;
  return text.size();
}

/// `tsv: text without a tab, html: no table`, a reason for each reader.
std::optional<std::string> list_of_reasons(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const name = name_before_reason(text);
    if (name == 0)
      return std::nullopt;
    auto const reason = text.substr(name, end_of_reason(text.substr(name)));
    out.append(out.empty() ? "" : "；").append(text.substr(0, name - 2)).append("：");
    out += find_phrase(reason).value_or(std::string(reason));
    text.remove_prefix(std::min(name + reason.size() + 2, text.size()));
  }
  return out;
}

} // namespace

std::span<Phrase const> phrases() { return phrase_table; }

std::string_view field_name(std::string_view field, Language language) {
  // An amount is named by its item or measure: "funds.year.carryover".
  if (field.starts_with("funds."))
    field = field.substr(field.rfind('.') + 1);
  auto const found = std::ranges::find(fields, field, &FieldName::field);
  if (found == std::end(fields))
    return {};
  return language == Language::zh ? found->chinese : found->english;
}

bool is_field(std::string_view argument_name) {
  constexpr std::array<std::string_view, 7> names = {"field", "other", "chosen", "runner_up",
                                                     "kind",  "title", "layout"};
  return std::ranges::find(names, argument_name) != names.end();
}

bool is_quotation(std::string_view argument_name) {
  constexpr std::array<std::string_view, 11> quoting = {"text", "name",  "value",  "cells",  "pieces", "part",
                                                        "file", "sheet", "folder", "header", "command"};
  return std::ranges::find(quoting, argument_name) != quoting.end();
}

std::string in_chinese(std::string_view value) {
  if (auto phrase = find_phrase(value))
    return *std::move(phrase);
  if (auto reasons = list_of_reasons(value); reasons && !reasons->empty())
    return *std::move(reasons);
  return std::string(value);
}

} // namespace jixiao
