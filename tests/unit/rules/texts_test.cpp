#include "rules/texts.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("an index of texts counts what each has in common with another") {
  std::vector<Pairs> const names = {pairs_of("山塘水库维修养护"), pairs_of("村级水库巡查"), {}, pairs_of("图书采购")};
  PairIndex const index(names);
  for (auto const* text : {"巡查水库大坝，维修养护山塘", "采购图书三千册，图书采购验收", "", "abc 123"}) {
    auto const pairs = pairs_of(text);
    auto const found = index.common_with(pairs);
    REQUIRE(found.size() == names.size());
    for (std::size_t name = 0; name < names.size(); ++name)
      CHECK(found[name] == common(names[name], pairs));
  }
}
