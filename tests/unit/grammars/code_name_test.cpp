#include "grammars/code_name.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("codes and names") {
  test::check_corpus("code_name", [](std::string_view text) {
    return test::show(match_code_name(text), [](CodeName const& read) {
      return std::string("code [").append(read.code).append("] name [").append(read.name).append("]");
    });
  });
}
