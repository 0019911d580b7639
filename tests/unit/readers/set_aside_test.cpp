#include "readers/page/set_aside.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace jixiao;

namespace {

constexpr PageLimits limits;
constexpr float size = 10;

/// A text of ten points whose box begins here; its middle is 5 below.
PageModel& write(PageModel& page, std::u32string_view text, float x, float y, bool white = false) {
  for (auto const c : text) {
    PageGlyph glyph{c, x, x + size, y, y + size, size};
    glyph.white = white;
    page.glyphs.push_back(glyph);
    x += size;
  }
  return page;
}

std::u32string text_of(std::vector<PageGlyph> const& glyphs) {
  std::u32string text;
  for (auto const& glyph : glyphs)
    text += glyph.character;
  return text;
}

} // namespace

TEST_CASE("a line as long as a text and through its middle strikes it, and is no rule of a table") {
  PageModel page;
  write(page, U"旧名称新名称", 100, 200);
  add_stroke(page, limits, 100, 206, 130, 206, 0.5F, 0);
  set_aside(page);
  CHECK(text_of(page.struck) == U"旧名称");
  CHECK(text_of(page.glyphs) == U"新名称");
  CHECK(page.rules.empty());
}

TEST_CASE("a line through a text may reach beyond it where it ends at no side of a cell") {
  for (bool const has_side : {false, true}) {
    PageModel page;
    write(page, U"旧名称", 100, 200);
    add_stroke(page, limits, 96, 206, 137, 206, 0.5F, 0);
    if (has_side)
      add_stroke(page, limits, 96, 190, 96, 220, 0.5F, 0);
    set_aside(page);
    CHECK(page.struck.empty() == has_side);
  }
}

TEST_CASE("lines under texts, between rows and over a whole table strike nothing; what underlines a text is no rule") {
  struct Case {
    float from, to, y;
    std::size_t rules;
  };
  for (auto const& [from, to, y, rules] : {Case{100, 160, 211, 0}, {90, 300, 205, 1}, {100, 160, 199, 1}}) {
    PageModel page;
    write(page, U"项目名称甲乙", 100, 200);
    add_stroke(page, limits, from, y, to, y, 0.5F, 0);
    set_aside(page);
    CHECK(page.struck.empty());
    CHECK(page.rules.size() == rules);
  }
}

TEST_CASE("a line as long as the text above it underlines it, and is no side of a cell") {
  PageModel page;
  write(page, U"项目名称甲乙", 100, 200);
  add_stroke(page, limits, 100, 211, 130, 211, 0.5F, 0);
  add_stroke(page, limits, 130, 211, 160, 211, 0.5F, 0);
  set_aside(page);
  CHECK(page.struck.empty());
  CHECK(page.rules.empty());
}

TEST_CASE("a line between lines down is a side of a cell, though its text fills it") {
  PageModel page;
  write(page, U"项目名称甲乙", 100, 200);
  for (auto const x : {100.F, 160.F})
    add_stroke(page, limits, x, 190, x, 230, 0.5F, 0);
  add_stroke(page, limits, 100, 211, 160, 211, 0.5F, 0);
  set_aside(page);
  CHECK(page.rules.size() == 3);
}

TEST_CASE("white text is lost on white, and seen on an area or a picture") {
  PageModel page;
  write(write(page, U"看见", 100, 200, true), U"看不见", 300, 200, true);
  add_shade(page, limits, {90, 190, 200, 220});
  set_aside(page);
  CHECK(text_of(page.glyphs) == U"看见");
  CHECK(text_of(page.white) == U"看不见");
}

TEST_CASE("of what is cut off only what is seen nowhere else is kept") {
  PageModel page, below;
  write(page, U"第一行", 100, 200);
  page.cut_off = write(write(below, U"第一行", 100, 200), U"第二行", 100, 212).glyphs;
  set_aside(page);
  CHECK(text_of(page.cut_off) == U"第二行");
}

TEST_CASE("thin pictures are lines, but not the strips of a larger one") {
  PageModel page;
  page.width = 595, page.height = 842;
  add_picture(page, {}, {50, 100, 500, 100.5F});
  add_picture(page, {}, {50, 100, 50.5F, 300});
  for (int i = 0; i < 40; ++i)
    add_picture(page, {}, {60, 400 + 2.0F * static_cast<float>(i), 500, 402 + 2.0F * static_cast<float>(i)});
  add_picture(page, {}, {50, 700, 500, 700.5F}, 0xFFFFFF);
  settle_pictures(page, {});
  REQUIRE(page.rules.size() == 2);
  CHECK(page.rules[0].horizontal);
  CHECK_FALSE(page.rules[1].horizontal);
  CHECK(page.thin_pictures.empty());
}
