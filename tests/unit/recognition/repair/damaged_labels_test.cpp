#include "recognition/repair/damaged_labels.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

/// The label that the pieces are; empty for none.
std::string found(std::vector<std::string_view> const& pieces) {
  static jixiao::recognition::DamagedLabels const labels(jixiao::recognition::builtin_label_finder());
  return labels.find(pieces).text;
}

} // namespace

TEST_CASE("a character halved, doubled or lost at the cut does not matter") {
  CHECK(found({"三级扌", "旨标"}) == "三级指标");
  CHECK(found({"主管", "管部门"}) == "主管部门");
  CHECK(found({"实施", "位"}) == "实施单位");
  CHECK(found({"全年执行", "一数"}) == "全年执行数");
  CHECK(found({"预", "i期目标"}) == "预期目标");
  CHECK(found({"年度资", "总额"}) == "年度资金总额");
  CHECK(found({"偏差原因分", "及改进措施"}) == "偏差原因分析及改进措施");
}

TEST_CASE("其中： and a bracket may stand around the label") {
  CHECK(found({"其中：贝", "才政拨款"}) == "财政拨款");
  CHECK(found({"项目资", "（万元）"}) == "");
  jixiao::recognition::DamagedLabels const labels(jixiao::recognition::builtin_label_finder());
  std::vector<std::string_view> const pieces{"项目资", "金（万元）"};
  CHECK(labels.find(pieces).annotation == "万元");
}

TEST_CASE("little left of a label, or a text that nobody prints as one, is none") {
  CHECK(found({"主", "门"}) == "");
  CHECK(found({"修剪行道", "树数量"}) == "");
  CHECK(found({"三级指标"}) == "");
  CHECK(found({}) == "");
}
