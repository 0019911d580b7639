#include "forms/builtin_forms.hpp"

#include "diagnostics/embedded.hpp"
#include "forms/form_parser.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
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

std::vector<FormGrammar> complete_builtin_forms() {
  std::vector<FormGrammar> forms;
  for (auto const& layout : builtin_layouts().layouts) {
    if (!layout.is_complete)
      continue;
    auto const name = std::string(layout.name) + ".form";
    auto const files = embedded_forms();
    auto const file = std::ranges::find(files, name, &EmbeddedFile::name);
    if (file == files.end())
      continue;
    auto parsed = parse_forms(file->text, file->name);
    std::ranges::move(parsed.forms, std::back_inserter(forms));
  }
  return forms;
}

} // namespace jixiao
