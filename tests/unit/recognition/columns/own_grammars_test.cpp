#include <jixiao/convert.hpp>
#include <jixiao/grammar_set.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace jixiao;

namespace {

/// The example of docs/form-language.md.
constexpr std::string_view grammar = R"(form qingshan-declaration {
  family declaration
  place  "青山县"
  title  "*项目绩效目标申请表"
  requires "小类"
  line   fiscal_year
  pairs {
    "项目" | "项目名称" -> project_name
    "主管单位" -> supervising_department
  }
  pairs {
    side "资金" with amount_unit
    panel {
      "总额" -> funds.project.total.budget
      "财政资金" -> funds.project.fiscal.budget
    }
    panel {
      "本年总额" -> funds.year.total.budget
      "财政资金" -> funds.year.fiscal.budget
    }
  }
  below {
    side "目标"
    "总目标" with goals.project_period -> goals.project
    "本年目标" -> goals.annual
  }
  records {
    column "类别" -> level1
    column "小类" -> level2
    column "指标" -> level3
    column "目标值" -> target
    column optional "分值" -> weight
    total "合计" { weight -> total_weight }
  }
})";

std::string const document = "青山县项目绩效目标申请表\t\t\t\t\n"
                             "2031年度\t\t\t\t\n"
                             "项目\t乡村书屋\t主管单位\t103 青山县文旅局\t\n"
                             "资金（万元）\t总额\t12.50\t本年总额\t5.00\n"
                             "\t财政资金\t12.00\t财政资金\t4.50\n"
                             "目标\t总目标（2031年-2033年）\t\t本年目标\t\n"
                             "\t建成三十间书屋\t\t建成十间书屋\t\n"
                             "类别\t小类\t指标\t目标值\t分值\n"
                             "产出指标\t数量指标\t新建书屋\t≥10间\t60\n"
                             "满意度指标\t服务对象满意度指标\t村民满意度\t≥90%\t40\n"
                             "合计\t\t\t\t100\n";

Document read(GrammarSet const& grammars) {
  Options options;
  options.grammars = &grammars;
  return convert({"county.tsv", document}, options);
}

std::string amount(Form const& form, std::string_view scope, std::string_view item) {
  auto const fund = std::ranges::find_if(form.funds, [&](Fund const& f) { return f.scope == scope && f.item == item; });
  return fund == form.funds.end() || !fund->number ? std::string() : to_string(*fund->number);
}

} // namespace

TEST_CASE("labels of a grammar of the user's are known where most of them are printed") {
  GrammarSet grammars;
  REQUIRE(grammars.add(grammar, "county.form").empty());
  auto const read_document = read(grammars);
  REQUIRE(read_document.forms.size() == 1);
  auto const& form = read_document.forms[0];
  CHECK(form.layout == "qingshan-declaration");
  CHECK(form.kind == "declaration");
  CHECK(form.project_name == "乡村书屋");
  CHECK(form.amount_unit == "万元");
  CHECK(amount(form, "project", "fiscal") == "12.00");
  CHECK(amount(form, "year", "fiscal") == "4.50");
  CHECK(form.goals.project == "建成三十间书屋");
  CHECK(form.goals.project_period == "2031年-2033年");
  CHECK(form.goals.annual == "建成十间书屋");
  REQUIRE(form.indicators.size() == 2);
  CHECK(form.indicators[0].level2 == "数量指标");
  CHECK(form.indicators[1].level3 == "村民满意度");
  CHECK(read_document.coverage.unclaimed.empty());
}

TEST_CASE("without it, the same document says what could not be read") {
  auto const read_document = read(GrammarSet::builtin());
  CHECK(std::ranges::any_of(read_document.diagnostics,
                            [](Diagnostic const& finding) { return finding.code == Code::header_missing; }));
}
