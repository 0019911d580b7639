#include "restore/fold_records.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace jixiao;

namespace {

using enum ColumnKind;

constexpr std::array columns = {level1, level2, name, target};

/// The columns of lines written as "1" and "2" (labels of the levels), "5" (a quantity), "x" (a text) and "-" (an empty
/// line); a plus sign for a line that goes on the cell before it.
std::string fold(std::string_view lines, std::span<ColumnKind const> of = columns) {
  std::vector<LineCell> cells;
  for (char const c : lines)
    cells.push_back({c == '-', c == '1', c == '2', c == '5'});
  std::string places;
  for (auto const& place : fold_records(cells, of).places)
    places += place.goes_on ? '+' : static_cast<char>('0' + place.column);
  return places;
}

} // namespace

TEST_CASE("rows of as many lines as there are columns") {
  CHECK(fold("").empty());
  CHECK(fold("12xx") == "0123");
  CHECK(fold("12xx-2xx--xx12xx") == "0123012301230123");
}

TEST_CASE("a side column is empty in each row") {
  constexpr std::array sided = {side, level1, level2, name, target};
  CHECK(fold("-12xx---xx", sided) == "0123401234");
}

TEST_CASE("a cell of several paragraphs goes on") {
  CHECK(fold("12xx5-2xx") == "012+30123");
  CHECK(fold("12x5x-2x5") == "0123+0123");
  CHECK(fold("12xx-2xx512xx") == "0123012+30123");
}

TEST_CASE("groups of a local taxonomy and empty values") {
  CHECK(fold("1xxx12xx") == "01230123");
  CHECK(fold("12x-12xx") == "01230123");
}

TEST_CASE("what stands below the table is no part of it") {
  CHECK(fold("12xx-2xx-x") == "01230123");
  CHECK(fold("12xx--") == "0123");
}

TEST_CASE("nothing where no row is whole") {
  CHECK(fold("12x").empty());
  CHECK(fold("xxxxx").empty());
}
