#include "grammars/period.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("periods") {
  test::check_corpus("period", [](std::string_view text) {
    return test::show(match_period(text), [](std::string const& period) { return period; });
  });
}

TEST_CASE("spans of dates") {
  auto const shown = [](std::string_view text) {
    auto const span = match_date_span(text);
    return span ? to_iso(span->first) + " " + to_iso(span->last) : std::string();
  };
  CHECK(shown("2021年3月1日—2021年11月30日") == "2021-03-01 2021-11-30");
  CHECK(shown("2024.02.01-2024.10.20") == "2024-02-01 2024-10-20");
  CHECK(shown("（2023年3月至11月）") == "2023-03 2023-11");
  CHECK(shown("2023年3月1日 -- 12月31日") == "2023-03-01 2023-12-31");
  CHECK(shown("2026.3—2027.10") == "2026-03 2027-10");
  CHECK(shown("起：2026年3月1日 止：2027年10月31日") == "2026-03-01 2027-10-31");
  CHECK(shown("自2026年3月1日起至2026年10月31日止") == "2026-03-01 2026-10-31");
  CHECK(shown("一年（2026年1月1日-12月31日）") == "2026-01-01 2026-12-31");
  CHECK(shown("三年（2026年-2028年）").empty());
  CHECK(shown("起：2026年3月1日").empty());
  CHECK(shown("2026年3月1日 2027年10月31日").empty());
  CHECK(shown("2021年-2023年").empty());
  CHECK(shown("2021年3月1日").empty());
  CHECK(shown("20235-202411").empty());
}
