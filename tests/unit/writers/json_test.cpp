#include "sample_document.hpp"

#include "writers/json_buffer.hpp"

#include <jixiao/writers.hpp>

#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::string json_of(Document const& document, JsonStyle style = JsonStyle::pretty) {
  std::string out;
  write_json(out, document, style);
  return out;
}

/// Numbers are kept as their digits: "#100.00".
rapidjson::Document parse(std::string const& text) {
  rapidjson::Document out;
  out.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag>(text.c_str());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

std::string at(rapidjson::Document const& json, char const* pointer) {
  auto const* value = rapidjson::Pointer(pointer).Get(json);
  if (value == nullptr)
    return "(absent)";
  if (value->IsNull())
    return "null";
  if (value->IsArray())
    return "[" + std::to_string(value->Size()) + "]";
  if (value->IsObject())
    return "{" + std::to_string(value->MemberCount()) + "}";
  return {value->GetString(), value->GetStringLength()};
}

std::string string_of(std::string_view text) {
  std::string out;
  JsonBuffer(out, false, 0).string(text);
  return out;
}

std::string parsed_string(std::string const& json) {
  auto const parsed = parse("[" + json + "]");
  return {parsed[0].GetString(), parsed[0].GetStringLength()};
}

} // namespace

TEST_CASE("an empty document has all its fields") {
  auto const json = parse(json_of({}));
  CHECK(at(json, "/schema") == "jixiao/1");
  CHECK(at(json, "/source") == "{5}");
  CHECK(at(json, "/title") == "null");
  CHECK(at(json, "/sections") == "[0]");
  CHECK(at(json, "/forms") == "[0]");
  CHECK(at(json, "/diagnostics") == "[0]");
  CHECK(at(json, "/coverage/cells") == "0");
  CHECK(at(json, "/coverage/unclaimed") == "[0]");
}

TEST_CASE("an empty form and an empty indicator have all their fields") {
  Document document;
  document.forms.emplace_back().indicators.emplace_back();
  auto const json = parse(json_of(document));
  CHECK(at(json, "/forms/0") == "{23}");
  CHECK(at(json, "/forms/0/supervising_department") == "null");
  CHECK(at(json, "/forms/0/goals") == "{5}");
  CHECK(at(json, "/forms/0/indicators/0") == "{12}");
  CHECK(at(json, "/forms/0/indicators/0/target") == "null");
  CHECK(at(json, "/forms/0/indicators/0/repaired") == "[0]");
}

TEST_CASE("every value stands where the contract has it") {
  for (auto const style : {JsonStyle::pretty, JsonStyle::compact}) {
    auto const json = parse(json_of(test::full_document(), style));
    CHECK(at(json, "/source/name") == "form.txt");
    CHECK(at(json, "/source/bytes") == "1234");
    CHECK(at(json, "/sections/0/heading") == "一、总体绩效目标");
    CHECK(at(json, "/sections/0/text") == "null");
    CHECK(at(json, "/forms/0/fiscal_year") == "2026");
    CHECK(at(json, "/forms/0/supervising_department/code") == "103");
    CHECK(at(json, "/forms/0/funds/0/number") == "80000.00");
    CHECK(at(json, "/forms/0/funds/1/yuan") == "null");
    CHECK(at(json, "/forms/0/spending_schedule/0/percent") == "25");
    CHECK(at(json, "/forms/0/spending_schedule/1/by") == "12月底");
    CHECK(at(json, "/forms/0/goals/annual") == "一\n二\t\\三\x01");
    CHECK(at(json, "/forms/0/indicators/0/level3") == "修剪\"行道树\"");
    CHECK(at(json, "/forms/0/indicators/0/target") == "{7}");
    CHECK(at(json, "/forms/0/indicators/0/target/kind") == "quantity");
    CHECK(at(json, "/forms/0/indicators/0/target/op") == ">=");
    CHECK(at(json, "/forms/0/indicators/0/target/number") == "500.00");
    CHECK(at(json, "/forms/0/indicators/0/actual/op") == "null");
    CHECK(at(json, "/forms/0/indicators/0/repaired/1") == "level2");
    CHECK(at(json, "/forms/0/total_score") == "-0.50");
    CHECK(at(json, "/coverage/unclaimed/0/at/page") == "7");
    CHECK(at(json, "/coverage/unclaimed/0/at/line") == "(absent)");
    CHECK(at(json, "/coverage/unclaimed/0/text") == "余文");
  }
}

