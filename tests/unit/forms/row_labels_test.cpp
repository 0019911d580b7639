#include "forms/row_labels.hpp"
#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// `scope.item` of the amounts on a row of the declaration, left to right.
Lines amounts(std::string_view row, std::int32_t side_x = 0) {
  ReadPage const read(row);
  Lines addresses;
  for (auto const& label : read_row_labels(read.page, 0, read.form("shanghai-declaration"), side_x).all)
    if (label.use->rule->destination && label.use->rule->destination->field == FieldId::funds)
      addresses.push_back(label.use->rule->destination->scope + "." + label.use->rule->destination->item);
  return addresses;
}

} // namespace

TEST_CASE("no label, one, two") {
  CHECK(amounts("湿地监测 | 12.00").empty());
  CHECK(amounts(" | 项目资金总额 | 12.00") == Lines{"project.total"});
  CHECK(amounts(" | 项目资金总额 | 12.00 | 年度资金申请总额 | 8.00") == Lines{"project.total", "year.total"});
}

TEST_CASE("a label in both panels belongs to the one where it stands") {
  CHECK(amounts(" | 其他资金 | 1.00 | 其他资金 | 2.00") == Lines{"project.other", "year.other"});
  CHECK(amounts(" | 其他资金 | | 其他资金 |") == Lines{"project.other", "year.other"});
  CHECK(amounts(" | 其他资金 | 1.00") == Lines{"project.other"});
  CHECK(amounts(" | | | 其他资金 | 2.00") == Lines{"year.other"});
  CHECK(amounts(" | 其中：财政资金 | 1.00 | 其他资金 | 2.00") == Lines{"project.fiscal", "year.other"});
}

TEST_CASE("a label with two roles takes that of its row") {
  ReadPage const read("项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分\n"
                      "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分\n");
  auto const form = read.form("shanghai-self-evaluation");
  auto const matrix = read_row_labels(read.page, 0, form, 0);
  CHECK(matrix.distinct(LabelRole::matrix_column, 0) == 6);
  CHECK_FALSE(matrix.has(LabelRole::column, 1));
  CHECK(matrix.first(LabelRole::side) != nullptr);
  auto const records = read_row_labels(read.page, 1, form, 0);
  CHECK(records.distinct(LabelRole::column, 0) == 7);
  CHECK(records.most_frequent_block(LabelRole::column) == 0);
  CHECK_FALSE(records.most_frequent_block(LabelRole::matrix_column).has_value());
}

TEST_CASE("a repeated label is counted once") {
  ReadPage const read("一级指标 | 一级指标 | 二级指标 | 三级指标");
  auto const labels = read_row_labels(read.page, 0, read.form("shanghai-declaration"), 0);
  CHECK(labels.has(LabelRole::column, 4));
  CHECK(labels.distinct(LabelRole::column, 0) == 3);
}
