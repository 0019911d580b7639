#include "readers/page/beside.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

constexpr float width = 595, height = 842;

TableEdges edges(std::vector<float> xs, std::vector<float> ys, std::u32string lead) {
  return {std::move(xs), std::move(ys), width, height, std::move(lead)};
}

std::vector<float> rows(float first, float step, int count) {
  std::vector<float> ys;
  for (int i = 0; i <= count; ++i)
    ys.push_back(first + static_cast<float>(i) * step);
  return ys;
}

TEST_CASE("further columns of a sheet stand beside the first ones") {
  auto const first = edges({50, 200, 500}, rows(100, 20, 12), U"项目名称");
  CHECK(stands_beside(first, first, edges({50, 300}, rows(100, 20, 12), U"实施单位")));
  CHECK(stands_beside(first, first, edges({50, 300}, rows(100, 20, 12), U"")));
}

TEST_CASE("tables in the middle of their pages begin at other places; pages that are known to go on need few rows") {
  auto const first = edges({50, 200, 545}, rows(100, 20, 12), U"项目名称");
  CHECK(stands_beside(first, first, edges({197, 398}, rows(100, 20, 12), U"")));
  CHECK_FALSE(stands_beside(first, first, edges({197, 300}, rows(100, 20, 12), U"")));
  auto const last = edges({50, 200, 500}, rows(100, 20, 2), U"");
  CHECK_FALSE(stands_beside(last, last, edges({50, 300}, rows(100, 20, 2), U"")));
  CHECK(stands_beside(last, last, edges({50, 300}, rows(100, 20, 2), U""), true));
}

TEST_CASE("another form, a column that had room and other rows are no further columns") {
  auto const first = edges({50, 200, 500}, rows(100, 20, 12), U"项目名称");
  CHECK_FALSE(stands_beside(first, first, edges({50, 200, 500}, rows(100, 20, 12), U"主管部门")));
  CHECK_FALSE(stands_beside(first, first, edges({50, 300, 500}, rows(100, 20, 12), U"项目名称")));
  CHECK_FALSE(stands_beside(first, first, edges({50, 90, 200}, rows(100, 20, 12), U"实施单位")));
  CHECK_FALSE(stands_beside(first, first, edges({50, 300}, rows(100, 25, 12), U"实施单位")));
  CHECK_FALSE(stands_beside(first, first, edges({50, 300}, rows(100, 20, 11), U"实施单位")));
}

TEST_CASE("a table that goes on below, on a full page, does not stand beside") {
  auto const full = edges({50, 200, 350, 500}, rows(60, 20, 36), U"");
  CHECK_FALSE(has_room_below(full));
  CHECK_FALSE(stands_beside(full, full, edges({50, 200, 500}, rows(60, 20, 36), U"")));
}

} // namespace
