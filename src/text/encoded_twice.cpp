#include "text/decode.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::size_t fewest_bytes = 12; ///< beyond ASCII: four characters

/// What windows-1252 has at 0x80 to 0x9F; 0: nothing, and then the byte stands for itself.
constexpr std::array<char16_t, 32> between = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> byte_of(char32_t c) {
  if (c <= 0xFF)
    return static_cast<char>(c);
  auto const found = std::ranges::find(between, c);
  return found == between.end() ? std::nullopt : std::optional(static_cast<char>(0x80 + (found - between.begin())));
}

bool reads_as_chinese(std::string_view text, std::size_t bytes) {
  std::size_t chinese = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    chinese += c.value >= 0x3000 && is_chinese(c.value) ? 1 : 0;
    at += c.length;
  }
  return chinese * 6 > bytes;
}

} // namespace

std::optional<std::string> bytes_in_windows_1252(std::string_view text, std::optional<char> lost) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    auto const byte = c.value == replacement_character ? lost : byte_of(c.value);
    if (!byte)
      return std::nullopt;
    out.push_back(*byte);
    at += c.length;
  }
  return out;
}

std::optional<std::string> undone_encoding(std::string_view text) {
  auto out = bytes_in_windows_1252(text, std::nullopt);
  auto const high =
      !out ? 0 : static_cast<std::size_t>(std::ranges::count_if(*out, [](char c) { return (c & 0x80) != 0; }));
  bool const is_text = high >= fewest_bytes && check_utf8(*out).valid == out->size() && reads_as_chinese(*out, high);
  return is_text ? std::move(out) : std::nullopt;
}

} // namespace jixiao