TEST_CASE("a diagnostic has its code, message, arguments, path and place") {
  auto const json = parse(json_of(test::full_document()));
  CHECK(at(json, "/diagnostics/0") == "{7}");
  CHECK(at(json, "/diagnostics/0/code") == "F305");
  CHECK(at(json, "/diagnostics/0/name") == "not_understood");
  CHECK(at(json, "/diagnostics/0/severity") == "warning");
  CHECK(at(json, "/diagnostics/0/message") == "\"待定\" behind \"计划开始日期\" is no date; the field stays empty");
  CHECK(at(json, "/diagnostics/0/arguments/label") == "计划开始日期");
  CHECK(at(json, "/diagnostics/0/path") == "/forms/0/start_date");
  CHECK(at(json, "/diagnostics/0/at/column") == "2");
  CHECK(at(json, "/diagnostics/0/at/bytes/1") == "16");
  CHECK(at(json, "/diagnostics/1/path") == "null");
  CHECK(at(json, "/diagnostics/1/at") == "{0}");
}

TEST_CASE("a finding alone names its document, and speaks the language asked for") {
  auto const document = test::full_document();
  std::string text;
  write_json(text, Finding{"dir/form.txt", document.diagnostics[1], Language::zh}, JsonStyle::compact);
  CHECK(text == "{\"document\":\"dir/form.txt\",\"code\":\"S101\",\"name\":\"empty_input\",\"severity\":\"error\","
                "\"message\":\"输入为空\",\"arguments\":{},\"path\":null,\"at\":{}}");
}

TEST_CASE("pretty text is indented by two spaces a level, from the depth given") {
  std::string text = "[\n  ";
  write_json(text, Finding{"a", Diagnostic{Code::empty_input, Severity::error, {}, {}, {}}}, JsonStyle::pretty, 1);
  CHECK(text == "[\n  {\n    \"document\": \"a\",\n    \"code\": \"S101\",\n    \"name\": \"empty_input\",\n"
                "    \"severity\": \"error\",\n    \"message\": \"the input is empty\",\n    \"arguments\": {},\n"
                "    \"path\": null,\n    \"at\": {}\n  }");
}

TEST_CASE("compact text has no white space") {
  Document document;
  CHECK(
      json_of(document, JsonStyle::compact) ==
      "{\"schema\":\"jixiao/1\",\"source\":{\"name\":\"\",\"media_type\":\"\",\"encoding\":\"\",\"bytes\":0,\"sha256\":"
      "\"\"},\"title\":null,\"sections\":[],\"forms\":[],\"diagnostics\":[],\"coverage\":{\"cells\":0,\"claimed\":0,"
      "\"unclaimed\":[]}}");
}

TEST_CASE("it is appended, whatever stands before") {
  std::string text = "x,";
  write_json(text, Document{}, JsonStyle::compact);
  CHECK(text.starts_with("x,{\"schema\""));
}

TEST_CASE("what JSON wants escaped is escaped as Python does") {
  CHECK(string_of("") == "\"\"");
  CHECK(string_of("\"\\/") == "\"\\\"\\\\/\"");
  CHECK(string_of("\b\f\n\r\t") == "\"\\b\\f\\n\\r\\t\"");
  CHECK(string_of({"\0\x0b\x1f\x7f", 4}) == "\"\\u0000\\u000b\\u001f\x7f\"");
  CHECK(string_of("绩效é🌳") == "\"绩效é🌳\"");
}

TEST_CASE("a character to escape is found at every offset of texts of every length") {
  for (std::size_t size = 1; size < 40; ++size)
    for (std::size_t at = 0; at < size; ++at)
      for (char const c : {'"', '\\', '\n', '\x01', '\x1f', ' ', '!', '#', '[', ']', '\x7f'}) {
        std::string text(size, 'a');
        text[at] = c;
        REQUIRE(parsed_string(string_of(text)) == text);
      }
}

TEST_CASE("texts longer than the buffer come out whole") {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += i % 7 == 0 ? "\n" : "绩效\"";
  CHECK(parsed_string(string_of(text)) == text);
}

TEST_CASE("documents larger than the buffer come out whole") {
  Document document;
  document.forms.resize(100);
  for (auto& form : document.forms)
    form.indicators.assign(10, test::pruned_trees());
  auto const json = parse(json_of(document));
  CHECK(at(json, "/forms/99/indicators/9/target/text") == "≥500.00(株)");
}
