#include "recognition/fused/turns.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition::fused;

namespace {

/// text [run] text
std::string turns(std::string_view stretch) {
  std::string out;
  for (auto const& turn : turns_of(stretch))
    out += (out.empty() ? "" : " ") + (turn.run ? "[" + std::string(turn.text) + "]" : std::string(turn.text));
  return out;
}

} // namespace

TEST_CASE("words and runs take turns") {
  CHECK(turns("").empty());
  CHECK(turns("更换路灯") == "更换路灯");
  CHECK(turns("更换路灯≥80盏15") == "更换路灯 [≥80盏15]");
  CHECK(turns("更换路灯 80盏 巡查 12次") == "更换路灯 [80盏] 巡查 [12次]");
}

TEST_CASE("a run in brackets is of the text, and a bracket that closes nothing does not count") {
  CHECK(turns("更换路灯(2期)80盏") == "更换路灯(2期) [80盏]");
  CHECK(turns("一）更换路灯（2期）80盏") == "一）更换路灯（2期） [80盏]");
}

TEST_CASE("words that are a result by themselves part a text") {
  CHECK(turns("达成预期指标") == "达成预期指标");
  CHECK(turns("巡查12次达成预期指标更换路灯80盏") == "巡查 [12次] 达成预期指标 更换路灯 [80盏]");
  CHECK(turns("部分达成预期指标") == "部分达成预期指标");
}
