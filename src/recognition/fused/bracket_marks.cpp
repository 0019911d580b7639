#include "recognition/fused/bracket_marks.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

namespace jixiao::recognition::fused {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_mark = 120; ///< bytes from one bracket to the other

/// 产出指标-数量指标
bool part_groups(BracketMark& mark, std::string_view text, LabelFinder const& labels) {
  for (auto const dash : {"-"sv, "—"sv, "－"sv, "–"sv, "/"sv}) {
    auto const cut = text.find(dash);
    if (cut == std::string_view::npos)
      continue;
    mark.first_text = trim(text.substr(0, cut));
    mark.second_text = trim(text.substr(text.rfind(dash) + dash.size()));
    mark.first = labels.find(mark.first_text);
    mark.second = labels.find(mark.second_text);
    if (mark.first.level1 >= 0 && mark.second.level2 >= 0)
      return true;
  }
  return false;
}

/// Where the bracket that a text ends with opens; npos where none does, or it is all of the text.
std::size_t last_bracket(std::string_view text) {
  if (!text.ends_with(")") && !text.ends_with("）"))
    return std::string_view::npos;
  int depth = 0;
  std::size_t last = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (c.value == '(' || c.value == U'（')
      last = depth++ == 0 ? at : last;
    else if ((c.value == ')' || c.value == U'）') && depth > 0) // that of 1） closes nothing
      --depth;
    at += c.length;
  }
  return last == 0 ? std::string_view::npos : last;
}

std::string_view without_brackets(std::string_view text) {
  text.remove_prefix(text.starts_with('(') ? 1 : "（"sv.size());
  text.remove_suffix(text.ends_with(')') ? 1 : "）"sv.size());
  return trim(text);
}

template <class Is> void skip(std::string_view& text, Is is) {
  while (!text.empty() && is(text[0]))
    text.remove_prefix(1);
}

} // namespace

std::optional<BracketMark> mark_at(std::string_view text, std::size_t at, LabelFinder const& labels) {
  auto const length = text.substr(at, longest_mark + close_mark.size()).find(close_mark);
  if (length == std::string_view::npos)
    return std::nullopt;
  auto const inside = text.substr(at + open_mark.size(), length - open_mark.size());
  BracketMark mark;
  mark.end = at + length + close_mark.size();
  if (part_groups(mark, inside, labels))
    return mark;
  mark.first_text = inside, mark.second_text = {};
  mark.first = labels.find(inside), mark.second = {};
  return mark.first.known() || mark.first.is_level() ? std::optional(std::move(mark)) : std::nullopt;
}

std::size_t count_groups(std::string_view text, LabelFinder const& labels) {
  std::size_t count = 0;
  for (auto at = text.find(open_mark); at != std::string_view::npos; at = text.find(open_mark, at + 1))
    if (auto const mark = mark_at(text, at, labels); mark && mark->first.is_level())
      ++count;
  return count;
}

std::size_t entry_number_length(std::string_view text) {
  constexpr auto word = "指标"sv;
  if (!text.starts_with(word))
    return 0;
  auto const is_blank = [](char c) { return c == ' '; };
  auto rest = text.substr(word.size());
  skip(rest, is_blank);
  auto const before = rest.size();
  skip(rest, [](char c) { return c >= '0' && c <= '9'; });
  if (rest.size() == before)
    return 0;
  skip(rest, is_blank);
  for (auto const colon : {":"sv, "："sv, "."sv, "、"sv})
    if (rest.starts_with(colon))
      return text.size() - rest.size() + colon.size();
  return 0;
}

std::optional<BracketEntry> part_entry(std::string_view text) {
  for (auto const stop : {"；"sv, ";"sv, "。"sv})
    while (text.ends_with(stop))
      text = trim(text.substr(0, text.size() - stop.size()));
  if (text.empty())
    return std::nullopt;
  auto const open = last_bracket(text);
  BracketEntry entry{trim(text.substr(0, open)), std::nullopt};
  if (open != std::string_view::npos)
    entry.value = without_brackets(text.substr(open));
  return entry;
}

} // namespace jixiao::recognition::fused
