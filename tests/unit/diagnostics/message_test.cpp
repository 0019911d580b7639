#include "diagnostics/template.hpp"

#include <jixiao/diagnostic.hpp>

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("fields of a template") {
  CHECK(next_field("", 0).name.empty());
  CHECK(next_field("no field", 0).name.empty());
  auto const first = next_field("a {one} and {two_2}", 0);
  CHECK(first.name == "one");
  CHECK(first.begin == 2);
  CHECK(first.end == 7);
  CHECK(next_field("a {one} and {two_2}", first.end).name == "two_2");
}

TEST_CASE("braces that are no field are plain text") {
  for (auto const* text : {"{", "}", "{}", "{One}", "{a b}", "{a", "{{", "{a{", "{甲}"}) {
    CAPTURE(text);
    CHECK(next_field(text, 0).name.empty());
  }
  CHECK(next_field("{{a}}", 0).name == "a");
  CHECK(next_field("{a {b}", 0).name == "b");
}

TEST_CASE("arguments are filled in, in both languages") {
  Diagnostic const finding{Code::unreadable_file, Severity::error, {{"reason", "r"}, {"file", "f"}}, {}, {}};
  CHECK(message(finding) == "cannot read \"f\": r");
  CHECK(message(finding, Language::zh) == "无法读取“f”：r");
}

TEST_CASE("a field without an argument stays as it is, and what an argument says is not filled in again") {
  Diagnostic const finding{Code::unreadable_file, Severity::error, {{"file", "{reason}"}}, {}, {}};
  CHECK(message(finding) == "cannot read \"{reason}\": {reason}");
}
