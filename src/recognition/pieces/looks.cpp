#include "recognition/pieces/looks.hpp"

#include "grammars/code_name.hpp"
#include "grammars/comparators.hpp"
#include "grammars/indicator_value.hpp"
#include "grammars/number.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"
#include "text/text_memory.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

constexpr auto looks_file = "looks.vocab"sv;

constexpr std::array keys = {std::pair{"direction"sv, Look::direction}, std::pair{"nature"sv, Look::nature},
                             std::pair{"tick"sv, Look::tick},           std::pair{"likelihood"sv, Look::likelihood},
                             std::pair{"grade"sv, Look::grade},         std::pair{"none"sv, Look::none}};

/// Texts that look the same wherever they stand.
std::unordered_map<std::string_view, Look> looks_of_words() {
  std::unordered_map<std::string_view, Look> looks;
  for (auto const& [text, bound] : grammars::comparators())
    if (bound.strength == grammars::Strength::plain)
      looks.emplace(text, Look::comparator);
  for (auto const& [key, look] : keys)
    for (auto const word : vocabulary_words(looks_file, key))
      looks.emplace(word, look);
  return looks;
}

constexpr std::size_t longest_word = 15; ///< bytes

/// Of a text that is one of those words: signs as they are printed, too.
std::optional<Look> look_of_word(std::string_view text, std::string_view folded) {
  static auto const looks = looks_of_words();
  std::optional<Look> look;
  if (auto const found = folded.size() > longest_word ? looks.end() : looks.find(folded); found != looks.end())
    look = found->second;
  if (look == Look::comparator || text == folded || text.size() > longest_word)
    return look;
  auto const printed = looks.find(text);
  bool const sign = printed != looks.end() && (printed->second == Look::comparator || printed->second == Look::tick);
  return sign && (!look || printed->second < *look) ? printed->second : look;
}

bool is_unit(std::string_view text) {
  static auto const known = [] {
    std::unordered_set<std::string_view> units;
    for (auto const* key : {"unit", "percentage"})
      for (auto const word : vocabulary_words(looks_file, key))
        units.insert(word);
    return units;
  }();
  while (!text.empty()) {
    auto const slash = std::min(text.find('/'), text.find("·"));
    auto const part = text.substr(0, slash);
    if (!known.contains(part))
      return false;
    text.remove_prefix(
        std::min(text.size(), slash == std::string_view::npos ? text.size() : slash + (text[slash] == '/' ? 1 : 2)));
  }
  return true;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// 指标2, 目标1:
bool is_numbered(std::string_view folded) {
  static auto const words = vocabulary_words(looks_file, "offered");
  for (auto const word : words)
    if (folded.starts_with(word)) {
      auto const rest = folded.substr(word.size());
      return !rest.empty() &&
             std::ranges::all_of(rest, [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '/'; });
    }
  return false;
}

/// Most texts begin with none of them.
std::bitset<256> first_bytes(std::vector<std::string_view> const& texts) {
  std::bitset<256> out;
  for (auto const text : texts)
    out.set(static_cast<unsigned char>(text.front()));
  return out;
}

/// 65岁以上老年人健康管理率: behind the number stands no unit, but the rest of a name.
bool is_name_behind_number(std::string_view folded) {
  return folded.front() >= '0' && folded.front() <= '9' && folded.find('%') == std::string_view::npos &&
         ends_as_name(folded);
}

/// A number alone, with separators of thousands and a sign.
bool is_number(std::string_view text) {
  auto const number = grammars::match_number(text);
  return number && number.length == text.size();
}

} // namespace

