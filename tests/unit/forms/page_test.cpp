#include "forms/page.hpp"

#include "diagnostics/sink.hpp"
#include "readers/reader.hpp"
#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

TEST_CASE("the texts of a page are its cells that are not blank, row by row") {
  DiagnosticSink sink;
  auto const text = rows("项目名称 | 湿地监测 | |\n | | \n | 主管部门");
  auto const opened = open_input({"test.txt", text}, "tsv", Limits{}, sink);
  auto const page = read_texts(opened.reading);
  REQUIRE(page.rows.size() == 3);
  REQUIRE(page.row(0).size() == 2);
  CHECK(page.text(page.row(0)[1]) == "湿地监测");
  CHECK(page.row(1).empty());
  REQUIRE(page.row(2).size() == 1);
  CHECK(page.text(page.row(2)[0]) == "主管部门");
}

TEST_CASE("a page without rows") {
  Reading const reading;
  CHECK(read_texts(reading).rows.empty());
}
