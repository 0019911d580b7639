#include "text/clean.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace jixiao;

namespace {

std::string value(std::string_view text) { return clean_value(text); }
std::string prose(std::string_view text) { return clean_prose(text); }

/// Clean text that has nothing to clean.
bool untouched(std::string_view text) { return value(text) == text && prose(text) == text; }

} // namespace

TEST_CASE("empty and plain texts stay as they are") {
  CHECK(untouched(""));
  CHECK(untouched("机"));
  CHECK(untouched("机房设备年度维护"));
  CHECK(untouched("≥90.00(%)"));
  CHECK(untouched("１２"));
  CHECK(untouched("“双减”工作、检查；《办法》①②"));
}

TEST_CASE("white space between Chinese characters goes") {
  CHECK(value("滨江区 委") == "滨江区委");
  CHECK(value("社会  工作") == "社会工作");
  CHECK(value("满意度指\n标") == "满意度指标");
  CHECK(value("维护完成。 二：检查") == "维护完成。二：检查");
  CHECK(value("推进 “三清” 行动") == "推进“三清”行动");
  CHECK(value("资金\u3000用途\u00A0说明\u2028到此") == "资金用途说明到此");
}

TEST_CASE("white space that separates stays as one space") {
  CHECK(untouched("12 月底前"));
  CHECK(untouched("情况, 通过"));
  CHECK(untouched("项目资金 (元)"));
  CHECK(untouched("A B"));
  CHECK(untouched("3 5"));
  CHECK(value("共 \t 3\u3000\u3000台") == "共 3 台");
  CHECK(value("１２　３４") == "１２ ３４");
}

TEST_CASE("padding and invisible characters go") {
  CHECK(value("  机房  ") == "机房");
  CHECK(value("\uFEFF机\u200B房") == "机房");
  CHECK(value(std::string_view("机\0房\x1B\x7F", 9)) == "机房");
  CHECK(value("A\u200BB") == "AB");
  CHECK(value(" \t\u3000\uFEFF") == "");
}

TEST_CASE("line feeds stay in prose only, one for a run") {
  CHECK(prose("一、检查\n二、整改") == "一、检查\n二、整改");
  CHECK(prose("\r\n一、检查 \r\n\r\n 二、整改\n") == "一、检查\n二、整改");
  CHECK(value("check\nrepair") == "check repair");
}

TEST_CASE("tags of known names go") {
  CHECK(value("<b>机房</b>维护") == "机房维护");
  CHECK(value("<b>") == "");
  CHECK(value("<SPAN style=\"color:red\" class='x'>机房</SPAN>") == "机房");
  CHECK(value("机房<img src=a.png/>维护<br/>") == "机房维护");
  CHECK(value("<td>3</td><td>5</td>") == "3 5");
}

TEST_CASE("paragraphs are joined by one line feed") {
  CHECK(value("<p>一、检查</p> <p>二、整改</p>") == "一、检查\n二、整改");
  CHECK(value("检查<br>整改<br/><br>验收") == "检查\n整改\n验收");
  CHECK(value("<ul><li>检查</li>\n<li>整改</li></ul>") == "检查\n整改");
}

TEST_CASE("what is no tag stays") {
  CHECK(untouched("<5"));
  CHECK(untouched("<X项目>"));
  CHECK(untouched("a<b"));
  CHECK(untouched("a<b 且 c>d"));
  CHECK(untouched("<>"));
  CHECK(untouched("</"));
  CHECK(untouched("<《办法》>"));
  CHECK(untouched("<p <"));
}

TEST_CASE("raised and lowered digits stay apart from the number before them") {
  CHECK(value("10<sup>2</sup>") == "10²");
  CHECK(value("10<sup>-12</sup>次") == "10-¹²次");
  CHECK(value("CO<sub>2</sub>2") == "CO₂2");
  CHECK(untouched("10²①"));
}

TEST_CASE("character references count beside tags, or alone") {
  CHECK(value("<p>&lt;5&nbsp;台&#65289;&#x2265;</p>") == "<5 台）≥");
  CHECK(value("&nbsp;") == "");
  CHECK(value("&lt;") == "<");
  CHECK(untouched("A&lt;B"));
  CHECK(untouched("R&D;"));
  CHECK(value("<b>&bogus; &#0; &#xD800; &</b>") == "&bogus; &#0; &#xD800; &");
}

TEST_CASE("radicals become their ideographs") {
  CHECK(value("⾦⾏⽉") == "金行月");
  CHECK(value("⻓⻔⻘⻚⻛⻜⻢⻥⻦⻩⻬⻰⻋⻉⻅⻆") == "长门青页风飞马鱼鸟黄齐龙车贝见角");
  CHECK(value("⼯ 作") == "工作");
  CHECK(untouched("⺀⺮"));
}

TEST_CASE("bytes that are no UTF-8 are safe and stay") {
  CHECK(value("\xFF") == "\xFF");
  CHECK(value(" \xE5\x8F") == "\xE5\x8F");
  CHECK(value("\xE5") == "\xE5");
}

TEST_CASE("blank and trim agree with cleaning") {
  for (std::string_view const text : {"", " ", "\t\u3000\u200B\uFEFF\u00A0\u2003", "\x01\x02"}) {
    CHECK(is_blank(text));
    CHECK(trim(text).empty());
    CHECK(value(text).empty());
  }
  CHECK_FALSE(is_blank(" 机 "));
  CHECK(trim("\u3000 机 房\u00A0\n") == "机 房");
  CHECK(trim("\xFF ") == "\xFF");
}

TEST_CASE("cleaning twice changes nothing") {
  std::vector<std::string_view> const pieces = {
      "机房", "A",  "12", " ",      "\u3000", "\n", "\t", "，",           ", ", "<b>", "</b>", "<p>", "</p>", "<br>",
      "<td>", "⾦", "⻓", "\u200B", "\x01",   "<5", "x>", "<sup>2</sup>", "“",  "”",   "¥",    "😀",   "\xFF"};
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n)
      text += pieces[random() % pieces.size()];
    auto const once = prose(text);
    REQUIRE(prose(once) == once);
    // A value's line feeds come from paragraphs, which are gone the second time.
    REQUIRE(prose(value(text)) == value(text));
    REQUIRE(value(text).empty() == value(once).empty());
  }
}

TEST_CASE("cells of a table in a cell stay apart") {
  CHECK(clean_value("季度\x1D长度") == "季度 长度");
  CHECK(clean_value("一季度\x1D"
                    "10\x1D\n二季度") == "一季度 10 二季度");
  CHECK(prose("一季度\x1D"
              "10\x1D\n二季度") == "一季度 10\n二季度");
}
