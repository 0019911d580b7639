#include "readers/number_format/number_format.hpp"

#include "readers/number_format/write.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {
namespace {

using Kind = FormatTokenKind;

constexpr int shown_digits = 15; // of any number; what follows is noise of binary arithmetic

double to_double(std::string_view number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

bool holds(FormatCondition const& condition, double value) {
  auto const& comparison = condition.comparison;
  if (comparison == "<>")
    return value != condition.bound;
  return (comparison.starts_with('<') && value < condition.bound) ||
         (comparison.starts_with('>') && value > condition.bound) ||
         (comparison.ends_with('=') && value == condition.bound);
}

/// The sections that numbers choose from: the fourth is for texts, and so is one with an @ behind others.
std::size_t count_number_sections(NumberFormat const& format) {
  auto count = std::min<std::size_t>(format.sections.size(), 3);
  while (count > 1 && format.sections[count - 1].kind == FormatKind::text)
    --count;
  return count;
}

struct Chosen {
  FormatSection const* section = nullptr;
  bool shows_sign = true; ///< else the section says itself that the number is negative
};

/// A section that only negative numbers come to says itself that they are.
bool implies_sign(FormatCondition const& condition) {
  return condition.comparison.starts_with('<') && condition.comparison != "<>" && condition.bound <= 0;
}

Chosen choose_by_condition(NumberFormat const& format, std::size_t count, double value) {
  auto const& sections = format.sections;
  for (std::size_t i = 0; i < count; ++i)
    if (!sections[i].condition || holds(*sections[i].condition, value))
      return {&sections[i], !(sections[i].condition && implies_sign(*sections[i].condition))};
  return {};
}

Chosen choose_section(NumberFormat const& format, double value) {
  auto const count = count_number_sections(format);
  auto const& sections = format.sections;
  if (count == 0)
    return {};
  if (std::ranges::any_of(sections, [](auto const& section) { return section.condition.has_value(); }))
    return choose_by_condition(format, count, value);
  if (value < 0 && count > 1)
    return {&sections[1], false};
  return {&sections[value == 0 && count > 2 ? 2 : 0]};
}

bool is_dash(std::string_view text) { return text == "-" || text == "–" || text == "—"; }

/// `;;;` and the like, or a format without a text.
bool shows_nothing(NumberFormat const& format) {
  return std::ranges::all_of(format.sections, [](auto const& section) { return section.tokens.empty(); });
}

/// A format without a text is no format: its numbers are shown as they are.
bool hides_all(NumberFormat const& format) { return format.sections.size() > 1 && shows_nothing(format); }

/// What a format prints before and behind a fraction.
std::string around_fraction(FormatSection const& section, std::string const& number) {
  auto const& tokens = section.tokens;
  auto const is_placeholder = [](FormatToken const& token) { return token.kind == Kind::placeholder; };
  auto const is_of_denominator = [&](FormatToken const& token) {
    return is_placeholder(token) ||
           (!token.text.empty() && token.text.find_first_not_of("0123456789") == token.text.npos);
  };
  auto const first = std::ranges::find_if(tokens, is_placeholder);
  auto const line = std::find_if(first, tokens.end(), [](FormatToken const& token) { return token.text == "/"; });
  auto const last = std::find_if_not(line == tokens.end() ? line : line + 1, tokens.end(), is_of_denominator);
  std::string out;
  std::for_each(tokens.begin(), first, [&](FormatToken const& token) { out += token.text; });
  out += number;
  std::for_each(last, tokens.end(), [&](FormatToken const& token) { out += token.text; });
  return out;
}

std::string trimmed(std::string const& text) { return std::string(trim(text)); }

std::optional<std::string> write(FormatSection const& section, DecimalDigits const& number, double value,
                                 bool epoch_1904) {
  switch (section.kind) {
  case FormatKind::date:
    return write_date(section, value, epoch_1904);
  case FormatKind::number:
    return write_number(section, number);
  case FormatKind::fraction:
    return around_fraction(section, write_general(number));
  default:
    return std::nullopt;
  }
}

/// A whole number with more digits than are shown of it is a code that somebody keeps as a number.
bool is_long_code(DecimalDigits const& number) {
  constexpr std::size_t longest = 20;
  return number.is_whole() && number.digits.size() > shown_digits && number.digits.size() <= longest;
}

} // namespace

std::string format_number(std::string_view text, NumberFormat const& format, bool epoch_1904) {
  auto number = read_decimal_digits(text);
  if (!number)
    return std::string(text);
  if (!is_long_code(*number))
    round_to_digits(*number, shown_digits);
  auto const value = to_double(text);
  auto const [section, shows_sign] = choose_section(format, value);
  if (section == nullptr || shows_nothing(format))
    return write_general(*number);
  auto const shown = write(*section, *number, value, epoch_1904);
  if (!shown)
    return write_general(*number);
  auto text_shown =
      trimmed((number->negative && shows_sign && section->kind == FormatKind::number ? "-" : "") + *shown);
  // Elsewhere in forms a dash says that there is no number.
  if (number->is_zero() && is_dash(text_shown) && format.sections[0].kind == FormatKind::number)
    return trimmed(write_number(format.sections[0], *number));
  return text_shown;
}

bool hides_number(std::string_view text, NumberFormat const& format) {
  auto const number = read_decimal_digits(text);
  if (!number || format.sections.empty())
    return false;
  if (hides_all(format))
    return true;
  auto const section = choose_section(format, to_double(text)).section;
  return format.sections.size() > 1 && !number->is_zero() && section != nullptr && section->tokens.empty();
}

bool is_zero_number(std::string_view text) {
  auto const number = read_decimal_digits(text);
  return number && number->is_zero();
}

bool hides_texts(NumberFormat const& format) { return format.sections.size() > 3 && format.sections[3].tokens.empty(); }

bool leaves_out_thousands(std::string_view text, NumberFormat const& format) {
  auto const number = read_decimal_digits(text);
  if (!number || number->is_zero())
    return false;
  auto const* const section = choose_section(format, to_double(text)).section;
  constexpr int thousand = 3;
  auto const says = [](FormatToken const& token) {
    return token.kind == Kind::literal && std::ranges::any_of(token.text, [](char c) {
             return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
  };
  return section != nullptr && section->kind == FormatKind::number && section->scale <= -thousand &&
         std::ranges::none_of(section->tokens, says);
}

std::string format_text(std::string_view text, NumberFormat const& format) {
  auto const& sections = format.sections;
  if (sections.empty() || sections.back().kind != FormatKind::text)
    return std::string(text);
  std::string shown;
  for (auto const& token : sections.back().tokens)
    if (token.kind == Kind::text)
      shown += text;
    else if (!is_blank(token.text)) // padding is no part of the text
      shown += token.text;
  return shown;
}

} // namespace jixiao
