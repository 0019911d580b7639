#include "grammars/indicator_value.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("indicator values") {
  test::check_corpus("indicator_value", [](std::string_view text) { return test::show(read_indicator_value(text)); });
}

TEST_CASE("the text of an indicator value is untouched") {
  for (std::string_view text : {"", " ≥ 5 (个) ", "≥\n5", "长期", "\xFF\xE5"})
    CHECK_EQ(read_indicator_value(text).text, text);
}

TEST_CASE("a long text is a sentence, and read in linear time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i)
    text += "至少≥1";
  CHECK_EQ(read_indicator_value(text).kind, jixiao::ValueKind::qualitative);
  text.assign(1'000'000, '7');
  CHECK_EQ(read_indicator_value(text).kind, jixiao::ValueKind::qualitative);
}
