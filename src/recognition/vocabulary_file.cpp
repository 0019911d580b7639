#include "recognition/vocabulary_file.hpp"

#include "diagnostics/embedded.hpp"
#include "text/clean.hpp"

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

std::string_view key_of_word_in(std::span<ListedWord const> words, std::string_view text) {
  auto const found =
      std::ranges::find_if(words, [&](ListedWord const& w) { return text.find(w.word) != std::string_view::npos; });
  return found == words.end() ? std::string_view() : found->key;
}

} // namespace jixiao::recognition
