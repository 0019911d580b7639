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
  for (int i = 0; i < 255; ++i)
    text += "项";
  CHECK(flow::List({{.text = text}}).next(0) == text); // no program allows more
  for (int i = 0; i < 50; ++i)
    text += "项";
  auto const label = flow::List({{.text = text}}).next(0);
  CHECK(label.ends_with("…"));
  CHECK(label.size() < text.size());
  CHECK(label.size() % 3 == 0);
}
