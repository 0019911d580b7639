#include "cli/figures.hpp"

#include <cmath>

namespace jixiao::cli {

std::string grouped(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto i = digits.size(); i > 3;)
    digits.insert(i -= 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view thing) {
  return grouped(number).append(1, ' ').append(thing).append(number == 1 ? "" : "s");
}

std::string megabytes(std::uint64_t bytes) {
  auto const tenths = (bytes + 50'000) / 100'000;
  return tenths < 100 ? std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB"
                      : grouped((tenths + 5) / 10) + " MB";
}

std::string clock_time(double seconds) {
  auto const two_digits = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  auto const whole = static_cast<std::uint64_t>(std::llround(seconds));
  auto const hours = whole / 3600, minutes = whole / 60 % 60;
  return hours > 0 ? std::to_string(hours) + ':' + two_digits(minutes) + ':' + two_digits(whole % 60)
                   : std::to_string(minutes) + ':' + two_digits(whole % 60);
}

} // namespace jixiao::cli
