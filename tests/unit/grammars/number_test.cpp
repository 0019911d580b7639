#include "grammars/number.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("numbers at the start of a text") {
  test::check_corpus("number", [](std::string_view text) {
    auto const match = match_number(text);
    return test::show(match, [&](jixiao::Decimal number) {
      return to_string(number).append(" in ").append(std::to_string(match.length)).append(" bytes");
    });
  });
}
