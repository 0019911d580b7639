#include "text/source_text.hpp"

#include "diagnostics/sink.hpp"
#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace jixiao;
using namespace std::literals;

namespace {

struct Decoded {
  std::string bytes;
  SourceText source;
  std::vector<Diagnostic> findings;

  bool reports(Code code) const { return findings.size() == 1 && findings[0].code == code; }
};

Decoded read(std::string bytes) {
  Decoded decoded{
      std::move(bytes) + std::string(32, '#'), {}, {}}; // never a short string: views into it survive a move
  DiagnosticSink sink;
  decoded.source = decode(std::string_view(decoded.bytes).substr(0, decoded.bytes.size() - 32), sink);
  decoded.findings = sink.take();
  return decoded;
}

std::string unit(char32_t value, std::size_t size, bool big_endian) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i)
    bytes.push_back(static_cast<char>(value >> 8 * (big_endian ? size - 1 - i : i) & 0xFF));
  return bytes;
}

std::string wide(std::u32string_view text, std::size_t size, bool big_endian) {
  std::string bytes;
  for (char32_t const c : text)
    if (size == 2 && c > 0xFFFF)
      bytes +=
          unit(0xD800 + ((c - 0x10000) >> 10), 2, big_endian) + unit(0xDC00 + ((c - 0x10000) & 0x3FF), 2, big_endian);
    else
      bytes += unit(c, size, big_endian);
  return bytes;
}

// The same text three times: code points, UTF-8, GB18030. It has characters of two and of four bytes.
constexpr std::u32string_view points = U"项目名称\t机房维护𠀀项目\n年度目标：完成㐀台设备更新，验收合格。\n";
constexpr std::string_view utf8 = "项目名称\t机房维护𠀀项目\n年度目标：完成㐀台设备更新，验收合格。\n";
constexpr std::string_view gb18030 =
    "\xCF\xEE\xC4\xBF\xC3\xFB\xB3\xC6\x09\xBB\xFA\xB7\xBF\xCE\xAC\xBB\xA4\x95\x32\x82\x36\xCF\xEE\xC4\xBF\x0A\xC4\xEA"
    "\xB6\xC8\xC4\xBF\xB1\xEA\xA3\xBA\xCD\xEA\xB3\xC9\x81\x39\xEE\x39\xCC\xA8\xC9\xE8\xB1\xB8\xB8\xFC\xD0\xC2\xA3\xAC"
    "\xD1\xE9\xCA\xD5\xBA\xCF\xB8\xF1\xA1\xA3\x0A";

/// Every piece of the source between two offsets is the encoded piece of the text.
template <class Encode> void check_offsets(SourceText const& source, std::size_t mark, Encode const& encode) {
  std::size_t expected = mark;
  for (std::size_t at = 0; at < source.text.size();) {
    REQUIRE(source.source_offset(at) == expected);
    auto const c = character_at(source.text, at);
    expected += encode(c.value).size();
    at += c.length;
  }
  REQUIRE(source.source_offset(source.text.size()) == expected);
  REQUIRE(expected == source.bytes.size());
}

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

} // namespace

TEST_CASE("UTF-8 is a view of the input") {
  auto const decoded = read(std::string(utf8));
  CHECK(decoded.source.encoding == "UTF-8");
  CHECK(decoded.source.text == utf8);
  CHECK(decoded.source.text.data() == decoded.bytes.data());
  CHECK(decoded.findings.empty());
  CHECK(read("").source.encoding == "UTF-8");
  CHECK(read("plain").source.encoding == "UTF-8");
}

TEST_CASE("a byte order mark is no text") {
  auto const decoded = read("\xEF\xBB\xBF" + std::string(utf8));
  CHECK(decoded.source.text == utf8);
  CHECK(decoded.source.source_offset(0) == 3);
  CHECK(decoded.source.source_offset(utf8.size()) == utf8.size() + 3);
  CHECK(read("\xEF\xBB\xBF").source.text.empty());
  CHECK(read("\xEF\xBB\xBF").source.ok());
}

TEST_CASE("UTF-16 and UTF-32 with a byte order mark") {
  for (std::size_t const size : {2U, 4U})
    for (bool const big_endian : {false, true}) {
      auto const encode = [&](char32_t c) { return wide({&c, 1}, size, big_endian); };
      std::u32string long_text(points);
      for (int i = 0; i < 7; ++i)
        long_text += long_text; // beyond several marks
      for (auto const& text : {std::u32string(), std::u32string(U"项"), long_text}) {
        auto const decoded = read(unit(0xFEFF, size, big_endian) + wide(text, size, big_endian));
        CHECK(decoded.findings.empty());
        CHECK(decoded.source.encoding == "UTF-"s + (size == 2 ? "16" : "32") + (big_endian ? "BE" : "LE"));
        check_offsets(decoded.source, size, encode);
      }
      auto const decoded = read(unit(0xFEFF, size, big_endian) + wide(points, size, big_endian));
      CHECK(decoded.source.text == utf8);
    }
}

