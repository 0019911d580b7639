#include "sample_document.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

Document two_forms() {
  Document out;
  out.source.name = "form.txt";
  out.forms.resize(2);
  out.forms[1].project_name = "街道绿化养护";
  out.forms[1].indicators.resize(3);
  return out;
}

constexpr std::string_view bytes = "标题\n计划开始日期\t待定\tx\n";

std::string text_of(Document const& document, TextStyle style = {}, std::string_view source = bytes) {
  return render_text(document, source, style);
}

} // namespace

TEST_CASE("without findings there are only the first page and the totals") {
  auto const text = text_of(two_forms());
  CHECK(text.starts_with("  form  project       amount  errors  warnings  notes  holds  broken"));
  CHECK(text.find("  2     街道绿化养护               0         0      0") != text.npos);
  CHECK(text.ends_with("\n\nform.txt: 0 errors, 0 warnings, 0 notes; 2 forms, 3 indicators\n"));
  CHECK(text_of(two_forms(), {.language = Language::zh})
            .ends_with("form.txt: 0 个错误，0 个警告，0 个提示；2 张表单，3 个指标\n"));
}

TEST_CASE("a finding names its form and stands with its row and a caret under the cell") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(2, 8, 26, 32, "/forms/1/start_date")};
  CHECK(text_of(document).find("── Findings on the reading ──\n"
                               "\n"
                               "warning[F305] form 2 街道绿化养护: \"待定\" behind \"计划开始日期\" is no date; the "
                               "field stays empty\n"
                               " --> form.txt:2:8\n"
                               "2 | 计划开始日期 │ 待定 │ x\n"
                               "  |                ^^^^\n"
                               "\n"
                               "form.txt: 0 errors, 1 warning, 0 notes; 2 forms, 3 indicators\n") != std::string::npos);
}

TEST_CASE("--summary stops after the first page") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(2, 8, 26, 32, "/forms/1/start_date")};
  auto const text = text_of(document, {.summary = true});
  CHECK(text.find("F305") == text.npos);
  CHECK(text.ends_with("form.txt: 0 errors, 1 warning, 0 notes; 2 forms, 3 indicators\n"));
}

TEST_CASE("of the reading, what is certain is counted, and only when asked for") {
  auto document = two_forms();
  Diagnostic repair{Code::label_joined, Severity::note, {{"label", "a"}, {"pieces", "b"}}, "/forms/0", {}};
  repair.certainty = Certainty::certain;
  document.diagnostics = {repair};
  CHECK(text_of(document).find("1 more on the reading (--reading shows them)") != std::string::npos);
  TextStyle style;
  style.selection.reading = true;
  CHECK(text_of(document, style).find("Certain readings: 1.") != std::string::npos);
}

TEST_CASE("a path may be shown instead of the name, and places that have no line in words") {
  auto document = two_forms();
  Location at;
  at.page = 2;
  at.table = 0;
  at.row = 3;
  document.diagnostics = {{Code::no_indicators, Severity::error, {}, {}, at}};
  CHECK(text_of(document, {.name = "in/form.txt"}).find("--> in/form.txt, page 2, table 1, row 4\n") !=
        std::string::npos);
}

TEST_CASE("without the input, and for lines it does not have, there is no row") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(9, 8, 0, 0, "/forms/1")};
  CHECK(text_of(document).find('|') == std::string::npos);
  CHECK(text_of(document, {}, "").find("form.txt:9:8") != std::string::npos);
}

TEST_CASE("rows of GB18030 are shown, too") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(1, 4, 5, 9, "/forms/1")};
  auto const text = text_of(document, {}, "\xcf\xee\xc4\xbf\t\xb4\xfd\xb6\xa8\tx"); // 项目, 待定
  CHECK(text.find("1 | 项目 │ 待定 │ x\n") != text.npos);
}

TEST_CASE("colour is on only when asked for, and no text of the input brings its own") {
  auto document = two_forms();
  document.forms[1].project_name = "\x1b[31mred";
  document.diagnostics = {test::finding_at(1, 1, 0, 1, "/forms/1")};
  CHECK(text_of(document, {}, "\x1b[31mred").find('\x1b') == std::string::npos);
  CHECK(text_of(document, {.colour = true}).find("\x1b[1;33mwarning[F305]\x1b[0m") != std::string::npos);
}

TEST_CASE("messages in Chinese") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(2, 8, 26, 32, "/forms/1/start_date")};
  auto const text = text_of(document, {.language = Language::zh});
  CHECK(text.find("── 读取说明 ──\n\n警告[F305] 表2 街道绿化养护：“计划开始日期”后的“待定”") != text.npos);
}

TEST_CASE("many findings on one very long line take no time that grows with both") {
  auto document = two_forms();
  std::string const line(1 << 20, 'x');
  for (std::uint32_t i = 0; i < 2000; ++i)
    document.diagnostics.push_back(test::finding_at(1, 60'000, 59'999, 60'005, "/forms/1"));
  CHECK(text_of(document, {}, line).size() < 2000 * 600);
}
