#include "recognition/fields/choices.hpp"

#include "grammars/heading.hpp"
#include "text/clean.hpp"

#include <array>
#include <bitset>
#include <utility>

namespace jixiao::recognition {

namespace {

struct Box {
  std::string_view mark;
  bool ticked;
  bool is_letter; ///< Wingdings 2 printed as a letter: only between blanks
};

constexpr std::array boxes = {
    Box{"□", false, false}, Box{"☐", false, false}, Box{"■", true, false},  Box{"☑", true, false},
    Box{"√", true, false},  Box{"✓", true, false},  Box{"✔", true, false},  Box{"☒", true, false},
    Box{"○", false, false}, Box{"●", true, false},  Box{"þ", true, false},  Box{"¨", false, false},
    Box{"⬜", false, false}, Box{"✅", true, false},  Box{"◯", false, false}, Box{"◉", true, false},
    Box{"❏", false, false}, Box{"❑", false, false}, Box{"R", true, true},   Box{"£", false, true}};

bool parts(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || static_cast<unsigned char>(text[at]) >= 0x80 || text[at] == ')' ||
         text[at] == '(';
}

Box const* mark_at(std::string_view text, std::size_t at) {
  for (auto const& box : boxes)
    if (text.substr(at).starts_with(box.mark) &&
        (!box.is_letter || (at > 0 && parts(text, at - 1) && parts(text, at + box.mark.size()))))
      return &box;
  return nullptr;
}

/// A box in a text, with the brackets around it.
struct FoundBox {
  std::size_t length = 0; ///< 0 where there is none
  bool ticked = false;
  bool is_bracket = false; ///< without a mark in it
};

constexpr std::pair<std::string_view, std::string_view> shapes[] = {
    {"（", "）"}, {"(", ")"}, {"[", "]"}, {"［", "］"}, {"【", "】"}};

/// Brackets that hold a mark or nothing: （√）, ( ), 【】.
FoundBox bracket_at(std::string_view text, std::size_t at) {
  for (auto const& [open, close] : shapes) {
    if (!text.substr(at).starts_with(open))
      continue;
    auto const inside_begin = at + open.size();
    auto const end = text.find(close, inside_begin);
    if (end == std::string_view::npos)
      return {};
    auto const inside = trim(text.substr(inside_begin, end - inside_begin));
    if (open == "[" && (inside == "x" || inside == "X")) // of Markdown
      return {end + close.size() - at, true, false};
    auto const* mark = inside.empty() ? nullptr : mark_at(inside, 0);
    if (!inside.empty() && (!mark || mark->mark.size() != inside.size()))
      return {};
    return {end + close.size() - at, mark && mark->ticked, !mark};
  }
  return {};
}

/// The bytes that marks and brackets begin with; most have none at most places.
std::bitset<256> first_bytes() {
  std::bitset<256> out;
  for (auto const& box : boxes)
    out.set(static_cast<unsigned char>(box.mark.front()));
  for (auto const& [open, close] : shapes)
    out.set(static_cast<unsigned char>(open.front()));
  return out;
}

/// The box that begins at `at`.
FoundBox box_at(std::string_view text, std::size_t at) {
  static auto const begins = first_bytes();
  if (at >= text.size() || !begins[static_cast<unsigned char>(text[at])])
    return {};
  if (auto const bracket = bracket_at(text, at); bracket.length > 0)
    return bracket;
  auto const* mark = mark_at(text, at);
  return mark ? FoundBox{mark->mark.size(), mark->ticked, false} : FoundBox{};
}

std::string option(std::string_view text) {
  constexpr std::string_view between = "、"; // or behind a number that was lost
  auto const cleaned = clean_value(text);
  std::string_view words = cleaned;
  if (words.starts_with(between))
    words.remove_prefix(between.size());
  if (auto const heading = grammars::match_heading(words))
    words = heading->title;
  while (words.starts_with("(") || words.starts_with(")") || words.starts_with(" "))
    words.remove_prefix(1);
  while (words.ends_with("(") || words.ends_with(" "))
    words.remove_suffix(1);
  return std::string(trim(words));
}

} // namespace

std::optional<Choice> read_choices(std::string_view text) {
  Choice choice;
  std::size_t begin = 0, found = 0, brackets = 0;
  bool const before = box_at(text, 0).length > 0;
  bool ticked = false;
  auto const end_option = [&](std::size_t end) {
    auto words = option(text.substr(begin, end - begin));
    if (words.empty())
      return false;
    if (ticked)
      choice.chosen.push_back(words);
    choice.offered.push_back(std::move(words));
    return true;
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const box = box_at(text, at);
    if (box.length == 0) {
      ++at;
      continue;
    }
    ++found;
    brackets += box.is_bracket ? 1 : 0;
    auto const behind = at + box.length;
    if (before) {
      end_option(at);
      ticked = box.ticked;
    } else {
      ticked = box.ticked;
      // A tick behind an empty box is of the same words.
      if (!end_option(at) && ticked && !choice.offered.empty() &&
          (choice.chosen.empty() || choice.chosen.back() != choice.offered.back()))
        choice.chosen.push_back(choice.offered.back());
    }
    begin = at = behind;
  }
  if (found == 0 || (found == brackets && found == 1)) // one pair of empty brackets offers nothing
    return std::nullopt;
  if (before)
    end_option(text.size());
  if (choice.offered.empty())
    return std::nullopt;
  choice.text = clean_value(text);
  return choice;
}

} // namespace jixiao::recognition