TEST_CASE("UTF-16 that is cut off or broken") {
  auto const cut = read("\xFF\xFE" + wide(U"项目", 2, false) + "\x10");
  CHECK(cut.source.text == "项目");
  CHECK(cut.reports(Code::truncated_utf8));
  CHECK(cut.findings[0].at.begin == 6);
  CHECK(read("\xFF\xFE" + wide(U"项", 2, false) + "\x40\xD8").reports(Code::truncated_utf8));
  auto const lone = read("\xFF\xFE" + unit(0xDC00, 2, false) + wide(U"项", 2, false));
  CHECK(lone.reports(Code::unknown_encoding));
  CHECK_FALSE(lone.source.ok());
  CHECK(read("\xFF\xFE\0\0"s + unit(0x110000, 4, false)).reports(Code::unknown_encoding));
}

TEST_CASE("GB18030") {
  auto const decoded = read(std::string(gb18030));
  CHECK(decoded.source.encoding == "GB18030");
  CHECK(decoded.source.text == utf8);
  CHECK(decoded.findings.empty());
  auto const encode = [](char32_t c) { return std::string(c == U'𠀀' || c == U'㐀' ? 4 : c < 0x80 ? 1 : 2, '?'); };
  check_offsets(decoded.source, 0, encode);
  auto const longer = read(repeat(gb18030, 300));
  CHECK(longer.source.text == repeat(utf8, 300));
  check_offsets(longer.source, 0, encode);
}

TEST_CASE("a text of one line that has its line ends written out is read by its lines") {
  std::string bytes = "项目名称\\t水库";
  for (int i = 0; i < 8; ++i)
    bytes += "\\n\\u884c \\\"" + std::to_string(i) + "\\\"";
  DiagnosticSink sink;
  auto const source = decode(bytes, sink);
  CHECK(source.text.starts_with("项目名称\t水库\n行 \"0\"\n行"));
  REQUIRE(sink.size() == 1);
  CHECK(sink.kept()[0].code == Code::program_notation);
  CHECK(source.source_offset(source.text.find("行")) == bytes.find("\\u884c"));
  CHECK(source.source_offset(source.text.size()) == bytes.size());
  for (std::string const text : {"<p>\\n\\n\\n\\n\\n\\n\\n\\n\\n", "甲\\n乙", "甲\\n\\n\\n\\n\\n\\n\\n\\n\n乙"}) {
    CAPTURE(text);
    CHECK(decode(text, sink).text == text);
  }
}

TEST_CASE("a short decoded text survives a move") {
  auto decoded = read("\xCF\xEE\xC4\xBF");
  REQUIRE(decoded.source.text == "项目");
  std::vector<SourceText> moved;
  moved.push_back(std::move(decoded.source));
  moved.reserve(100);
  CHECK(moved[0].text == "项目");
  CHECK(moved[0].text.data() == moved[0].decoded.data());
}

TEST_CASE("UTF-8 cut off inside a character is read up to there") {
  for (std::size_t const cut : {1U, 2U}) {
    auto const decoded = read(std::string(utf8.substr(0, 12 + cut - 3)));
    CHECK(decoded.source.encoding == "UTF-8");
    CHECK(decoded.source.text == "项目名");
    CHECK(decoded.reports(Code::truncated_utf8));
    CHECK(decoded.findings[0].arguments[0].value == "9");
  }
  CHECK(read("abc\xE9").reports(Code::truncated_utf8));
}

TEST_CASE("UTF-8 damaged in few places is still UTF-8") {
  auto const good = repeat(utf8, 10);
  auto const decoded = read(good + "\xFF" + good + "\xE9\xA1" + good);
  CHECK(decoded.source.encoding == "UTF-8");
  CHECK(decoded.source.text == good + "\uFFFD" + good + "\uFFFD\uFFFD" + good);
  CHECK(decoded.reports(Code::damaged_utf8));
  CHECK(decoded.findings[0].arguments[0].value == "3");
  CHECK(decoded.findings[0].at.begin == good.size());
  auto const& source = decoded.source;
  CHECK(source.source_offset(good.size() + 3) == good.size() + 1);
  CHECK(source.source_offset(source.text.size()) == source.bytes.size());
  CHECK(source.source_offset(source.text.size() - good.size()) == source.bytes.size() - good.size());
}

TEST_CASE("damaged UTF-8 never passes for GB18030") {
  // Every second character has lost its last byte, which makes pairs that GB18030 knows.
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "项目名称机房维护\xE9\xA1";
  CHECK(read(text).source.encoding != "GB18030");
}

