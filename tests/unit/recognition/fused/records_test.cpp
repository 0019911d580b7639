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

TEST_CASE("runs that blanks part are one where they fit the columns") {
  CHECK(parted("更换路灯≥80盏 15", target_weight) == "更换路灯 [≥80盏 15];");
  CHECK(parted("更换路灯10 ≥80盏 82盏 10 巡查次数5 12次 12次 5", weight_first) ==
        "更换路灯 [10 ≥80盏 82盏 10];巡查次数 [5 12次 12次 5];");
}
