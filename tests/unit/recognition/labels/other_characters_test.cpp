#include "recognition/labels/other_characters.hpp"

#include <doctest/doctest.h>

using jixiao::recognition::in_simplified;
using jixiao::recognition::SimplifiedLine;

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

TEST_CASE("parts of a line written in simplified characters lead back to what is printed") {
  SimplifiedLine const line("2022年度項(xiàng)目名稱水質(zhì)監(jiān)測（cè）甲");
  CHECK(line.text() == "2022年度项目名称水质监测甲");
  CHECK(line.as_printed(line.text()) == "2022年度項(xiàng)目名稱水質(zhì)監(jiān)測（cè）甲");
  CHECK(line.as_printed(line.text().substr(10, 12)) == "項(xiàng)目名稱");
  CHECK(line.as_printed(line.text().substr(22, 12)) == "水質(zhì)監(jiān)測（cè）");
  CHECK(line.as_printed(line.text().substr(line.text().size())).empty());
  CHECK(line.as_printed("一级指标") == "一级指标");
}

TEST_CASE("a line in simplified characters is its own") {
  CHECK(SimplifiedLine("").text().empty());
  SimplifiedLine const line("执行率(B/A)项目");
  CHECK(line.text() == "执行率(B/A)项目");
  CHECK(line.as_printed(line.text().substr(9)) == "(B/A)项目");
}
