#include "readers/lattice/lattice.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace jixiao;

namespace {

constexpr PageLimits limits;

struct Drawing {
  PageModel page{.number = 1, .width = 595, .height = 842};

  Drawing& across(float y, float from, float to) {
    add_stroke(page, limits, from, y, to, y, 0.5F, 0);
    return *this;
  }
  Drawing& down(float x, float from, float to) {
    add_stroke(page, limits, x, from, x, to, 0.5F, 0);
    return *this;
  }
  Drawing& box(float x0, float y0, float x1, float y1) {
    return across(y0, x0, x1).across(y1, x0, x1).down(x0, y0, y1).down(x1, y0, y1);
  }
  std::vector<Lattice> tables() const { return find_lattices(page).tables; }
};

/// "x,y wide x high" of each cell.
std::string show(Lattice const& table) {
  std::string out;
  for (auto const& cell : table.cells)
    out += (out.empty() ? "" : " ") + std::to_string(cell.x) + ',' + std::to_string(cell.y) + ' ' +
           std::to_string(cell.x_span) + 'x' + std::to_string(cell.y_span);
  return out;
}

std::string only(Drawing const& drawing) {
  auto const tables = drawing.tables();
  return tables.size() == 1 ? show(tables[0]) : std::to_string(tables.size()) + " tables";
}

} // namespace

TEST_CASE("lines make no table by themselves") {
  CHECK(Drawing().tables().empty());
  CHECK(Drawing().across(100, 50, 300).tables().empty());
  CHECK(Drawing().across(100, 50, 300).across(120, 50, 300).tables().empty());
  CHECK(Drawing().box(50, 50, 300, 300).tables().empty());
}

TEST_CASE("cells are what lines enclose, with what they span") {
  CHECK(only(Drawing().box(50, 50, 150, 90).down(100, 50, 90)) == "0,0 1x1 1,0 1x1");
  CHECK(only(Drawing().box(50, 50, 150, 90).across(70, 50, 150)) == "0,0 1x1 0,1 1x1");
  CHECK(only(Drawing().box(50, 50, 150, 90).down(100, 70, 90).across(70, 50, 150)) == "0,0 2x1 0,1 1x1 1,1 1x1");
  CHECK(only(Drawing().box(50, 50, 150, 90).down(100, 50, 90).across(70, 100, 150)) == "0,0 1x2 1,0 1x1 1,1 1x1");
}

TEST_CASE("a line in pieces is one line, and a double line too") {
  auto dashed = Drawing().box(50, 50, 150, 90);
  for (float y = 50; y < 90; y += 8)
    dashed.down(100, y, y + 4);
  CHECK(only(dashed) == "0,0 1x1 1,0 1x1");
  CHECK(only(Drawing().box(50, 50, 150, 90).down(100, 50, 70).down(100.4F, 70, 90)) == "0,0 1x1 1,0 1x1");
  CHECK(only(Drawing().box(50, 50, 150, 90).down(100, 50, 90).down(102, 50, 90)) == "0,0 1x1 1,0 1x1");
}

TEST_CASE("thin areas are lines; thick, white and slanted ones are not") {
  auto drawing = Drawing().box(50, 50, 150, 90);
  CHECK(add_fill(drawing.page, limits, {99.8F, 50, 100.2F, 90}, 0));
  CHECK(only(drawing) == "0,0 1x1 1,0 1x1");
  CHECK_FALSE(add_fill(drawing.page, limits, {60, 50, 80, 90}, 0xC0C0C0));
  CHECK(add_fill(drawing.page, limits, {119.8F, 50, 120.2F, 90}, 0xFFFFFF));
  add_stroke(drawing.page, limits, 60, 50, 80, 90, 1, 0);
  CHECK(only(drawing) == "0,0 1x1 1,0 1x1");
}

TEST_CASE("sides that are not drawn are closed where the lines that meet them end") {
  auto const open = Drawing().across(50, 50, 150).across(70, 50, 150).across(90, 50, 150).down(100, 50, 90);
  CHECK(only(open) == "0,0 1x1 1,0 1x1 0,1 1x1 1,1 1x1");
  auto const cut =
      Drawing().across(50, 50, 150).across(70, 50, 150).down(50, 50, 90).down(100, 50, 90).down(150, 50, 90);
  CHECK(only(cut) == "0,0 1x1 1,0 1x1 0,1 1x1 1,1 1x1");
  CHECK(cut.tables()[0].open_bottom);
  CHECK_FALSE(open.tables()[0].open_bottom);
}

TEST_CASE("tables beside each other and in each other are tables of their own") {
  CHECK(Drawing().box(50, 50, 150, 90).down(100, 50, 90).box(200, 50, 300, 90).across(70, 200, 300).tables().size() ==
        2);
  CHECK(Drawing().box(50, 50, 250, 190).down(150, 50, 190).box(60, 60, 120, 90).down(90, 60, 90).tables().size() == 2);
}

TEST_CASE("a place is found in its cell") {
  auto const table = Drawing().box(50, 50, 150, 90).down(100, 70, 90).across(70, 50, 150).tables()[0];
  CHECK(table.find(140, 60) == 0);
  CHECK(table.find(60, 80) == 1);
  CHECK(table.find(140, 80) == 2);
}

TEST_CASE("a page of thousands of separate lines has no tables, and says so") {
  Drawing drawing;
  for (int i = 0; i < 7000; ++i)
    drawing.across(static_cast<float>(i % 700) * 1.3F, static_cast<float>(i / 700) * 50,
                   static_cast<float>(i / 700) * 50 + 20);
  auto const found = find_lattices(drawing.page);
  CHECK(found.tables.empty());
  CHECK(found.too_many_lines);
}
