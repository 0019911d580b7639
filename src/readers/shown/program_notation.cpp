#include "readers/shown/program_notation.hpp"

#include "readers/shown/program_dates.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/code_page.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao {
namespace {

/// What values of Python are called with.
constexpr std::array<std::string_view, 12> callers = {
    "np.float64", "np.float32",   "np.int64",        "np.int32",      "np.str_",           "Decimal",
    "Timestamp",  "pd.Timestamp", "decimal.Decimal", "datetime.date", "datetime.datetime", "date"};

std::optional<unsigned> hexadecimal_at(std::string_view text, std::size_t at, std::size_t digits) {
  unsigned value = 0;
  if (at + digits > text.size())
    return std::nullopt;
  auto const* const begin = text.data() + at;
  return std::from_chars(begin, begin + digits, value, 16).ptr == begin + digits ? std::optional(value) : std::nullopt;
}

/// The text with the bytes that stand behind a mark ("%E6", "\xe6") in their place; nothing when they give no Chinese.
/// A number behind a mark is none of them where no other byte is: 0%100%.
std::optional<std::string> with_marked_bytes(std::string_view text, std::string_view mark) {
  constexpr std::size_t fewest = 3; // bytes of a character
  std::string out;
  std::size_t high = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const byte = text.substr(at).starts_with(mark) ? hexadecimal_at(text, at + mark.size(), 2) : std::nullopt;
    bool const is_text = byte && *byte >= 0x20;
    high += is_text && *byte >= 0x80 ? 1 : 0;
    out.push_back(is_text ? static_cast<char>(*byte) : text[at]);
    at += is_text ? mark.size() + 2 : 1;
  }
  for (std::size_t at = 0; at < out.size();) {
    auto const length = utf8_sequence(out, at);
    if (length == 0)
      return std::nullopt;
    at += length;
  }
  return high >= fewest ? std::optional(std::move(out)) : std::nullopt;
}

/// "%u6C34%u5229"
std::optional<std::string> with_marked_characters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const code = text.substr(at).starts_with("%u") ? hexadecimal_at(text, at + 2, 4) : std::nullopt;
    if (code && *code >= 0x20 && (*code < 0xD800 || *code > 0xDFFF)) {
      append_utf8(out, char32_t{*code});
      at += 6;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out.size() < text.size() ? std::optional(std::move(out)) : std::nullopt;
}

/// b'…' without its quotes; other texts as they are.
std::string_view inside_of_bytes(std::string_view text) {
  bool const is_quoted =
      text.size() > 3 && text[0] == 'b' && (text[1] == '\'' || text[1] == '"') && text.back() == text[1];
  return is_quoted ? text.substr(2, text.size() - 3) : text;
}

/// "2026, 1, 1, 0, 0" as 2026-01-01.
std::optional<std::string> date_of_numbers(std::string_view text) {
  constexpr std::array<int, 3> most = {9999, 12, 31};
  std::string out;
  for (auto const limit : most) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 1 || value > limit)
      return std::nullopt;
    out.append(out.empty() ? "" : "-").append(value < 10 ? "0" : "").append(std::to_string(value));
    text = trim(text.substr(static_cast<std::size_t>(end - text.data())));
    text = trim(text.starts_with(',') ? text.substr(1) : text);
  }
  return out;
}

/// What a value of Python says, without the name of its type: `np.float64(95.0)`, `Timestamp('2026-01-01')`.
std::optional<std::string> inside_of_call(std::string_view text) {
  auto const open = text.find('(');
  if (open == text.npos || text.back() != ')' || std::ranges::find(callers, text.substr(0, open)) == callers.end())
    return std::nullopt;
  auto const name = text.substr(0, open);
  auto const inner = trim(text.substr(open + 1, text.size() - open - 2));
  if (name.starts_with("date"))
    return date_of_numbers(inner);
  bool const is_quoted = inner.size() > 1 && (inner[0] == '\'' || inner[0] == '"') && inner.back() == inner[0];
  return std::string(is_quoted ? inner.substr(1, inner.size() - 2) : inner);
}

