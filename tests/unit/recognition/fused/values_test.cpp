#include "recognition/fused/values.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition;
using namespace jixiao::recognition::fused;

namespace {

/// The values that a text may begin with, in a column.
std::string values(std::string_view text, ColumnKind kind) {
  std::string out;
  for (auto const& value : values_at(text, {kind, {}}))
    out += (out.empty() ? "" : "|") + std::string(text.substr(0, value.length));
  return out;
}

} // namespace

TEST_CASE("a value ends behind any of its digits, and has its unit behind the last") {
  CHECK(values("", ColumnKind::target).empty());
  CHECK(values("120米10", ColumnKind::target) == "1|12|120米");
  CHECK(values("≥95%10", ColumnKind::target) == "≥9|≥95%");
  CHECK(values("2022年6月底前5", ColumnKind::target) == "2|20|202|2022年6月底前");
}

TEST_CASE("numbers begin with no zero, and commas part threes") {
  CHECK(values("0.5", ColumnKind::weight) == "0|0.5");
  CHECK(values("05", ColumnKind::weight) == "0");
  CHECK(values("1,500", ColumnKind::target) == "1|1,500");
}

TEST_CASE("points are at most 100 and have no unit; a weight may be a share") {
  CHECK(values("1000", ColumnKind::weight) == "1|10|100");
  CHECK(values("10%", ColumnKind::weight) == "1|10%"); // of all points
  CHECK(values("10%", ColumnKind::score) == "1");
  CHECK(values("≥10", ColumnKind::weight).empty());
}
