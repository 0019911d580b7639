#include "recognition/labels/header_words.hpp"

#include "recognition/labels/vocabulary_file.hpp"
#include "text/text_memory.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
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

namespace {

/// What the words of headers and of measures lead to, by both keys.
class MeaningsByWords {
public:
  MeaningsByWords() {
    std::vector<std::string_view> headers{""}, measures{""};
    for (auto const& listed : listed_words("headers.vocab"))
      headers.push_back(listed.key);
    for (auto const& listed : listed_words("measures.vocab"))
      measures.push_back(listed.key);
    for (auto const header : headers)
      for (auto const measure : measures)
        add(header, measure);
  }

  std::vector<Meaning> const* of(std::string_view header, std::string_view measure) const {
    auto const found = all_.find({header, measure});
    return found == all_.end() || found->second.empty() ? nullptr : &found->second;
  }

private:
  void add(std::string_view header, std::string_view measure) {
    auto [entry, anew] = all_.try_emplace({header, measure});
    if (!anew)
      return;
    if (!header.empty())
      entry->second.emplace_back(Role::column, std::string(header));
    if (!measure.empty())
      entry->second.emplace_back(Role::measure, std::string(measure));
    if (header == "target" || header == "actual")
      entry->second.emplace_back(Role::goal, header == "target" ? "expected" : "actual");
  }

  std::map<std::pair<std::string_view, std::string_view>, std::vector<Meaning>> all_;
};

/// The meaning of a column; where no word tells, what says that something was promised or done heads such values.
std::string_view column_by_words(std::string_view text) {
  if (auto const meaning = header_meaning(text))
    return *meaning;
  if (says("past", text) || says("part_of_year", text) || says("no_value", text))
    return {};
  return says("promised", text) ? "target" : says("done", text) ? "actual" : "";
}

} // namespace

Label label_by_words(std::string_view text) {
  static MeaningsByWords const meanings;
  Label out;
  out.meanings = meanings.of(column_by_words(text), measure_meaning(text).value_or(""));
  if (out.meanings)
    out.text = folded(text);
  return out;
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
