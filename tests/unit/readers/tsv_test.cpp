#include "readers/tsv/tsv.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;
  std::vector<Diagnostic> findings;

  bool reports(Code code) const { return findings.size() == 1 && findings[0].code == code; }

  std::vector<std::string_view> cells(std::size_t row) const {
    std::vector<std::string_view> texts;
    for (auto const& cell : reading.cells_of(reading.rows.at(row)))
      texts.push_back(cell.text);
    return texts;
  }
};

Result read(std::string text, Limits const& limits = {}) {
  text.reserve(32); // never a short string: views into it survive a move
  Result result{std::move(text), {}, {}, {}};
  DiagnosticSink sink;
  result.source = decode(result.text, sink);
  result.reading = read_tsv(result.source, limits, sink);
  result.findings = sink.take();
  return result;
}

using Texts = std::vector<std::string_view>;

} // namespace

TEST_CASE("nothing, one line, many lines") {
  CHECK(read("").reading.blocks.empty());
  CHECK(read("\n \n\u3000\n").reading.blocks.empty());

  auto const one = read("绩效目标表");
  REQUIRE(one.reading.blocks.size() == 1);
  CHECK(one.reading.blocks[0].kind == BlockKind::paragraph);
  CHECK(one.reading.blocks[0].page == 0);
  CHECK(one.cells(0) == Texts{"绩效目标表"});

  auto const many = read("标题\n\na\tb\nc\t\td\n\n尾\ne\tf");
  REQUIRE(many.reading.blocks.size() == 4);
  CHECK(many.reading.blocks[1].kind == BlockKind::table);
  CHECK(many.reading.blocks[1].row_count == 2);
  CHECK(many.reading.blocks[1].table == 0);
  CHECK(many.reading.blocks[3].table == 1);
  CHECK(many.cells(2) == Texts{"c", "", "d"});
  CHECK(many.cells(4) == Texts{"e", "f"});
  CHECK(many.reading.cells.back().line == 7);
  CHECK(many.reading.cells.back().x == 1);
  CHECK(many.reading.rows.back().block == 3);
}

TEST_CASE("cells keep their raw text") {
  auto const result = read(" a \t<b>x</b>\t\n--\t---\t:--:\n\t\t\n");
  CHECK(result.cells(0) == Texts{" a ", "<b>x</b>", ""});
  CHECK(result.cells(1) == Texts{"--", "---", ":--:"});
  CHECK(result.cells(2) == Texts{"", "", ""});
  CHECK(result.reading.blocks.size() == 1);
}

TEST_CASE("line ends of all kinds") {
  for (std::string const end : {"\n", "\r\n", "\r", "\v", "\u2028", "\u2029"}) {
    auto const result = read("a\tb" + end + "c\td" + end + end + "e\tf" + end);
    REQUIRE(result.reading.blocks.size() == 2);
    CHECK(result.reading.blocks[0].row_count == 2);
    CHECK(result.cells(1) == Texts{"c", "d"});
    CHECK(result.reading.cells[4].line == (end[0] == '\n' || end[0] == '\r' ? 4 : 1));
  }
  CHECK(read("a“b”c\t…").cells(0) == Texts{"a“b”c", "…"});
  CHECK(read("a\r\r\nb").reading.cells.back().line == 3);
}

TEST_CASE("of lines with tabs a vertical tab or a line separator ends none") {
  for (std::string const end : {"\v", "\u2028", "\u2029"}) {
    auto const result = read("a" + end + "b\tc" + end + "d\ne\tf\n");
    REQUIRE(result.reading.rows.size() == 2);
    CHECK(result.cells(0) == Texts{"a" + end + "b", "c" + end + "d"});
    CHECK(read("a" + end + "b\nc\td\n").reading.rows.size() == 3);
  }
}

TEST_CASE("a form feed turns the page and ends the table") {
  auto const result = read("a\tb\n\fc\td\f\fe");
  REQUIRE(result.reading.blocks.size() == 3);
  CHECK(result.reading.blocks[0].page == 1);
  CHECK(result.reading.blocks[1].page == 2);
  CHECK(result.reading.blocks[2].page == 4);
}

TEST_CASE("a line that is too long is left out") {
  Limits limits;
  limits.line_bytes = 20;
  auto const result = read("a\tb\n" + std::string(21, 'x') + "\t\nc\td\n" + std::string(20, 'y'), limits);
  REQUIRE(result.reports(Code::line_too_long));
  CHECK(result.findings[0].at.line == 2);
  CHECK(result.findings[0].at.begin == 4);
  CHECK(result.findings[0].at.end == 26);
  REQUIRE(result.reading.rows.size() == 3);
  CHECK(result.cells(1) == Texts{"c", "d"});
}

TEST_CASE("a row of a million cells keeps the first ones") {
  auto const result = read(std::string(999'999, '\t') + "\nx\ty");
  REQUIRE(result.reports(Code::row_too_wide));
  CHECK(result.findings[0].arguments[0].value == "4096");
  CHECK(result.findings[0].at.begin == 4096);
  CHECK(result.reading.rows[0].cell_count == 4096);
  CHECK(result.cells(1) == Texts{"x", "y"});

  Limits limits;
  limits.cells_in_row = 1'000'000;
  CHECK(read(std::string(999'999, '\t'), limits).reading.rows[0].cell_count == 65'535);
}

TEST_CASE("cells beyond the limit are left out") {
  Limits limits;
  limits.cells = 4;
  auto const result = read("a\tb\nc\td\n\n", limits);
  CHECK(result.findings.empty());
  auto const more = read("a\tb\nc\td\te\nf\tg\n", limits);
  REQUIRE(more.reports(Code::too_many_cells));
  CHECK(more.reading.cells.size() == 4);
  CHECK(more.reading.rows.size() == 2);
  CHECK(read("a\tb\tc\td\ne", limits).reports(Code::too_many_cells));
}

TEST_CASE("identification") {
  CHECK(identify_tsv("a\tb").answer == Answer::yes);
  CHECK(identify_tsv("a b").answer == Answer::unsure);
  CHECK(identify_tsv(std::string(100, '\0')).answer == Answer::no);
}

TEST_CASE("every cell lies in the text, in order, and rows and blocks cover them all") {
  std::vector<std::string> const pieces = {"机房", "a",  "\t",     "\t", "\n", "\r", "\r\n",
                                           "\f",   "\v", "\u2028", "“",  " ",  "😀"};
  std::mt19937 random(11);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n)
      text += pieces[random() % pieces.size()];
    Limits limits;
    limits.cells_in_row = 3;
    limits.cells = 15;
    limits.line_bytes = 30;
    auto const result = read(text, limits);
    std::size_t end = 0, cells = 0, rows = 0;
    for (auto const& cell : result.reading.cells) {
      REQUIRE(cell.begin >= end);
      REQUIRE(cell.end >= cell.begin);
      REQUIRE(cell.end <= text.size());
      REQUIRE(cell.text == std::string_view(result.text).substr(cell.begin, cell.end - cell.begin));
      REQUIRE(cell.text.find_first_of("\t\n\r\f") == std::string_view::npos);
      end = cell.end;
    }
    for (auto const& row : result.reading.rows) {
      REQUIRE(row.first_cell == cells);
      REQUIRE(row.cell_count > 0);
      cells += row.cell_count;
    }
    for (auto const& block : result.reading.blocks) {
      REQUIRE(block.first_row == rows);
      rows += block.row_count;
    }
    REQUIRE(cells == result.reading.cells.size());
    REQUIRE(rows == result.reading.rows.size());
  }
}
