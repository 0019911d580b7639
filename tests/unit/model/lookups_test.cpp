#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace jixiao;

namespace {

Document intact_form() {
  std::ifstream in(JIXIAO_SAMPLES_DIR "/intact_form/input.txt", std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(in), {}};
  return convert({"input.txt", bytes});
}

std::optional<std::uint32_t> line_of(Location const* at) { return at ? at->line : std::nullopt; }

} // namespace

TEST_CASE("an amount is found by its address") {
  auto const document = intact_form();
  auto const& form = document.forms.at(0);
  REQUIRE(form.fund("year.total.budget"));
  CHECK(to_string(*form.fund("year.total.budget")->number) == "360000.00");
  CHECK(!form.fund("year.total.executed"));
  CHECK(!form.fund("year.total"));
  CHECK(!form.fund("year.total.budget.yuan"));
  CHECK(!form.fund(""));
}

TEST_CASE("indicators are found by their group, of either level") {
  auto const document = intact_form();
  auto const& form = document.forms.at(0);
  auto const output = form.indicators_of("产出指标");
  REQUIRE(output.size() == 2);
  CHECK(output[0]->level3 == "检修供水管网长度");
  CHECK(form.indicators_of("质量指标").size() == 1);
  CHECK(form.indicators_of("时效指标").empty());
  CHECK(form.indicators_of("").empty());
}

TEST_CASE("every field has a place") {
  auto const document = intact_form();
  auto const& form = document.forms.at(0);
  CHECK(line_of(form.place_of("project_name")) == 3);
  CHECK(line_of(form.place_of("goals.annual")) == 11);
  CHECK(line_of(form.place_of("funds.year.carryover.budget")) == 8);
  CHECK(line_of(form.place_of("indicators.4.target")) == 17);
  CHECK(!form.place_of("project_code"));
  CHECK(!form.place_of("indicators.5"));
  CHECK(!form.place_of("indicators.x"));
}

TEST_CASE("a JSON Pointer leads to a place") {
  auto const document = intact_form();
  CHECK(line_of(document.place_of("/forms/0")) == 1);
  CHECK(line_of(document.place_of("/forms/0/goals.annual")) == 11);
  CHECK(line_of(document.place_of("/forms/0/funds/0")) == 6);
  CHECK(line_of(document.place_of("/forms/0/funds/0/number")) == 6);
  CHECK(line_of(document.place_of("/forms/0/indicators/0/target/number")) == 13);
  CHECK(line_of(document.place_of("/forms/0/supervising_department/name")) == 4);
  for (auto const* pointer : {"", "/", "/title", "/forms", "/forms/1", "/forms/-1", "/forms/0/nothing/there"})
    CHECK(!document.place_of(pointer));
}
