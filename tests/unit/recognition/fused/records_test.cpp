#include "recognition/fused/records.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition;
using namespace jixiao::recognition::fused;

namespace {

std::vector<RunColumn> const target_weight{
    {ColumnKind::level3, {}}, {ColumnKind::target, {}}, {ColumnKind::weight, {}}};
std::vector<RunColumn> const weight_first{{ColumnKind::level3, {}},
                                          {ColumnKind::weight, {}},
                                          {ColumnKind::target, {}},
                                          {ColumnKind::actual, {}},
                                          {ColumnKind::score, {}}};

/// name [run] word word [run behind];
std::string parted(std::string_view stretch, std::vector<RunColumn> const& header) {
  std::string out;
  for (auto const& record : part_records(stretch, header)) {
    out += std::string(record.name) + " [" + std::string(record.run) + "]";
    for (auto const word : record.words)
      out += " " + std::string(word);
    out += (record.run_behind.empty() ? "" : " [" + std::string(record.run_behind) + "]") + ";";
  }
  return out;
}

} // namespace

TEST_CASE("no record, one, several") {
  CHECK(parted("", target_weight).empty());
  CHECK(parted("更换路灯≥80盏15", target_weight) == "更换路灯 [≥80盏15];");
  CHECK(parted("更换路灯≥80盏15巡查次数12次5", target_weight) == "更换路灯 [≥80盏15];巡查次数 [12次5];");
}

TEST_CASE("a number in brackets, or one that lacks what the next run has, is of the name") {
  CHECK(parted("更换路灯(2期)≥80盏15", target_weight) == "更换路灯(2期) [≥80盏15];");
  CHECK(parted("完成3座泵站检修3座15", target_weight) == "完成3座泵站检修 [3座15];");
}

TEST_CASE("words stand as values") {
  CHECK(parted("出行条件显著改善10", target_weight) == "出行条件 [] 显著改善 [10];");
  CHECK(parted("出行条件10显著改善显著改善10", weight_first) == "出行条件 [10] 显著改善 显著改善 [10];");
  CHECK(parted("出行条件10显著改善显著改善", weight_first) == "出行条件 [10] 显著改善 显著改善;");
  CHECK(parted("出行条件显著改善", target_weight) == "出行条件 [] 显著改善;");
}

TEST_CASE("points have no unit, and words that name no indicator stand between a target and points") {
  std::vector<RunColumn> const all{{ColumnKind::level3, {}},
                                   {ColumnKind::target, {}},
                                   {ColumnKind::actual, {}},
                                   {ColumnKind::weight, {}},
                                   {ColumnKind::score, {}}};
  CHECK(parted("路灯完好率100%98%1010部门预算编制率100%100%55", all) ==
        "路灯完好率 [100%98%1010];部门预算编制率 [100%100%55];");
  auto const records = part_records("路灯完好率98%按标准完成1515巡查次数12次12次55", all);
  REQUIRE(records.size() == 2);
  CHECK(records[0].outcome == "按标准完成");
  CHECK(records[0].run_behind == "1515");
  CHECK(records[1].name == "巡查次数");
  auto const words = part_records("休憩、晨练休憩有座、晨练有灯3028", all);
  REQUIRE(words.size() == 1);
  CHECK(words[0].untold);
}

TEST_CASE("below a label that nobody has listed names are told, and values are not") {
  std::vector<RunColumn> const unknown{{ColumnKind::level3, {}},
                                       {ColumnKind::target, {}},
                                       {ColumnKind::other, {}, 0, "年成值全完值", true},
                                       {ColumnKind::weight, {}},
                                       {ColumnKind::core, {}}};
  CHECK(parted("演出场次60场64场30是设备完好率95%97%20否读者座位情况好好10", unknown) ==
        "演出场次 [60场64场30是];设备完好率 [95%97%20否];读者座位情况 [好好10];");
  auto const sentences = part_records("对象是75人,发放60份,目前剩余5份,在12月底发放2010", unknown);
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].untold);
}

TEST_CASE("runs that blanks part are one where they fit the columns") {
  CHECK(parted("更换路灯≥80盏 15", target_weight) == "更换路灯 [≥80盏 15];");
  CHECK(parted("更换路灯10 ≥80盏 82盏 10 巡查次数5 12次 12次 5", weight_first) ==
        "更换路灯 [10 ≥80盏 82盏 10];巡查次数 [5 12次 12次 5];");
}

TEST_CASE("words that are a result by themselves leave the target alone before them") {
  std::vector<RunColumn> const results{{ColumnKind::level3, {}}, {ColumnKind::target, {}}, {ColumnKind::actual, {}}};
  auto const records = part_records("水样合格率不低于96%达成预期指标用水是否改善是达成预期指标", results);
  REQUIRE(records.size() == 2);
  CHECK(records[0].outcome == "达成预期指标");
  REQUIRE(records[0].partings.ways.size() == 1);
  CHECK(records[0].partings.ways[0].parts[0].of(records[0].run) == "不低于96%");
  CHECK(records[1].name == "用水是否改善");
  CHECK(records[1].words == std::vector<std::string_view>{"是"});
  CHECK(records[1].outcome == "达成预期指标");
}

TEST_CASE("a text without a number that may hold several names is untold") {
  auto const untold = part_records("成果登记率专利授权奖励按月发放", target_weight);
  REQUIRE(untold.size() == 1);
  CHECK(untold[0].untold);
  CHECK(!part_records("成果登记率", target_weight)[0].untold);
}

TEST_CASE("a number begins one record, and a number without a name none") {
  CHECK(parted("指标1更换路灯10≥80盏82盏10指标2巡查5 12次 12次 5", weight_first) ==
        "指标1更换路灯 [10≥80盏82盏10];指标2巡查 [5 12次 12次 5];");
  auto const records = part_records("指标1更换路灯10抽检290$5指标2：", weight_first);
  REQUIRE(records.size() == 2);
  CHECK(records[0].name == "指标1更换路灯");
  CHECK(records[0].run == "10抽检290$5");
  CHECK(records[1].placeholder);
}

TEST_CASE("a bare number of many digits is no part of a name") {
  CHECK(parted("更换路灯2110110巡查次数12次5", target_weight) == "更换路灯 [2110110];巡查次数 [12次5];");
}
