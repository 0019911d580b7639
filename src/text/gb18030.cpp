#include "text/decode.hpp"

namespace jixiao {
namespace {

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

/// The same of Big5, whose everyday hanzi (its first level) and punctuation have ranges of their own.
bool reads_as_traditional(std::string_view bytes) {
  std::size_t everyday = 0, all = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const lead = static_cast<unsigned char>(bytes[at]);
    at += lead < 0x80 ? 1 : 2;
    all += lead < 0x80 ? 0 : 1;
    everyday += lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
  }
  constexpr std::size_t fewest = 8;
  return all >= fewest && everyday * 20 >= all * 19;
}

} // namespace

WideResult decode_big5(SourceText& source) {
  auto const end = decode_strictly(source, "Big5");
  if (end.bad || !reads_as_traditional(source.bytes.substr(0, end.cut_off.value_or(source.bytes.size()))))
    return {end.bad.value_or(0), {}};
  source.encoding = "Big5";
  return end;
}

WideResult decode_gb18030(SourceText& source) {
  auto const end = decode_strictly(source, "GB18030");
  bool const cut_off = end.cut_off.has_value();
  auto const stopped = end.bad.value_or(end.cut_off.value_or(source.bytes.size()));
  if (end.bad || !reads_as_chinese(source.bytes.substr(0, stopped)))
    return {end.bad || cut_off ? stopped : 0, {}};
  source.encoding = "GB18030";
  return end;
}

} // namespace jixiao
