#include "recognition/header_words.hpp"

#include "recognition/vocabulary.hpp"
#include "recognition/labels.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace jixiao::recognition {

namespace {

struct HeaderWord {
  std::string word, meaning;
};

std::vector<HeaderWord> read_words_of(std::string_view file) {
  std::vector<HeaderWord> out;
  auto table = vocabulary_file(file);
  while (!table.empty()) {
    auto line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    auto const equals = line.find('=');
    if (line.starts_with('#') || equals == std::string_view::npos)
      continue;
    auto const meaning = std::string(trim(line.substr(0, equals)));
    for (line.remove_prefix(equals + 1); !line.empty();) {
      auto const word = line.substr(0, line.find('|'));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      out.push_back({std::string(trim(word)), meaning});
    }
  }
  return out;
}

std::optional<std::string_view> meaning_in(std::vector<HeaderWord> const& words, std::string_view label) {
  auto const text = folded(label);
  auto const found =
      std::ranges::find_if(words, [&](HeaderWord const& w) { return text.find(w.word) != std::string::npos; });
  return found == words.end() ? std::nullopt : std::optional<std::string_view>(found->meaning);
}

} // namespace

std::optional<std::string_view> header_meaning(std::string_view label) {
  static auto const words = read_words_of("headers.vocab");
  return meaning_in(words, label);
}

std::optional<std::string_view> measure_meaning(std::string_view label) {
  static auto const words = read_words_of("measures.vocab");
  auto const meaning = meaning_in(words, label);
  return meaning == "other" ? std::nullopt : meaning;
}

} // namespace jixiao::recognition
