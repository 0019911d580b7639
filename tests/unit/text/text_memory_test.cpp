#include "text/text_memory.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("an answer is remembered until another text takes its place, and never for a long text") {
  TextMemory<std::size_t, 1, 12> memory;
  int asked = 0;
  auto const length_of = [&](std::string_view text) {
    return memory.of(text, [&](auto t) { return ++asked, t.size(); });
  };
  CHECK(length_of("质量") == 6);
  CHECK(length_of("质量") == 6);
  CHECK(asked == 1);
  CHECK(length_of("时效") == 6);
  CHECK(length_of("质量") == 6);
  CHECK(asked == 3);
  CHECK(length_of("") == 0);
  CHECK(asked == 4);
  CHECK(length_of("社会效益指标") == 18);
  CHECK(length_of("社会效益指标") == 18);
  CHECK(asked == 6);
}
