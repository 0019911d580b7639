#include "readers/html/list.hpp"

#include "readers/html/look.hpp"
#include "readers/html/tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace jixiao {
namespace {

std::optional<long> integer(char const* value) {
  std::string_view text = value == nullptr ? "" : value;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
  long number = 0;
  auto const result = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const fits = result.ec == std::errc() && number > -1'000'000'000 && number < 1'000'000'000;
  return fits ? std::optional(number) : std::nullopt;
}

std::string letters(long number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  return out;
}

std::string roman(long number) {
  struct Sign {
    int value;
    std::string_view sign;
  };
  constexpr std::array signs = {Sign{1000, "m"}, Sign{900, "cm"}, Sign{500, "d"}, Sign{400, "cd"}, Sign{100, "c"},
                                Sign{90, "xc"},  Sign{50, "l"},   Sign{40, "xl"}, Sign{10, "x"},   Sign{9, "ix"},
                                Sign{5, "v"},    Sign{4, "iv"},   Sign{1, "i"}};
  std::string out;
  for (auto const& [value, sign] : signs)
    for (; number >= value; number -= value)
      out += sign;
  return out;
}

std::string chinese(long number) {
  constexpr std::array<std::string_view, 10> digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  auto const tens = number / 10;
  std::string out = tens == 0 ? "" : tens == 1 ? "十" : std::string(digits[static_cast<std::size_t>(tens)]) + "十";
  return out += digits[static_cast<std::size_t>(number % 10)];
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c - 32); });
  return text;
}

bool is_chinese_numeral(long number, char type) { return type == 'c' && number > 0 && number < 100; }

/// Where a notation has no sign for a number, it is printed in digits.
std::string numeral(long number, char type) {
  bool const is_letter = (type == 'a' || type == 'A') && number > 0;
  bool const is_roman = (type == 'i' || type == 'I') && number > 0 && number < 4000;
  if (is_chinese_numeral(number, type))
    return chinese(number);
  if (!is_letter && !is_roman)
    return std::to_string(number);
  auto signs = is_letter ? letters(number) : roman(number);
  return type == 'A' || type == 'I' ? upper(std::move(signs)) : signs;
}

std::string print(long number, char type) {
  if (type == '0')
    return {};
  return numeral(number, type) + (is_chinese_numeral(number, type) ? "、" : ".");
}

struct Notation {
  std::string_view style;
  char type;
};

constexpr std::array notations = {
    Notation{"none", '0'},         Notation{"lower-alpha", 'a'},     Notation{"lower-latin", 'a'},
    Notation{"upper-alpha", 'A'},  Notation{"upper-latin", 'A'},     Notation{"lower-roman", 'i'},
    Notation{"upper-roman", 'I'},  Notation{"cjk-ideographic", 'c'}, Notation{"simp-chinese", 'c'},
    Notation{"trad-chinese", 'c'},
};

char type_of(GumboNode const& element, char otherwise) {
  if (auto const* const style = html_attribute(element, "style"))
    for (auto const& notation : notations)
      if (style_says(style, "list-style-type", notation.style) || style_says(style, "list-style", notation.style))
        return notation.type;
  std::string_view const type = html_attribute(element, "type") == nullptr ? "" : html_attribute(element, "type");
  return type.size() == 1 && std::string_view("1aAiI").find(type) != std::string_view::npos ? type.front() : otherwise;
}

} // namespace

std::string html_numeral(long number, std::string_view style) {
  auto const known = std::ranges::find_if(notations, [&](auto const& one) { return style.starts_with(one.style); });
  bool const is_none = known != notations.end() && known->type == '0';
  return is_none ? std::string() : numeral(number, known == notations.end() ? '1' : known->type);
}

void HtmlLists::open(GumboNode const& list, bool ordered) {
  List opened{ordered, ordered ? type_of(list, '1') : '0'};
  if (html_attribute(list, "reversed") != nullptr) {
    auto const items =
        std::ranges::count_if(html_children(list), [](auto* child) { return is_html(*child, GUMBO_TAG_LI); });
    opened.step = -1;
    opened.next = items;
  }
  opened.next = integer(html_attribute(list, "start")).value_or(opened.next);
  lists_.push_back(opened);
}

std::string HtmlLists::number(GumboNode const& item) {
  if (lists_.empty() || !lists_.back().ordered)
    return {};
  auto& list = lists_.back();
  auto const number = integer(html_attribute(item, "value")).value_or(list.next);
  list.next = number + list.step;
  return print(number, type_of(item, list.type));
}

} // namespace jixiao
