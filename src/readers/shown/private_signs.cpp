#include "readers/shown/private_signs.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace jixiao {
namespace {

struct Sign {
  char32_t code;
  std::string_view before_digit, elsewhere; ///< empty: nobody knows
};

// Symbol, Wingdings and Wingdings 2 share these codes: before a number stands a sign of Symbol, elsewhere a box, a tick
// or a bullet of the others.
constexpr std::array signs = {
    Sign{0xF050, {}, "✓"},  Sign{0xF052, {}, "☑"}, Sign{0xF06C, {}, "●"},  Sign{0xF06E, {}, "■"},
    Sign{0xF06F, {}, "□"},  Sign{0xF071, {}, "□"}, Sign{0xF0A3, "≤", "□"}, Sign{0xF0A7, {}, "▪"},
    Sign{0xF0A8, {}, "□"},  Sign{0xF0B0, {}, "°"}, Sign{0xF0B1, "±", "±"}, Sign{0xF0B3, "≥", {}},
    Sign{0xF0B4, "×", "×"}, Sign{0xF0B7, {}, "•"}, Sign{0xF0B9, "≠", {}},  Sign{0xF0BB, "≈", {}},
    Sign{0xF0D8, {}, "➢"},  Sign{0xF0E0, {}, "→"}, Sign{0xF0FC, {}, "✓"},  Sign{0xF0FE, {}, "☑"},
};

/// What two lost characters (U+FFFD) become when their bytes are read as GBK.
constexpr std::string_view lost_twice = "锟斤拷";

constexpr bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }
constexpr bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

std::string code_point(char32_t c) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(c));
  return name.data();
}

/// Length of "(cid:149)" at `at`; 0 when none stands there.
std::size_t glyph_number(std::string_view text, std::size_t at) {
  constexpr std::string_view open = "(cid:";
  constexpr std::size_t most_digits = 6;
  if (!text.substr(at).starts_with(open))
    return 0;
  auto end = at + open.size();
  while (end < text.size() && is_decimal_digit(text[end]) && end - at < open.size() + most_digits)
    ++end;
  return end > at + open.size() && end < text.size() && text[end] == ')' ? end + 1 - at : 0;
}

bool before_digit(std::string_view text, std::size_t at) {
  auto const next = std::min(text.find_first_not_of(' ', at), text.size());
  return next < text.size() && is_decimal_digit(text[next]);
}

void add(std::string& list, std::string const& entry) {
  constexpr std::size_t longest = 60;
  if (list.find(entry) == std::string::npos && list.size() < longest)
    list.append(list.empty() ? "" : ", ").append(entry);
}

std::string_view meaning(char32_t c, bool is_before_digit) {
  auto const sign = std::ranges::lower_bound(signs, c, {}, &Sign::code);
  if (sign == signs.end() || sign->code != c)
    return {};
  return is_before_digit && !sign->before_digit.empty() ? sign->before_digit : sign->elsewhere;
}

} // namespace

PlainSigns plain_signs(std::string_view text) {
  PlainSigns plain;
  for (std::size_t at = 0; at < text.size();) {
    if (auto const length = glyph_number(text, at); length > 0) {
      add(plain.unreadable, std::string(text.substr(at, length)));
      append_utf8(plain.text, replacement_character);
      at += length;
      continue;
    }
    if (text.substr(at).starts_with(lost_twice)) {
      add(plain.unreadable, std::string(lost_twice));
      plain.text += lost_twice;
      at += lost_twice.size();
      continue;
    }
    auto const [c, length] = character_at(text, at);
    if (constexpr char32_t blank_of_gbk = 0xE5E5; c == blank_of_gbk) {
      append_utf8(plain.text, U'\u3000');
      at += length;
      continue;
    }
    auto const shown = is_private(c) ? meaning(c, before_digit(text, at + length)) : std::string_view();
    if (!shown.empty())
      add(plain.read, code_point(c).append(" → ").append(shown));
    else if (is_private(c) || c == replacement_character)
      add(plain.unreadable, code_point(c));
    plain.text += shown.empty() ? text.substr(at, length) : shown;
    at += length;
  }
  return plain;
}

} // namespace jixiao
