#include "diagnostics/phrases.hpp"
#include "diagnostics/template.hpp"

#include <jixiao/diagnostic.hpp>

#include <algorithm>

namespace jixiao {

namespace {

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

Argument const* find_argument(Diagnostic const& diagnostic, std::string_view name) {
  auto const& arguments = diagnostic.arguments;
  auto const found = std::ranges::find(arguments, name, &Argument::name);
  return found == arguments.end() ? nullptr : &*found;
}

/// What quotes a document is the same in every language.
std::string in_language(Argument const& argument, Language language) {
  if (auto const field = field_name(argument.value, language); is_field(argument.name) && !field.empty())
    return std::string(field);
  if (language == Language::en || is_quotation(argument.name))
    return argument.value;
  return in_chinese(argument.value);
}

std::string fill(Diagnostic const& diagnostic, std::string_view text, Language language) {
  std::string out;
  std::size_t done = 0;
  for (auto field = next_field(text, 0); !field.name.empty(); field = next_field(text, field.end)) {
    out += text.substr(done, field.begin - done);
    auto const* argument = find_argument(diagnostic, field.name);
    if (argument)
      out += in_language(*argument, language);
    else
      out += text.substr(field.begin, field.end - field.begin);
    done = field.end;
  }
  out += text.substr(done);
  return out;
}

} // namespace

TemplateField next_field(std::string_view text, std::size_t from) {
  while ((from = text.find('{', from)) != text.npos) {
    auto end = from + 1;
    while (end < text.size() && is_name_character(text[end]))
      ++end;
    if (end < text.size() && text[end] == '}' && end > from + 1)
      return {text.substr(from + 1, end - from - 1), from, end + 1};
    from = end;
  }
  return {};
}

std::string message(Diagnostic const& diagnostic, Language language) {
  return fill(diagnostic, message_template(diagnostic.code, language), language);
}

std::string headline(Diagnostic const& diagnostic, Language language) {
  auto text = message_template(diagnostic.code, language);
  for (std::string_view const row : {": {cells}", "：{cells}"})
    if (text.ends_with(row))
      text.remove_suffix(row.size());
  return fill(diagnostic, text, language);
}

} // namespace jixiao
