#include "recognition/fused/words.hpp"

#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t shortest_double = 6;        ///< bytes of one half
constexpr std::size_t longest_name = 90;          ///< bytes of one that has no value behind it
constexpr std::size_t whole_name = 12;            ///< bytes of the shortest of several names
constexpr std::size_t shortest_next = 18;         ///< bytes behind the end of a name that may be another
constexpr std::size_t longest_names = 900;        ///< bytes of several that only the words that end them part
constexpr std::size_t fewest_names = 3;           ///< that one word ends
constexpr std::size_t shortest_end = 9;           ///< bytes of words that end them and are not listed
constexpr std::size_t one_character = 3;          ///< bytes
constexpr std::size_t longest_unit_of_name = 15;  ///< bytes
constexpr std::size_t longest_part_of_label = 24; ///< bytes before a word that ends it

/// The longest first.
std::vector<std::string> const& result_words() {
  static std::vector<std::string> const words = [] {
    std::vector<std::string> out;
    for (auto const& word : listed_words("results.vocab"))
      out.emplace_back(word.word);
    std::ranges::sort(out, std::greater{}, &std::string::size);
    return out;
  }();
  return words;
}

bool is_in_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

bool is_grade(std::string_view text) {
  static auto const grades = vocabulary_words("runs.vocab", "grade");
  return std::ranges::find(grades, text) != grades.end();
}

std::vector<std::string_view> const& name_ends() {
  static auto const words = vocabulary_words("looks.vocab", "name_end");
  return words;
}

/// Where `word` ends in a text, each time.
std::vector<std::size_t> ends_of(std::string_view word, std::string_view text) {
  std::vector<std::size_t> out;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
    out.push_back(at + word.size());
  return out;
}

/// What stands behind a word that ends names is long enough for another name.
bool may_be_several(std::string_view text) {
  return std::ranges::any_of(name_ends(), [&](std::string_view word) {
    return std::ranges::any_of(
        ends_of(word, text), [&](std::size_t end) { return end >= whole_name && text.size() - end >= shortest_next; });
  });
}

/// X where a text ends with X X behind `before` bytes or, where `exact`, behind just as many.
std::string_view doubled(std::string_view text, std::size_t before, bool exact) {
  for (auto half = text.size() / 2; half >= shortest_double; --half) {
    auto const last = text.substr(text.size() - half);
    if (is_in_character(last, 0) || text.substr(text.size() - 2 * half, half) != last)
      continue;
    auto const left = text.size() - 2 * half;
    if (exact ? left == before : left >= before)
      return last;
  }
  return {};
}

std::vector<std::string_view> const& natures() {
  static auto const words = vocabulary_words("runs.vocab", "nature");
  return words;
}

} // namespace

bool is_result_word(std::string_view text) {
  auto const& words = result_words();
  return std::ranges::find(words, text) != words.end();
}

std::string_view result_at_end(std::string_view text) {
  for (auto const& word : result_words())
    if (text.ends_with(word) && text.size() >= word.size() + shortest_name)
      return text.substr(text.size() - word.size());
  return {};
}

std::size_t outcome_length(std::string_view text) {
  static auto const outcomes = vocabulary_words("runs.vocab", "outcome");
  auto const found = std::ranges::find_if(outcomes, [&](std::string_view word) { return text.starts_with(word); });
  return found == outcomes.end() ? 0 : found->size();
}

std::size_t unlisted_column_length(std::string_view text) {
  static auto const end_words = vocabulary_words("runs.vocab", "header_end");
  static auto const joints = vocabulary_words("runs.vocab", "header_joint");
  auto const length_of = [](std::string_view at, std::vector<std::string_view> const& words) {
    auto const found = std::ranges::find_if(words, [&](std::string_view word) { return at.starts_with(word); });
    return found == words.end() ? 0 : found->size();
  };
  auto const end_behind = [&](std::size_t from) {
    for (auto at = from; at < text.size() && at <= from + longest_part_of_label; ++at)
      if (auto const length = length_of(text.substr(at), end_words); length > 0)
        return at + length;
    return std::size_t{0};
  };
  auto end = end_behind(0);
  while (end > 0) {
    auto const joint = length_of(text.substr(end), joints);
    auto const next = joint > 0 ? end_behind(end + joint) : 0;
    if (next == 0)
      break;
    end = next;
  }
  bool const words = text.substr(0, end).find_first_of("0123456789,;%") == std::string_view::npos;
  return words ? end : 0;
}

