#include "text/decode.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

char32_t unit_at(std::string_view bytes, std::size_t at, std::size_t size, bool big_endian) {
  char32_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + (big_endian ? i : size - 1 - i)]);
  return value;
}

constexpr bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xE000; }

std::string_view encoding_name(std::size_t unit, bool big_endian) {
  if (unit == 2)
    return big_endian ? "UTF-16BE" : "UTF-16LE";
  return big_endian ? "UTF-32BE" : "UTF-32LE";
}

/// What a text in Chinese consists of.
constexpr bool is_likely(char32_t unit) {
  return (unit >= 0x20 && unit < 0x7F) || (unit >= 0x09 && unit <= 0x0D) || (unit >= 0x4E00 && unit < 0x9FB0) ||
         (unit >= 0x3000 && unit < 0x3020) || (unit >= 0xFF01 && unit < 0xFF5F) || (unit >= 0x2010 && unit < 0x2027) ||
         (unit >= 0x2260 && unit < 0x2270);
}

/// How well a text fits units of one size and byte order.
struct Fit {
  bool fits = false;
  std::size_t ascii = 0; ///< units that are ASCII; in the wrong byte order these are hanzi, though rare ones
};

/// Fits when nearly all units are likely, and few could be two ASCII characters instead ("ab" is U+6261 as well).
Fit fit_wide(std::string_view sample, std::size_t size, bool big_endian) {
  auto const is_ascii = [](char32_t c) { return (c >= 0x20 && c < 0x7F) || (c >= 0x09 && c <= 0x0D); };
  std::size_t likely = 0, ascii = 0, two_ascii = 0;
  std::size_t const units = sample.size() / size;
  for (std::size_t i = 0; i < units; ++i) {
    auto const unit = unit_at(sample, size * i, size, big_endian);
    likely += is_likely(unit) ? 1 : 0;
    ascii += is_ascii(unit) ? 1 : 0;
    two_ascii += size == 2 && is_ascii(unit >> 8) && is_ascii(unit & 0xFF) ? 1 : 0;
  }
  return {units > 0 && likely * 10 >= units * 9 && two_ascii * 3 <= units, ascii};
}

} // namespace

WideResult decode_wide(SourceText& source, std::size_t begin, std::size_t size, bool big_endian) {
  auto const bytes = source.bytes;
  std::string out;
  out.reserve(bytes.size() / size * 3 + 64);
  std::size_t at = begin;
  while (at < bytes.size()) {
    if (bytes.size() - at < size)
      break;
    auto const unit = unit_at(bytes, at, size, big_endian);
    if (size == 2 && is_high_surrogate(unit)) {
      if (bytes.size() - at < 4)
        break;
      auto const low = unit_at(bytes, at + 2, 2, big_endian);
      if (low < 0xDC00 || low > 0xDFFF)
        return {at, {}};
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
      at += 4;
      continue;
    }
    if (is_surrogate(unit) || unit > 0x10FFFF)
      return {at, {}};
    append_utf8(out, unit);
    at += size;
  }
  source.decoded = std::move(out);
  source.encoding = encoding_name(size, big_endian);
  return {{}, at < bytes.size() ? std::optional(at) : std::nullopt};
}

std::optional<WideUnits> guess_wide(std::string_view bytes) {
  auto const sample = bytes.substr(0, 4096);
  for (std::size_t const size : {4U, 2U}) { // in UTF-32 every other unit of UTF-16 is NUL
    auto const little = fit_wide(sample, size, false), big = fit_wide(sample, size, true);
    if (little.fits || big.fits)
      return WideUnits{size, big.fits && (!little.fits || big.ascii > little.ascii)};
  }
  return std::nullopt;
}

} // namespace jixiao
