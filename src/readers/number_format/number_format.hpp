#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Number formats of spreadsheets (ECMA-376 part 1, 18.8.30 and 18.8.31): what a person sees of a number. Where formats
/// depend on the place, they are those of China: built-in date 14, and the short dates of other places, are `yyyy/m/d`.
/// Colours, [DBNum] and fill characters leave no trace; a fraction (`# ?/?`) is shown as a decimal number.
namespace jixiao {

enum class FormatTokenKind : std::uint8_t {
  literal,
  placeholder, ///< 0 # ?
  point,
  comma,
  exponent, ///< E+ or E-
  general,
  text,     ///< @
  date,     ///< a run of y, m, d, h, s, e or a
  elapsed,  ///< [h], [m], [s]
  half_day, ///< AM/PM, A/P, 上午/下午
};

/// Where a placeholder puts its digits.
enum class DigitPart : std::uint8_t { whole, fraction, exponent };

struct FormatToken {
  FormatTokenKind kind = FormatTokenKind::literal;
  std::string text; ///< the literal, or the token as written
  DigitPart part = DigitPart::whole;
};

enum class FormatKind : std::uint8_t { number, date, text, fraction };

struct FormatCondition {
  std::string comparison; ///< < <= > >= = <>
  double bound = 0;
};

/// One of the parts of a format code that semicolons separate.
struct FormatSection {
  FormatKind kind = FormatKind::number;
  std::vector<FormatToken> tokens;
  std::optional<FormatCondition> condition;
  bool grouped = false; ///< thousands separators
  int scale = 0;        ///< power of ten the number is multiplied with, from `%` and `,` at the end
  bool chinese = false; ///< names of months and days
};

struct NumberFormat {
  std::vector<FormatSection> sections; ///< none: General
};

/// The format a code describes. Linear; takes any text.
NumberFormat parse_number_format(std::string_view code);

/// The code of a built-in format; empty when there is none of this number.
std::string_view builtin_number_format(unsigned id);

/// What is shown of a number ("0.30000000000000004") in a format; a text that is no number stays as it is.
///
///     format_number("0.9", parse_number_format("0%"), false) is "90%"
///
/// General shows whole numbers, and numbers of up to 13 digits, in full: only the width of its columns makes Excel
/// round them, and a project code would lose digits. Longer ones are rounded to 11 characters as Excel shows them. A
/// number that a format hides (`;;;`) is shown as General, and a zero that accounting formats draw as a dash in digits.
std::string format_number(std::string_view number, NumberFormat const& format, bool epoch_1904);

/// True when a format (`;;;`, `;;`) shows nothing of a number other than 0, or of texts.
bool hides_number(std::string_view number, NumberFormat const& format);
bool hides_texts(NumberFormat const& format);

/// True for a number that is 0, which a sheet may leave blank.
bool is_zero_number(std::string_view number);

/// True when a format (`#,##0.00,`) shows thousands of a number, and has no word that says so.
bool leaves_out_thousands(std::string_view number, NumberFormat const& format);

/// What is shown of a text: the text, unless the format has a section for texts.
std::string format_text(std::string_view text, NumberFormat const& format);

} // namespace jixiao
