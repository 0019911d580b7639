#include "recognition/fused/record_marks.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition::fused;

namespace {

/// The marks of a stretch, a bar behind each.
std::string marks(std::string_view stretch) {
  std::string out;
  for (auto const& mark : find_marks(stretch))
    out += std::string(stretch.substr(mark.begin, mark.end - mark.begin)) + "|";
  return out;
}

} // namespace

TEST_CASE("indicators are numbered from 1, and anew in another group") {
  CHECK(marks("").empty());
  CHECK(marks("更换路灯80盏").empty());
  CHECK(marks("指标1更换路灯80盏") == "指标1|");
  CHECK(marks("指标1更换路灯80盏指标2巡查12%指标3") == "指标1|指标2|指标3|");
  CHECK(marks("任务1:巡查12次55") == "任务1:|");
}

TEST_CASE("of the digits behind only as many as the number has are of the mark") {
  CHECK(marks("指标12021年完成") == "指标1|");
  CHECK(marks("指标2021年完成").empty());
}

TEST_CASE("before a colon stands any number") {
  CHECK(marks("更换路灯80盏2020指标2:") == "指标2:|");
  CHECK(marks("指标1：指标2：") == "指标1：|指标2：|");
}

TEST_CASE("words of a name are no mark") { CHECK(marks("完成指标1项20").empty()); }
