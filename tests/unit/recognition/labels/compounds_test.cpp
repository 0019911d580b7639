#include "recognition/labels/compounds.hpp"
#include "recognition/labels/vocabulary.hpp"

#include <doctest/doctest.h>

using namespace jixiao::recognition;

TEST_CASE("a compound matches one choice for each of its parts, and nothing else") {
  Compound const period("{项目|专项|}起止{时间|日期}");
  for (auto const* label : {"项目起止时间", "专项起止日期", "起止时间"})
    CHECK_MESSAGE(period.matches(label), label);
  for (auto const* label : {"", "项目起止", "项目专项起止时间", "项目起止时间表", "起止"})
    CHECK_FALSE_MESSAGE(period.matches(label), label);
}

TEST_CASE("a choice that is the beginning of another does not hide it") {
  Compound const aim("{年度|年}{总|总体|}目标");
  for (auto const* label : {"年度目标", "年目标", "年度总目标", "年总体目标"})
    CHECK_MESSAGE(aim.matches(label), label);
}

TEST_CASE("braces that are not closed end with the pattern") {
  CHECK(Compound("起止{时间|日期").matches("起止日期"));
  CHECK(Compound("{").matches(""));
}

TEST_CASE("a listed label keeps its meaning; others are read by their parts") {
  Vocabulary vocabulary("pair other = 项目名称\n");
  vocabulary.add_compounds("pair project_name = {项目|专项}名称 | 工程名称\n");
  CHECK(has_meaning(vocabulary.find("项目名称"), Role::pair, "other"));
  CHECK_FALSE(has_meaning(vocabulary.find("项目名称"), Role::pair, "project_name"));
  CHECK(has_meaning(vocabulary.find("专项名称"), Role::pair, "project_name"));
  CHECK(has_meaning(vocabulary.find("工程名称"), Role::pair, "project_name"));
  CHECK(vocabulary.find("名称") == nullptr);
}

TEST_CASE("the built-in compounds lead to fields, goals and funds") {
  auto const& vocabulary = Vocabulary::builtin();
  CHECK(has_meaning(vocabulary.find("项目计划实施时间"), Role::pair, "period"));
  CHECK(has_meaning(vocabulary.find("编制单位"), Role::pair, "unit_of_party"));
  CHECK(has_meaning(vocabulary.find("中长期绩效目标"), Role::goal, "project"));
  CHECK(has_meaning(vocabulary.find("部门年度绩效总目标"), Role::goal, "annual"));
  CHECK(has_meaning(vocabulary.find("省级财政补助"), Role::fund, "here.provincial"));
}
