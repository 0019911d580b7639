#include "recognition/fused/table.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition;
using namespace jixiao::recognition::fused;

namespace {

/// The pieces of the cell that a stretch of records becomes below 三级指标 | 指标值 | 分值.
std::string pieces_of(std::string_view stretch, bool begins_line = false) {
  Table table;
  table.header = {{ColumnKind::level3, {}}, {ColumnKind::target, {}}, {ColumnKind::weight, {}}};
  FusedCells cells;
  table.add_records(stretch, cells, 0, begins_line);
  table.finish(cells, 0);
  std::string out;
  for (auto const& piece : cells[0].pieces)
    out += (out.empty() ? "" : "|") + std::string(piece.text);
  return out;
}

} // namespace

TEST_CASE("points beside words count in the sum of the others") {
  CHECK(pieces_of("更换路灯80盏90出行条件显著改善10") == "更换路灯|80盏|90|出行条件|显著改善|10");
}

TEST_CASE("a number beside words that is no amount of points stays out of the sum") {
  std::string const large = "出行条件显著改善999999999999999999";
  CHECK(pieces_of(large + large + large + "更换路灯80盏100").ends_with("更换路灯|80盏|100"));
}

TEST_CASE("a run without a name is a record, unless it begins a line") {
  CHECK(pieces_of("80盏20") == "80盏|20");
  CHECK(pieces_of("80盏20", true).starts_with("80盏20"));
}
