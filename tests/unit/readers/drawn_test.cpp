#include "readers/lattice/lattice.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace jixiao;

namespace {

/// Texts in the order in which a page draws them, ten points high.
struct Drawn {
  PageModel page{.number = 1, .width = 595, .height = 842};

  Drawn& text(float y, float from, float to) {
    auto const show = static_cast<std::uint32_t>(page.glyphs.size());
    for (auto x = from; x + 10 <= to; x += 10)
      page.glyphs.push_back({U'文', x, x + 10, y - 8, y + 2, 10, show});
    return *this;
  }
  Drawn& words(float y, float from, std::u32string_view words) {
    auto const show = static_cast<std::uint32_t>(page.glyphs.size());
    for (auto const character : words) {
      page.glyphs.push_back({character, from, from + 10, y - 8, y + 2, 10, show});
      from += 10;
    }
    return *this;
  }
  /// Two digits, as wide as an ideograph.
  Drawn& number(float y, float from) {
    auto const show = static_cast<std::uint32_t>(page.glyphs.size());
    for (auto x = from; x < from + 10; x += 5)
      page.glyphs.push_back({U'2', x, x + 5, y - 8, y + 2, 10, show});
    return *this;
  }
  Drawn& line(float y) {
    add_stroke(page, PageLimits(), 40, y, 300, y, 0.5F, 0);
    return *this;
  }

  /// "x,y wide x high" of each cell of the only table.
  std::string cells() const {
    auto const tables = find_lattices(page).tables;
    if (tables.size() != 1)
      return std::to_string(tables.size()) + " tables";
    std::string out;
    for (auto const& cell : tables[0].cells)
      out += (out.empty() ? "" : " ") + std::to_string(cell.x) + ',' + std::to_string(cell.y) + ' ' +
             std::to_string(cell.x_span) + 'x' + std::to_string(cell.y_span);
    return out;
  }
};

constexpr char merged[] = "0,0 1x2 1,0 1x1 2,0 1x1 1,1 1x1 2,1 1x1 0,2 1x1 1,2 1x1 2,2 1x1";

/// A label in the middle of two rows, and a text of two lines.
Drawn in_the_middle() {
  Drawn page;
  page.text(110, 50, 90).text(100, 120, 180).text(100, 220, 250).text(120, 120, 160).text(120, 220, 250);
  return page.text(150, 50, 90).text(144, 120, 200).text(156, 120, 180).text(150, 220, 250);
}

} // namespace

TEST_CASE("where no line is drawn, texts drawn cell by cell tell the cells") {
  CHECK(in_the_middle().cells() == merged);
}

TEST_CASE("a label beside a text of its line is no line of what stands above; lines that make one label are") {
  Drawn page;
  page.words(100, 50, U"项目名称").text(100, 150, 210);
  page.words(124, 50, U"三、总体目标").words(136, 50, U"年度目标").text(136, 150, 210);
  page.words(160, 50, U"主管部门").words(172, 50, U"及代码").text(166, 150, 210);
  CHECK(page.cells() == "0,0 1x1 1,0 1x1 0,1 1x1 1,1 1x1 0,2 1x1 1,2 1x1 0,3 1x1 1,3 1x1");
}

TEST_CASE("numbers evenly beside each other are no text that is spread over a cell") {
  Drawn page;
  for (float y = 100; y < 200; y += 30)
    page.text(y, 50, 90).number(y, 120).number(y, 156).number(y, 192);
  CHECK(page.cells() ==
        "0,0 1x1 1,0 1x1 2,0 1x1 3,0 1x1 0,1 1x1 1,1 1x1 2,1 1x1 3,1 1x1 0,2 1x1 1,2 1x1 2,2 1x1 3,2 1x1 "
        "0,3 1x1 1,3 1x1 2,3 1x1 3,3 1x1");
}

TEST_CASE("lines around groups of rows part no rows within them") {
  CHECK(in_the_middle().line(90).line(132).line(165).cells() == merged);
}

TEST_CASE("texts under the tops of their cells") {
  Drawn page;
  page.text(100, 50, 90).text(100, 120, 180).text(100, 220, 250).text(120, 120, 160).text(120, 220, 250);
  page.text(150, 50, 90).text(150, 120, 200).text(162, 120, 180).text(150, 220, 250);
  page.text(180, 50, 90).text(180, 120, 200).text(192, 120, 180).text(180, 220, 250);
  CHECK(page.cells() == std::string(merged) + " 0,3 1x1 1,3 1x1 2,3 1x1");
}

TEST_CASE("texts drawn line by line tell nothing of cells") {
  Drawn page;
  page.text(100, 120, 180).text(100, 220, 250).text(110, 50, 90).text(120, 120, 160).text(120, 220, 250);
  page.text(144, 120, 200).text(150, 50, 90).text(150, 220, 250).text(156, 120, 180);
  CHECK(page.cells() == "0 tables");
}
