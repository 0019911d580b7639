#include "grammars/fiscal_year.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("fiscal years") {
  test::check_corpus("fiscal_year", [](std::string_view text) {
    return test::show(match_fiscal_year(text), [](int year) { return std::to_string(year); });
  });
}
