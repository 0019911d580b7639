#include "text/clean.hpp"

#include <doctest/doctest.h>

using jixiao::display_width;

TEST_CASE("display width counts terminal cells") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("绩效") == 4);
  CHECK(display_width("（元）") == 6);
  CHECK(display_width("≥90%") == 4);
  CHECK(display_width("𠀀😀") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u200B\uFEFF\x01") == 0);
}
