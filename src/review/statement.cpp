#include "review/names.hpp"

#include <jixiao/review.hpp>

#include <set>

namespace jixiao {

namespace {

/// Form and part, as far as the words behind them do not name them again; without the form where `inside` of it.
std::string prefix(Document const& document, std::string_view path, std::string_view words, Language language,
                   bool inside = false) {
  auto const form = inside ? std::nullopt : form_of(document, path);
  auto out = form ? name_of_form(document, *form, language) : std::string();
  auto part = name_of_part(document, path, language);
  auto const* row = indicator_of(document, path);
  if (row && row->level3 && words.find(*row->level3) != words.npos)
    part = row->level2.value_or("");
  if (!part.empty() && words.find(part) == words.npos)
    out.append(out.empty() ? "" : language == Language::zh ? "，" : ", ").append(part);
  return out;
}

std::string first_sentence(std::string text) {
  for (std::string_view const end : {"。", ". "})
    if (auto const at = text.find(end); at != text.npos)
      text.resize(at);
  if (text.ends_with('.'))
    text.pop_back();
  return text;
}

std::string joined(std::string out, std::string_view text, Language language) {
  if (!out.empty())
    out += language == Language::zh ? "：" : ": ";
  return out.append(text);
}

} // namespace

std::string meaning_in_short(Code code, Language language) { return first_sentence(meaning_of(code, language)); }

std::string statement(Document const& document, Diagnostic const& finding, Language language) {
  auto const words = message(finding, language);
  return joined(prefix(document, finding.path, words, language), words, language);
}

std::string statement_in_form(Document const& document, Diagnostic const& finding, Language language) {
  auto const words = message(finding, language);
  return joined(prefix(document, finding.path, words, language, true), words, language);
}

std::string statement(Document const& document, ReviewItem const& item, Language language) {
  if (!item.several())
    return statement(document, item.first(), language);
  std::set<std::size_t> forms;
  for (auto const* place : item.places)
    if (auto const form = form_of(document, place->path))
      forms.insert(*form);
  auto const text = item.alike ? message(item.first(), language) : meaning_in_short(item.first().code, language);
  auto const places = std::to_string(item.places.size());
  if (forms.size() == 1)
    return joined(name_of_form(document, *forms.begin(), language), text, language) +
           (language == Language::zh ? "（" + places + " 处）" : " (" + places + " places)");
  if (language == Language::zh)
    return text + "（" + std::to_string(forms.size()) + " 张表" +
           (item.places.size() == forms.size() ? "" : "，" + places + " 处") + "）";
  return text + " (" + std::to_string(forms.size()) + " forms" +
         (item.places.size() == forms.size() ? "" : ", " + places + " places") + ")";
}

} // namespace jixiao
