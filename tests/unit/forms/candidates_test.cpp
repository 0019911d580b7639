#include "forms/candidates.hpp"
#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

/// Two forms alike but for their marks.
constexpr std::string_view twins = R"(
form twin-plan {
  family declaration
  title "计划表"
  forbids "得分"
  pairs { "工程名" -> project_name "工程号" -> project_code }
  records { column "大类" -> level1 column "细目" -> level3 column "目标" -> target }
}
form twin-review {
  family self_evaluation
  title "评分表"
  requires "得分"
  pairs { "工程名" -> project_name "工程号" -> project_code }
  records { column "大类" -> level1 column "细目" -> level3 column "目标" -> target column optional "得分" -> score }
})";

constexpr std::string_view body = "工程名 | 引水渠 | 工程号 | Y1\n大类 | 细目 | 目标\n产出指标 | 渠长 | ≥3公里\n";

std::string shown(ReadPage const& read, FormCandidate const& candidate) {
  auto text = read.forms()[candidate.form].name + " " + std::to_string(candidate.first_row) + ".." +
              std::to_string(candidate.end_row);
  if (candidate.title_row >= 0)
    text += " titled";
  if (candidate.runner_up >= 0)
    text += ", or " + read.forms()[static_cast<std::size_t>(candidate.runner_up)].name;
  return text;
}

Lines candidates(std::string_view lines) {
  ReadPage const read(lines, grammars(twins));
  Lines all;
  for (auto const& candidate : find_candidates(read.page, read.forms()))
    all.push_back(shown(read, candidate));
  return all;
}

std::string nearest(std::string_view lines) {
  ReadPage const read(lines, grammars(twins));
  return nearest_grammar(read.page, read.forms());
}

} // namespace

TEST_CASE("no form") {
  CHECK(candidates("").empty());
  CHECK(candidates("一段话\n另一段话").empty());
  CHECK(candidates("工程名 | 引水渠").empty());
}

TEST_CASE("a title, and none") {
  CHECK(candidates("计划表\n" + std::string(body)) == Lines{"twin-plan 0..4 titled"});
  CHECK(candidates(body) == Lines{"twin-plan 0..3"});
  CHECK(candidates("某县总表\n" + std::string(body)) == Lines{"twin-plan 1..4"});
}

TEST_CASE("several forms, with titles and without") {
  auto const titled = "计划表\n" + std::string(body);
  CHECK(candidates(titled + titled + titled) ==
        Lines{"twin-plan 0..4 titled", "twin-plan 4..8 titled", "twin-plan 8..12 titled"});
  CHECK(candidates(std::string(body) + std::string(body)) == Lines{"twin-plan 0..3", "twin-plan 3..6"});
}

TEST_CASE("a repeated title with nothing that opens a form is the next page") {
  CHECK(candidates("计划表\n" + std::string(body) + "计划表\n大类 | 细目 | 目标\n产出指标 | 闸门 | 2座\n") ==
        Lines{"twin-plan 0..7 titled"});
}

TEST_CASE("marks tell twins apart") {
  CHECK(candidates("工程名 | 引水渠 | 工程号 | Y1\n大类 | 细目 | 目标 | 得分\n产出指标 | 渠长 | ≥3公里 | 9\n") ==
        Lines{"twin-review 0..3"});
}

TEST_CASE("a form that fits nearly as well is the runner-up") {
  constexpr std::string_view lookalikes = R"(
form left-form { family declaration title "左表" pairs { "甲" -> project_name "乙" -> project_code "丙" -> project_nature } }
form right-form { family declaration title "右表" pairs { "甲" -> project_name "乙" -> project_code "丙" -> project_nature } })";
  ReadPage const read("甲 | 一 | 乙 | 二 | 丙 | 三", grammars(lookalikes));
  auto const found = find_candidates(read.page, read.forms());
  REQUIRE(found.size() == 1);
  CHECK(shown(read, found[0]) == "left-form 0..1, or right-form");
  ReadPage const titled("右表\n甲 | 一 | 乙 | 二 | 丙 | 三", grammars(lookalikes));
  CHECK(shown(titled, find_candidates(titled.page, titled.forms()).at(0)) == "right-form 0..2 titled");
}

TEST_CASE("title rows") {
  ReadPage const read("计划表\n计 划 表\n计划表 | 计划表\n计划表 | 引水渠\n本计划表如下\n\n3.布展费绩效目标表",
                      grammars(twins));
  Lines titles;
  for (std::size_t row = 0; row < read.page.rows.size(); ++row)
    if (is_title_row(read.page, row))
      titles.push_back(std::string(read.page.text(read.page.row(row)[0])));
  CHECK(titles == Lines{"计划表", "计 划 表", "计划表", "3.布展费绩效目标表"});
}

TEST_CASE("the nearest grammar is named") {
  CHECK(nearest("一段话").starts_with("none"));
  CHECK(nearest("工程名 | 引水渠 | 工程号 | Y1\n得分 | 9").starts_with("twin-review (3 "));
}
