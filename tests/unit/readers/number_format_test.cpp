#include "readers/number_format/number_format.hpp"

#include "tests/unit/grammars/corpus.hpp"

#include <string>

using namespace jixiao;

namespace {

std::string shown(std::string_view number, std::string_view code, bool epoch_1904 = false) {
  return format_number(number, parse_number_format(code), epoch_1904);
}

std::string shown_text(std::string_view text, std::string_view code) {
  return format_text(text, parse_number_format(code));
}

} // namespace

TEST_CASE("numbers as a person sees them") {
  auto const cases = grammars::test::read_corpus(JIXIAO_TEST_DIR "/unit/readers/number_format.corpus.txt");
  CHECK(cases.size() > 90);
  for (auto const& entry : cases) {
    auto const line_end = std::min(entry.input.find('\n'), entry.input.size());
    auto const code = entry.input.substr(std::min(line_end + 1, entry.input.size()));
    INFO(entry.title << ": " << entry.input);
    CHECK_EQ("|" + shown(entry.input.substr(0, line_end), code) + "|", entry.expected);
  }
}

TEST_CASE("dates since 1904") {
  CHECK(shown("0", "yyyy/m/d", true) == "1904/1/1");
  CHECK(shown("44255", "yyyy/m/d aaa", true) == "2025/3/1 六");
  CHECK(shown("2957004", "yyyy/m/d", true) == "2957004");
}

TEST_CASE("texts in a format") {
  CHECK(shown_text("甲", "General") == "甲");
  CHECK(shown_text("甲", "@") == "甲");
  CHECK(shown_text("甲", "0.00;-0.00;0;@\"级\"") == "甲级");
  CHECK(shown_text("甲", builtin_number_format(44)) == "甲");
  CHECK(shown_text("甲", ";;;") == "甲");
}

TEST_CASE("built-in formats") {
  CHECK(builtin_number_format(9) == "0%");
  CHECK(builtin_number_format(14) == "yyyy/m/d");
  CHECK(builtin_number_format(23).empty());
  CHECK(builtin_number_format(164).empty());
  for (unsigned id = 0; id < 60; ++id)
    CHECK(shown("45717.5", builtin_number_format(id)).size() > 1);
}

TEST_CASE("a long code costs no more than its length") {
  CHECK(shown("1", std::string(1'000'000, '0')).size() <= 1024);
  CHECK(shown("1", std::string(1'000'000, '[')) == "1");
  CHECK(shown(std::string(100'000, '9'), "0").size() == 100'000);
  CHECK(shown("1", std::string(1023, '0') + "亩").back() == '1'); // nor is it cut inside a character
}

TEST_CASE("thousands that a format leaves out") {
  auto const leaves_out = [](std::string_view code) {
    return leaves_out_thousands("86000", parse_number_format(code));
  };
  CHECK(leaves_out("#,##0.00,"));
  CHECK(leaves_out("0.0,,"));
  CHECK_FALSE(leaves_out("#,##0.00"));
  CHECK_FALSE(leaves_out("0.0,\"千元\""));
  CHECK_FALSE(leaves_out("0!.0,\"万\""));
  CHECK_FALSE(leaves_out("General"));
}
