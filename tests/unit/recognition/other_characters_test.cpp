#include "recognition/other_characters.hpp"

#include <doctest/doctest.h>

using jixiao::recognition::in_simplified;

TEST_CASE("plain text is left as it is") {
  CHECK(!in_simplified(""));
  CHECK(!in_simplified("项目名称"));
  CHECK(!in_simplified("执行率(B/A)"));
  CHECK(!in_simplified("预算数(A)"));
  CHECK(!in_simplified("abc(xyz)"));
}

TEST_CASE("traditional characters of labels are written as simplified ones") {
  CHECK(in_simplified("項目名稱") == "项目名称");
  CHECK(in_simplified("績效目標申報表") == "绩效目标申报表");
  CHECK(in_simplified("資金總額(萬元)") == "资金总额(万元)");
}

TEST_CASE("readings behind a character go") {
  CHECK(in_simplified("項(xiàng)目") == "项目");
  CHECK(in_simplified("产(chǎn)出指标") == "产出指标");
  CHECK(in_simplified("项(xiàng") == std::nullopt);
}
