#include "recognition/header_words.hpp"

#include "recognition/labels.hpp"
#include "recognition/vocabulary_file.hpp"

#include <unordered_map>
#include <vector>

namespace jixiao::recognition {

std::optional<std::string_view> header_meaning(std::string_view label) {
  static WordFinder const words("headers.vocab");
  auto const meaning = words.key_of_word_in(folded(label));
  return meaning.empty() ? std::nullopt : std::optional(meaning);
}

std::optional<std::string_view> measure_meaning(std::string_view label) {
  static WordFinder const words("measures.vocab");
  auto const meaning = words.key_of_word_in(folded(label));
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
