#include "text/decode.hpp"

#include "text/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <array>
#include <memory>

namespace jixiao {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// A converter that stops at the first byte that is no GB18030.
Converter open_strict() {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open("GB18030", &status));
  if (converter)
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : Converter{};
}

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

/// Everyday hanzi (GB2312 level 1), punctuation and full-width forms make up nearly all of any Chinese text; other
/// encodings that happen to be valid scatter over the rest.
bool reads_as_chinese(std::string_view bytes) {
  std::size_t everyday = 0, all = 0;
  for (std::size_t at = 0; at < bytes.size(); ++all) {
    auto const lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      ++at;
      --all;
      continue;
    }
    auto const trail = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0;
    bool const row = (lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3);
    everyday += row && trail >= 0xA1 ? 1 : 0;
    at += trail >= 0x30 && trail <= 0x39 ? 4 : 2;
  }
  return all > 0 && everyday * 10 >= all * 6;
}

} // namespace

WideResult decode_gb18030(SourceText& source) {
  auto const converter = open_strict();
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
  bool const cut_off = status == U_TRUNCATED_CHAR_FOUND;
  if ((U_FAILURE(status) && !cut_off) || !reads_as_chinese(source.bytes.substr(0, stopped)))
    return {U_FAILURE(status) ? stopped : 0, {}};
  source.decoded = std::move(out);
  source.encoding = "GB18030";
  return {{}, cut_off ? std::optional(stopped) : std::nullopt};
}

} // namespace jixiao
