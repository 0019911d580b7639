#include "readers/aligned/line_below.hpp"

#include "readers/aligned/headers.hpp"
#include "readers/geometry/wraps.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

constexpr double price_of_joined_figures = 6.0, price_of_broken_figure = 2.5; ///< with room, and without
constexpr double price_of_figure_below = 3.0;                                 ///< a number under words
constexpr double price_of_text_below = 3.0;                                   ///< words under a number
constexpr double price_of_next_paragraph = 0.3;
constexpr double price_of_joined_values = 6.0;  ///< a comparator begins a value
constexpr double price_of_two_values = 2.0;     ///< 32 万份 over 18 家: each is a whole one
constexpr double price_of_joined_labels = 3.0;  ///< two whole labels make no label
constexpr double price_of_heading = 1.5;        ///< 年度目标 over its text is a row of its own
constexpr double price_of_line_with_room = 1.5; ///< a line end where the next word had room
constexpr double price_of_full_line = 0.05;

/// True for a date or a code that was broken within its digits.
bool goes_on(std::string_view above, std::string_view below) {
  constexpr std::size_t long_code = 8;
  auto const last = above.back();
  bool const letters = std::ranges::any_of(above, [](char c) { return c >= 'A' && c <= 'Z'; });
  bool const broken =
      last == '-' || last == '/' || (last >= '0' && last <= '9' && (letters || above.size() >= long_code));
  return broken && above.find_first_of(".%") == std::string_view::npos &&
         below.find_first_not_of("0123456789-") == std::string_view::npos;
}

/// 2023 年 over 9 月 10, 9 over 月底前: the rest of a date.
bool ends_date(std::string_view above, std::string_view below) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const has = [&](std::string_view unit) {
    return digit(below.front()) && below.find(unit) != std::string_view::npos;
  };
  return (above.ends_with("年") && has("月")) || (above.ends_with("月") && has("日")) ||
         (digit(above.back()) && (below.starts_with("年") || below.starts_with("月") || below.starts_with("日")));
}

/// A number with its unit, and no part of a date.
bool is_value(std::string_view text) {
  constexpr std::string_view digits = "0123456789.,";
  constexpr std::size_t longest_unit = 5; // characters
  auto const begin = begins_with_comparator(text) ? text.find_first_of(digits) : 0;
  auto const end = begin == text.npos ? begin : text.find_first_not_of(digits, begin);
  if (begin == text.npos || begin == end || end == text.npos)
    return false;
  auto const unit = text.substr(std::min(text.find_first_not_of(' ', end), text.size()));
  bool const date = unit.starts_with("年") || unit.starts_with("月") || unit.starts_with("日");
  return !unit.empty() && !date && length_of(unit) <= longest_unit && unit.find_first_of("0123456789") == unit.npos;
}

} // namespace

bool begins_with_comparator(std::string_view text) {
  return std::u32string_view(U"≥≤≧≦<>=＝═").find(character_at(text, 0).value) != std::u32string_view::npos;
}

bool is_pushed_aside(Sheet const& sheet, RunList const& cell, std::uint32_t run) {
  constexpr double most = 3; // columns
  auto const& r = sheet.runs[run];
  bool const behind_full = run > sheet.begins[r.line] && r.x0 - sheet.runs[run - 1].x1 <= sheet.text->metrics.gutter;
  return behind_full && !sheet.text->metrics.exact && std::ranges::all_of(cell, [&](std::uint32_t other) {
           return sheet.runs[other].line != r.line && r.x0 - sheet.runs[other].x0 <= most;
         });
}

bool closes_bracket(std::string_view text) {
  auto const close = std::min(text.find("）"), text.find(')')), open = std::min(text.find("（"), text.find('('));
  return close < open;
}

bool is_label_like(Run const& run) {
  using recognition::Role;
  auto const length = length_of(run.text);
  bool const bracket = run.text.starts_with("（") || run.text.starts_with("(");
  bool const label =
      run.label.rest == 0 && (run.label.as(Role::side) || run.label.as(Role::series) || run.label.is_level());
  return label || (length <= 2 && is_chinese(character_at(run.text, 0).value)) || (bracket && length <= 6);
}

PriceBelow price_below(Run const& above, Run const& below, double em) {
  double price = 0;
  if (begins_with_comparator(below.text))
    price += price_of_joined_values;
  if (is_value(above.text) && is_value(below.text))
    price += price_of_two_values;
  if (above.label.known() && below.label.known())
    price += price_of_joined_labels;
  if (!begins_list(above.text) && is_whole_label(above) && above.label.as(recognition::Role::goal) &&
      !below.label.known())
    price += price_of_heading;
  PriceBelow out{first_unit(above.text, below.text, em), price, price};
  if (is_figure(below.text) && !goes_on(above.text, below.text)) {
    bool const figures = is_figure(above.text);
    out.with_room += figures ? price_of_joined_figures : price_of_figure_below;
    out.without += figures ? price_of_broken_figure : price_of_figure_below;
  }
  constexpr std::size_t shortest_text = 6; // characters
  bool const digit = below.text.front() >= '0' && below.text.front() <= '9';
  if (is_figure(above.text) && !is_figure(below.text) && length_of(below.text) >= shortest_text &&
      (!digit || is_numbered(below.text)))
    out.with_room += price_of_text_below, out.without += price_of_text_below;
  bool const bracket = below.text.starts_with('(') || below.text.starts_with("（");
  bool const list = begins_list(above.text) || begins_list(below.text);
  bool const paragraph = !bracket && (is_numbered(below.text) || list);
  auto const next = paragraph ? price_of_next_paragraph : price_of_full_line;
  bool const may_have_room = bracket || paragraph || closes_bracket(below.text) || ends_sentence(above.text) ||
                             ends_date(above.text, below.text);
  out.with_room += may_have_room ? next : price_of_line_with_room;
  out.without += next;
  return out;
}

} // namespace jixiao::aligned
