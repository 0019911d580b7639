#include "grammars/comparators.hpp"

#include "grammars/indicator_value.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::grammars;

TEST_CASE("every comparator of the table compares the number behind it") {
  for (auto const& row : comparators()) {
    INFO(row.text);
    auto const value = read_indicator_value(std::string(row.text) + "90%");
    CHECK_EQ(value.kind, jixiao::ValueKind::quantity);
    CHECK_EQ(value.op, row.bound.op);
    CHECK_EQ(value.unit, "%");
  }
}

TEST_CASE("every bound of the table compares the number before it") {
  for (auto const& row : bounds()) {
    INFO(row.text);
    auto const value = read_indicator_value(std::string("90人") + row.text);
    CHECK_EQ(value.kind, jixiao::ValueKind::quantity);
    CHECK_EQ(value.op, row.bound.op);
    CHECK_EQ(value.unit, "人");
  }
}
