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
  auto const& entry = info(diagnostic.code);
  auto const text = language == Language::zh ? entry.chinese : entry.english;
  std::string out;
  std::size_t done = 0;
  for (auto field = next_field(text, 0); !field.name.empty(); field = next_field(text, field.end)) {
    out += text.substr(done, field.begin - done);
    auto const* argument = find_argument(diagnostic, field.name);
    out += argument ? std::string_view(argument->value) : text.substr(field.begin, field.end - field.begin);
    done = field.end;
  }
  out += text.substr(done);
  return out;
}

} // namespace jixiao
