#include "recognition/pieces/looks.hpp"

#include "recognition/labels/vocabulary_file.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace jixiao::recognition {

namespace {

std::map<std::string_view, Look> const keys = {{"placeholder", Look::placeholder},
                                               {"none", Look::none},
                                               {"direction", Look::direction},
                                               {"nature", Look::nature},
                                               {"tick", Look::tick},
                                               {"likelihood", Look::likelihood},
                                               {"grade", Look::grade},
                                               {"unit", Look::unit},
                                               {"percentage", Look::unit},
                                               {"money", Look::unit}};

} // namespace

TEST_CASE("a word of the vocabulary looks as it says") {
  for (auto const& listed : listed_words("looks.vocab")) {
    auto const word = listed.word, key = listed.key;
    CAPTURE(std::string(word));
    CAPTURE(std::string(key));
    if (key == "offered" || key == "name_end" || key == "label_goes_on" || key == "carries_out" ||
        key == "fourth_level" || key == "says_money" || key == "no_money" || key == "amount_of_year" ||
        key == "offered_name" || key == "count_end")
      continue; // parts of texts
    REQUIRE(keys.contains(key));
    if (word != "万") // 万 is part of amounts, and no unit of its own
      CHECK(look_of(word) == keys.at(key));
  }
}

TEST_CASE("a number with a word has the look of both") {
  CHECK(look_of("98%") == Look::percentage);
  CHECK(look_of("12") == Look::number);
  CHECK(look_of("4万元") == Look::money);
  CHECK(look_of("≥4万元") == Look::quantity);
  CHECK(look_of("12台套") == Look::quantity);
  CHECK(look_of("元/人次") == Look::unit);
  CHECK(look_of("元/人次/") == Look::unit);
  CHECK(look_of("指标2") == Look::offered);
  CHECK(look_of("指标2：") == Look::offered);
  CHECK(look_of("———") == Look::placeholder);
  CHECK(look_of("不得低于") == Look::comparator);
}

TEST_CASE("a name that says its unit") {
  CHECK(names_its_unit("补助面积(万亩)"));
  CHECK(names_its_unit("牧户满意度（%）"));
  CHECK_FALSE(names_its_unit("补助3批(万亩)"));
  CHECK_FALSE(names_its_unit("补助面积(退耕还林)"));
  CHECK_FALSE(names_its_unit("(万亩)"));
  CHECK_FALSE(names_its_unit("补助面积"));
}

} // namespace jixiao::recognition
