#include "readers/aligned/spaced_labels.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace jixiao::aligned {

namespace {

constexpr double widest_gap = 4; ///< columns between two characters of a label
constexpr double odd_gap = 1;    ///< by which gaps in one label differ at most

/// Characters of one label, words [first, last).
struct Letters {
  std::uint32_t first = 0, last = 0;
};

class SpacedLabels {
public:
  SpacedLabels(PageText& text, recognition::LabelFinder const& labels) : text_(text), labels_(labels) {}

  void join() {
    for (std::size_t line = 0; line < text_.lines.size(); ++line)
      for (auto word = text_.lines[line].first; word < text_.lines[line].last;) {
        auto const found = label_at(line, word);
        word = std::max(found.last, word + 1);
      }
    if (!found_.empty())
      make_words();
  }

private:
  bool is_letter(std::uint32_t word) const {
    auto const& text = text_.words[word].text;
    auto const c = character_at(text, 0);
    return c.length == text.size() && is_chinese(c.value);
  }

  double gap_before(std::uint32_t word) const { return text_.words[word].x0 - text_.words[word - 1].x1; }

  /// The characters from a word on, with even gaps between them.
  Letters letters_from(std::uint32_t first, std::uint32_t end) const {
    auto last = first;
    double least = widest_gap, most = 0;
    while (last < end && is_letter(last)) {
      if (last > first) {
        least = std::min(least, gap_before(last)), most = std::max(most, gap_before(last));
        auto const &left = text_.words[last - 1], &right = text_.words[last];
        bool const one_text =
            left.line == right.line && left.text.data() + (right.begin - left.begin) == right.text.data();
        bool const gutters = most >= text_.metrics.gutter && least < text_.metrics.gutter;
        if (most > widest_gap || most > least + odd_gap || gutters || !one_text)
          break;
      }
      ++last;
    }
    return {first, last};
  }

  std::string text_of_letters(Letters letters) const {
    std::string out;
    for (auto word = letters.first; word < letters.last; ++word)
      out += text_.words[word].text;
    return out;
  }

  bool is_label(std::string const& text) const {
    auto const label = labels_.find(text);
    return (label.known() || label.is_level()) && label.rest == 0;
  }

  /// 称 below 项 目 名: the letters that a label goes on with on the next line below it.
  Letters letters_below(std::size_t line, Letters above) const {
    constexpr std::size_t reach = 3; // lines
    auto const x0 = text_.words[above.first].x0, x1 = text_.words[above.last - 1].x1;
    for (auto below = line + 1; below < std::min(text_.lines.size(), line + 1 + reach); ++below)
      for (auto word = text_.lines[below].first; word < text_.lines[below].last; ++word)
        if (text_.words[word].x0 < x1 && x0 < text_.words[word].x1)
          return letters_from(word, text_.lines[below].last);
    return {};
  }

  /// The longest label that begins with a word.
  Letters label_at(std::size_t line, std::uint32_t word) {
    constexpr std::uint32_t fewest = 2, fewest_of_part = 3; // characters
    auto const all = letters_from(word, text_.lines[line].last);
    for (auto letters = all; letters.last >= word + fewest; --letters.last) {
      auto const text = text_of_letters(letters);
      if (is_label(text)) {
        found_.push_back(letters);
        return letters;
      }
      if (letters.last < word + fewest_of_part || gap_before(letters.last - 1) >= text_.metrics.gutter)
        continue;
      auto const below = letters_below(line, letters);
      if (below.first < below.last && is_label(text + text_of_letters(below))) {
        found_.push_back(letters);
        if (below.last > below.first + 1)
          found_.push_back(below);
        return letters;
      }
    }
    return {};
  }

  void make_words() {
    std::ranges::sort(found_, {}, &Letters::first);
    std::vector<Word> words;
    auto next = found_.begin();
    for (auto& line : text_.lines) {
      auto const first = static_cast<std::uint32_t>(words.size());
      for (auto word = line.first; word < line.last;) {
        while (next != found_.end() && next->first < word)
          ++next;
        auto joined = text_.words[word];
        auto last = word + 1;
        if (next != found_.end() && next->first == word)
          last = next->last;
        auto const& end = text_.words[last - 1];
        if (last > word + 1) {
          joined.text = {joined.text.data(), end.end - joined.begin};
          joined.width = end.x1 - joined.x0, joined.x1 = end.x1, joined.end = end.end;
        }
        words.push_back(joined);
        word = last;
      }
      line.first = first, line.last = static_cast<std::uint32_t>(words.size());
    }
    text_.words = std::move(words);
  }

  PageText& text_;
  recognition::LabelFinder const& labels_;
  std::vector<Letters> found_;
};

} // namespace

void join_spaced_labels(PageText& text, recognition::LabelFinder const& labels) {
  if (!text.metrics.exact) // counted in characters
    SpacedLabels(text, labels).join();
}

} // namespace jixiao::aligned