bool ends_as_name(std::string_view text) {
  static auto const ends = vocabulary_words(looks_file, "name_end");
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool may_end_as_name(std::string_view text) {
  static auto const ends = vocabulary_words(looks_file, "count_end");
  return ends_as_name(text) || std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool is_nothing(std::string_view text) {
  static auto const nothing = vocabulary_words(looks_file, "placeholder");
  static auto const begins = first_bytes(nothing);
  return !text.empty() && begins[static_cast<unsigned char>(text.front())] &&
         std::ranges::any_of(nothing, [&](std::string_view mark) {
           if (mark.size() > text.size() || mark[mark.size() - 1] != text[mark.size() - 1])
             return false;
           auto rest = text;
           while (rest.starts_with(mark))
             rest.remove_prefix(mark.size());
           return rest.empty();
         });
}

bool names_its_unit(std::string_view text) {
  constexpr std::size_t shortest = 6, longest = 120; ///< bytes of the name; of the text
  if (text.size() > longest || (!text.ends_with(")") && !text.ends_with("）")))
    return false;
  std::string buffer;
  auto const folded = fold_label(text, buffer);
  auto const open = folded.rfind('(');
  return open != std::string_view::npos && open >= shortest &&
         folded.find_first_of("0123456789") == std::string_view::npos &&
         is_unit(folded.substr(open + 1, folded.size() - open - 2));
}

bool is_marked_name(std::string_view text) {
  constexpr std::string_view word = "指标";
  if (!text.starts_with(word))
    return false;
  auto const number = text.find_first_not_of("0123456789", word.size());
  if (number == word.size() || number == std::string_view::npos)
    return false;
  auto rest = text.substr(number);
  for (std::string_view const sign : {".", "．", "、", ":", "："})
    if (rest.starts_with(sign))
      return !is_nothing(trim(rest.substr(sign.size()))) && rest.size() > sign.size();
  return false;
}

bool is_offered_row(std::string_view name) {
  std::string folded;
  fold_label(name, folded);
  static auto const names = vocabulary_words(looks_file, "offered_name");
  return is_nothing(name) || is_nothing(folded) || is_numbered(folded) ||
         std::ranges::find(names, folded) != names.end();
}

namespace {

Look look_anew(std::string_view raw) {
  auto const text = trim(raw);
  std::string folded;
  fold_label(text, folded);
  if (is_nothing(text) || is_nothing(folded))
    return Look::placeholder;
  if (is_numbered(folded))
    return Look::offered;
  if (auto const look = look_of_word(text, folded))
    return *look;
  if (is_number(folded))
    return Look::number;
  if (is_unit(folded))
    return Look::unit;
  auto const value = grammars::read_indicator_value(clean_value(text));
  if (value.kind == ValueKind::deadline)
    return Look::deadline;
  if (value.kind == ValueKind::quantity && !value.subject && !is_name_behind_number(folded)) {
    static auto const money = vocabulary_words(looks_file, "money"),
                      percentage = vocabulary_words(looks_file, "percentage");
    auto const counts_in = [&](auto const& units) {
      return value.op == Comparator::none && value.unit && std::ranges::find(units, *value.unit) != units.end();
    };
    return counts_in(percentage) ? Look::percentage : counts_in(money) ? Look::money : Look::quantity;
  }
  if (auto const party = grammars::match_code_name(text);
      party && party->code.size() >= 3 && !party->name.empty() && party->code.data() < party->name.data())
    return Look::coded;
  bool const sentences = text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos ||
                         text.find(';') != std::string_view::npos;
  auto const length = characters(folded);
  if (length > 40 || (sentences && length > 12))
    return Look::prose;
  return length <= 8 ? Look::short_words : Look::words;
}

} // namespace

Look look_of(std::string_view text) {
  thread_local TextMemory<Look, 512> memory;
  return memory.of(text, look_anew);
}

bool says_change(std::string_view key, std::string_view text) {
  if (text.size() > longest_word)
    return false;
  std::string buffer;
  auto const folded = fold_label(text, buffer);
  static auto const before = vocabulary_words("periods.vocab", "before_change"),
                    behind = vocabulary_words("periods.vocab", "behind_change");
  auto const& words = key == "before_change" ? before : behind;
  return std::ranges::find(words, folded) != words.end();
}

bool is_line_of_web_page(std::string_view text) {
  static WordFinder const words("pages.vocab");
  return !words.key_of_word_in(text).empty();
}

} // namespace jixiao::recognition
