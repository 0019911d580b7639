#include "grammars/date.hpp"

#include "grammars/x3_support.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace jixiao::grammars {
namespace {

/// A date as printed: its digits, not yet numbers.
struct Printed {
  Slice year, month, day;
};

} // namespace
} // namespace jixiao::grammars

BOOST_FUSION_ADAPT_STRUCT(jixiao::grammars::Printed, year, month, day)

namespace jixiao::grammars {
namespace {

// A number ends where its digits do, or 2025-01-2026 would be the 20th of January.
auto const date_year = slice[x3::lexeme[digit >> digit >> digit >> digit >> !digit]];
auto const one_or_two_digits = x3::lexeme[digit >> -digit >> !digit];
auto const month = slice[one_or_two_digits];
auto const day = month;

// Each part looks ahead for its name: a day must not be left behind as a month.
auto const named_month = slice[one_or_two_digits >> &x3::lit("月")] >> "月" >> -x3::lit("份");
auto const named_day = slice[one_or_two_digits >> &(x3::lit("日") | "号")] >> (x3::lit("日") | "号");
auto const chinese_date = date_year >> "年" >> -named_month >> -named_day;
// 二〇二六年十一月三十日
auto const han_digit = words({"〇", "零", "○", "一", "二", "三", "四", "五", "六", "七", "八", "九"});
auto const han_number = x3::lexeme[+words({"〇", "零", "十", "一", "二", "三", "四", "五", "六", "七", "八", "九"})];
auto const han_year = slice[x3::lexeme[han_digit >> han_digit >> han_digit >> han_digit]];
auto const han_month = slice[han_number >> &x3::lit("月")] >> "月" >> -x3::lit("份");
auto const han_day = slice[han_number >> &(x3::lit("日") | "号")] >> (x3::lit("日") | "号");
auto const han_date = han_year >> "年" >> -han_month >> -han_day;
auto const date_dash = x3::lit('-') | "－" | "—" | "–" | "−";
auto const point = x3::lit('.') | "．";
auto const slash = x3::lit('/') | "／";
auto const dashed = date_year >> date_dash >> month >> -(date_dash >> day);
auto const dotted = date_year >> point >> month >> -(point >> day);
auto const slashed = date_year >> slash >> month >> -(slash >> day);
auto const two_digits = slice[digit >> digit];
auto const compact = x3::lexeme[slice[digit >> digit >> digit >> digit] >> two_digits >> two_digits >> !digit];

auto const date = x3::rule<struct date_, Printed>{"date"} =
    chinese_date | han_date | dashed | dotted | slashed | compact;

// What may stand behind a date in its cell.
auto const two = x3::omit[digit >> -digit];
auto const clock_colon = x3::lit(':') | "：";
auto const clock = -x3::lit('T') >> two >> clock_colon >> two >> -(clock_colon >> two >> -('.' >> +digit)) >>
                   -(x3::lit('Z') | ((x3::lit('+') | '-') >> two >> -clock_colon >> two));
auto const hours = two >> (x3::lit("时") | "点") >> -(two >> "分" >> -(two >> "秒"));
auto const weekday = (x3::lit("星期") | "周" | "礼拜") >> words({"一", "二", "三", "四", "五", "六", "日", "天"});
auto const behind = -(open_bracket >> weekday >> close_bracket) >> -weekday >> -(clock | hours) >> -weekday;
auto const cell = x3::rule<struct cell_, Printed>{"date"} = date >> behind;

int days_in(int year_number, int month_number) {
  if (month_number == 2) {
    bool const leap = year_number % 4 == 0 && (year_number % 100 != 0 || year_number % 400 == 0);
    return leap ? 29 : 28;
  }
  return month_number == 4 || month_number == 6 || month_number == 9 || month_number == 11 ? 30 : 31;
}

/// Of digits, or of Chinese numerals: 二〇二六, 十一, 三十.
int value_of(std::string_view printed) {
  constexpr std::string_view full_width = "\xEF\xBC"; // what full-width digits begin with
  if (printed.empty() || static_cast<unsigned char>(printed.front()) < 0x80 || printed.starts_with(full_width))
    return to_int(printed);
  constexpr std::string_view numerals = "〇一二三四五六七八九";
  constexpr std::size_t size = 3; // bytes of each
  int value = 0;
  bool is_behind_ten = false;
  for (std::size_t at = 0; at + size <= printed.size(); at += size) {
    auto const numeral = printed.substr(at, size);
    bool const is_ten = numeral == "十";
    auto const found = numerals.find(numeral);
    auto const digit = found == numerals.npos ? 0 : static_cast<int>(found / size);
    value = is_ten ? std::max(value, 1) * 10 : is_behind_ten ? value + digit : value * 10 + digit;
    is_behind_ten = is_ten;
    if (value > 9999)
      return value;
  }
  return value;
}

Match<Date> checked(std::string_view text, Printed const& printed, std::size_t length) {
  Date const value{value_of(printed.year.text), value_of(printed.month.text), value_of(printed.day.text)};
  auto const broken = [&](Slice part) {
    return malformed<Date>(static_cast<std::size_t>(part.text.data() - text.data()));
  };
  bool const has_month = !printed.month.text.empty();
  bool const has_day = !printed.day.text.empty();
  if (value.year < 1900 || value.year > 2199 || (has_day && !has_month))
    return {};
  if (has_month && (value.month < 1 || value.month > 12))
    return broken(printed.month);
  if (has_day && (value.day < 1 || value.day > days_in(value.year, value.month)))
    return broken(printed.day);
  return matched(value, length);
}

/// 2026-11-29T16:00:00.000Z is what scripts write for the midnight in which 30 November begins in China.
bool is_midnight_of_china(std::string_view text) {
  auto const time = text.find("T16:00:00");
  auto const behind = time == text.npos ? text : trim(text.substr(time + std::string_view("T16:00:00").size()));
  return behind.ends_with('Z') && behind.find_first_not_of(".0Z") == behind.npos;
}

Date next_day(Date of) {
  namespace calendar = std::chrono;
  calendar::year_month_day const today{calendar::year{of.year}, calendar::month{static_cast<unsigned>(of.month)},
                                       calendar::day{static_cast<unsigned>(of.day)}};
  calendar::year_month_day const next{calendar::sys_days{today} + calendar::days{1}};
  return {int{next.year()}, static_cast<int>(unsigned{next.month()}), static_cast<int>(unsigned{next.day()})};
}

void append_two(std::string& out, int value) {
  out += '-';
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

} // namespace

Match<Date> match_leading_date(std::string_view text) {
  Printed printed;
  auto const length = read_prefix(text, date, printed);
  return length == 0 ? Match<Date>{} : checked(text, printed, length);
}

Match<Date> match_date(std::string_view text) {
  auto result = match_leading_date(text);
  if (result.state == MatchState::no_match)
    return {};
  Printed printed;
  if (!read_whole(text, cell, printed))
    return {};
  if (result)
    result.length = text.size();
  return result && is_midnight_of_china(text) ? matched(next_day(*result), text.size()) : result;
}

Match<Date> match_date_serial(std::string_view text) {
  constexpr int first = 32874, last = 109574; // 1990-01-01, 2199-12-31
  auto const printed = trim(text);
  int days = 0;
  auto const [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), days);
  bool const is_whole = end == printed.data() + printed.size();
  if (error != std::errc() || !is_whole || days < first || days > last)
    return {};
  using namespace std::chrono;
  constexpr int unix_epoch = 25569;
  year_month_day const date{sys_days{std::chrono::days{days - unix_epoch}}};
  return matched(
      Date{int{date.year()}, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()})},
      text.size());
}

std::string to_iso(Date date) {
  std::string iso = std::to_string(date.year);
  if (date.month != 0)
    append_two(iso, date.month);
  if (date.day != 0)
    append_two(iso, date.day);
  return iso;
}

} // namespace jixiao::grammars
