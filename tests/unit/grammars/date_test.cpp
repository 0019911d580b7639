#include "grammars/date.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("dates") {
  test::check_corpus("date", [](std::string_view text) { return test::show(match_date(text), to_iso); });
}

TEST_CASE("a date at the start of a text leaves the rest") {
  auto const match = match_leading_date("2025.01-2026.12");
  REQUIRE(match);
  CHECK_EQ(match.length, 7);
  CHECK_EQ(to_iso(*match), "2025-01");
  CHECK_EQ(match_leading_date("2025-01-2025-12").length, 7);
}
