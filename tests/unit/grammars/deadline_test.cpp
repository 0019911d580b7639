#include "grammars/deadline.hpp"

#include "corpus.hpp"

using namespace jixiao::grammars;

TEST_CASE("deadlines") {
  test::check_corpus("deadline", [](std::string_view text) { return is_deadline(text) ? "deadline" : "no match"; });
}
