#include "json_difference.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <stdexcept>

namespace {

using Value = rapidjson::Value;

constexpr std::array about_the_carrier = {"schema", "source", "diagnostics", "coverage", "at", "how"};

std::string text_of(Value const& value) {
  if (value.IsString())
    return {value.GetString(), value.GetStringLength()};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

std::string without_white_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

Value const& nothing() {
  static Value const null;
  return null;
}

bool is_nothing(Value const& value) { return value.IsNull() || (value.IsArray() && value.Empty()); }

class Comparison {
public:
  std::vector<Difference> found;

  void compare(std::string const& path, Value const& expected, Value const& actual) {
    if (is_nothing(expected) && is_nothing(actual))
      return;
    if (expected.IsObject() && actual.IsObject())
      return compare_members(path, expected, actual);
    if (expected.IsArray() && actual.IsArray())
      return compare_elements(path, expected, actual);
    if (expected == actual)
      return;
    Difference difference{path, text_of(expected), text_of(actual)};
    difference.white_space_only = expected.IsString() && actual.IsString() &&
                                  without_white_space(difference.expected) == without_white_space(difference.actual);
    found.push_back(std::move(difference));
  }

private:
  void compare_members(std::string const& path, Value const& expected, Value const& actual) {
    auto const value_of = [](Value const& object, char const* name) -> Value const& {
      auto const member = object.FindMember(name);
      return member == object.MemberEnd() ? nothing() : member->value;
    };
    auto const is_compared = [](std::string_view name) {
      return std::ranges::find(about_the_carrier, name) == about_the_carrier.end();
    };
    for (auto const& member : expected.GetObject())
      if (auto const* name = member.name.GetString(); is_compared(name))
        compare(path + '/' + name, member.value, value_of(actual, name));
    for (auto const& member : actual.GetObject())
      if (auto const* name = member.name.GetString(); is_compared(name) && !expected.HasMember(name))
        compare(path + '/' + name, nothing(), member.value);
  }

  void compare_elements(std::string const& path, Value const& expected, Value const& actual) {
    for (rapidjson::SizeType i = 0; i < std::max(expected.Size(), actual.Size()); ++i)
      compare(path + '/' + std::to_string(i), i < expected.Size() ? expected[i] : nothing(),
              i < actual.Size() ? actual[i] : nothing());
  }
};

rapidjson::Document parse(std::string_view text) {
  rapidjson::Document out;
  out.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  if (out.HasParseError())
    throw std::runtime_error("no JSON from offset " + std::to_string(out.GetErrorOffset()) + " on");
  return out;
}

} // namespace

std::vector<Difference> differences(std::string_view expected, std::string_view actual) {
  Comparison comparison;
  comparison.compare({}, parse(expected), parse(actual));
  return std::move(comparison.found);
}
