#include "recognition/fused/sums.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition;
using namespace jixiao::recognition::fused;

namespace {

std::vector<RunColumn> const target_weight{{ColumnKind::target, {}, 0}, {ColumnKind::weight, {}, 0}};
std::vector<RunColumn> const weight_first{
    {ColumnKind::weight, {}, 0}, {ColumnKind::target, {}, 0}, {ColumnKind::actual, {}, 0}, {ColumnKind::score, {}, 0}};
std::vector<RunColumn> const funds{{ColumnKind::measure, "revised_budget", 0},
                                   {ColumnKind::measure, "executed", 0},
                                   {ColumnKind::measure, "weight", 0},
                                   {ColumnKind::measure, "execution_rate", 0},
                                   {ColumnKind::measure, "score", 0}};

std::string text_of(std::string_view run, RunParting const& parting) {
  std::string out;
  for (auto const& part : parting.parts)
    out += (out.empty() ? "" : "|") + std::string(part.of(run));
  return out;
}

/// The only cheapest parting; empty when there are several or none.
std::string only(std::string_view run, std::vector<RunColumn> const& columns, RunLimits const& limits = {}) {
  auto const parted = part_alone(run, columns, limits);
  return parted.way() ? text_of(run, *parted.way()) : std::string();
}

} // namespace

TEST_CASE("a run goes as far as values do") {
  CHECK(run_length("") == 0);
  CHECK(run_length("数量") == 0);
  CHECK(run_length("10") == 2);
  CHECK(run_length("≥95%10服务") == std::string("≥95%10").size());
  CHECK(run_length("2022年11月底前10") == std::string("2022年11月底前10").size());
}

TEST_CASE("numbers begin with no zero, and weights are more than none and at most 100") {
  CHECK(only("180010", target_weight) == "1800|10");
  CHECK(only("95%以上10", target_weight) == "95%以上|10");
  CHECK(only("1215", target_weight).empty());
  CHECK(only("", target_weight).empty());
}

TEST_CASE("a blank ends a value, and a dash between blanks stands for one") {
  CHECK(only("1 215", target_weight) == "");
  CHECK(only("12 15", target_weight) == "12|15");
  CHECK(only("10 ≥98% 99% 10", weight_first) == "10|≥98%|99%|10");
  CHECK(only("10 98 / 10", weight_first) == "10|98|/|10");
  CHECK(only("35 35 10 100.00% 10", funds) == "35|35|10|100.00%|10");
  CHECK(spaced_run_length("10 98 / 10 合格率") == std::string("10 98 / 10").size());
  CHECK(spaced_run_length("10 1.执行率") == 2);
}

TEST_CASE("a run with more ways than are looked at has none of them") {
  std::vector<RunColumn> const many(40, {ColumnKind::target, {}, 0});
  auto const parted = part_run(std::string(40, '1'), many);
  CHECK(parted.cut);
  CHECK(parted.ways.empty());
  CHECK(part_run(std::string(200, '1'), target_weight).cut);
  CHECK_FALSE(part_run("1215", target_weight).cut);
}

TEST_CASE("target and result are of one unit") {
  CHECK(only("1035万元35万元10", weight_first) == "10|35万元|35万元|10");
  CHECK(only("20100%100%20", weight_first) == "20|100%|100%|20");
  CHECK(only("10≥1420米≥1420米10", weight_first) == "10|≥1420米|≥1420米|10");
}

TEST_CASE("a rate is that of what was executed to the budget") {
  CHECK(only("353510100.00%10", funds) == "35|35|10|100.00%|10");
  CHECK(only("48361075.00%7.5", funds) == "48|36|10|75.00%|7.5");
  std::vector<RunColumn> const part{funds[0], funds[1], funds[3]};
  CHECK(only("3535", part, {35, 35}) == "35|35|");
  CHECK(only("4836", part, {48, 36}) == "48|36|");
}

TEST_CASE("weights add up to their total") {
  std::vector<std::vector<RunParting>> runs;
  for (std::string_view const run : {"3620", "12015", "95%25", "100%20", "90%20"})
    runs.push_back(part_run(run, target_weight).ways);
  long const sums[] = {10000};
  auto const chosen = choose_partings(runs, sums);
  REQUIRE(chosen.size() == 5);
  REQUIRE(chosen[1] >= 0);
  CHECK(text_of("12015", runs[1][static_cast<std::size_t>(chosen[1])]) == "120|15");
}

TEST_CASE("two choices that add up decide nothing") {
  std::vector<std::vector<RunParting>> runs;
  for (std::string_view const run : {"12135", "1435", "98%60"})
    runs.push_back(part_run(run, target_weight).ways);
  long const sums[] = {10000};
  auto const chosen = choose_partings(runs, sums);
  CHECK(chosen[0] == -1);
  CHECK(chosen[1] == -1);
  CHECK(chosen[2] >= 0);
}
