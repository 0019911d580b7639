#include "forms/builtin_forms.hpp"

#include "diagnostics/embedded.hpp"
#include "forms/form_parser.hpp"

#include <cassert>
#include <span>
#include <string>

namespace jixiao {

/// grammars/forms/*.form, sorted by name.
std::span<EmbeddedFile const> embedded_forms();

std::vector<FormGrammar> const& builtin_forms() {
  static std::vector<FormGrammar> const forms = [] {
    // As one text, since forms extend those of other files.
    std::string text;
    for (auto const& file : embedded_forms())
      text.append(file.text).append("\n");
    auto parsed = parse_forms(text, "grammars/forms");
    assert(parsed.errors.empty());
    return std::move(parsed.forms);
  }();
  return forms;
}

} // namespace jixiao
