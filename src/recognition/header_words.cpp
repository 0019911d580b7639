#include "recognition/header_words.hpp"

#include "recognition/labels.hpp"
#include "recognition/vocabulary_file.hpp"

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

bool says_sum(std::string_view label) {
  static WordFinder const words("sums.vocab");
  return !words.key_of_word_in(label).empty();
}

} // namespace jixiao::recognition
