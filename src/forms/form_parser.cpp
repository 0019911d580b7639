#include "forms/form_parser.hpp"

#include "forms/form_language_errors.hpp"
#include "forms/form_language_grammar.hpp"
#include "forms/form_language_inheritance.hpp"
#include "forms/form_language_meaning.hpp"
#include "text/utf8_check.hpp"

#include <string>

namespace jixiao {
namespace {

constexpr std::size_t most_bytes = 1 << 20;
constexpr std::size_t most_forms = 200;

std::vector<FormGrammar> read_forms(form_language::FormText const& text, form_language::ErrorList& errors,
                                    std::span<FormGrammar const> known) {
  auto const bytes = text.text();
  if (auto const valid = check_utf8(bytes).valid; valid < bytes.size()) {
    errors.add(bytes.substr(valid), "the text is no UTF-8 from here on");
    return {};
  }
  auto const syntax = form_language::read_syntax(text, errors);
  if (syntax.size() > most_forms) {
    errors.add(syntax[most_forms].source, "a file has at most " + std::to_string(most_forms) + " forms");
    return {};
  }
  if (syntax.empty() && errors.empty())
    errors.add(bytes, "expected a form");
  auto forms = form_language::build_forms(syntax, errors);
  form_language::check_bases(forms, syntax, known, errors);
  return forms;
}

} // namespace

ParsedForms parse_forms(std::string_view text, std::string_view file_name, std::span<FormGrammar const> known) {
  if (text.starts_with("\uFEFF"))
    text.remove_prefix(3);
  bool const too_large = text.size() > most_bytes;
  form_language::FormText const source(too_large ? text.substr(0, 0) : text, file_name);
  form_language::ErrorList errors(source);
  ParsedForms result;
  if (too_large)
    errors.add(source.text(), "the file has more than " + std::to_string(most_bytes) + " bytes");
  else
    result.forms = read_forms(source, errors, known);
  result.errors = errors.take();
  if (!result.errors.empty())
    result.forms.clear();
  return result;
}

} // namespace jixiao
