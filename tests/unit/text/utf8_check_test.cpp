#include "text/utf8_check.hpp"

#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace jixiao;
using namespace std::string_literals;

namespace {

/// What check_utf8 is to find, a character at a time.
std::size_t valid_by_hand(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && utf8_sequence(bytes, at) != 0)
    at += utf8_sequence(bytes, at);
  return at;
}

} // namespace

TEST_CASE("sequences by the rules of Unicode") {
  auto const length = [](std::string_view text) { return utf8_sequence(text, 0); };
  CHECK(length("") == 0);
  CHECK(length("a") == 1);
  CHECK(length("\xC2\x80") == 2);
  CHECK(length("\xE0\xA0\x80") == 3);
  CHECK(length("\xEF\xBF\xBF") == 3);
  CHECK(length("\xF0\x90\x80\x80") == 4);
  CHECK(length("\xF4\x8F\xBF\xBF") == 4);
  for (std::string_view const bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                     "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE4\xB8", "\xE4", "\xE4\xB8g"})
    CHECK(length(bad) == 0);
}

TEST_CASE("every character survives writing and reading") {
  for (char32_t const c : {U'\1', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'一', U'\xFFFD', U'😀', U'\x10FFFF'}) {
    std::string text;
    append_utf8(text, c);
    CHECK(character_at(text, 0).value == c);
    CHECK(character_at(text, 0).length == text.size());
    CHECK(character_before("x" + text, text.size() + 1).value == c);
  }
}

TEST_CASE("the fast pass finds what the slow one does") {
  std::vector<std::string> const pieces = {
      "机房设备", "a", "年度维护完成。",   "12.50\t", "\n",  "\xE0\xA0\x80", "\xED\x9F\xBF", "😀",
      "é",        "“", "plain ascii text", "\x01",    "\0"s, "\x7F",         "\xC2\x85",     "\xC2\x90"};
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    std::size_t controls = 0;
    for (auto n = random() % 14; n > 0; --n) {
      auto const& piece = pieces[random() % pieces.size()];
      text += piece;
      controls += piece == "\x01" || piece == "\0"s || piece == "\x7F" || piece == "\xC2\x90" ? 1 : 0;
    }
    auto const check = check_utf8(text);
    REQUIRE(check.valid == text.size());
    REQUIRE(check.controls.count == controls);
    REQUIRE(check.has_nul == (text.find('\0') != std::string::npos));
    if (text.empty())
      continue;
    text[random() % text.size()] = static_cast<char>(random() & 0xFF);
    REQUIRE(check_utf8(text).valid == valid_by_hand(text));
  }
}

TEST_CASE("a survey tells cut off from damaged") {
  CHECK(survey_utf8("机房\xE7\xBB").cut_off);
  CHECK(survey_utf8("机房\xED").cut_off);
  CHECK(survey_utf8("机房\xF0\x9F\x98").cut_off);
  CHECK(survey_utf8("机房\xF4").cut_off);
  CHECK_FALSE(survey_utf8("机房\xFF").cut_off);
  CHECK_FALSE(survey_utf8("机房\xED\xA0").cut_off);
  CHECK_FALSE(survey_utf8("\xFF机房\xE7\xBB").cut_off);
  CHECK(survey_utf8("\xFF机a房\xE7\xBB").good == 2);
  CHECK(survey_utf8("\xFF机a房\xE7\xBB").bad == 3);
}
