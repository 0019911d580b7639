#include "readers/shown/program_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

namespace jixiao {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<long long> whole_number_in(std::string_view text) {
  long long number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::string> day_text(std::chrono::year_month_day day) {
  if (!day.ok() || static_cast<int>(day.year()) < 1900 || static_cast<int>(day.year()) > 9999)
    return std::nullopt;
  auto const two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  return std::to_string(static_cast<int>(day.year())) + two(static_cast<unsigned>(day.month())) +
         two(static_cast<unsigned>(day.day()));
}

/// Words with a name of a day and of a month before them; the year stands behind them or at the end.
std::optional<std::string> day_of_words(std::string_view text) {
  constexpr std::size_t most = 6;
  std::vector<std::string_view> words;
  while (!text.empty() && words.size() < most) {
    auto const end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (words.size() < 4 || std::ranges::find(weekdays, words[0]) == weekdays.end())
    return std::nullopt;
  auto const month = std::ranges::find(months, words[1]);
  auto const day = whole_number_in(words[2]);
  auto year = whole_number_in(words[3]);
  year = year ? year : whole_number_in(words.back());
  if (month == months.end() || !day || !year || *day < 1 || *day > 31 || *year < 1 || *year > 9999)
    return std::nullopt;
  return day_text({std::chrono::year(static_cast<int>(*year)),
                   std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
                   std::chrono::day(static_cast<unsigned>(*day))});
}

/// Milliseconds since 1970, and the zone of whoever wrote them: +0800.
std::optional<std::string> day_of_milliseconds(std::string_view text) {
  auto const sign = text.find_first_of("+-", 1);
  auto const written = whole_number_in(text.substr(0, sign));
  auto const zone = sign == text.npos ? std::optional(800LL) : whole_number_in(text.substr(sign + 1)); // of China
  constexpr long long latest = 253'402'300'800'000;                                                    // the year 10000
  if (!written || !zone || *written < -latest || *written > latest || *zone > 1400)
    return std::nullopt;
  auto const minutes = (*zone / 100 * 60 + *zone % 100) * (sign != text.npos && text[sign] == '-' ? -1 : 1);
  auto const local = std::chrono::milliseconds(*written) + std::chrono::minutes(minutes);
  return day_text(std::chrono::sys_days(std::chrono::floor<std::chrono::days>(local)));
}

} // namespace

std::optional<std::string> day_of_program_date(std::string_view text) {
  constexpr std::string_view open = "/Date(", close = ")/";
  constexpr std::size_t longest = 80;
  if (text.size() > longest)
    return std::nullopt;
  if (text.starts_with(open) && text.ends_with(close) && text.size() > open.size() + close.size())
    return day_of_milliseconds(text.substr(open.size(), text.size() - open.size() - close.size()));
  return day_of_words(text);
}

} // namespace jixiao
