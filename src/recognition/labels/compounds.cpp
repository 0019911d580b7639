#include "recognition/labels/compounds.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::recognition {

std::string_view first_two(std::string_view text) {
  auto const first = text.empty() ? 0 : character_at(text, 0).length;
  return first < text.size() ? text.substr(0, first + character_at(text, first).length) : std::string_view();
}

std::string_view begin_of(std::string_view label) {
  auto const two = first_two(label);
  return two.empty() ? label : two;
}

Compound::Compound(std::string_view pattern) {
  while (!pattern.empty()) {
    bool const choices = pattern.front() == '{';
    auto const end = std::min(pattern.find(choices ? '}' : '{'), pattern.size());
    auto part = pattern.substr(choices ? 1 : 0, end - (choices ? 1 : 0));
    pattern.remove_prefix(std::min(end + (choices ? 1 : 0), pattern.size()));
    std::vector<std::string> texts;
    for (bool last = false; !last;) {
      auto const bar = choices ? part.find('|') : std::string_view::npos;
      last = bar == std::string_view::npos;
      std::string folded;
      fold_label(trim(part.substr(0, bar)), folded);
      texts.push_back(std::move(folded));
      part.remove_prefix(last ? part.size() : bar + 1);
    }
    parts_.push_back(std::move(texts));
  }
}

/// As deep as the pattern has parts.
bool Compound::matches(std::string_view rest, std::size_t part) const {
  if (part == parts_.size())
    return rest.empty();
  return std::ranges::any_of(parts_[part], [&](std::string const& text) {
    return rest.starts_with(text) && matches(rest.substr(text.size()), part + 1);
  });
}

std::vector<char32_t> Compound::last_characters() const {
  std::vector<char32_t> found;
  bool open = true; // nothing need stand behind this part
  for (auto part = parts_.rbegin(); open && part != parts_.rend(); ++part) {
    open = false;
    for (auto const& text : *part)
      if (text.empty())
        open = true;
      else
        found.push_back(character_before(text, text.size()).value);
  }
  if (open)
    found.push_back(0);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> Compound::begins() const {
  std::vector<std::string> found, open{""}; // the latter go on with the next part
  for (auto const& part : parts_) {
    std::vector<std::string> longer;
    for (auto const& begin : open)
      for (auto const& text : part)
        if (auto whole = begin + text; first_two(whole).empty())
          longer.push_back(std::move(whole));
        else
          found.emplace_back(first_two(whole));
    open = std::move(longer);
  }
  found.insert(found.end(), open.begin(), open.end());
  return found;
}

} // namespace jixiao::recognition
