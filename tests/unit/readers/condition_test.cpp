#include "readers/xlsx/condition.hpp"
#include "readers/xlsx/conditional_formats.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace jixiao;

namespace {

/// Asked of B3, for which the formula was written, in a sheet of these texts by row and column.
std::optional<bool> ask(std::string_view formula, std::map<std::pair<unsigned, unsigned>, ShownValue> const& sheet) {
  auto const at = [&](std::uint32_t row, std::uint32_t column) {
    auto const found = sheet.find({row, column});
    return found == sheet.end() ? std::nullopt : std::optional(found->second);
  };
  return holds(formula, {2, 1, 2, 1}, at);
}

std::optional<bool> of(std::string_view formula, std::string_view own, bool is_text = false) {
  return ask(formula, {{{2, 1}, {std::string(own), is_text}}});
}

} // namespace

TEST_CASE("comparisons of the cell itself") {
  CHECK(of("cell-content()=0", "0.00") == true);
  CHECK(of("cell-content()=0", "0.00", true) == false);
  CHECK(of("B3=0", "") == true);
  CHECK(of("B3=\"\"", "") == true);
  CHECK(of("=B3>=1,000", "1,250") == std::nullopt);
  CHECK(of("B3>=1000", "1,250") == true);
  CHECK(of("B3<95%", "90%") == true);
  CHECK(of("B3<>\"作废\"", "作废", true) == false);
  CHECK(of("B3=-5", "-5") == true);
}

TEST_CASE("functions") {
  CHECK(of("NOT(ISERROR(SEARCH(\"ab\",B3)))", "xAb", true) == true);
  CHECK(of("ISERROR(B3)", "#N/A") == true);
  CHECK(of("LEN(TRIM(B3))=0", " ") == true);
  CHECK(of("LEFT(B3,2)=\"作废\"", "作废了", true) == true);
  CHECK(of("RIGHT(B3,9)=\"了\"", "了", true) == true);
  CHECK(of("AND(B3>1,OR(B3<5,FALSE))", "3") == true);
  CHECK(of("TRUE", "x") == true);
}

TEST_CASE("other places, and what is not known") {
  CHECK(ask("$D3=\"完成\"", {{{2, 3}, {"完成", true}}}) == true);
  CHECK(ask("C$9=\"完成\"", {{{8, 2}, {"完成", true}}}) == true);
  CHECK(of("D4=1", "1") == std::nullopt);
  CHECK(of("COUNTIF(B:B,B3)>1", "1") == std::nullopt);
  CHECK(of("B3=", "1") == std::nullopt);
  CHECK(of("B3=1)", "1") == std::nullopt);
  CHECK(of("", "1") == std::nullopt);
  CHECK(of(std::string(600, '('), "1") == std::nullopt);
}

TEST_CASE("what rules say with one or two operands") {
  CHECK(comparison_formula("equal", "0", "") == "cell-content()=(0)");
  CHECK(of(comparison_formula("between", "1", "5"), "3") == true);
  CHECK(of(comparison_formula("notBetween", "1", "5"), "3") == false);
  CHECK(comparison_formula("top10", "1", "").empty());
}
