#include "recognition/columns/header_words.hpp"

#include "recognition/labels/labels.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/text_memory.hpp"

#include <unordered_map>
#include <vector>

namespace jixiao::recognition {

std::optional<std::string_view> header_meaning(std::string_view label) {
  static WordFinder const words("headers.vocab");
  thread_local TextMemory<std::string_view, 64> memory;
  auto const meaning = memory.of(label, [](std::string_view text) { return words.key_of_word_in(folded(text)); });
  return meaning.empty() ? std::nullopt : std::optional(meaning);
}

std::optional<std::string_view> measure_meaning(std::string_view label) {
  static WordFinder const words("measures.vocab");
  thread_local TextMemory<std::string_view, 128> memory;
  auto const meaning = memory.of(label, [](std::string_view text) { return words.key_of_word_in(folded(text)); });
  return meaning.empty() || meaning == "other" ? std::nullopt : std::optional(meaning);
}

bool says(std::string_view key, std::string_view label) {
  static auto const words = [] {
    std::unordered_map<std::string_view, std::vector<std::string_view>> by_key;
    for (auto const& listed : listed_words("periods.vocab"))
      by_key[listed.key].push_back(listed.word);
    return by_key;
  }();
  auto const found = words.find(key);
  return found != words.end() && any_stands_in(label, found->second);
}

bool says_sum(std::string_view label) {
  static WordFinder const words("sums.vocab");
  return !words.key_of_word_in(label).empty();
}

} // namespace jixiao::recognition
