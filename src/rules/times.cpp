#include "rules/times.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {

namespace {

bool is_digit_of_time(char c) { return c >= '0' && c <= '9'; }

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The number that ends at `end`, white space between allowed; 0 when there is none of one or two digits.
int short_number_before(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ')
    --end;
  auto begin = end;
  while (begin > 0 && is_digit_of_time(text[begin - 1]))
    --begin;
  return end - begin == 1 || end - begin == 2 ? number(text.substr(begin, end - begin)) : 0;
}

int quarter_before(std::string_view text, std::size_t end) {
  constexpr std::string_view words[] = {"一", "二", "三", "四"};
  for (int i = 0; i < 4; ++i)
    if (text.substr(0, end).ends_with(words[i]))
      return i + 1;
  return short_number_before(text, end);
}

/// `2025.12`, `2025-12-31` at the start.
std::optional<Month> leading_date(std::string_view text) {
  if (text.size() < 6 || !std::all_of(text.begin(), text.begin() + 4, is_digit_of_time) ||
      (text[4] != '.' && text[4] != '-' && text[4] != '/') || !is_digit_of_time(text[5]))
    return std::nullopt;
  auto const digits = text.size() > 6 && is_digit_of_time(text[6]) ? 2U : 1U;
  return Month{number(text.substr(0, 4)), number(text.substr(5, digits))};
}

} // namespace

std::optional<int> year_of(Text const& iso_date) {
  if (!iso_date || iso_date->size() < 4)
    return std::nullopt;
  return number(std::string_view(*iso_date).substr(0, 4));
}

std::optional<Month> month_of(Text const& iso_date) {
  if (!iso_date || iso_date->size() < 7)
    return std::nullopt;
  return Month{number(std::string_view(*iso_date).substr(0, 4)), number(std::string_view(*iso_date).substr(5, 2))};
}

std::optional<int> only_year(std::string_view text) {
  std::optional<int> found;
  constexpr std::string_view word = "年";
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
    auto end = at;
    while (end > 0 && text[end - 1] == ' ')
      --end;
    bool digits = end >= 4;
    for (std::size_t i = 1; digits && i <= 4; ++i)
      digits = is_digit_of_time(text[end - i]);
    if (!digits || (end > 4 && is_digit_of_time(text[end - 5])))
      continue;
    auto const year = number(text.substr(end - 4, 4));
    if (year < 1990 || year > 2099)
      continue;
    if (found && *found != year)
      return std::nullopt;
    found = year;
  }
  return found;
}

std::optional<Month> deadline_month(std::string_view text) {
  if (auto const date = leading_date(text))
    if (date->month >= 1 && date->month <= 12)
      return date;
  Month out{only_year(text).value_or(0), 0};
  if (auto const at = text.rfind("季度"); at != text.npos) {
    auto const quarter = quarter_before(text, at);
    out.month = quarter >= 1 && quarter <= 4 ? quarter * 3 : 0;
  } else if (auto const month_at = text.rfind("月"); month_at != text.npos) {
    auto const month = short_number_before(text, month_at);
    out.month = month >= 1 && month <= 12 ? month : 0;
  } else if (text.find("年底") != text.npos || text.find("年末") != text.npos) {
    out.month = 12;
  }
  if (out.month == 0 && out.year == 0)
    return std::nullopt;
  return out;
}

bool tells_time(std::string_view text) {
  constexpr std::string_view words[] = {"月",   "季度", "年底", "年内",   "年前", "日前", "当日",
                                        "当天", "小时", "周",   "工作日", "半天", "半年", "汛前"};
  return std::ranges::any_of(text, is_digit_of_time) ||
         std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

} // namespace jixiao
