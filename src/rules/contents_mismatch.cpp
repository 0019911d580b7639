#include "rules/rules.hpp"

#include "rules/words.hpp"
#include "text/alike.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace jixiao {

namespace {

constexpr double alike_enough = 0.8;
constexpr std::size_t most_entries = 300;

/// Names in a list of contents may be shortened or go on with 绩效目标表; scraped ones lack characters.
bool is_about(std::u32string const& entry, std::u32string const& name) {
  if (entry.empty() || name.empty())
    return false;
  return entry.find(name) != entry.npos || name.find(entry) != name.npos || likeness(entry, name) >= alike_enough;
}

std::vector<std::u32string> names_of(Form const& form) {
  std::vector<std::u32string> names;
  for (auto const& text : {form.project_name, form.title})
    if (text)
      names.push_back(characters_of(bare(*text)));
  return names;
}

/// Takes the first form that the entry names and no other entry has taken.
bool take_form(std::vector<Form> const& forms, std::vector<bool>& named, std::u32string const& entry) {
  for (std::size_t form = 0; form < forms.size(); ++form)
    if (!named[form] &&
        std::ranges::any_of(names_of(forms[form]), [&](auto const& name) { return is_about(entry, name); }))
      return named[form] = true;
  return false;
}

} // namespace

/// The list of contents names the forms that follow, each once.
/// Breaks it: a list of three over two forms. Satisfies it: an entry for each form.
void check_contents_mismatch(DocumentCheck& document) {
  auto const& [forms, entries] = std::tie(document.document.forms, document.document.contents);
  if (entries.empty() || forms.empty() || entries.size() > most_entries || forms.size() > most_entries)
    return document.needs("a list of contents");
  std::vector<bool> named(forms.size(), false);
  std::vector<std::string_view> nameless;
  for (auto const& entry : entries)
    if (!take_form(forms, named, characters_of(bare(entry))))
      nameless.push_back(entry);
  // What names hardly any form is a list of something else.
  if (nameless.size() * 2 > entries.size())
    return document.needs("a list of contents");
  document.judged();
  for (auto const entry : nameless)
    document.report("forms", forms[0].at, {{"entry", entry}});
}

} // namespace jixiao
