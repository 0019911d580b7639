#include "repairs/align.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace jixiao;

namespace {

using enum CellLook;
using Places = std::vector<std::int32_t>;

/// Level 1, level 2, name and value side by side behind a side label.
std::vector<AlignColumn> const declaration{
    {1, FieldId::level1}, {2, FieldId::level2}, {3, FieldId::level3}, {4, FieldId::target}};

Alignment place(std::vector<AlignCell> const& cells, std::vector<AlignColumn> const& columns = declaration) {
  return align(cells, columns);
}

} // namespace

TEST_CASE("no cells, no columns") {
  CHECK(place({}).column_of.empty());
  CHECK(place({{1, words}}, {}).column_of == Places{-1});
}

TEST_CASE("a row in place costs nothing and is sure") {
  auto const row = place({{1, level1}, {2, level2}, {3, words}, {4, quantity}});
  CHECK(row.column_of == Places{0, 1, 2, 3});
  CHECK(row.cost == doctest::Approx(0));
  CHECK(row.margin > 3);
  CHECK(place({{3, words}, {4, quantity}}).column_of == Places{2, 3});
  CHECK(place({{2, level2}, {3, words}, {4, deadline}}).column_of == Places{1, 2, 3});
}

TEST_CASE("a row that slid as a whole") {
  for (std::int32_t const slide : {-2, -1, 1, 2, 3}) {
    CAPTURE(slide);
    CHECK(place({{1 + slide, level1}, {2 + slide, level2}, {3 + slide, words}, {4 + slide, quantity}}).column_of ==
          Places{0, 1, 2, 3});
    CHECK(place({{3 + slide, words}, {4 + slide, quantity}}).column_of == Places{2, 3});
  }
}

TEST_CASE("only the name slid, only the texts did") {
  CHECK(place({{2, words}, {4, quantity}}).column_of == Places{2, 3});
  CHECK(place({{1, words}, {4, quantity}}).column_of == Places{2, 3});
  CHECK(place({{1, level1}, {2, level2}, {4, words}, {5, quantity}}).column_of == Places{0, 1, 2, 3});
}

TEST_CASE("labels in each other's columns") {
  auto const row = place({{1, level2}, {3, words}, {4, quantity}}).column_of;
  CHECK(row[0] != 0);
  CHECK(row[1] == 2);
  CHECK(row[2] == 3);
  CHECK(place({{2, level1}, {3, level2}, {4, words}, {5, quantity}}).column_of == Places{0, 1, 2, 3});
}

TEST_CASE("a label too many has no column; a text is not given up for it") {
  auto const row = place({{1, level2}, {2, level2}, {3, words}, {4, quantity}});
  CHECK(row.column_of[2] == 2);
  CHECK(row.column_of[3] == 3);
  CHECK((row.column_of[0] < 0 || row.column_of[1] < 0));
}

TEST_CASE("a value that is no name stays a value, wherever it stands") {
  CHECK(place({{4, quantity}}).column_of == Places{3});
  CHECK(place({{3, deadline}}).column_of == Places{3});
  CHECK(place({{3, quantity}}).column_of == Places{3});
}

TEST_CASE("a lone text under the value's header is doubtful") {
  auto const row = place({{4, words}});
  REQUIRE(row.doubtful == 0);
  CHECK(row.margin < 1);
  CHECK(row.doubtful_column >= 0);
  CHECK(row.doubtful_column != row.column_of[0]);
}

TEST_CASE("numbers go to number columns") {
  std::vector<AlignColumn> const evaluation{{1, FieldId::level1}, {2, FieldId::level2}, {3, FieldId::level3},
                                            {4, FieldId::target}, {5, FieldId::actual}, {6, FieldId::weight},
                                            {7, FieldId::score},  {8, FieldId::remark}};
  CHECK(place({{3, words}, {4, quantity}, {5, quantity}, {6, number}, {7, number}}, evaluation).column_of ==
        Places{2, 3, 4, 5, 6});
  CHECK(place({{2, words}, {3, quantity}, {4, quantity}, {5, number}, {6, number}}, evaluation).column_of ==
        Places{2, 3, 4, 5, 6});
  CHECK(place({{3, words}, {4, quantity}, {5, quantity}, {6, number}, {7, number}, {8, long_words}}, evaluation)
            .column_of == Places{2, 3, 4, 5, 6, 7});
}
