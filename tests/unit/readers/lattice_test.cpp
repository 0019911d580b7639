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
  Drawing& text(float y, float from, float to) {
    for (auto x = from; x + 10 <= to; x += 10)
      page.glyphs.push_back({U'文', x, x + 10, y - 8, y + 2, 10, static_cast<std::uint32_t>(page.glyphs.size())});
    return *this;
  }
  std::vector<Lattice> tables(std::vector<float> const& known = {}) const { return find_lattices(page, known).tables; }
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

TEST_CASE("a line that begins at the last one across it closes a column that has no line of its own") {
  auto const table = Drawing().box(100, 50, 200, 90).down(150, 50, 90).across(70, 50, 100).tables();
  REQUIRE(table.size() == 1);
  CHECK(table[0].xs == std::vector<float>{50, 100, 150, 200});
}

TEST_CASE("a line as high as a table is a side of it, though lines end the rows between them") {
  auto const rows = [] { return Drawing().box(100, 50, 200, 90).down(150, 50, 90).across(70, 100, 200); };
  CHECK(rows().down(70, 50, 90).tables()[0].xs.front() == 70);
  CHECK(rows().down(70, 20, 120).tables()[0].xs.front() == 100);
}

namespace {

/// Rows of three texts, with lines between them alone; the first text stands in the first two rows of each three.
Drawing ruled_rows(int count) {
  Drawing drawing;
  for (int i = 0; i < count; ++i) {
    auto const y = 100 + 20 * static_cast<float>(i);
    drawing.across(y, 50, 350).text(y + 13, 160, 220).text(y + 13, 260, 300);
    drawing.text(y + 13, 60, 100);
  }
  return drawing.across(100 + 20 * static_cast<float>(count), 50, 350);
}

} // namespace

TEST_CASE("lines between rows alone: white between texts shows the columns") {
  auto const tables = ruled_rows(6).tables();
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].unruled);
  CHECK(tables[0].rows() == 6);
  CHECK(tables[0].columns() == 3);
  CHECK(tables[0].cells.size() == 18);
}

TEST_CASE("lines between rows alone: what reaches over columns is one cell, and so are rows that no line parts") {
  auto drawing = ruled_rows(6);
  drawing.text(233, 60, 330).across(240, 50, 350).across(260, 140, 350).text(255, 160, 220).text(255, 260, 300);
  drawing.text(275, 160, 220).text(275, 260, 300).text(265, 60, 100).across(280, 50, 350);
  auto const table = drawing.tables().at(0);
  CHECK(table.rows() == 9);
  CHECK(table.cells[table.find(200, 230)].x_span == 3);
  CHECK(table.cells[table.find(70, 250)].y_span == 2);
  CHECK(table.cells[table.find(200, 250)].y_span == 1);
}

TEST_CASE("a few lines, or lines of which the texts stand in no columns, are no table") {
  CHECK(ruled_rows(3).tables().empty());
  Drawing letter;
  for (float y = 100; y < 300; y += 20)
    letter.across(y, 50, 350).text(y + 13, 60, 340);
  CHECK(letter.tables().empty());
}

TEST_CASE("characters without a height stand on lines of their own") {
  auto drawing = ruled_rows(6);
  for (auto& glyph : drawing.page.glyphs)
    glyph.y0 = glyph.y1 = glyph.middle_y();
  CHECK(drawing.tables().size() == 1);
}

TEST_CASE("columns go on on the next page, where few rows are enough") {
  std::vector<float> const known = ruled_rows(6).tables()[0].xs;
  CHECK(ruled_rows(2).tables(known).at(0).xs == known);
  CHECK(ruled_rows(2).tables({40, 90, 400}).empty());
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
