#include "readers/flow/lists.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("numbers of a list as they are printed") {
  flow::List list({{.text = "第%1条"}, {.format = docx::NumberFormat::decimal, .text = "%1.%2"}});
  CHECK(list.next(0) == "第1条");
  CHECK(list.next(1) == "1.1");
  CHECK(list.next(1) == "1.2");
  CHECK(list.next(0) == "第2条");
  CHECK(list.next(1) == "2.1");
  CHECK(list.next(2) == "");
}

TEST_CASE("a long text of a number is not cut inside a character") {
  std::string text;
  for (int i = 0; i < 50; ++i)
    text += "项";
  flow::List list({{.text = text}});
  auto const label = list.next(0);
  CHECK(text.starts_with(label));
  CHECK(label.size() < text.size());
  CHECK(label.size() % 3 == 0);
}
