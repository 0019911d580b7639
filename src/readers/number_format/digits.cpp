#include "readers/number_format/write.hpp"

#include <algorithm>
#include <cstdlib>

namespace jixiao {
namespace {

using Kind = FormatTokenKind;

/// How many placeholders a part of a section has.
int count_places(FormatSection const& section, DigitPart part) {
  return static_cast<int>(std::ranges::count_if(
      section.tokens, [&](FormatToken const& token) { return token.kind == Kind::placeholder && token.part == part; }));
}

/// What a placeholder shows where the number has no digit.
std::string_view padding(std::string_view placeholder) {
  return placeholder == "0" ? "0" : placeholder == "?" ? " " : "";
}

/// Deals the digits of a whole number out to placeholders, left to right; the first takes those that are too many.
class WholeWriter {
public:
  WholeWriter(std::string digits, int places, bool grouped)
      : digits_(std::move(digits)), left_(static_cast<std::size_t>(places)), grouped_(grouped) {}

  void write(std::string_view placeholder, std::string& out) {
    --left_;
    bool const was_started = started_;
    flush(left_, out);
    if (started_ != was_started || done_ > 0)
      return;
    auto const pad = padding(placeholder);
    out += pad;
    if (grouped_ && !pad.empty() && left_ > 0 && left_ % 3 == 0)
      out += pad == "0" ? "," : " ";
  }

  /// Writes the digits that stand before the last `keep`.
  void flush(std::size_t keep, std::string& out) {
    for (; digits_.size() - done_ > keep; ++done_) {
      auto const behind = digits_.size() - done_ - 1;
      out += digits_[done_];
      if (grouped_ && behind > 0 && behind % 3 == 0)
        out += ',';
      started_ = true;
    }
  }

private:
  std::string digits_;
  std::size_t left_, done_ = 0;
  bool grouped_, started_ = false;
};

/// Splits off the power of ten that scientific notation shows; the mantissa has as many whole digits as placeholders,
/// and the power is a multiple of their number.
int split_exponent(DecimalDigits& number, int whole_places, int fraction_places) {
  if (number.is_zero())
    return 0;
  auto const step = std::max(whole_places, 1);
  auto const power = [&] {
    auto const exponent = number.point - 1;
    return exponent >= 0 ? exponent / step * step : -((-exponent + step - 1) / step * step);
  };
  auto exponent = power();
  auto mantissa = number;
  mantissa.point -= exponent;
  round_to_places(mantissa, fraction_places);
  if (mantissa.point > step) { // 9.99 became 10
    exponent += step;
    mantissa.point -= step;
  }
  number = mantissa;
  return exponent;
}

/// Writes a number by the tokens of a section.
class NumberWriter {
public:
  NumberWriter(FormatSection const& section, DecimalDigits const& number, int exponent)
      : section_(section), exponent_(exponent), whole_places_(count_places(section, DigitPart::whole)),
        whole_(whole_digits(number), whole_places_, section.grouped), fraction_(fraction_digits(number)),
        power_(exponent == 0 ? "" : std::to_string(std::abs(exponent)), count_places(section, DigitPart::exponent),
               false),
        value_(number) {}

  std::string run() {
    for (auto const& token : section_.tokens)
      write(token);
    return std::move(out_);
  }

private:
  void write(FormatToken const& token) {
    switch (token.kind) {
    case Kind::placeholder:
      return write_digit(token);
    case Kind::point:
      if (token.part == DigitPart::fraction && whole_places_ == 0)
        whole_.flush(0, out_);
      out_ += '.';
      return;
    case Kind::exponent:
      out_ += 'E';
      out_ += exponent_ < 0 ? "-" : token.text.ends_with('+') ? "+" : "";
      return;
    case Kind::general:
      out_ += write_general(value_);
      return;
    case Kind::literal:
      out_ += token.text;
      return;
    default:
      return;
    }
  }

  void write_digit(FormatToken const& token) {
    if (token.part == DigitPart::whole)
      return whole_.write(token.text, out_);
    if (token.part == DigitPart::exponent)
      return power_.write(token.text, out_);
    if (fraction_done_ < fraction_.size())
      out_ += fraction_[fraction_done_++];
    else
      out_ += padding(token.text);
  }

  FormatSection const& section_;
  int exponent_, whole_places_;
  WholeWriter whole_;
  std::string fraction_;
  std::size_t fraction_done_ = 0;
  WholeWriter power_;
  DecimalDigits value_;
  std::string out_;
};

} // namespace

std::string write_general(DecimalDigits number) {
  constexpr int exact_digits = 13, longest_whole = 20, widest = 11, scientific_digits = 6, smallest_point = -4;
  bool const in_full = static_cast<int>(number.digits.size()) <= exact_digits && number.point > smallest_point;
  if (number.point <= longest_whole && (number.is_whole() || in_full))
    return plain_text(number);
  if (number.point <= longest_whole && number.point >= smallest_point + 1) {
    round_to_places(number, std::max(widest - 1 - std::max(number.point, 1), 0));
    return plain_text(number);
  }
  round_to_digits(number, scientific_digits);
  auto const exponent = number.point - 1;
  number.point = 1;
  auto const digits = std::to_string(std::abs(exponent));
  return plain_text(number) + (exponent < 0 ? "E-" : "E+") + (digits.size() < 2 ? "0" : "") + digits;
}

std::string write_number(FormatSection const& section, DecimalDigits number) {
  number.negative = false;
  if (!number.is_zero())
    number.point += section.scale;
  auto const places = count_places(section, DigitPart::fraction);
  bool const scientific = std::ranges::count(section.tokens, Kind::exponent, &FormatToken::kind) > 0;
  bool const general = std::ranges::count(section.tokens, Kind::general, &FormatToken::kind) > 0;
  if (scientific) {
    auto const exponent = split_exponent(number, count_places(section, DigitPart::whole), places);
    return NumberWriter(section, number, exponent).run();
  }
  if (!general)
    round_to_places(number, places);
  return NumberWriter(section, number, 0).run();
}

} // namespace jixiao
