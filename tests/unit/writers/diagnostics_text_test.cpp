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

TEST_CASE("without findings there are only the totals") {
  CHECK(text_of(two_forms()) == "form.txt: 0 errors, 0 warnings, 0 notes; 2 forms, 3 indicators\n");
  CHECK(text_of(two_forms(), {.language = Language::zh}) ==
        "form.txt: 0 个错误，0 个警告，0 个提示；2 张表单，3 个指标\n");
}

TEST_CASE("a finding stands under its form, with its row and a caret under the cell") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(2, 8, 26, 32, "/forms/1/start_date")};
  CHECK(text_of(document) == "── form 2 of 2: 街道绿化养护 ──\n"
                             "\n"
                             "warning[F305] \"待定\" behind \"计划开始日期\" is no date; the field stays empty\n"
                             " --> form.txt:2:8\n"
                             "2 | 计划开始日期 │ 待定 │ x\n"
                             "  |                ^^^^\n"
                             "  = /forms/1/start_date\n"
                             "\n"
                             "form.txt: 0 errors, 1 warning, 0 notes; 2 forms, 3 indicators\n");
}

TEST_CASE("findings about no form come first; the rest is grouped by form in their order") {
  auto document = two_forms();
  document.diagnostics = {test::finding_at(2, 1, 0, 0, "/forms/1"),
                          test::finding_at(1, 1, 0, 0, "/forms/0/funds"),
                          test::finding_at(2, 8, 0, 0, "/forms/1/title"),
                          {Code::empty_input, Severity::error, {}, {}, {}},
                          test::finding_at(1, 1, 0, 0, "/forms/7")};
  auto const text = text_of(document);
  std::size_t last = 0;
  for (auto const* piece : {"error[S101]", "= /forms/7\n", "form 1 of 2 ──", "/forms/0/funds",
                            "form 2 of 2: ", "= /forms/1\n", "= /forms/1/title\n", "form.txt: 1 error, 4 warnings"}) {
    auto const at = text.find(piece);
    CAPTURE(piece);
    REQUIRE(at != text.npos);
    CHECK(at >= last);
    last = at;
  }
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
  CHECK(text.starts_with("── 表单 2/2: 街道绿化养护 ──\n\n警告[F305] “计划开始日期”后的“待定”"));
}

TEST_CASE("many findings on one very long line take no time that grows with both") {
  auto document = two_forms();
  std::string const line(1 << 20, 'x');
  for (std::uint32_t i = 0; i < 2000; ++i)
    document.diagnostics.push_back(test::finding_at(1, 60'000, 59'999, 60'005, "/forms/1"));
  CHECK(text_of(document, {}, line).size() < 2000 * 600);
}
