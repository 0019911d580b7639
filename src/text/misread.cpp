#include "text/misread.hpp"

#include "text/characters.hpp"
#include "text/converter.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <bitset>

namespace jixiao {
namespace {

constexpr char lost = '\x7F'; ///< in place of a byte that nothing tells
constexpr std::size_t longest = 1 << 16;

/// The characters that the first two bytes of a character of Chinese writing in UTF-8 are in GBK.
using Beginnings = std::bitset<0x10000>;

Beginnings beginnings_in_gbk() {
  Beginnings out;
  auto const converter = open_strict("GB18030");
  for (unsigned lead = 0xE2; converter && lead <= 0xEF; ++lead)
    for (unsigned next = 0x80; next <= 0xBF; ++next) {
      char const bytes[] = {static_cast<char>(lead), static_cast<char>(next)};
      UChar unit[2] = {};
      UErrorCode error = U_ZERO_ERROR;
      ucnv_toUChars(converter.get(), unit, 2, bytes, 2, &error);
      out.set(unit[0], unit[0] > 0x7F && unit[0] != replacement_character);
    }
  return out;
}

/// The bytes that characters were taken from in GBK; nothing where it lacks one.
std::optional<std::string> bytes_in_gbk(std::string_view text) {
  constexpr char32_t euro = 0x20AC; // 0x80 of code page 936
  auto const converter = open_strict("GB18030");
  std::string out;
  for (std::size_t at = 0; converter && at < text.size();) {
    auto const c = character_at(text, at);
    at += c.length;
    if (c.value < 0x80 || c.value > 0xFFFF || c.value == euro || c.value == replacement_character) {
      out.push_back(c.value < 0x80 ? static_cast<char>(c.value) : c.value == euro ? '\x80' : lost);
      continue;
    }
    auto const unit = static_cast<UChar>(c.value);
    char bytes[8];
    UErrorCode error = U_ZERO_ERROR;
    auto const length = ucnv_fromUChars(converter.get(), bytes, sizeof bytes, &unit, 1, &error);
    if (U_FAILURE(error) || length > 2)
      return std::nullopt;
    out.append(bytes, static_cast<std::size_t>(length));
  }
  return out;
}

/// A sign, a letter or a form that stands between Chinese characters: ≥ ① （.
constexpr bool is_beside_chinese(char32_t c) { return (c >= 0x2010 && c < 0x2600) || (c >= 0xFF01 && c <= 0xFFE5); }

/// Length of the beginning of a character of Chinese writing of which a question mark or nothing is left behind it.
std::size_t cut_sequence(std::string_view bytes, std::size_t at) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  if (bytes.size() - at < 3 || byte(0) < 0xE2 || byte(0) > 0xEF || (byte(1) & 0xC0) != 0x80)
    return 0;
  return bytes[at + 2] == lost || bytes[at + 2] == '?' ? 3 : 0;
}

/// What bytes are as UTF-8. None is a misread text unless most of it is Chinese.
std::optional<Misread> judged(std::string bytes, std::size_t fewest) {
  std::size_t good = 0, cut = 0, bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const length = utf8_sequence(bytes, at);
    auto const value = length > 1 ? character_at(bytes, at).value : 0;
    auto const broken = length == 0 ? cut_sequence(bytes, at) : 0;
    bool const is_good = is_chinese(value) || is_beside_chinese(value);
    good += is_good ? 1 : 0;
    cut += broken > 0 ? 1 : 0;
    bad += broken == 0 && !is_good && (length != 1 || bytes[at] == lost) ? 1 : 0;
    at += std::max<std::size_t>({length, broken, 1});
  }
  if (good >= fewest && cut + bad == 0)
    return Misread{std::move(bytes)};
  bool const is_most = good + cut >= 2 && bad <= good + cut;
  return is_most || (cut > 0 && bad == 0) ? std::optional(Misread{}) : std::nullopt;
}

} // namespace

std::optional<Misread> misread_text(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
    ++at;
  if (at == text.size() || text.size() > longest)
    return std::nullopt;
  auto const first = character_at(text, at);
  if (first.value >= 0xE2 && first.value <= 0xEF) { // â to ï
    auto bytes = bytes_in_windows_1252(text, lost);
    return bytes ? judged(*std::move(bytes), 1) : std::nullopt;
  }
  static Beginnings const beginnings = beginnings_in_gbk();
  if (first.value > 0xFFFF || !beginnings[first.value])
    return std::nullopt;
  constexpr std::size_t fewest = 3; // a chance of two is met now and then
  auto bytes = bytes_in_gbk(text);
  return bytes ? judged(*std::move(bytes), fewest) : std::nullopt;
}

} // namespace jixiao
