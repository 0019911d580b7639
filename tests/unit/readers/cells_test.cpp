#include "readers/cells/cells.hpp"

#include "readers/cells/line.hpp"

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
  result.reading = read_cells(result.source, limits, sink);
  return result;
}

using Texts = std::vector<std::string_view>;

Answer identify(std::string_view text) { return identify_cells(text).answer; }

} // namespace

TEST_CASE("a row ends with a blank line, a table with two or with a paragraph") {
  CHECK(read("").reading.blocks.empty());
  auto const result = read("标题\n\t甲\n\t乙\n\n\t丙\n\t丁\n\n\n\t戊\n\t己\n\n尾\n");
  REQUIRE(result.reading.blocks.size() == 4);
  CHECK(result.reading.blocks[0].kind == BlockKind::paragraph);
  CHECK(result.reading.blocks[1].kind == BlockKind::table);
  CHECK(result.reading.blocks[1].row_count == 2);
  CHECK(result.reading.blocks[2].table == 1);
  CHECK(result.cells(0) == Texts{"标题"});
  CHECK(result.cells(1) == Texts{"甲", "乙"});
  CHECK(result.cells(2) == Texts{"丙", "丁"});
  CHECK(result.cells(4) == Texts{"尾"});
  CHECK(result.reading.cells[1].line == 2);
  CHECK(result.reading.cells[1].begin == 8);
}

TEST_CASE("a cell may be blank, with a no-break space or with nothing behind its tab") {
  auto const result = read("\t\u00a0\n\t25%\n\t\n\t50%\n");
  REQUIRE(result.reading.rows.size() == 1);
  CHECK(result.cells(0) == Texts{"\u00a0", "25%", "", "50%"});
}

TEST_CASE("a line without a tab under a cell is its next paragraph") {
  auto const result = read("\t绩效目标\n\t1.建站\n2.巡查\n\t备注\n\n");
  REQUIRE(result.reading.rows.size() == 1);
  CHECK(result.cells(0) == Texts{"绩效目标", "1.建站\n2.巡查", "备注"});
  CHECK(result.reading.cells[1].line == 2);
}

TEST_CASE("a cell goes on behind a tab where a numbered list does") {
  CHECK(read("\t绩效目标\n\t1.建站\n\t2.巡查\n").cells(0) == Texts{"绩效目标", "1.建站\n2.巡查"});
  CHECK(read("\t绩效目标\n\t（一）建站\n\t（二）巡查\n").cells(0) == Texts{"绩效目标", "（一）建站\n（二）巡查"});
  CHECK(read("\t目标\n\t1.建站\n\t1.巡查\n").cells(0) == Texts{"目标", "1.建站", "1.巡查"});
  CHECK(read("\t预算数\n\t1.50\n\t2.50\n").cells(0) == Texts{"预算数", "1.50", "2.50"});
  CHECK(read("\t序号\n\t1.\n\t2.\n").cells(0) == Texts{"序号", "1.", "2."});
}

TEST_CASE("bookmarks are no text, and one begins a paragraph") {
  auto const result = read("\t甲\n\t乙\n[bookmark: _Toc1]2.绩效目标表\n\t丙[bookmark: a]丁\n\t[bookmark: b]戊\n");
  REQUIRE(result.reading.rows.size() == 3);
  CHECK(result.cells(1) == Texts{"2.绩效目标表"});
  CHECK(result.cells(2) == Texts{"丙丁", "戊"});
  CHECK(without_bookmarks("[bookmark: 甲") == "[bookmark: 甲");
  CHECK(without_bookmarks("[bookmark: x][bookmark:y]甲[bookmark:z]") == "甲");
}

TEST_CASE("what is one cell a line") {
  CHECK(identify("\t甲\n\t乙\n\n\t丙\n\t丁\n") == Answer::yes);
  CHECK(identify("标题\r\n\t甲\r\n\t乙\r\n\r\n\t丙\r\n\t丁\r\n") == Answer::yes);
  CHECK(identify("甲\t乙\n丙\t丁\n") == Answer::no);
  CHECK(identify("\t甲\t乙\n\n\t丙\t丁\n") == Answer::no);
  CHECK(identify("\t一段文字。\n\n\t又一段文字。\n\n\t再一段。\n") == Answer::no);
  CHECK(identify("只有文字\n") == Answer::no);
}

TEST_CASE("more cells than the limit are left out") {
  Limits limits;
  limits.cells = 3;
  CHECK(read("\t甲\n\t乙\n\n\t丙\n\t丁\n", limits).reading.cells.size() == 3);
}
