#include "writers/excerpt.hpp"

#include "text/clean.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

Location at(std::uint32_t line, std::optional<std::uint32_t> column = {}) {
  Location out;
  out.line = line;
  out.column = column;
  return out;
}

/// Row and caret line, as a terminal shows them.
std::string shown(std::string_view line, std::string_view about, int width = 80) {
  auto const begin = line.find(about);
  REQUIRE(begin != line.npos);
  auto const out = excerpt({line, begin, begin + about.size(), true}, width);
  return out.row + '\n' + std::string(static_cast<std::size_t>(out.caret_column), ' ') +
         std::string(static_cast<std::size_t>(out.caret_width), '^');
}

} // namespace

TEST_CASE("lines are numbered as the readers have it, and parted by page ends") {
  LineIndex const lines("a\nb\r\nc\rd\ve\ff\u2028g\u2029\n\nz");
  std::string found;
  for (std::uint32_t line = 1; auto const place = lines.find(at(line), true); ++line)
    found += std::string(place->line) + '.';
  CHECK(found == "a.b.c.d..z.");
  auto in_bytes = [&](std::uint64_t begin) {
    auto place = at(4, 1);
    place.begin = begin, place.end = begin + 1;
    return std::string(lines.find(place, true)->line);
  };
  CHECK(in_bytes(7) == "d");
  CHECK(in_bytes(9) == "e");
  CHECK(in_bytes(11) == "f");
  CHECK(in_bytes(15) == "g");
  CHECK(LineIndex("\f二").find(at(1, 1), false)->line == "二");
  CHECK_FALSE(lines.find(at(0), true));
  CHECK_FALSE(lines.find({}, true));
}

TEST_CASE("an empty text has one line, and a line end another behind it") {
  CHECK(LineIndex("").find(at(1), true)->line.empty());
  CHECK_FALSE(LineIndex("").find(at(2), true));
  CHECK(LineIndex("a\n").find(at(2), true)->line.empty());
}

TEST_CASE("a place is a column of characters, as long as its bytes or to the end of the cell") {
  LineIndex const lines("项目\t绩效目标\tx");
  auto place = lines.find(at(1, 4), false);
  REQUIRE(place);
  CHECK(place->line.substr(place->begin, place->end - place->begin) == "绩效目标");
  auto two = at(1, 4);
  two.begin = 7;
  two.end = 13;
  place = lines.find(two, true);
  CHECK(place->line.substr(place->begin, place->end - place->begin) == "绩效");
  two.end = 1000;
  CHECK(lines.find(two, true)->end == std::string_view("项目\t绩效目标\tx").size());
  two.end = 0;
  CHECK(lines.find(two, true)->end == 7);
  CHECK(lines.find(at(1, 1000), false)->begin == std::string_view("项目\t绩效目标\tx").size());
  CHECK_FALSE(lines.find(at(1), false)->exact);
}

TEST_CASE("the caret stands under the characters, wide ones taking two cells") {
  CHECK(shown("abc", "b") == "abc\n ^");
  CHECK(shown("项目\tab", "ab") == "项目 │ ab\n       ^^");
  CHECK(shown("ab\t项目\tc", "项目") == "ab │ 项目 │ c\n     ^^^^");
  CHECK(shown("é\tx", "x") == "é │ x\n    ^");
  CHECK(shown("", "") == "\n^");
}

TEST_CASE("empty cells at the end leave no blanks") { CHECK(shown("a\t\t", "a") == "a │  │\n^"); }

TEST_CASE("control characters never reach the terminal") {
  CHECK(shown("\x1b[31mred\u202E", "red") == "�[31mred�\n     ^^^");
}

TEST_CASE("long rows are cut around the place") {
  std::string const left(100, 'l'), right(100, 'r');
  CHECK(shown(left + "x", "x", 20) == "…" + std::string(19, 'l') + "x\n" + std::string(20, ' ') + "^");
  CHECK(shown("x" + right, "x", 20) == "x" + std::string(19, 'r') + "…\n^");
  CHECK(shown(left + "x" + right, "x", 21) ==
        "…" + std::string(7, 'l') + "x" + std::string(13, 'r') + "…\n" + std::string(8, ' ') + "^");
}

TEST_CASE("a cut never splits a character, and the caret never leaves the row") {
  std::string line;
  for (int i = 0; i < 100; ++i)
    line += "绩";
  for (int width = 1; width < 40; ++width)
    for (std::size_t begin = 0; begin < line.size(); begin += 33) {
      auto const out = excerpt({line, begin, line.size(), true}, width);
      CHECK(out.row.find("�") == std::string::npos);
      CHECK(out.caret_column + out.caret_width <= display_width(out.row) + 1);
    }
}
