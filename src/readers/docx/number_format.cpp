#include "readers/docx/number_format.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace jixiao::docx {
namespace {

struct FormatName {
  std::string_view name;
  NumberFormat format;
};

constexpr std::array format_names = {
    FormatName{"decimal", NumberFormat::decimal},
    FormatName{"none", NumberFormat::none},
    FormatName{"bullet", NumberFormat::bullet},
    FormatName{"decimalZero", NumberFormat::decimal_zero},
    FormatName{"decimalFullWidth", NumberFormat::full_width},
    FormatName{"decimalFullWidth2", NumberFormat::full_width},
    FormatName{"decimalEnclosedCircle", NumberFormat::enclosed_circle},
    FormatName{"decimalEnclosedCircleChinese", NumberFormat::enclosed_circle},
    FormatName{"decimalEnclosedFullstop", NumberFormat::enclosed_fullstop},
    FormatName{"decimalEnclosedParen", NumberFormat::enclosed_paren},
    FormatName{"upperRoman", NumberFormat::upper_roman},
    FormatName{"lowerRoman", NumberFormat::lower_roman},
    FormatName{"upperLetter", NumberFormat::upper_letter},
    FormatName{"lowerLetter", NumberFormat::lower_letter},
    FormatName{"chineseCounting", NumberFormat::chinese_counting},
    FormatName{"taiwaneseCounting", NumberFormat::chinese_counting},
    FormatName{"japaneseCounting", NumberFormat::chinese_thousand},
    FormatName{"chineseCountingThousand", NumberFormat::chinese_thousand},
    FormatName{"taiwaneseCountingThousand", NumberFormat::chinese_thousand},
    FormatName{"chineseLegalSimplified", NumberFormat::chinese_legal},
    FormatName{"ideographDigital", NumberFormat::ideograph_digital},
    FormatName{"taiwaneseDigital", NumberFormat::ideograph_digital},
    FormatName{"ideographTraditional", NumberFormat::heavenly_stems},
    FormatName{"ideographZodiac", NumberFormat::earthly_branches},
};

constexpr std::u32string_view counting = U"○一二三四五六七八九", digital = U"〇一二三四五六七八九",
                              thousand = U"零一二三四五六七八九", legal = U"零壹贰叁肆伍陆柒捌玖",
                              stems = U"甲乙丙丁戊己庚辛壬癸", branches = U"子丑寅卯辰巳午未申酉戌亥";

void append_digits(std::string& out, std::uint32_t number, std::u32string_view digits) {
  for (char const c : std::to_string(number))
    append_utf8(out, digits[static_cast<std::size_t>(c - '0')]);
}

/// Below ten thousand: 11 is 十一, 20 二十, 305 三百零五.
void append_units(std::string& out, std::uint32_t number, std::u32string_view digits, std::u32string_view units) {
  bool begun = false, gap = false;
  std::uint32_t weight = 1000;
  for (std::size_t place = 0; place < 4; ++place, weight /= 10) {
    auto const digit = number / weight % 10;
    gap |= begun && digit == 0;
    if (digit == 0)
      continue;
    if (gap)
      append_utf8(out, digits[0]);
    bool const bare_ten = !begun && weight == 10 && digit == 1 && digits[1] == U'一';
    if (!bare_ten)
      append_utf8(out, digits[digit]);
    if (place < 3)
      append_utf8(out, units[place]);
    begun = true;
    gap = false;
  }
}

void append_roman(std::string& out, std::uint32_t number, char const* letters) {
  constexpr std::array<std::string_view, 10> patterns = {"", "a", "aa", "aaa", "ab", "b", "ba", "baa", "baaa", "ac"};
  std::uint32_t weight = 1000;
  for (std::size_t place = 0; place < 4; ++place, weight /= 10)
    for (char const c : patterns[number / weight % 10])
      out.push_back(letters[6 - 2 * place + static_cast<std::size_t>(c - 'a')]);
}

/// The number's character in a run of Unicode that begins with that of 1; false beyond the run.
bool append_from(std::string& out, std::uint32_t number, char32_t first, std::uint32_t count) {
  if (number < 1 || number > count)
    return false;
  append_utf8(out, first + number - 1);
  return true;
}

bool append_letter(std::string& out, std::uint32_t number, char first) {
  if (number < 1 || number > 26 * 30)
    return false;
  // Behind z comes aa, then bb.
  out.append((number - 1) / 26 + 1, static_cast<char>(first + static_cast<char>((number - 1) % 26)));
  return true;
}

bool append_circled(std::string& out, std::uint32_t number) {
  if (number <= 20)
    return append_from(out, number, U'①', 20);
  return number <= 35 ? append_from(out, number - 20, U'㉑', 15) : append_from(out, number - 35, U'㊱', 15);
}

bool append_chinese(std::string& out, std::uint32_t number, std::u32string_view digits, std::u32string_view units) {
  if (number < 1 || number > 9999)
    return false;
  append_units(out, number, digits, units);
  return true;
}

bool append_roman_within(std::string& out, std::uint32_t number, char const* letters) {
  if (number < 1 || number > 3999)
    return false;
  append_roman(out, number, letters);
  return true;
}

/// False where the format does not reach.
bool append_formatted(std::string& out, std::uint32_t number, NumberFormat format) {
  switch (format) {
  case NumberFormat::none:
  case NumberFormat::bullet:
    return true;
  case NumberFormat::decimal_zero:
    out.append(number < 10 ? "0" : "");
    return false;
  case NumberFormat::full_width:
    return append_digits(out, number, U"０１２３４５６７８９"), true;
  case NumberFormat::enclosed_circle:
    return append_circled(out, number);
  case NumberFormat::enclosed_fullstop:
    return append_from(out, number, U'⒈', 20);
  case NumberFormat::enclosed_paren:
    return append_from(out, number, U'⑴', 20);
  case NumberFormat::upper_roman:
    return append_roman_within(out, number, "IVXLCDM  ");
  case NumberFormat::lower_roman:
    return append_roman_within(out, number, "ivxlcdm  ");
  case NumberFormat::upper_letter:
    return append_letter(out, number, 'A');
  case NumberFormat::lower_letter:
    return append_letter(out, number, 'a');
  case NumberFormat::chinese_counting:
    return number < 100 ? append_chinese(out, number, counting, U"千百十")
                        : (append_digits(out, number, counting), true);
  case NumberFormat::chinese_thousand:
    return append_chinese(out, number, thousand, U"千百十");
  case NumberFormat::chinese_legal:
    return append_chinese(out, number, legal, U"仟佰拾");
  case NumberFormat::ideograph_digital:
    return append_digits(out, number, digital), true;
  case NumberFormat::heavenly_stems:
    return number >= 1 && number <= stems.size() && (append_utf8(out, stems[number - 1]), true);
  case NumberFormat::earthly_branches:
    return number >= 1 && number <= branches.size() && (append_utf8(out, branches[number - 1]), true);
  default:
    return false;
  }
}

} // namespace

NumberFormat number_format(std::string_view name) {
  auto const found = std::ranges::find(format_names, name, &FormatName::name);
  return found == format_names.end() ? NumberFormat::decimal : found->format;
}

void append_number(std::string& out, std::uint32_t number, NumberFormat format) {
  if (!append_formatted(out, number, format))
    out.append(std::to_string(number));
}

} // namespace jixiao::docx
