#include "text/converter.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

#include <unicode/utf16.h>

#include <array>

namespace jixiao {
namespace {

/// Appends UTF-16 as UTF-8; a surrogate at the end waits for its other half.
void append_utf16(std::u16string_view units, char16_t& waiting, std::string& out) {
  for (char16_t const unit : units)
    if (U16_IS_LEAD(unit))
      waiting = unit;
    else if (U16_IS_TRAIL(unit))
      append_utf8(out, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(waiting, unit)));
    else
      append_utf8(out, unit);
}

} // namespace

WideResult decode_strictly(SourceText& source, char const* charset) {
  auto const converter = open_strict(charset);
  if (!converter)
    return {0, {}};
  std::string out;
  out.reserve(source.bytes.size() / 2 * 3 + 64);
  std::array<char16_t, 4096> buffer;
  char16_t waiting = 0;
  char const* from = source.bytes.data();
  char const* const end = from + source.bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char16_t* to = buffer.data();
    ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from, end, nullptr, true, &status);
    append_utf16({buffer.data(), static_cast<std::size_t>(to - buffer.data())}, waiting, out);
  }
  std::array<char, 8> invalid;
  auto invalid_length = static_cast<std::int8_t>(invalid.size());
  UErrorCode ignored = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter.get(), invalid.data(), &invalid_length, &ignored);
  auto const stopped = static_cast<std::size_t>(from - source.bytes.data()) - static_cast<std::size_t>(invalid_length);
  source.decoded = std::move(out);
  if (status == U_TRUNCATED_CHAR_FOUND)
    return {{}, stopped};
  return {U_FAILURE(status) ? std::optional(stopped) : std::nullopt, {}};
}

} // namespace jixiao
