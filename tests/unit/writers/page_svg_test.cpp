#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include <cmath>
#include <string>

using namespace jixiao;

TEST_CASE("a page is drawn with what took its words and cells") {
  InspectedPage page{3, 100, 50.005F, {{{0, 0, 100, 0}, 0.5F}}, {}, {}};
  page.cells.push_back({"项目名称", "label", {0, 0, 50, 25}});
  page.cells.push_back({"", "", {50, 0, 100, 25}});
  page.words.push_back({"项目名称", "label", {1, 5, 41, 15}});
  page.words.push_back({"a<b>&\"c\"", "/forms/0/project_name", {51, 5, 90, 15}});
  page.words.push_back({"\x01\xEF\xBF\xBF", "", {51, 30, 52, 40}});
  page.words.push_back({"第3页", "furniture", {51, 40, 52, 45}});
  auto const svg = render_svg(page);
  CHECK(svg == render_svg(page));

  pugi::xml_document document;
  REQUIRE(document.load_buffer(svg.data(), svg.size()));
  auto const root = document.child("svg");
  CHECK(std::string(root.attribute("viewBox").value()) == "0 0 100 50.01");
  CHECK(std::string(root.find_child_by_attribute("text", "class", "value").text().get()) == "a<b>&\"c\"");
  CHECK(root.find_child_by_attribute("text", "class", "unclaimed"));
  CHECK(root.find_child_by_attribute("text", "class", "furniture"));
  CHECK(root.find_child_by_attribute("rect", "class", "label"));
  CHECK_FALSE(root.find_child_by_attribute("rect", "class", "unclaimed"));
}

TEST_CASE("numbers that no page has are drawn as nothing") {
  InspectedPage page{1, std::nanf(""), INFINITY, {}, {}, {}};
  page.words.push_back({"字", "", {0, 0, 0, 0}});
  CHECK(render_svg(page).find("nan") == std::string::npos);
  CHECK(render_svg(page).find("inf") == std::string::npos);
}
