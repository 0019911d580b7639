#include "recognition/fused/listed_entries.hpp"

#include "recognition/fused/values.hpp"
#include "recognition/fused/words.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_entry = 300; ///< bytes; a longer one has no value that is looked for
constexpr std::array stops = {"。"sv, "；"sv, ";"sv, "\n"sv};
constexpr std::array commas = {"，"sv, ","sv};
constexpr std::array colons = {"："sv, ":"sv};

std::size_t mark_length(std::string_view text, std::span<std::string_view const> marks) {
  auto const found = std::ranges::find_if(marks, [&](std::string_view mark) { return text.starts_with(mark); });
  return found == marks.end() ? 0 : found->size();
}

/// The parts between marks, blank ones left out.
std::vector<std::string_view> between(std::string_view text, std::span<std::string_view const> marks) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    auto const length = at == text.size() ? 1 : mark_length(text.substr(at), marks);
    if (length > 0) {
      if (auto const part = trim(text.substr(begin, at - begin)); !part.empty())
        out.push_back(part);
      begin = at + length;
    }
    at += length > 0 ? length : character_at(text, at).length;
  }
  return out;
}

std::string_view without_colon_at_end(std::string_view text) {
  for (auto const colon : colons)
    if (text.ends_with(colon))
      text.remove_suffix(colon.size());
  return trim(text);
}

bool continues_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
}

/// Where the number begins that a text ends in, with its comparator and unit; npos where there is none.
std::size_t begin_of_number_at_end(std::string_view text) {
  if (text.size() > longest_entry)
    return std::string_view::npos;
  for (std::size_t at = character_at(text, 0).length; at < text.size(); at += character_at(text, at).length) {
    auto const rest = text.substr(at);
    if (!continues_word(text[at - 1]) && !is_blank(rest.substr(0, 1)) && run_length(rest) == rest.size())
      return at;
  }
  return std::string_view::npos;
}

bool begins_with_figure(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

/// ≤28.40/株: a bound whose unit nobody has listed begins with its sign.
std::size_t begin_of_bound_at_end(std::string_view text) {
  constexpr std::size_t longest_value = 40; // bytes
  static auto const signs = recognition::vocabulary_words("runs.vocab", "sign");
  std::size_t begin = std::string_view::npos, end = 0; // of the last sign: of >= and = the longer
  for (auto const sign : signs) {
    auto const at = text.rfind(sign);
    if (at == std::string_view::npos || !begins_with_figure(text.substr(at + sign.size())))
      continue;
    if (auto const behind = at + sign.size(); behind > end || (behind == end && at < begin))
      begin = at, end = behind;
  }
  return begin != std::string_view::npos && text.size() - begin <= longest_value ? begin : std::string_view::npos;
}

std::optional<ListedEntry> part_at_number(std::string_view text) {
  auto at = text.empty() ? std::string_view::npos : begin_of_number_at_end(text);
  if (at == std::string_view::npos)
    at = begin_of_bound_at_end(text);
  if (at == std::string_view::npos)
    return std::nullopt;
  auto const name = without_colon_at_end(trim(text.substr(0, at)));
  auto const value = text.substr(at);
  if (name.size() < shortest_name)
    return std::nullopt;
  return ListedEntry{name, value, !begins_with_figure(value)};
}

std::optional<ListedEntry> part_at_colon(std::string_view text) {
  for (auto const colon : colons)
    if (auto const at = text.find(colon); at != std::string_view::npos && at >= shortest_name)
      if (auto const value = trim(text.substr(at + colon.size())); !value.empty())
        return ListedEntry{trim(text.substr(0, at)), value};
  return std::nullopt;
}

ListedEntry part_entry_alone(std::string_view text) {
  if (auto const entry = part_at_number(text))
    return *entry;
  if (auto const entry = part_at_colon(text))
    return *entry;
  auto const name = without_colon_at_end(text);
  auto const word = result_at_end(name);
  if (word.empty())
    return {name, std::nullopt};
  return {trim(name.substr(0, name.size() - word.size())), word};
}

bool has_comma(std::string_view text) {
  return std::ranges::any_of(commas, [&](std::string_view comma) { return text.find(comma) != text.npos; });
}

/// 购置≥40台，实际完成
bool has_bound(std::string_view name) {
  for (std::size_t at = 0; at < name.size() && name.size() <= longest_entry; at += character_at(name, at).length)
    if (!begins_with_figure(name.substr(at)) && !is_blank(name.substr(at, 1)) && run_length(name.substr(at)) > 0)
      return true;
  return false;
}

} // namespace

std::vector<ListedEntry> part_listed_entries(std::string_view sentence) {
  std::vector<ListedEntry> out;
  for (auto const part : between(sentence, commas)) {
    auto const entry = part_at_number(part);
    if (!entry || !entry->bounded)
      return {part_entry_alone(sentence)};
    out.push_back(*entry);
  }
  return out;
}

bool fits(ListedEntry const& entry) {
  if (entry.name.size() > longest_entry || has_bound(entry.name))
    return false;
  if (entry.bounded)
    return true;
  bool const is_result = says("done", entry.name) && !says("no_value", entry.name) && !ends_as_name(entry.name);
  return !is_result && !has_comma(entry.name);
}

bool is_bounded(ListedEntry const& entry) { return entry.bounded && fits(entry) && !has_comma(entry.name); }

std::vector<std::string_view> sentences_of(std::string_view text) { return between(text, stops); }

} // namespace jixiao::recognition::fused
