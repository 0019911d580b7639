#include "json/json_tree.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::string again(std::string_view text) {
  auto const parsed = parse_json(text);
  auto const* tree = std::get_if<JsonTree>(&parsed);
  return tree ? to_json(*tree, false) : "fault";
}

JsonFault fault(std::string_view text) {
  auto const parsed = parse_json(text);
  auto const* found = std::get_if<JsonFault>(&parsed);
  return found ? *found : JsonFault{};
}

} // namespace

TEST_CASE("what is read is written as it was, digits and order included") {
  for (auto const* text :
       {"null", "true", "1.00", "-0.5e3", "\"绩\\n\\\"\"", "[]", "{}", "[1,[2.0],{\"b\":null,\"a\":\"\"}]"})
    CHECK(again(text) == text);
}

TEST_CASE("what is no JSON is a fault with its line and column") {
  CHECK(fault("{\"a\": [1,}").line == 1);
  CHECK(fault("{\n  \"a\": x\n}").line == 2);
  CHECK(fault("{\n  \"a\": x\n}").column == 8);
  for (auto const* text : {"", " ", "{", "1 2", "[1", "\"\xff\"", "{\"a\":1,\"a\":2}"})
    CHECK(again(text) == "fault");
}

TEST_CASE("depth is bounded") {
  CHECK(again(std::string(12, '[') + std::string(12, ']')) != "fault");
  CHECK(again(std::string(13, '[') + std::string(13, ']')) == "fault");
  CHECK(again(std::string(1 << 20, '[')) == "fault");
}

TEST_CASE("pretty text is that of documents") {
  auto const parsed = parse_json("{\"a\":[1,{}],\"b\":[]}");
  CHECK(to_json(std::get<JsonTree>(parsed), true) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
}