/// The strings of a list, a set or a tuple, a line each.
std::optional<std::string> items_of_list(std::string_view text) {
  constexpr std::string_view opening = "[{(", closing = "]})";
  auto const kind = text.size() < 4 ? opening.npos : opening.find(text.front());
  if (kind == opening.npos || text.back() != closing[kind])
    return std::nullopt;
  auto rest = text.substr(1, text.size() - 2);
  std::string out;
  while (!rest.empty()) {
    char const quote = rest.front();
    auto const close = quote == '\'' || quote == '"' ? rest.find(quote, 1) : rest.npos;
    if (close == rest.npos)
      return std::nullopt;
    out.append(out.empty() ? "" : "\n").append(rest.substr(1, close - 1));
    rest = trim(rest.substr(close + 1));
    if (!rest.empty() && rest.front() != ',')
      return std::nullopt;
    rest = rest.empty() ? rest : trim(rest.substr(1));
  }
  return out;
}

/// A string of JSON, or a field of CSV that was quoted once more than it was read. A quoted word is written so, too; it
/// says the same without its marks.
std::optional<std::string> inside_of_string(std::string_view text) {
  std::size_t marks = 0;
  while (2 * marks + 2 < text.size() && text[marks] == '"' && text[text.size() - 1 - marks] == '"')
    ++marks;
  text = text.substr(marks, text.size() - 2 * marks);
  bool const is_cut = text.ends_with('\\') && !text.ends_with("\\\\");
  if (marks == 0 || marks > 3 || is_cut)
    return std::nullopt;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const escape = escape_at(text, at);
    if (text[at] == '"')
      return std::nullopt;
    append_utf8(out, escape.length > 0 ? escape.value : character_at(text, at).value);
    at += escape.length > 0 ? escape.length : character_at(text, at).length;
  }
  return out;
}

/// Letters of Latin-1 whose bytes are all Chinese in GB18030: "Ë®Àû" for 水利.
std::optional<std::string> from_latin_letters(std::string_view text) {
  std::string bytes;
  std::size_t above = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (c.value > 0xFF || (c.value >= 0x80 && c.value < 0xA1))
      return std::nullopt;
    above += c.value >= 0xA1 ? 1 : 0;
    bytes.push_back(static_cast<char>(c.value));
    at += c.length;
  }
  constexpr std::size_t fewest = 4;
  if (above < fewest || above % 2 != 0)
    return std::nullopt;
  auto shown = CodePages().decode(bytes, 936);
  std::size_t chinese = 0;
  for (std::size_t at = 0; at < shown.size();) {
    auto const c = character_at(shown, at);
    chinese += is_chinese(c.value) ? 1 : 0;
    at += c.length;
  }
  return chinese == above / 2 ? std::optional(std::move(shown)) : std::nullopt;
}

} // namespace

bool may_be_program_notation(std::string_view text, std::size_t at) {
  auto const next = [&](std::size_t i) { return at + i < text.size() ? text[at + i] : '\0'; };
  switch (text[at]) {
  case '%':
    return next(1) == 'u' || next(3) == '%';
  case '=':
    return next(3) == '=';
  case '\\':
    return next(1) == 'x';
  case '(':
    if (std::ranges::find(callers, trim(text.substr(0, at))) != callers.end() || text.starts_with("/Date("))
      return true;
    [[fallthrough]];
  case '[':
  case '{':
    return next(1) == '\'' || next(1) == '"';
  case ':': // of a time
    return text.size() > 20 && text[3] == ' ' && text[7] == ' ';
  case '\xC3': // À to ÿ
    return next(2) == '\xC2' || next(2) == '\xC3';
  default:
    return false;
  }
}

std::optional<std::string> shown_by_program(std::string_view text) {
  text = trim(text);
  for (std::string_view const mark : {"%", "=", "\\x"})
    if (auto shown = with_marked_bytes(mark == "\\x" ? inside_of_bytes(text) : text, mark))
      return shown;
  if (text.find("%u") != std::string_view::npos)
    return with_marked_characters(text);
  if (auto shown = inside_of_call(text))
    return shown;
  if (auto shown = day_of_program_date(text))
    return shown;
  if (auto shown = items_of_list(text))
    return shown;
  if (auto shown = inside_of_string(text))
    return shown;
  return text.find('\xC3') != std::string_view::npos ? from_latin_letters(text) : std::nullopt;
}

} // namespace jixiao
