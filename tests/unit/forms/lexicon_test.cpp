#include "tests/unit/rows.hpp"

using namespace jixiao;
using namespace jixiao::test;

namespace {

constexpr std::string_view county = R"(
form county {
  family declaration
  title "*项目申请表" | "项目申请书"
  pairs { "名称" | "项目名称" -> project_name "编号" -> project_code }
  pairs { side "资金" with amount_unit  panel { "总额" -> funds.project.total.budget "其他" -> funds.project.other.budget }
          panel { "本年总额" -> funds.year.total.budget "其他" -> funds.year.other.budget } }
  records { column "类别" -> level1 column "指标" -> level3 column "目标值" -> target total "合计" { } }
  ignore "备注"
})";

struct Words {
  GrammarSet set = grammars(county);
  Lexicon const& lexicon = set.impl().lexicon;
  std::string buffer;

  LabelMatch match(std::string_view cell) { return match_label(lexicon, cell, buffer); }
  Lexeme const& at(std::string_view cell) { return lexicon[match(cell).lexeme]; }
  bool knows(std::string_view cell) { return match(cell).lexeme >= 0; }

  std::size_t uses(std::string_view cell, LabelRole role) {
    auto const& all = at(cell).uses;
    auto const& forms = set.impl().forms;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](LabelUse const& use) {
      return forms[use.form].name == "county" && use.role == role;
    }));
  }
};

} // namespace

TEST_CASE("nothing, too long, almost") {
  Words words;
  CHECK_FALSE(words.knows(""));
  CHECK_FALSE(words.knows("   "));
  CHECK_FALSE(words.knows("名"));
  CHECK_FALSE(words.knows("名称名称"));
  CHECK_FALSE(words.knows("名称" + std::string(500, ' ')));
  CHECK(words.lexicon.find("") == -1);
  CHECK(words.lexicon.find("名称") >= 0);
}

TEST_CASE("spaces, width and a colon do not count") {
  Words words;
  for (std::string_view cell : {"名称", " 名 称 ", "名　称", "名称：", "名称:"}) {
    CAPTURE(cell);
    CHECK(words.match(cell).fit == LabelFit::whole);
    CHECK(words.uses(cell, LabelRole::pair) == 1);
  }
  CHECK(words.uses("项目名称", LabelRole::pair) == 1);
}

TEST_CASE("a label with something in brackets, a label with its value") {
  Words words;
  auto const annotated = words.match("资金（万元）");
  CHECK(annotated.fit == LabelFit::annotated);
  CHECK(std::string_view("资金（万元）").substr(annotated.rest) == "（万元）");
  auto const inline_value = words.match("编号：A-7");
  CHECK(inline_value.fit == LabelFit::inline_value);
  CHECK(std::string_view("编号：A-7").substr(inline_value.rest) == "A-7");
  CHECK(words.match("编号: A-7").fit == LabelFit::inline_value);
  CHECK_FALSE(words.knows("甲：乙"));
  CHECK_FALSE(words.knows("（万元）"));
}

TEST_CASE("a label has a use for each place where it stands") {
  Words words;
  CHECK(words.uses("其他", LabelRole::pair) == 2);
  CHECK(words.uses("资金", LabelRole::side) == 1);
  CHECK(words.uses("指标", LabelRole::column) == 1);
  CHECK(words.uses("合计", LabelRole::total) == 1);
  CHECK(words.uses("备注", LabelRole::ignored) == 1);
}

TEST_CASE("names of the taxonomy, canonical and not") {
  Words words;
  CHECK(words.at("数量指标").level2 >= 0);
  CHECK(words.at("数量指标").canonical);
  CHECK(words.at("社会效益").level2 >= 0);
  CHECK_FALSE(words.at("社会效益").canonical);
  CHECK(words.at("成本指标").level1 >= 0);
  CHECK(words.at("成本指标").level2 >= 0);
}

TEST_CASE("titles: whole, and by their end") {
  Words words;
  CHECK(words.at("项目申请书").titles.size() == 1);
  auto const& suffixes = words.lexicon.title_suffixes();
  CHECK(std::any_of(suffixes.begin(), suffixes.end(), [](auto const& suffix) { return suffix.text == "项目申请表"; }));
}
