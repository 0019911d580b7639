#include "readers/ofd/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jixiao::ofd {
namespace {

constexpr double largest = 1e9;

bool is_separator(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ','; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Takes numbers and letters off a text.
class Scanner {
public:
  explicit Scanner(std::string_view text) : text_(text) { skip(); }

  bool done() const { return text_.empty(); }

  std::optional<double> take_number() {
    text_.remove_prefix(text_.starts_with('+') ? 1 : 0);
    double value = 0;
    auto const [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (error == std::errc::invalid_argument)
      return {};
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    skip();
    return error == std::errc() && std::abs(value) <= largest ? value : 0;
  }

  /// 0 when no letter stands here.
  char take_letter() {
    if (text_.empty() || !is_letter(text_.front()))
      return 0;
    auto const letter = text_.front();
    text_.remove_prefix(1);
    skip();
    return letter;
  }

  /// A number that may be written in base 16.
  std::optional<double> take_channel() {
    if (!text_.starts_with('#'))
      return take_number();
    unsigned value = 0;
    auto const [end, error] = std::from_chars(text_.data() + 1, text_.data() + text_.size(), value, 16);
    if (error == std::errc::invalid_argument)
      return {};
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    skip();
    return error == std::errc() ? value : 0;
  }

private:
  void skip() {
    while (!text_.empty() && is_separator(text_.front()))
      text_.remove_prefix(1);
  }

  std::string_view text_;
};

std::uint32_t channel(double value) { return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 255.0))); }

std::size_t operands_of(char letter) {
  switch (letter) {
  case 'S':
  case 'M':
  case 'L':
    return 2;
  case 'Q':
    return 4;
  case 'B':
    return 6;
  case 'A':
    return 7;
  default:
    return 0;
  }
}

} // namespace

double number(std::string_view text, double otherwise) { return Scanner(text).take_number().value_or(otherwise); }

std::vector<double> numbers(std::string_view text, std::size_t most) {
  std::vector<double> out;
  Scanner scanner(text);
  while (out.size() < most && !scanner.done()) {
    auto const value = scanner.take_number();
    if (!value)
      break;
    out.push_back(*value);
  }
  return out;
}

std::uint32_t reference(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Place> place(std::string_view text) {
  auto const values = numbers(text, 4);
  if (values.size() < 4)
    return {};
  return Place{values[0], values[1], values[2], values[3]};
}

Matrix matrix(std::string_view text) {
  auto const m = numbers(text, 6);
  return m.size() < 6 ? Matrix{} : Matrix{m[0], m[1], m[2], m[3], m[4], m[5]};
}

std::vector<double> steps(std::string_view text, std::size_t count) {
  std::vector<double> out;
  Scanner scanner(text);
  while (out.size() < count && !scanner.done()) {
    auto const letter = scanner.take_letter();
    auto const times = letter == 'g' ? scanner.take_number() : 1;
    auto const step = scanner.take_number();
    if (!times || !step || (letter != 0 && letter != 'g'))
      break;
    auto const copies = std::clamp(*times, 0.0, static_cast<double>(count - out.size()));
    out.insert(out.end(), static_cast<std::size_t>(copies), *step);
  }
  if (!out.empty())
    out.resize(count, double{out.back()});
  return out;
}

std::uint32_t colour(std::string_view text) {
  double values[4]{};
  std::size_t count = 0;
  for (Scanner scanner(text); count < 4 && !scanner.done(); ++count) {
    auto const value = scanner.take_channel();
    if (!value)
      break;
    values[count] = *value;
  }
  if (count == 1)
    return channel(values[0]) * 0x010101;
  if (count == 4)
    for (std::size_t i = 0; i < 3; ++i)
      values[i] = (255 - values[i]) * (255 - values[3]) / 255;
  return channel(values[0]) << 16 | channel(values[1]) << 8 | channel(values[2]);
}

drawing::Path path(std::string_view data, Matrix const& matrix) {
  drawing::Path out;
  Scanner scanner(data);
  while (!scanner.done()) {
    auto const letter = scanner.take_letter();
    double values[7]{};
    auto const count = operands_of(letter);
    for (std::size_t i = 0; i < count; ++i) {
      auto const value = scanner.take_number();
      if (!value)
        return out;
      values[i] = *value;
    }
    if (letter == 'C')
      out.close();
    else if (count == 0)
      return out;
    else if (auto const end = matrix.apply(values[count - 2], values[count - 1]); letter == 'S' || letter == 'M')
      out.move_to(end);
    else if (letter == 'L')
      out.line_to(end);
    else
      out.curve_to(end);
  }
  return out;
}

} // namespace jixiao::ofd
