#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

TEST_CASE("an empty page") {
  ReadPage const read("");
  CHECK(read.page.rows.empty());
  CHECK(read.page.cells.empty());
}

TEST_CASE("blank cells are left out, and counted in the width") {
  ReadPage const read("项目名称 | 湿地监测 | |\n | | \n | 主管部门");
  REQUIRE(read.page.rows.size() == 3);
  CHECK(read.page.rows[0].width == 4);
  REQUIRE(read.page.row(0).size() == 2);
  CHECK(read.page.row(1).empty());
  REQUIRE(read.page.row(2).size() == 1);
  CHECK(read.page.row(2)[0].x == 1);
  CHECK(read.page.text(read.page.row(0)[1]) == "湿地监测");
}

TEST_CASE("a cell's use is that in the form asked for") {
  ReadPage const read("项目名称 | 湿地监测 | 其他资金 | 绩效指标");
  auto const declaration = read.form("shanghai-declaration");
  auto const cells = read.page.row(0);
  REQUIRE(find_use(read.page, cells[0], declaration, LabelRole::pair) != nullptr);
  CHECK(find_use(read.page, cells[0], declaration, LabelRole::pair)->rule->destination->field == FieldId::project_name);
  CHECK(find_use(read.page, cells[1], declaration, LabelRole::pair) == nullptr);
  CHECK(find_use(read.page, cells[2], declaration, LabelRole::pair) != nullptr);
  CHECK(find_use(read.page, cells[2], declaration, LabelRole::column) == nullptr);
  CHECK(find_use(read.page, cells[2], read.form("shanghai-self-evaluation"), LabelRole::matrix_row) != nullptr);
  CHECK(find_use(read.page, cells[3], declaration, LabelRole::side) != nullptr);
}
