#include "readers/number_format/number_format.hpp"

#include "grammar_fuzz.hpp"

#include "readers/number_format/decimal_digits.hpp"

using namespace jixiao;

// The first line is the number, the rest the format.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const line_end = text.find('\n');
  auto const number = text.substr(0, line_end);
  auto const format = parse_number_format(line_end == text.npos ? text : text.substr(line_end + 1));
  fuzz::require(!format.sections.empty() && format.sections.size() <= 4);
  for (bool const epoch_1904 : {false, true})
    fuzz::require(format_number(number, format, epoch_1904).size() <= number.size() + 20'000);
  format_text(number, format);
  // A number in plain notation is the same number.
  if (auto const digits = read_decimal_digits(number)) {
    auto const again = read_decimal_digits(plain_text(*digits));
    fuzz::require(again && again->digits == digits->digits && again->point == digits->point);
  }
  return 0;
}
