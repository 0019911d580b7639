#include "text/clean.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::string fold(std::string_view text) {
  std::string buffer;
  return std::string(fold_label(text, buffer));
}

} // namespace

TEST_CASE("labels fold to one key") {
  CHECK(fold("") == "");
  CHECK(fold("项目名称") == "项目名称");
  CHECK(fold(" 项 目\u3000名\u00A0称\n") == "项目名称");
  CHECK(fold("项目资金 （元）：") == "项目资金(元)");
  CHECK(fold("项目资金【元】:") == "项目资金(元)");
  CHECK(fold("项目资金[元]") == fold("项目资金〔元〕"));
  CHECK(fold("其中：财政资金") == "其中:财政资金");
  CHECK(fold("执行率（％）") == "执行率(%)");
  CHECK(fold("ＡＢ１２") == "AB12");
  CHECK(fold("⾦额") == "金额");
}

TEST_CASE("labels lose tags, references to spaces, and control characters") {
  CHECK(fold("<b>一级</b><br>指标") == "一级指标");
  CHECK(fold("一级&nbsp;指标") == "一级指标");
  CHECK(fold("一级\x01指\uFEFF标") == "一级指标");
  CHECK(fold("<5&D") == "<5&D");
}

TEST_CASE("only a colon at the end goes") {
  CHECK(fold("单位:万元") == "单位:万元");
  CHECK(fold("单位： ") == "单位");
  CHECK(fold("：") == "");
}

TEST_CASE("one buffer serves many labels") {
  std::string buffer = "已有：";
  auto const first = std::string(fold_label("项目 名称：", buffer));
  auto const second = std::string(fold_label("：", buffer));
  CHECK(first == "项目名称");
  CHECK(second == "");
  CHECK(buffer == "已有：项目名称");
}

TEST_CASE("folding twice changes nothing") {
  for (std::string_view const text : {"项 目（元）：：", "<b>⾦</b>", "【a】[b]", "\xFF\xE5"})
    CHECK(fold(fold(text)) == fold(text));
}
