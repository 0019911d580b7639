#include "restore/label_guess.hpp"

#include "forms/grammar_set_impl.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

/// The label that the pieces are, in the self-evaluation form; empty for none.
std::string guessed(std::vector<std::string_view> const& pieces) {
  auto const& set = jixiao::GrammarSet::builtin().impl();
  for (std::uint16_t form = 0; form < set.forms.size(); ++form)
    if (set.forms[form].name == "shanghai-self-evaluation") {
      jixiao::LabelGuesser const labels(set.lexicon, set.forms[form], form);
      auto const guess = labels.guess(pieces);
      return guess.lexeme < 0 ? "" : set.lexicon[guess.lexeme].text;
    }
  return "no such form";
}

} // namespace

TEST_CASE("a label cut by the edge of a column is put together") {
  CHECK(guessed({"项目", "名称"}) == "项目名称");
  CHECK(guessed({"实", "际完成情", "况"}) == "实际完成情况");
}

TEST_CASE("a character halved or doubled at the cut does not matter") {
  CHECK(guessed({"三级扌", "旨标"}) == "三级指标");
  CHECK(guessed({"全年执行", "一数"}) == "全年执行数");
  CHECK(guessed({"预", "i期目标"}) == "预期目标");
  CHECK(guessed({"评分等", "等级"}) == "评分等级");
}

TEST_CASE("a label whose lines have lost their ends is known by what is left") {
  CHECK(guessed({"偏差原因 及改进打"}) == "偏差原因分析及改进措施");
}

TEST_CASE("what is no label, or might be two, is none") {
  CHECK(guessed({"修剪行道树", "数量"}).empty());
  CHECK(guessed({"指标"}).empty());
  CHECK(guessed({"级指标"}).empty());
  CHECK(guessed({}).empty());
  CHECK(guessed({std::string_view("项目名称很长很长很长很长很长很长很长很长很长很长很长很长很长")}).empty());
}