TEST_CASE("UTF-16 and UTF-32 without a byte order mark are told by name") {
  for (std::size_t const size : {2U, 4U})
    for (bool const big_endian : {false, true})
      for (std::u32string_view const text : {U"a"sv, U"项目名称"sv, points, U"plain ascii, 100.00\n"sv}) {
        auto const decoded = read(wide(text, size, big_endian));
        REQUIRE(decoded.reports(Code::encoding_guessed));
        CHECK(decoded.findings.back().arguments[0].value ==
              (size == 2 ? "UTF-16" : "UTF-32") + std::string(big_endian ? "BE" : "LE"));
      }
  CHECK(read(wide(U"项目名称"sv, 2, true)).source.text == "项目名称");
}

TEST_CASE("Big5 is read where it gives everyday Chinese") {
  auto const decoded =
      read("\xB6\xB5\xA5\xD8\xA6\x57\xBA\xD9\xA1\x47\xAA\x65\xB9\x44\xB2\x4D\xB2\x4A\xA4\x75\xB5\x7B\n");
  CHECK(decoded.source.encoding == "Big5");
  CHECK(decoded.source.text.starts_with("項目名稱：河道清淤工程"));
  CHECK(decoded.reports(Code::encoding_guessed));
}

TEST_CASE("what fits nothing is told with the byte") {
  auto const decoded = read("caf\xE9 au lait, \xFF\xFE\xFF");
  CHECK_FALSE(decoded.source.ok());
  CHECK(decoded.reports(Code::unknown_encoding));
  CHECK(decoded.findings[0].at.begin.has_value());
  CHECK(read("\xFF").reports(Code::unknown_encoding));
}

TEST_CASE("control characters are counted once") {
  auto const decoded = read("项目\t名称\r\n机\x01房\0维护\x1B\n"s);
  REQUIRE(decoded.reports(Code::control_characters));
  CHECK(decoded.findings[0].arguments[0].value == "3");
  CHECK(decoded.findings[0].at.line == 2);
  CHECK(decoded.findings[0].at.column == 2);
  CHECK(decoded.findings[0].at.begin == 18);
  CHECK(decoded.source.text.find('\x01') != std::string_view::npos);
  CHECK(read("\t\n\v\f\r ").findings.empty());
  auto const of_two_bytes = read("项\u0080目\n");
  CHECK(of_two_bytes.findings.at(0).at.end == of_two_bytes.findings.at(0).at.begin.value() + 2);
}

TEST_CASE("columns are counted in characters") {
  auto const decoded = read("项目\t名称\r\n机房😀x\ry");
  auto const column = [&](std::string_view piece) { return decoded.source.column(decoded.source.text.find(piece)); };
  CHECK(column("项") == 1);
  CHECK(column("目") == 2);
  CHECK(column("名") == 4);
  CHECK(column("机") == 1);
  CHECK(column("x") == 4);
  CHECK(column("y") == 1);
  CHECK(read(std::string(20'000, 'a')).source.column(19'000) == 0);
  CHECK(read(std::string(20'000, 'a')).source.column(8'000) == 8'001);
}

TEST_CASE("a charset that a page declares counts where the bytes do not tell") {
  auto const big5 = "\xB6\xB5\xA5\xD8\xA6\x57\xBA\xD9\xC1\x5A\xAE\xC4"s; // 項目名稱績效
  auto const page = read("<meta http-equiv=Content-Type content=\"text/html; charset=Big5\"><p>" + big5);
  CHECK(page.source.encoding == "Big5");
  CHECK(page.source.text.ends_with("<p>項目名稱績效"));
  CHECK(page.source.source_offset(page.source.text.size() - 3) == page.bytes.size() - 32 - 2);
  CHECK(page.findings.empty());

  auto const western = read("<META charset='iso-8859-1'><p>&#39033;\x96&#30446;\xB7");
  CHECK(western.source.encoding == "windows-1252");
  CHECK(western.source.text.ends_with("&#39033;–&#30446;·"));
  CHECK(western.source.source_offset(western.source.text.size()) == western.bytes.size() - 32);

  CHECK(read("<meta charset=big5><p>" + std::string(utf8)).source.encoding == "UTF-8");
  CHECK(read("<meta charset=iso-8859-1><p>" + std::string(gb18030)).source.encoding == "GB18030");
  CHECK(read("charset=iso-8859-1 \x96").reports(Code::unknown_encoding));
  CHECK(read("<meta charset=koi8-r>\x96").reports(Code::unknown_encoding));
}

TEST_CASE("text that was encoded twice") {
  std::string twice; // 项目名称 in UTF-8, each byte as a character of windows-1252
  for (char const c : std::string("项目名称"))
    append_utf8(twice, static_cast<unsigned char>(c) == 0x80 ? 0x20AC : static_cast<unsigned char>(c));
  auto const result = read(twice + " x");
  CHECK(result.source.text == "项目名称 x");
  CHECK(result.source.encoding == "UTF-8");
  CHECK(result.reports(Code::encoded_twice));
  CHECK(result.source.source_offset(result.source.text.size()) == twice.size() + 2);
  CHECK_FALSE(read("Ã©tÃ© ÃÃÃÃÃÃÃ").reports(Code::encoded_twice));
}
