#include "readers/number_format/number_format.hpp"

#include "text/utf8.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {
namespace {

using Kind = FormatTokenKind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_any_case(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower, lower);
}

bool is_placeholder(FormatToken const& token) { return token.kind == Kind::placeholder; }

/// What a fraction's line may stand before: `# ?/?`, and `# ??/100` with a denominator of its own.
bool is_denominator(FormatToken const& token) {
  bool const is_digit = token.text.size() == 1 && token.text.front() >= '1' && token.text.front() <= '9';
  return is_placeholder(token) || (token.kind == Kind::literal && is_digit);
}

struct Keyword {
  std::string_view word;
  Kind kind;
};

constexpr Keyword keywords[] = {
    {"General", Kind::general}, {"G/通用格式", Kind::general}, {"AM/PM", Kind::half_day}, {"上午/下午", Kind::half_day},
    {"A/P", Kind::half_day},    {"E+", Kind::exponent},        {"E-", Kind::exponent},
};

/// Splits one section into tokens, up to the semicolon that ends it.
class SectionParser {
public:
  explicit SectionParser(std::string_view& rest) : rest_(rest) {}

  FormatSection run() {
    while (!rest_.empty() && rest_.front() != ';')
      read_token();
    classify();
    mark_parts();
    weigh_commas();
    return std::move(section_);
  }

private:
  std::string_view take(std::size_t count) {
    auto const taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view take_character() { return rest_.empty() ? rest_ : take(character_at(rest_, 0).length); }

  void add(Kind kind, std::string_view text) { section_.tokens.push_back({kind, std::string(text)}); }

  void read_token() {
    for (auto const& [word, kind] : keywords)
      if (starts_with_any_case(rest_, word))
        return add(kind, take(word.size()));
    switch (lower(rest_.front())) {
    case '"':
      return read_quoted();
    case '[':
      return read_brackets();
    case '\\':
    case '!': // what a backslash is where people write Chinese
      take(1);
      return add(Kind::literal, take_character());
    case '_':
      take(1), take_character();
      return add(Kind::literal, " ");
    case '*':
      take(1), take_character();
      return;
    case '0':
    case '#':
    case '?':
      return add(Kind::placeholder, take(1));
    case '.':
      return add(Kind::point, take(1));
    case ',':
      return add(Kind::comma, take(1));
    case '%':
      section_.scale += 2;
      return add(Kind::literal, take(1));
    case '@':
      return add(Kind::text, take(1));
    case '/':
      slash_ = section_.tokens.size();
      return add(Kind::literal, take(1));
    case 'y':
    case 'm':
    case 'd':
    case 'h':
    case 's':
    case 'e':
    case 'a':
      return read_date_letters();
    default:
      return add(Kind::literal, take_character());
    }
  }

  void read_quoted() {
    take(1);
    add(Kind::literal, take(std::min(rest_.find('"'), rest_.size())));
    take(1);
  }

  void read_date_letters() {
    auto const letter = lower(rest_.front());
    auto const end = std::ranges::find_if_not(rest_, [&](char c) { return lower(c) == letter; });
    auto const count = static_cast<std::size_t>(end - rest_.begin());
    take(count);
    add(letter == 'a' && count < 3 ? Kind::literal : Kind::date, std::string(count, letter));
  }

  void read_brackets() {
    auto inside = take(std::min(rest_.find(']'), rest_.size())).substr(1);
    take(1);
    if (inside.empty())
      return;
    auto const first = lower(inside.front());
    if (first == '$')
      read_currency(inside.substr(1));
    else if (first == '<' || first == '>' || first == '=')
      read_condition(inside);
    else if ((first == 'h' || first == 'm' || first == 's') &&
             std::ranges::all_of(inside, [&](char c) { return lower(c) == first; }))
      add(Kind::elapsed, std::string(inside.size(), first));
  }

  /// `$¥-804`: a currency sign and a place, either of which may lack.
  void read_currency(std::string_view text) {
    auto const dash = std::min(text.rfind('-'), text.size());
    if (dash > 0)
      add(Kind::literal, text.substr(0, dash));
    unsigned place = 0;
    auto const digits = text.substr(std::min(dash + 1, text.size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), place, 16);
    constexpr unsigned language_bits = 0x3FF, chinese = 0x04;
    section_.chinese = section_.chinese || (place & language_bits) == chinese;
  }

  void read_condition(std::string_view text) {
    auto const digits = std::min(text.find_first_not_of("<>="), text.size());
    FormatCondition condition{std::string(text.substr(0, digits)), 0};
    text.remove_prefix(digits);
    std::from_chars(text.data(), text.data() + text.size(), condition.bound);
    section_.condition = condition;
  }

  bool has(Kind kind) const { return std::ranges::count(section_.tokens, kind, &FormatToken::kind) > 0; }

  void classify() {
    auto const& tokens = section_.tokens;
    if (has(Kind::date) || has(Kind::elapsed) || has(Kind::half_day))
      section_.kind = FormatKind::date;
    else if (has(Kind::text))
      section_.kind = FormatKind::text;
    else if (slash_ > 0 && slash_ + 1 < tokens.size() && is_placeholder(tokens[slash_ - 1]) &&
             is_denominator(tokens[slash_ + 1]))
      section_.kind = FormatKind::fraction;
    else
      section_.kind = FormatKind::number;
  }

  void mark_parts() {
    auto part = DigitPart::whole;
    for (auto& token : section_.tokens) {
      if (token.kind == Kind::exponent)
        part = DigitPart::exponent;
      else if (token.kind == Kind::point && part == DigitPart::whole)
        part = DigitPart::fraction;
      token.part = part;
    }
  }

  /// Between placeholders of the whole part a comma asks for separators; behind the last placeholder of the number it
  /// divides by a thousand.
  void weigh_commas() {
    if (section_.kind != FormatKind::number)
      return;
    auto& tokens = section_.tokens;
    auto const is_digit = [](FormatToken const& t) { return is_placeholder(t) && t.part != DigitPart::exponent; };
    auto const first = std::ranges::find_if(tokens, is_digit);
    auto last_whole = tokens.begin(), last = tokens.begin();
    for (auto at = first; at != tokens.end(); ++at) {
      if (is_digit(*at))
        last = at;
      if (is_digit(*at) && at->part == DigitPart::whole)
        last_whole = at;
    }
    for (auto at = first; at != tokens.end(); ++at) {
      if (at->kind != Kind::comma)
        continue;
      if (at < last_whole)
        section_.grouped = true;
      else if (at > last || at->part == DigitPart::whole)
        section_.scale -= 3;
    }
  }

  std::string_view& rest_;
  FormatSection section_;
  std::size_t slash_ = 0;
};

/// The short dates of other places, which programs write out where Excel keeps built-in format 14.
constexpr std::string_view foreign_short_dates[] = {"m/d/yyyy",   "mm/dd/yyyy", "m/d/yy",     "mm/dd/yy", "mm-dd-yy",
                                                    "mm-dd-yyyy", "d/m/yyyy",   "dd/mm/yyyy", "dd/mm/yy"};

/// The code that China has for formats which depend on the place: the date and time of the system, short dates.
std::string_view local_code(std::string_view code) {
  auto const has = [&](std::string_view text) { return code.find(text) != std::string_view::npos; };
  if (has("[$-F800]") || has("[$-x-sysdate]"))
    return R"(yyyy"年"m"月"d"日")";
  if (has("[$-F400]") || has("[$-x-systime]"))
    return "h:mm:ss";
  std::string plain(code.substr(0, std::min(code.find(';'), code.size())));
  std::erase(plain, '\\');
  std::ranges::transform(plain, plain.begin(), lower);
  bool const is_short_date = std::ranges::any_of(foreign_short_dates, [&](auto const date) { return plain == date; });
  return is_short_date ? builtin_number_format(14) : code;
}

} // namespace

NumberFormat parse_number_format(std::string_view code) {
  constexpr std::size_t most_sections = 4, longest = 1024; // Excel takes 255 characters
  NumberFormat format;
  code = code.substr(0, longest);
  auto rest = local_code(code.substr(0, check_utf8(code).valid)); // not cut inside a character
  while (format.sections.size() < most_sections) {
    format.sections.push_back(SectionParser(rest).run());
    if (rest.empty())
      break;
    rest.remove_prefix(1);
  }
  return format;
}

} // namespace jixiao
