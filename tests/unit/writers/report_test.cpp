#include "sample_document.hpp"
#include "writers/sarif.hpp"

#include <jixiao/report.hpp>

#include <doctest/doctest.h>

#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

using namespace jixiao;

namespace {

/// A form that breaks one rule, keeps one, and of which one cannot be judged.
Document judged() {
  auto out = test::full_document();
  out.judgements = {{Code::fund_total_mismatch, Outcome::broken, "/forms/0", {}},
                    {Code::end_before_start, Outcome::cannot_judge, "/forms/0", "end_date"},
                    {Code::duplicate_indicator, Outcome::holds, "/forms/0", {}}};
  out.diagnostics.push_back({Code::fund_total_mismatch,
                             Severity::error,
                             {{"scope", "year"}, {"total", "3"}, {"sum", "2"}},
                             "/forms/0/funds",
                             {}});
  return out;
}

std::string report(ReportFormat format, std::vector<Document> const& documents, ReportStyle const& style = {}) {
  auto const made = make_report(format, style);
  auto out = made->begin();
  for (auto const& document : documents)
    out += made->add(made->part({document, "in/" + document.source.name, ""}));
  return out + made->end();
}

rapidjson::Document parsed(std::string const& text) {
  rapidjson::Document out;
  out.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

std::string at(rapidjson::Document const& json, char const* pointer) {
  auto const* value = rapidjson::Pointer(pointer).Get(json);
  return !value              ? "nothing"
         : value->IsString() ? value->GetString()
         : value->IsInt()    ? std::to_string(value->GetInt())
                             : "?";
}

} // namespace

TEST_CASE("every format is whole without a document, and the same again") {
  for (auto const format : {ReportFormat::json, ReportFormat::sarif}) {
    parsed(report(format, {}));
    CHECK(report(format, {judged(), judged()}) == report(format, {judged(), judged()}));
  }
  CHECK(report(ReportFormat::text, {}).empty());
  CHECK(report(ReportFormat::junit, {}) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"jixiao check\">\n</testsuites>\n");
}

TEST_CASE("json has findings and the three outcomes of each rule, by document and in sum") {
  auto const json = parsed(report(ReportFormat::json, {judged(), judged()}));
  CHECK(at(json, "/documents/1/document") == "in/form.txt");
  CHECK(at(json, "/documents/0/diagnostics/0/code") == "V502");
  CHECK(at(json, "/documents/0/rules/0/code") == "V502");
  CHECK(at(json, "/documents/0/rules/0/broken") == "1");
  CHECK(at(json, "/documents/0/rules/1/judgements/0/outcome") == "cannot_judge");
  CHECK(at(json, "/documents/0/rules/1/judgements/0/reason") == "end_date");
  CHECK(at(json, "/rules/2/holds") == "2");
  CHECK(at(json, "/summary/errors") == "4");
}

TEST_CASE("junit: broken is a failure, what cannot be judged is skipped, what could not be read is an error") {
  auto const xml = report(ReportFormat::junit, {judged()});
  CHECK(xml.find("<testsuite name=\"in/form.txt\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">") != xml.npos);
  CHECK(xml.find("<testsuite name=\"in/form.txt [form 1 街道绿化养护]\" tests=\"3\" failures=\"1\" errors=\"0\" "
                 "skipped=\"1\">") != xml.npos);
  CHECK(xml.find("name=\"V502 fund_total_mismatch\">\n      <failure message=\"form 1 街道绿化养护, funds: the year "
                 "total is 3, but its parts add up to 2\" type=\"error\">") != xml.npos);
  CHECK(xml.find("<skipped message=\"cannot_judge\"/>") != xml.npos);
  CHECK(xml.find("name=\"S101 empty_input\">\n      <error message=\"the input is empty\"") != xml.npos);
}

TEST_CASE("junit holds no character that XML cannot") {
  auto document = judged();
  document.forms[0].project_name = "<a> & \"b\"\n\x01\x1b\xff\xef\xbf\xbe";
  CHECK(report(ReportFormat::junit, {document})
            .find("[form 1 &lt;a&gt; &amp; &quot;b&quot;&#10;\uFFFD\uFFFD\uFFFD\uFFFD]") != std::string::npos);
}

TEST_CASE("text ends with the sum of several documents") {
  auto const text = report(ReportFormat::text, {judged(), judged()});
  CHECK(text.ends_with("\n2 documents: 4 errors, 2 warnings, 0 notes; 2 forms, 4 indicators; rules: 2 hold, 2 broken, "
                       "2 cannot be judged, 0 do not apply\n"));
  ReportStyle style;
  style.text.language = Language::zh;
  CHECK(report(ReportFormat::text, {judged()}, style).find("；规则：1 项符合，1 项不符，1 项无法判断，0 项不适用\n") !=
        std::string::npos);
}

TEST_CASE("sarif names its rules, places and changed levels") {
  ReportStyle style;
  style.version = "1.2.3";
  style.levels = {{Code::empty_input, Level::off}};
  auto const json = parsed(report(ReportFormat::sarif, {judged()}, style));
  CHECK(at(json, "/runs/0/tool/driver/semanticVersion") == "1.2.3");
  CHECK(at(json, "/runs/0/results/1/ruleId") == "F305");
  CHECK(at(json, "/runs/0/results/1/locations/0/physicalLocation/artifactLocation/uri") == "in/form.txt");
  CHECK(at(json, "/runs/0/results/1/locations/0/physicalLocation/region/byteOffset") == "10");
  CHECK(at(json, "/runs/0/results/1/locations/0/physicalLocation/region/byteLength") == "6");
  CHECK(at(json, "/runs/0/results/1/locations/0/logicalLocations/0/fullyQualifiedName") == "/forms/0/start_date");
  CHECK(at(json, "/runs/0/invocations/0/ruleConfigurationOverrides/0/descriptor/id") == "S101");
  CHECK(at(json, "/runs/0/properties/outcomes/V503/cannot_judge") == "1");
}

TEST_CASE("sarif in Chinese") {
  ReportStyle style;
  style.text.language = Language::zh;
  auto const json = parsed(report(ReportFormat::sarif, {judged()}, style));
  CHECK(at(json, "/runs/0/tool/driver/rules/0/shortDescription/text") == "输入为空");
  CHECK(at(json, "/runs/0/results/0/message/text") == "表1 街道绿化养护，项目资金：年度合计为 3，各项之和为 2。建议：" +
                                                          remedy_of(Code::fund_total_mismatch, Language::zh));
}

TEST_CASE("a path becomes a URI reference") {
  CHECK(uri_of("a/b.txt") == "a/b.txt");
  CHECK(uri_of("/a b") == "file:///a%20b");
  CHECK(uri_of("<stdin>") == "%3Cstdin%3E");
  CHECK(uri_of("表.txt") == "%E8%A1%A8.txt");
}
