#include "recognition/split.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

namespace jixiao::recognition {

namespace {

constexpr int wide_gap = 4; ///< columns of white space that part two texts which are no label and value

struct Word {
  std::size_t begin = 0, end = 0;
  int gap = 0; ///< columns of white space before it
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  int gap = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (is_space(c.value)) {
      gap += c.value == 0x3000 ? 2 : 1;
      in_word = false;
    } else {
      if (!in_word)
        words.push_back({at, at, gap});
      in_word = true;
      gap = 0;
      words.back().end = at + c.length;
    }
    at += c.length;
  }
  return words;
}

/// Brackets that are opened and not closed: `数量( ≥**个 )` is one cell.
int open_brackets(std::string_view text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    open += c.value == '(' || c.value == 0xFF08 ? 1 : c.value == ')' || c.value == 0xFF09 ? -1 : 0;
    at += c.length;
  }
  return open;
}

} // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  constexpr std::size_t most_in_bracket = 4; // words; a bracket that nobody closes ends here
  auto const words = words_of(text);
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const begin = words[i].begin;
    auto end = i;
    while (end + 1 < words.size() && end - i < most_in_bracket &&
           open_brackets(text.substr(begin, words[end].end - begin)) > 0)
      ++end;
    if (open_brackets(text.substr(begin, words[end].end - begin)) > 0)
      end = i;
    out.push_back(text.substr(begin, words[end].end - begin));
    i = end;
  }
  return out;
}

std::vector<std::string_view> split_labels(std::string_view text, LabelFinder const& labels) {
  auto const words = words_of(text);
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    auto const word = text.substr(words[i].begin, words[i].end - words[i].begin);
    bool const has_colon = word.find(':') != std::string_view::npos || word.find("：") != std::string_view::npos;
    bool const is_label = has_colon && labels.find(word).known();
    if (!is_label && (words[i].gap < wide_gap || word.size() < 6))
      continue;
    out.push_back(trim(text.substr(begin, words[i].begin - begin)));
    begin = words[i].begin;
  }
  out.push_back(trim(text.substr(begin)));
  return out;
}

} // namespace jixiao::recognition
