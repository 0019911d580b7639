#include <jixiao/decimal.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace jixiao;

namespace {

Decimal decimal(std::string_view text) {
  auto const value = parse_decimal(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

std::string printed(std::optional<Decimal> value) { return value ? to_string(*value) : "nothing"; }

} // namespace

TEST_CASE("a decimal keeps its printed digits") {
  for (std::string_view text : {"0", "0.00", "100.00", "-5", "-0.05", "0.1", "1318.42", "999999999999999999",
                                "0.000000000000000001", "-99999999999999999.9"})
    CHECK_EQ(to_string(decimal(text)), text);
}

TEST_CASE("separators of groups of three are read and not printed") {
  CHECK_EQ(to_string(decimal("20,415,086.37")), "20415086.37");
  CHECK_EQ(to_string(decimal("1,234")), "1234");
  CHECK_EQ(to_string(decimal("-12,345")), "-12345");
}

TEST_CASE("what is not wholly a number is none") {
  for (std::string_view text : {"", "-", ".", "5.", ".5", "+5", "1,23", "1,2345", "1234,567", ",123", "1,,234", "1.2.3",
                                "1 ", " 1", "1e5", "５", "--1", "1,234,", "0x1"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text).has_value());
  }
}

TEST_CASE("at most 18 significant digits") {
  CHECK_EQ(to_string(decimal("000000000000000000000012")), "12");
  CHECK_FALSE(parse_decimal("1000000000000000000").has_value());
  CHECK_FALSE(parse_decimal("0.0000000000000000001").has_value());
  CHECK_FALSE(parse_decimal("1.000000000000000000").has_value());
}

TEST_CASE("the scale does not count in comparisons") {
  CHECK(decimal("1.0") == decimal("1.00"));
  CHECK(decimal("-0") == decimal("0.00"));
  CHECK_FALSE(decimal("1") == decimal("1.01"));
  CHECK(decimal("999999999999999999") == decimal("999999999999999999"));
  CHECK(decimal("0.999") < decimal("1"));
  CHECK(decimal("-2") < decimal("-1.99"));
  CHECK_FALSE(decimal("2") < decimal("2.00"));
  CHECK(decimal("0.000000000000000001") < decimal("999999999999999999"));
}

TEST_CASE("sums are exact") {
  CHECK_EQ(printed(add(decimal("0.1"), decimal("0.20"))), "0.30");
  CHECK_EQ(printed(add(decimal("-5"), decimal("5.00"))), "0.00");
  CHECK_EQ(printed(add(decimal("999999999999999999"), decimal("1"))), "nothing");
  CHECK_EQ(printed(add(decimal("999999999999999999"), decimal("0.1"))), "nothing");
}

TEST_CASE("products with powers of ten are exact") {
  CHECK_EQ(printed(times_power_of_ten(decimal("10.00"), 4)), "100000");
  CHECK_EQ(printed(times_power_of_ten(decimal("1.2345"), 4)), "12345");
  CHECK_EQ(printed(times_power_of_ten(decimal("1.23456"), 4)), "12345.6");
  CHECK_EQ(printed(times_power_of_ten(decimal("5"), -4)), "0.0005");
  CHECK_EQ(printed(times_power_of_ten(decimal("0.00"), 30)), "0");
  CHECK_EQ(printed(times_power_of_ten(decimal("5"), 18)), "nothing");
  CHECK_EQ(printed(times_power_of_ten(decimal("5"), -19)), "nothing");
  CHECK_EQ(printed(times_power_of_ten(decimal("5"), 1'000'000)), "nothing");
  CHECK_EQ(printed(times_power_of_ten(decimal("5"), -1'000'000)), "nothing");
}

TEST_CASE("printing and reading again gives the same decimal") {
  std::int64_t coefficient = 1;
  for (int i = 0; i < 5000; ++i) {
    coefficient = (coefficient * 7919 + 104'729) % 1'000'000'000'000'000;
    Decimal const value{i % 2 == 0 ? coefficient : -coefficient, i % 16};
    auto const again = decimal(to_string(value));
    CHECK_EQ(again.coefficient, value.coefficient);
    CHECK_EQ(again.scale, value.scale);
  }
}

TEST_CASE("as a double, for ratios") { CHECK_EQ(to_double(decimal("-12.5")), doctest::Approx(-12.5)); }
