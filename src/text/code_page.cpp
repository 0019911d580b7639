#include "text/code_page.hpp"

#include "text/utf8.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <optional>

namespace jixiao {
namespace {

constexpr unsigned western = 1252, gb18030 = 54936, utf8 = 65001, dos_western = 437;

std::string name_of(unsigned page) {
  switch (page) {
  case gb18030:
    return "GB18030";
  case utf8:
    return "UTF-8";
  case dos_western:
    return "ibm-437";
  default:
    return "windows-" + std::to_string(page);
  }
}

} // namespace

struct CodePages::Converter {
  explicit Converter(unsigned page) {
    UErrorCode error = U_ZERO_ERROR;
    handle = ucnv_open(name_of(page).c_str(), &error);
    if (U_FAILURE(error)) {
      error = U_ZERO_ERROR;
      handle = ucnv_open("windows-1252", &error);
    }
    ucnv_setToUCallBack(handle, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }
  ~Converter() { ucnv_close(handle); }
  Converter(Converter const&) = delete;
  Converter& operator=(Converter const&) = delete;

  /// Nothing when a byte is none of the page's.
  std::optional<std::string> decode(std::string_view bytes) const {
    std::u16string wide(bytes.size() + 1, u'\0');
    UErrorCode error = U_ZERO_ERROR;
    auto const length = ucnv_toUChars(handle, wide.data(), static_cast<std::int32_t>(wide.size()), bytes.data(),
                                      static_cast<std::int32_t>(bytes.size()), &error);
    if (U_FAILURE(error))
      return std::nullopt;
    wide.resize(static_cast<std::size_t>(length));
    std::string text;
    append_utf16(text, wide);
    return text;
  }

  UConverter* handle = nullptr;
};

CodePages::CodePages() = default;
CodePages::~CodePages() = default;

CodePages::Converter& CodePages::converter(unsigned page) {
  auto& found = converters_[page];
  if (!found)
    found = std::make_unique<Converter>(page);
  return *found;
}

std::string CodePages::decode(std::string_view bytes, unsigned page) {
  if (std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(bytes);
  if (auto text = converter(page).decode(bytes))
    return *std::move(text);
  ++damaged_;
  if (auto text = converter(western).decode(bytes))
    return *std::move(text);
  std::string text;
  for (char const c : bytes)
    append_utf8(text, static_cast<unsigned char>(c) < 0x80 ? static_cast<char32_t>(c) : replacement_character);
  return text;
}

} // namespace jixiao
