#include "readers/pdf/predefined.hpp"

#include "readers/pdf/cmap.hpp"
#include "text/utf8.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace jixiao::pdf {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

char32_t convert(UConverter* converter, std::string_view bytes) {
  std::array<char16_t, 8> out{};
  auto error = U_ZERO_ERROR;
  ucnv_reset(converter);
  auto const length = ucnv_toUChars(converter, out.data(), static_cast<int32_t>(out.size()), bytes.data(),
                                    static_cast<int32_t>(bytes.size()), &error);
  if (U_FAILURE(error) || length < 1 || out[0] == 0xFFFD || out[0] == 0x1A)
    return 0;
  bool const pair = length == 2 && (out[0] & 0xFC00) == 0xD800;
  return pair ? 0x10000 + ((char32_t{out[0]} - 0xD800) << 10) + (char32_t{out[1]} - 0xDC00) : char32_t{out[0]};
}

/// All two-byte codes, converted once: ICU's GB18030 knows all of GBK.
class TwoByteTable {
public:
  TwoByteTable() : characters_(0x10000) {
    auto error = U_ZERO_ERROR;
    std::unique_ptr<UConverter, CloseConverter> const converter(ucnv_open("GB18030", &error));
    if (U_FAILURE(error))
      return;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
        char const bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
        characters_[lead << 8 | trail] = static_cast<char16_t>(convert(converter.get(), {bytes, 2}));
      }
  }

  char32_t operator[](std::size_t code) const { return characters_[code]; }

private:
  std::vector<char16_t> characters_;
};

char32_t four_bytes(std::string_view bytes) {
  auto error = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> const converter(ucnv_open("GB18030", &error));
  return U_FAILURE(error) ? 0 : convert(converter.get(), bytes);
}

CharsetCode read_gbk(std::string_view bytes) {
  static TwoByteTable const table;
  auto const lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80)
    return {lead, 1};
  if (lead == 0x80 || lead == 0xFF || bytes.size() < 2)
    return {lead == 0x80 ? U'€' : U'\0', 1};
  auto const trail = static_cast<unsigned char>(bytes[1]);
  if (trail >= '0' && trail <= '9' && bytes.size() >= 4)
    return {four_bytes(bytes.substr(0, 4)), 4};
  return {table[std::size_t{lead} << 8 | trail], 2};
}

CharsetCode read_utf16(std::string_view bytes) {
  auto const unit = code_of(bytes.substr(0, 2));
  if (bytes.size() < 2)
    return {0, 1};
  if (unit < 0xD800 || unit >= 0xE000)
    return {unit, 2};
  auto const low = bytes.size() >= 4 ? code_of(bytes.substr(2, 2)) : 0;
  if (unit >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
    return {0, 2};
  return {0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), 4};
}

} // namespace

Predefined predefined_cmap(std::string_view name) {
  Predefined map;
  map.vertical = name.ends_with("-V") || name == "V";
  auto const has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
  if (name.starts_with("Identity"))
    map.charset = Charset::identity;
  else if (name.starts_with("Uni"))
    map.charset = has("UTF8") ? Charset::utf8 : has("UTF32") ? Charset::utf32 : Charset::utf16;
  else if (name.starts_with("GB") && has("EUC") && !name.starts_with("GBT"))
    map.charset = Charset::gbk, map.half_width_latin = name.starts_with("GBK-EUC") || name.starts_with("GB-EUC");
  else if (name.starts_with("GBK2K"))
    map.charset = Charset::gbk;
  else
    map.charset = Charset::two_bytes;
  return map;
}

CharsetCode read_code(Charset charset, std::string_view bytes) {
  switch (charset) {
  case Charset::gbk:
    return read_gbk(bytes);
  case Charset::utf16:
    return read_utf16(bytes);
  case Charset::utf8: {
    auto const c = character_at(bytes, 0);
    return {c.value == replacement_character ? 0 : c.value, c.length};
  }
  case Charset::utf32: {
    auto const c = bytes.size() < 4 ? 0 : code_of(bytes);
    return {c < 0x110000 && (c < 0xD800 || c >= 0xE000) ? c : 0, std::min<std::size_t>(bytes.size(), 4)};
  }
  default:
    return {0, std::min<std::size_t>(bytes.size(), 2)};
  }
}

} // namespace jixiao::pdf
