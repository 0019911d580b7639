#include "readers/cells/line.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view mark = "[bookmark:";

/// Length of the mark that the text begins with; 0 when it begins with none.
std::size_t bookmark_length(std::string_view text) {
  if (!text.starts_with(mark))
    return 0;
  auto const end = text.find(']');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// The number an item of a list begins with, and how it is written. Items of one list are written alike.
struct ListNumber {
  unsigned value = 0;  ///< 0: the text begins with no number
  char32_t before = 0; ///< a bracket before the number
  char32_t after = 0;  ///< what ends it: 、 or . or a bracket
  std::size_t length = 0;
};

constexpr std::array chinese_digits = {U'一', U'二', U'三', U'四', U'五', U'六', U'七', U'八', U'九', U'十'};

unsigned digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9')
    return static_cast<unsigned>(c - U'0');
  if (c >= U'０' && c <= U'９')
    return static_cast<unsigned>(c - U'０');
  return 10;
}

unsigned chinese_number(char32_t c) {
  for (unsigned i = 0; i < chinese_digits.size(); ++i)
    if (chinese_digits[i] == c)
      return i + 1;
  return 0;
}

bool ends_number(char32_t c) { return U".．、。)）:：,，"sv.find(c) != std::u32string_view::npos; }

ListNumber list_number(std::string_view text) {
  ListNumber number;
  auto at = std::size_t{0};
  auto const peek = [&] { return at < text.size() ? character_at(text, at) : Character{}; };
  if (auto const c = peek(); c.value >= U'①' && c.value <= U'⑳')
    return {static_cast<unsigned>(c.value - U'①') + 1, U'○', 0, c.length};
  if (auto const c = peek(); c.value == U'(' || c.value == U'（')
    number.before = c.value, at += c.length;
  if (auto const c = peek(); chinese_number(c.value) != 0)
    number.value = chinese_number(c.value), at += c.length;
  else
    for (auto digit = peek(); digit_of(digit.value) < 10 && number.value < 100; digit = peek())
      number.value = number.value * 10 + digit_of(digit.value), at += digit.length;
  auto const end = peek();
  if (!ends_number(end.value))
    return {};
  number.after = end.value;
  number.length = at + end.length;
  // "1.5" is an amount, and so is "1,200".
  bool const goes_on = number.length < text.size() && digit_of(character_at(text, number.length).value) < 10;
  return goes_on && number.before == 0 && (end.value == U'.' || end.value == U',') ? ListNumber{} : number;
}

} // namespace

CellLine read_cell_line(Line const& line) {
  auto const& text = line.text;
  CellLine read;
  std::size_t begin = 0;
  while (begin < text.size() && text[begin] == '\t')
    ++begin;
  auto end = text.size();
  while (end > begin && (text[end - 1] == '\t' || text[end - 1] == ' '))
    --end;
  bool const is_cell = begin > 0 && text.substr(begin, end - begin).find('\t') == std::string_view::npos;
  if (!is_cell)
    begin = 0;
  while (auto const length = bookmark_length(text.substr(begin, end - begin)))
    begin += length, read.marked = true;
  auto const inside = text.substr(begin, end - begin);
  read.text = {inside, line.number, line.begin + static_cast<std::uint32_t>(begin),
               line.begin + static_cast<std::uint32_t>(end)};
  read.marks_inside = inside.find(mark) != std::string_view::npos;
  if (is_cell)
    read.kind = CellLine::Kind::cell;
  else if (!is_blank(inside))
    read.kind = CellLine::Kind::paragraph;
  return read;
}

std::string without_bookmarks(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    auto const length = bookmark_length(text);
    text.remove_prefix(length);
    auto const next = std::min(text.find(mark, length == 0 && text.starts_with(mark) ? 1 : 0), text.size());
    clean.append(text.substr(0, next));
    text.remove_prefix(next);
  }
  return clean;
}

bool goes_on_list(std::string_view first, std::string_view last, std::string_view text) {
  auto const before = list_number(trim(last)), next = list_number(trim(text));
  if (next.value == 0 || before.value + 1 != next.value || before.before != next.before || before.after != next.after)
    return false;
  return list_number(trim(first)).length < trim(first).size() && next.length < trim(text).size();
}

} // namespace jixiao
