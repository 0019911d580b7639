#include "readers/number_format/write.hpp"

#include <array>
#include <cmath>
#include <cstdint>

namespace jixiao {
namespace {

using Kind = FormatTokenKind;

struct Moment {
  int year = 0, month = 0, day = 0;
  int weekday = 0;        ///< 0: Sunday
  std::int64_t ticks = 0; ///< since the epoch, in milliseconds
  int hour = 0, minute = 0, second = 0, millisecond = 0;
};

constexpr std::int64_t ticks_of_day = 86'400'000;

/// The calendar day `days` after 1970-01-01 (H. Hinnant, chrono-compatible low-level date algorithms).
void set_civil(Moment& moment, std::int64_t days) {
  days += 719'468;
  auto const era = days / 146'097;
  auto const day_of_era = days - era * 146'097;
  auto const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  auto const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  auto const shifted = (5 * day_of_year + 2) / 153;
  moment.day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  moment.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  moment.year = static_cast<int>(year_of_era + era * 400 + (moment.month <= 2 ? 1 : 0));
}

/// The day of a serial number. The system of 1900 takes that year for a leap year, so 60 is a day that never was, and
/// 0 is a "January 0".
void set_day(Moment& moment, std::int64_t serial, bool epoch_1904) {
  constexpr std::int64_t unix_of_1904 = -24'107, unix_of_1900 = -25'569, false_leap_day = 60;
  moment.weekday = static_cast<int>((serial + (epoch_1904 ? 5 : 6)) % 7);
  if (epoch_1904)
    return set_civil(moment, serial + unix_of_1904);
  if (serial == 0 || serial == false_leap_day) {
    moment.year = 1900;
    moment.month = serial == 0 ? 1 : 2;
    moment.day = serial == 0 ? 0 : 29;
    return;
  }
  set_civil(moment, serial + unix_of_1900 + (serial < false_leap_day ? 1 : 0));
}

std::optional<Moment> moment_of(double serial, bool epoch_1904, std::int64_t resolution) {
  constexpr double beyond_9999 = 2'958'466;
  if (!(serial >= 0) || serial + (epoch_1904 ? 1462 : 0) >= beyond_9999)
    return std::nullopt;
  Moment moment;
  auto const exact = std::llround(serial * static_cast<double>(ticks_of_day));
  moment.ticks = (exact + resolution / 2) / resolution * resolution;
  auto const of_day = static_cast<int>(moment.ticks % ticks_of_day);
  moment.hour = of_day / 3'600'000;
  moment.minute = of_day / 60'000 % 60;
  moment.second = of_day / 1000 % 60;
  moment.millisecond = of_day % 1000;
  set_day(moment, moment.ticks / ticks_of_day, epoch_1904);
  return moment;
}

std::string padded(std::int64_t number, std::size_t width) {
  auto digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> chinese_months = {"一月", "二月", "三月", "四月", "五月",   "六月",
                                                             "七月", "八月", "九月", "十月", "十一月", "十二月"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> chinese_weekdays = {"日", "一", "二", "三", "四", "五", "六"};

std::string month_text(Moment const& moment, std::size_t letters, bool chinese) {
  auto const index = static_cast<std::size_t>(moment.month - 1);
  if (letters <= 2)
    return padded(moment.month, letters);
  if (chinese)
    return std::string(chinese_months[index]);
  return std::string(months[index].substr(0, letters == 3 ? 3 : letters == 5 ? 1 : std::string_view::npos));
}

std::string weekday_text(Moment const& moment, std::size_t letters, bool chinese) {
  auto const index = static_cast<std::size_t>(moment.weekday);
  if (chinese)
    return (letters > 3 ? "星期" : "周") + std::string(chinese_weekdays[index]);
  return std::string(weekdays[index].substr(0, letters == 3 ? 3 : std::string_view::npos));
}

/// Writes a moment by the tokens of a section.
class DateWriter {
public:
  DateWriter(FormatSection const& section, Moment const& moment) : section_(section), moment_(moment) {
    for (auto const& token : section.tokens)
      half_days_ = half_days_ || token.kind == Kind::half_day;
  }

  std::string run() {
    for (std::size_t i = 0; i < section_.tokens.size(); ++i)
      write(i);
    return std::move(out_);
  }

private:
  void write(std::size_t index) {
    auto const& token = section_.tokens[index];
    switch (token.kind) {
    case Kind::date:
      return write_part(index);
    case Kind::elapsed:
      return write_elapsed(token);
    case Kind::half_day:
      return write_half_day(token.text);
    case Kind::placeholder:
      return write_fraction_digit();
    case Kind::literal:
    case Kind::comma:
    case Kind::point:
      out_ += token.text;
      return;
    default:
      return;
    }
  }

  void write_part(std::size_t index) {
    auto const& letters = section_.tokens[index].text;
    auto const count = letters.size();
    switch (letters.front()) {
    case 'y':
      out_ += count <= 2 ? padded(moment_.year % 100, 2) : padded(moment_.year, 4);
      break;
    case 'e':
      out_ += padded(moment_.year, 4);
      break;
    case 'm':
      out_ += is_minute(index) ? padded(moment_.minute, std::min<std::size_t>(count, 2))
                               : month_text(moment_, count, section_.chinese);
      break;
    case 'd':
      out_ += count <= 2 ? padded(moment_.day, count) : weekday_text(moment_, count, section_.chinese);
      break;
    case 'a':
      out_ += count > 3 ? "星期" : "";
      out_ += chinese_weekdays[static_cast<std::size_t>(moment_.weekday)];
      break;
    case 'h':
      out_ += padded(half_days_ ? (moment_.hour + 11) % 12 + 1 : moment_.hour, std::min<std::size_t>(count, 2));
      break;
    default:
      out_ += padded(moment_.second, std::min<std::size_t>(count, 2));
    }
  }

  /// An m is a minute when the nearest part before it is an hour, or the nearest one behind it a second.
  bool is_minute(std::size_t index) const {
    auto const& tokens = section_.tokens;
    auto const is_part = [&](std::size_t i) { return tokens[i].kind == Kind::date || tokens[i].kind == Kind::elapsed; };
    if (tokens[index].text.size() > 2)
      return false;
    for (auto before = index; before-- > 0;)
      if (is_part(before)) {
        if (tokens[before].text.front() == 'h')
          return true;
        break;
      }
    for (auto behind = index + 1; behind < tokens.size(); ++behind)
      if (is_part(behind))
        return tokens[behind].text.front() == 's';
    return false;
  }

  void write_elapsed(FormatToken const& token) {
    std::int64_t const unit = token.text.front() == 'h' ? 3'600'000 : token.text.front() == 'm' ? 60'000 : 1000;
    out_ += padded(moment_.ticks / unit, token.text.size());
  }

  void write_half_day(std::string_view names) {
    auto const slash = names.find('/');
    out_ += moment_.hour < 12 ? names.substr(0, slash) : names.substr(slash + 1);
  }

  void write_fraction_digit() {
    fraction_ = fraction_ == 0 ? 100 : fraction_ / 10;
    out_ += fraction_ == 0 ? '0' : static_cast<char>('0' + moment_.millisecond / fraction_ % 10);
  }

  FormatSection const& section_;
  Moment moment_;
  bool half_days_ = false;
  int fraction_ = 0; ///< milliseconds of the last digit behind the second
  std::string out_;
};

/// Milliseconds of the smallest part of a second that is shown.
std::int64_t resolution_of(FormatSection const& section) {
  std::int64_t resolution = 1000;
  for (auto const& token : section.tokens)
    if (token.kind == Kind::placeholder && resolution > 1)
      resolution /= 10;
  return resolution;
}

} // namespace

std::optional<std::string> write_date(FormatSection const& section, double serial, bool epoch_1904) {
  auto const moment = moment_of(serial, epoch_1904, resolution_of(section));
  if (!moment)
    return std::nullopt;
  return DateWriter(section, *moment).run();
}

} // namespace jixiao
