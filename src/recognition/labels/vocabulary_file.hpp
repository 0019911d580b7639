#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The files of grammars/vocabulary, as they were compiled in: lines `KEY = WORD | WORD`, and comments behind #.
namespace jixiao::recognition {

/// Empty when there is no file of that name.
std::string_view vocabulary_file(std::string_view name);

/// A line: what stands before its first equals sign, and all behind it.
struct VocabularyLine {
  std::string_view key, words;
};

std::vector<VocabularyLine> vocabulary_lines(std::string_view table);

/// Takes the next word off a line; a bar inside braces does not part words. Empty words are given too.
std::string_view take_word(std::string_view& words);

struct ListedWord {
  std::string_view word, key;
};

/// All words of a built-in file, in its order.
std::vector<ListedWord> listed_words(std::string_view name);

/// The words of one key of a built-in file, in its order.
std::vector<std::string_view> vocabulary_words(std::string_view name, std::string_view key);

/// True when one of the words stands in the text.
bool any_stands_in(std::string_view text, std::vector<std::string_view> const& words);

/// The words of a built-in file, looked for in texts.
class WordFinder {
public:
  explicit WordFinder(std::string_view file);

  /// The key of the first word of the list that stands in the text; empty when none does. Linear in the text.
  std::string_view key_of_word_in(std::string_view text) const;

private:
  std::vector<ListedWord> words_;
  std::unordered_map<char32_t, std::vector<std::size_t>> by_begin_; ///< by their first characters, in the list's order
};

} // namespace jixiao::recognition
