#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

constexpr std::string_view declaration =
    "财政项目支出绩效目标申报表\n(2026 年度)\n项目名称 | 湿地监测\n | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
    " | 产出指标 | 数量指标 | 取样批次 | ≥4批\n";

} // namespace

TEST_CASE("nothing to read") {
  auto const document = convert({"empty.txt", ""});
  CHECK(unreadable(document));
  CHECK(document.forms.empty());
  CHECK(findings(document) == Lines{"empty_input"});
}

TEST_CASE("text without a form is read, and says so") {
  auto const document = read("一段话\n另一段话");
  CHECK_FALSE(unreadable(document));
  CHECK(document.forms.empty());
  CHECK(reports(document, "no_form"));
  CHECK(document.coverage.claimed + document.coverage.unclaimed.size() == document.coverage.cells);
}

TEST_CASE("the source is described") {
  auto const text = rows(declaration);
  auto const document = convert({"湿地.txt", text});
  CHECK(document.source.name == "湿地.txt");
  CHECK(document.source.bytes == text.size());
  CHECK(document.source.encoding == "UTF-8");
  CHECK(document.source.media_type == "text/tab-separated-values");
  CHECK(document.source.sha256.size() == 64);
}

TEST_CASE("inspection is the conversion, with what claimed each cell") {
  auto const text = rows(declaration);
  auto const inspection = inspect({"test.txt", text});
  CHECK(findings(inspection.document) == findings(convert({"test.txt", text})));
  REQUIRE(inspection.blocks.size() == 3);
  CHECK_FALSE(inspection.blocks[0].is_table);
  CHECK(inspection.blocks[0].rows[0][0].claim == "/forms/0/title");
  CHECK(inspection.blocks[1].rows[0][0].claim == "/forms/0/fiscal_year");
  auto const& table = inspection.blocks[2].rows;
  CHECK(table[0][0].claim == "label");
  CHECK(table[0][1].claim == "/forms/0/project_name");
  CHECK(table[2][3].claim == "/forms/0/indicators/0/level3");
  CHECK(table[2][4].claim == "/forms/0/indicators/0/target");
  CHECK(table[2][4].text == "≥4批");
  CHECK(table[2][4].at.line == 5);
  CHECK(table[2][0].claim.empty());
}

TEST_CASE("findings stand in the order of the source") {
  auto const document = read(std::string(declaration) + " | | 质量指标 | 数据齐全 | | ≥99%\n甲 | 乙\n" +
                             std::string(declaration) + "丙 | 丁");
  std::uint64_t before = 0;
  CHECK(document.diagnostics.size() > 1);
  for (auto const& diagnostic : document.diagnostics) {
    CHECK(diagnostic.at.line.value_or(0) >= before);
    before = diagnostic.at.line.value_or(0);
  }
}

TEST_CASE("the limit of findings holds, and what is left out is counted") {
  std::string text = rows(declaration);
  for (int i = 0; i < 50; ++i)
    text += "\t产出指标\t数量指标\t断面" + std::to_string(i) + "\n";
  Options options;
  options.limits.diagnostics = 10;
  auto const document = convert({"test.txt", text}, options);
  CHECK(document.diagnostics.size() == 11);
  CHECK(reports(document, "too_many_findings"));
}

TEST_CASE("converting twice gives the same") {
  auto const once = read(declaration), twice = read(declaration);
  CHECK(indicators(once) == indicators(twice));
  CHECK(findings(once) == findings(twice));
}
