#include "recognition/labels/vocabulary_file.hpp"

#include "diagnostics/embedded.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
std::span<EmbeddedFile const> embedded_vocabulary();
}

namespace jixiao::recognition {

std::string_view vocabulary_file(std::string_view name) {
  auto const files = embedded_vocabulary();
  auto const file = std::ranges::find(files, name, &EmbeddedFile::name);
  return file == files.end() ? std::string_view() : file->text;
}

std::vector<VocabularyLine> vocabulary_lines(std::string_view table) {
  std::vector<VocabularyLine> out;
  while (!table.empty()) {
    auto const line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    auto const equals = line.find('=');
    if (!line.starts_with('#') && equals != std::string_view::npos)
      out.push_back({trim(line.substr(0, equals)), trim(line.substr(equals + 1))});
  }
  return out;
}

std::string_view take_word(std::string_view& words) {
  std::size_t end = 0;
  for (bool inside = false; end < words.size() && (inside || words[end] != '|'); ++end)
    inside = words[end] == '{' || (inside && words[end] != '}');
  auto const word = words.substr(0, end);
  words.remove_prefix(std::min(end + 1, words.size()));
  return trim(word);
}

std::vector<ListedWord> listed_words(std::string_view name) {
  std::vector<ListedWord> out;
  for (auto [key, words] : vocabulary_lines(vocabulary_file(name)))
    while (!words.empty())
      out.push_back({take_word(words), key});
  return out;
}

std::vector<std::string_view> vocabulary_words(std::string_view name, std::string_view key) {
  std::vector<std::string_view> out;
  for (auto [of, words] : vocabulary_lines(vocabulary_file(name)))
    while (of == key && !words.empty())
      out.push_back(take_word(words));
  return out;
}

bool any_stands_in(std::string_view text, std::vector<std::string_view> const& words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::string_view::npos; });
}

WordFinder::WordFinder(std::string_view file) : words_(listed_words(file)) {
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (!words_[i].word.empty())
      by_begin_[character_at(words_[i].word, 0).value].push_back(i);
}

std::string_view WordFinder::key_of_word_in(std::string_view text) const {
  auto first = words_.size();
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (auto const begun = by_begin_.find(c.value); begun != by_begin_.end()) {
      auto const stands_here = [&](std::size_t i) { return text.substr(at).starts_with(words_[i].word); };
      if (auto const word = std::ranges::find_if(begun->second, stands_here); word != begun->second.end())
        first = std::min(first, *word);
    }
    at += c.length;
  }
  return first == words_.size() ? std::string_view() : words_[first].key;
}

} // namespace jixiao::recognition
