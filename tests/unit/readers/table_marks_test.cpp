#include "readers/table_marks/table_marks.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;

  std::vector<std::string_view> cells(std::size_t row) const {
    std::vector<std::string_view> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      texts.push_back(cell.text);
    return texts;
  }
};

Result read(std::string text, Limits const& limits = {}) {
  text.reserve(32); // never a short string: views into it survive a move
  Result result{std::move(text), {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_table_marks(result.source, limits, sink);
  return result;
}

using Texts = std::vector<std::string_view>;

std::string const wrapped = "标题\n\n甲\t乙\t丙\n\n\t丁\t戊\n\n\n\n一个不短的目标\n\n庚\t辛\t壬\n\n";

} // namespace

TEST_CASE("a text without tabs is paragraphs") {
  CHECK(read("").reading.blocks.empty());
  CHECK(read("甲\n\n乙\n").reading.blocks.size() == 2);
}

TEST_CASE("two marks are a line end, be they of a row or of an empty cell") {
  auto const result = read(wrapped);
  REQUIRE(result.reading.rows.size() == 5);
  CHECK(result.reading.blocks.size() == 2);
  CHECK(result.cells(1) == Texts{"甲", "乙", "丙"});
  CHECK(result.cells(2) == Texts{"", "丁", "戊"});
  CHECK(result.cells(3) == Texts{"", "", "一个不短的目标"});
  CHECK(result.cells(4) == Texts{"庚", "辛", "壬"});
}

TEST_CASE("line ends that are not doubled are read alike") {
  auto const result = read("甲\t乙\t丙\n\t丁\t戊\n\n一个不短的目标\n庚\t辛\t壬\n");
  REQUIRE(result.reading.rows.size() == 4);
  CHECK(result.cells(2) == Texts{"", "", "一个不短的目标"});
}

TEST_CASE("pieces of a label at the left are one cell") {
  auto const result = read("甲\t乙\t丙\n丁\t戊\t己\n项目\n绩效\n目标\t庚\t辛\n壬\t癸\t子\n");
  REQUIRE(result.reading.rows.size() == 4);
  CHECK(result.cells(2) == Texts{"项目\n绩效\n目标", "庚", "辛"});
}

TEST_CASE("a line that was wrapped goes on, behind the tab or space that stood at its end") {
  std::string const cell = "这一个单元格的文字长到一行放不下还要再长一些";
  auto const result =
      read("甲\t乙\t丙\n\n丁\t" + cell + "\n" + cell + "\n\n戊\t己\t庚\n\n辛\t壬\t癸\n\n子\t丑\t寅\n\n");
  REQUIRE(result.reading.rows.size() == 5);
  CHECK(result.cells(1) == Texts{"丁", cell, cell});
}

TEST_CASE("identification asks for rows with blank lines between") {
  CHECK(identify_table_marks("甲\n\n乙\n").answer == Answer::no);
  CHECK(identify_table_marks("甲\t乙\n丙\t丁\n戊\t己\n庚\t辛\n").answer == Answer::no);
  CHECK(identify_table_marks("甲\t乙\n\n丙\t丁\n\n戊\t己\n\n庚\t辛\n\n").answer == Answer::yes);
}

TEST_CASE("a text behind more tabs than a table has columns is not lost") {
  auto const result = read("甲" + std::string(90, '\t') + "乙\n\n丙\t丁\n\n戊\t己\n\n");
  REQUIRE(!result.reading.rows.empty());
  CHECK(result.cells(0).front() == "甲");
  CHECK(result.cells(0).back().starts_with("乙"));
}
