#include "forms/form_language_inheritance.hpp"
#include "forms/form_parser.hpp"
#include "forms/form_writer.hpp"

#include "form_dump.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace jixiao;

namespace {

constexpr std::string_view base = R"(
form base-county {
  base
  family self_evaluation
  place  "某省"
  requires "得分"
  pairs { side "资金" with amount_unit  "项目名称" -> project_name  "主管部门" | "主管单位" -> supervising_department }
  matrix {
    side "项目资金"
    rows { "总额" -> funds.year.total  "其他" -> funds.year.other }
    columns { "预算数" -> budget  "得分" -> score }
  }
  below { "年度目标" -> goals.annual }
  records { side "绩效指标"  column "三级指标" -> level3  column "得分" -> score  total "总分" { score -> total_score } }
  ignore "备注"
}
)";

/// The last form of the text behind the base, with all that it takes over.
FormGrammar whole(std::string_view form) {
  auto const parsed = parse_forms(std::string(base) + std::string(form), "county.form");
  for (auto const& error : parsed.errors)
    FAIL(error.line << ": " << error.what);
  return form_language::with_bases(parsed.forms.back(), parsed.forms, {});
}

std::string labels(FormGrammar const& form) {
  auto text = test::FormDump::of(form);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\n')
      out += text[i];
    else
      while (i + 1 < text.size() && text[i + 1] == ' ')
        ++i;
  return out;
}

bool has(FormGrammar const& form, std::string_view part) { return labels(form).find(part) != std::string::npos; }

} // namespace

TEST_CASE("a form takes over everything of its base") {
  auto const form = whole("form county { extends base-county title \"自评表\" }");
  CHECK(form.name == "county");
  CHECK(form.family == "self_evaluation");
  CHECK(form.place == "某省");
  CHECK_FALSE(form.is_base);
  CHECK(form.requires_labels == std::vector<std::string>{"得分"});
  CHECK(has(form, "(\"项目名称\" -> project_name)"));
  CHECK(has(form, "(total \"总分\" (score -> total_score))"));
}

TEST_CASE("what it says itself takes the place of that") {
  auto const form = whole(R"(form county { extends base-county title "自评表" family declaration place "某县" years 2031
    pairs { "主管单位" "负责人" } })");
  CHECK(form.family == "declaration");
  CHECK(form.place == "某县");
  CHECK(form.first_year == 2031);
  // One word of the base's label: it still leads to the department, and the others are not printed.
  CHECK(has(form, "(\"主管单位\" -> supervising_department)"));
  CHECK_FALSE(has(form, "主管部门"));
  CHECK(has(form, "(\"负责人\")"));
}

TEST_CASE("records and the halves of a matrix are replaced as a whole") {
  auto const form = whole(R"(form county { extends base-county title "自评表"
    matrix { columns { "决算数" -> executed "得分" } }
    records { column "指标内容" | "三级指标" column "完成值" -> actual } })");
  CHECK(has(form, "(rows(\"总额\" -> funds.year.total)(\"其他\" -> funds.year.other))"));
  CHECK(has(form, "(columns(\"决算数\" -> funds.executed)(\"得分\" -> funds.score))"));
  CHECK(has(form, "(column \"指标内容\" | \"三级指标\" -> level3)(column \"完成值\" -> actual)(total \"总分\""));
  CHECK(has(form, "(side \"绩效指标\")"));
}

TEST_CASE("without takes a label away wherever it stands") {
  auto form = whole(R"(form county { extends base-county title "自评表" without "得分" | "年度目标" | "主管部门" })");
  form.without.clear(); // it names them
  CHECK_FALSE(has(form, "得分"));
  CHECK_FALSE(has(form, "年度目标"));
  CHECK_FALSE(has(form, "(below"));
  CHECK_FALSE(has(form, "主管单位"));
  CHECK(form.requires_labels.empty());
}

TEST_CASE("bases have bases") {
  auto const form = whole(R"(form middle { base extends base-county without "其他" }
    form county { extends middle title "自评表" pairs { "其他" } })");
  CHECK(has(form, "(rows(\"总额\" -> funds.year.total))"));
  CHECK(has(form, "(\"其他\")"));
}

TEST_CASE("what is written is read again as the same form") {
  auto const form =
      whole(R"(form county { extends base-county title "自评\"表\\" | "*评价表" years 2031..2033 source "某县"
    forbids "分值" line fiscal_year amount_unit
    prose sections
    pairs { panel { "甲" -> project_code } panel { "乙" -> project_nature } }
    series "进度" -> spending_schedule })");
  auto flat = form;
  flat.base.clear();
  auto const again = parse_forms(write_form(flat), "again.form");
  REQUIRE(again.errors.empty());
  CHECK(labels(again.forms.at(0)) == labels(flat));
}
