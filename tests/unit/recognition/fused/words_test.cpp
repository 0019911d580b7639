#include "recognition/fused/words.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition::fused;

namespace {

std::string bars(std::vector<std::string_view> const& words) {
  std::string out;
  for (auto const word : words)
    out += (out.empty() ? "" : "|") + std::string(word);
  return out;
}

} // namespace

TEST_CASE("a text is one name where it ends as names do, or in none of their words") {
  CHECK(bars(names_in("支持科技专员下乡")) == "支持科技专员下乡");
  CHECK(bars(names_in("灌溉面积增长率")) == "灌溉面积增长率");
}

TEST_CASE("several names are told where one word ends three of them") {
  CHECK(bars(names_in("支持甲类点项目数量支持乙类点项目数量")).empty());
  CHECK(bars(names_in("支持甲类点项目数量支持乙类点项目数量支持丙类点项目数量支持专员下乡")) ==
        "支持甲类点项目数量|支持乙类点项目数量|支持丙类点项目数量|支持专员下乡");
}

TEST_CASE("several names are told where words that nobody has listed end three of them") {
  CHECK(bars(names_in("甲类岗位人均津贴乙类岗位人均津贴丙类岗位人均津贴")) ==
        "甲类岗位人均津贴|乙类岗位人均津贴|丙类岗位人均津贴");
  CHECK(bars(names_in("甲类岗位人均津贴乙类岗位人均津贴")) == "甲类岗位人均津贴乙类岗位人均津贴");
}

TEST_CASE("a sentence is no name") { CHECK(names_in("雨季延后施工，加强调度").empty()); }

TEST_CASE("an answer ends a question") {
  CHECK(answer_at_end("用水是否明显改善是") == "是");
  CHECK(answer_at_end("用水是否明显改善否") == "否");
  CHECK(answer_at_end("用水明显改善是").empty());
  CHECK(answer_at_end("用水是否").empty());
}

TEST_CASE("two words of results are a target and a result where they part in one way") {
  CHECK(bars(pair_of_words("是基本达到")) == "是|基本达到");
  CHECK(bars(pair_of_words("明显提升良好")) == "明显提升|良好");
  CHECK(bars(pair_of_words("显著提升")).empty());
  CHECK(bars(pair_of_words("路灯提升")).empty());
}

TEST_CASE("a character stands twice where it is a grade") {
  CHECK(half_of_double("高高") == "高");
  CHECK(half_of_double("灯灯").empty());
  CHECK(double_at_end("设备安全性高高") == "高");
  CHECK(double_at_end("设备安全性高").empty());
}
