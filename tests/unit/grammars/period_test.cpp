#include "grammars/period.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("periods") {
  test::check_corpus("period", [](std::string_view text) {
    return test::show(match_period(text), [](std::string const& period) { return period; });
  });
}
