#include "forms/form_language_labels.hpp"

#include "forms/form_labels.hpp"

#include <unordered_map>

namespace jixiao::form_language {
std::string LabelBuilder::unquoted(Token text) {
  std::string result;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i)
    result.push_back(text[i] == '\\' ? text[++i] : text[i]);
  return result;
}

std::vector<std::string> LabelBuilder::texts(std::vector<Token> const& tokens) {
  std::vector<std::string> result;
  for (auto const token : tokens) {
    result.push_back(unquoted(token));
    if (label_key(result.back()).empty())
      errors_.add(token, "the text is empty");
  }
  return result;
}

LabelRule LabelBuilder::label(LabelSyntax const& syntax, Place place) {
  LabelRule rule;
  rule.texts = texts(syntax.texts);
  rule.line = errors_.text().line(syntax.texts.front().data());
  if (!syntax.annotation.empty())
    rule.annotation = resolve_form_field(syntax.annotation, errors_);
  if (!syntax.destination.empty())
    rule.destination = resolve_destination(syntax.destination, place, errors_);
  for (auto const& text : rule.texts)
    known_.insert(label_key(text));
  return rule;
}

std::vector<LabelRule> LabelBuilder::list(std::vector<LabelSyntax> const& syntax, Place place) {
  std::vector<LabelRule> result;
  std::unordered_map<std::string, std::uint32_t> lines;
  for (auto const& one : syntax) {
    result.push_back(label(one, place));
    for (std::size_t i = 0; i < one.texts.size(); ++i) {
      auto key = label_key(result.back().texts[i]);
      if (key.empty())
        continue; // an error of its own
      auto const [first, is_new] = lines.try_emplace(std::move(key), errors_.text().line(one.texts[i].data()));
      if (!is_new)
        errors_.add(one.texts[i],
                    "the label stands here for the second time; the first is in line " + std::to_string(first->second));
    }
  }
  return result;
}

bool LabelBuilder::knows(std::string_view text) const { return known_.contains(label_key(text)); }

} // namespace jixiao::form_language