std::string_view unit_at_end(std::string_view name) {
  for (std::string_view const rate : {"%", "％", "‰"})
    if (name.ends_with(rate) && name.size() >= shortest_name + rate.size())
      return name.substr(name.size() - rate.size());
  std::string_view out;
  for (auto at = name.size(); at-- > shortest_name && name.size() - at <= longest_unit_of_name;)
    if (auto const unit = name.substr(at); !is_in_character(name, at) && look_of(unit) == Look::unit)
      out = unit;
  return out;
}

std::string_view nature_at_end(std::string_view name) {
  for (auto const nature : natures())
    if (name.ends_with(nature) && name.size() >= shortest_name + nature.size())
      return name.substr(name.size() - nature.size());
  return {};
}

std::string_view answer_at_end(std::string_view text) {
  bool const asked = text.find("是否") != std::string_view::npos;
  for (std::string_view const answer : {"是", "否"})
    if (asked && text.ends_with(answer) && !text.ends_with("是否") && text.size() >= shortest_name + answer.size())
      return text.substr(text.size() - answer.size());
  return {};
}

std::vector<std::string_view> pair_of_words(std::string_view text) {
  std::vector<std::string_view> out;
  if (is_result_word(text))
    return out;
  auto const is_word = [](std::string_view word) { return is_result_word(word) || is_grade(word); };
  for (std::size_t at = one_character; at < text.size() && at < longest_name; ++at) {
    if (is_in_character(text, at) || !is_word(text.substr(0, at)) || !is_word(text.substr(at)))
      continue;
    if (!out.empty())
      return {};
    out = {text.substr(0, at), text.substr(at)};
  }
  return out;
}

namespace {

/// A text parted behind each of `ends`.
std::vector<std::string_view> parted_at(std::vector<std::size_t> const& ends, std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (auto const end : ends) {
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  if (begin < text.size())
    out.push_back(text.substr(begin));
  return out;
}

bool are_names(std::vector<std::string_view> const& parts) {
  return std::ranges::all_of(parts,
                             [](std::string_view name) { return name.size() >= whole_name && !may_be_several(name); });
}

/// The names where no listed word ends them, but the words that end the text end them three times:
/// 甲类人均补贴乙类人均补贴丙类人均补贴.
std::vector<std::string_view> names_with_one_end(std::string_view text) {
  for (auto size = text.size() > longest_names ? 0 : text.size() / fewest_names; size >= shortest_end; --size) {
    auto const end = text.substr(text.size() - size);
    if (is_in_character(end, 0))
      continue;
    auto const ends = ends_of(end, text);
    if (auto parts = parted_at(ends, text); ends.size() >= fewest_names && are_names(parts))
      return parts;
  }
  return {};
}

} // namespace

std::vector<std::string_view> names_in(std::string_view text) {
  bool const sentence = std::ranges::any_of(std::array{"，", ",", "。", ";", "；"}, [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
  if (auto names = sentence ? std::vector<std::string_view>() : names_with_one_end(text); !names.empty())
    return names;
  if (!sentence && text.size() <= longest_name && !may_be_several(text))
    return {text};
  for (auto const word : name_ends()) {
    auto const ends = ends_of(word, text);
    if (ends.size() < fewest_names)
      continue;
    if (auto out = parted_at(ends, text); are_names(out))
      return out;
  }
  return {};
}

bool may_hold_values(std::string_view text) {
  return names_in(text).empty() || (text.size() >= shortest_next && text.find("、") != std::string_view::npos);
}

std::string_view words_behind_end(std::string_view name) {
  std::size_t last = 0;
  for (auto const word : name_ends())
    for (auto const end : ends_of(word, name))
      last = std::max(last, end);
  auto const words = name.substr(last);
  bool const name_before = last >= whole_name && words.size() >= shortest_double;
  return name_before && words.size() < shortest_next ? words : std::string_view();
}

bool ends_as_name(std::string_view text) {
  return std::ranges::any_of(name_ends(), [&](std::string_view word) { return text.ends_with(word); });
}

std::string_view half_of_double(std::string_view text) {
  if (text.size() == 2 * one_character && text.starts_with(text.substr(one_character)) &&
      is_grade(text.substr(one_character)))
    return text.substr(one_character);
  return doubled(text, 0, true);
}

std::string_view double_at_end(std::string_view text) {
  if (auto const longest = doubled(text, shortest_name, false); !longest.empty())
    return longest;
  auto const two = text.size() >= shortest_name + 2 * one_character ? text.substr(text.size() - 2 * one_character)
                                                                    : std::string_view();
  return two.empty() || is_in_character(two, 0) ? std::string_view() : half_of_double(two);
}

} // namespace jixiao::recognition::fused
