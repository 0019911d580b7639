#include "restore/fold_rows.hpp"

#include "forms/grammar_set_impl.hpp"
#include "readers/reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;

namespace {

/// The rows after folding: cells parted by " | ", paragraphs within a cell by " / "; "T " before rows of tables.
std::vector<std::string> fold(std::string const& text, bool* doubtful = nullptr) {
  auto const& set = GrammarSet::builtin().impl();
  DiagnosticSink sink;
  auto opened = open_input({"test.txt", text}, "tsv", Limits{}, sink);
  fold_rows(opened.reading, set.lexicon, set.forms, sink);
  if (doubtful != nullptr)
    *doubtful = sink.size() > 0;
  std::vector<std::string> lines;
  for (auto const& row : opened.reading.rows) {
    std::string line;
    for (auto const& cell : opened.reading.cells_of(row)) {
      line += cell.x == 0 ? "" : " | ";
      for (char const c : cell.text)
        line += c == '\n' ? std::string(" / ") : std::string(1, c);
    }
    lines.push_back((opened.reading.blocks[row.block].kind == BlockKind::table ? "T " : "") + line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

std::string const records = "一级指标\n二级指标\n三级指标\n绩效指标描述\n指标值\n指标值确定依据\n"
                            "产出指标\n数量指标\n修路里程\n新修里程\n≥3公里\n计划\n";

} // namespace

TEST_CASE("rows of labels with their values, and of records") {
  CHECK(fold("1.修路绩效目标表\n项目编码\n99012025P1\n项目名称\n修路\n绩效目标\n修通\n" + records) ==
        Lines{"1.修路绩效目标表", "T 项目编码 | 99012025P1 | 项目名称 | 修路", "T 绩效目标 | 修通",
              "T 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据",
              "T 产出指标 | 数量指标 | 修路里程 | 新修里程 | ≥3公里 | 计划"});
}

TEST_CASE("an empty line is an empty cell") {
  auto const rows =
      fold("1.修路绩效目标表\n预算规模及资金用途\n预算数\n3.00\n其中：财政资金\n3.00\n其他资金\n\n\n用于修路。\n"
           "资金支出计划（%）\n3月底\n6月底\n\n40%\n100%\n绩效目标\n1.修通\n2.养护\n" +
           records);
  REQUIRE(rows.size() == 8);
  CHECK(rows[1] == "T 预算规模及资金用途 | 预算数 | 3.00 | 其中：财政资金 | 3.00 | 其他资金 | ");
  CHECK(rows[2] == "T  | 用于修路。");
  CHECK(rows[3] == "T 资金支出计划（%） | 3月底 | 6月底");
  CHECK(rows[4] == "T  | 40% | 100%");
  CHECK(rows[5] == "T 绩效目标 | 1.修通 / 2.养护");
}

TEST_CASE("two empty lines between the times and the amounts of a series: the first amount is empty") {
  auto const rows = fold("1.修路绩效目标表\n资金支出计划（%）\n3月底\n6月底\n\n\n100%\n绩效目标\n修通\n" + records);
  REQUIRE(rows.size() > 2);
  CHECK(rows[1] == "T 资金支出计划（%） | 3月底 | 6月底");
  CHECK(rows[2] == "T  |  | 100%");
}

TEST_CASE("panels side by side, labels broken over lines") {
  auto const rows =
      fold("财政项目支出绩效目标申报表\n(2025年度)\n项目名称\n修路\n项目资金\n(元)\n项目资金总额\n\n年度资金申请总额\n"
           "5.00\n\n其他资金\n\n其他资金\n5.00\n项目\n绩效\n目标\n项目总目标\n年度总体目标\n\n\n修通\n绩效\n指标\n"
           "一级指标\n二级指标\n三级指标\n年度(/项目)指标值\n\n产出指标\n数量指标\n修路里程\n≥3公里\n");
  CHECK(rows == Lines{"财政项目支出绩效目标申报表", "(2025年度)", "T 项目名称 | 修路",
                      "T 项目资金 / (元) | 项目资金总额 |  | 年度资金申请总额 | 5.00",
                      "T  | 其他资金 |  | 其他资金 | 5.00", "T 项目 / 绩效 / 目标 | 项目总目标 | 年度总体目标",
                      "T  |  | 修通", "T 绩效 / 指标 | 一级指标 | 二级指标 | 三级指标 | 年度(/项目)指标值",
                      "T  | 产出指标 | 数量指标 | 修路里程 | ≥3公里"});
}

TEST_CASE("what cannot be told apart stays, with a finding") {
  bool doubtful = false;
  auto const rows = fold("财政项目支出绩效目标申报表\n项目名称\n修路\n项目总目标\n年度总体目标\n甲\n乙\n丙\n"
                         "一级指标\n二级指标\n三级指标\n年度(/项目)指标值\n产出指标\n数量指标\n修路里程\n≥3公里\n",
                         &doubtful);
  CHECK(doubtful);
  REQUIRE(rows.size() == 8);
  CHECK(rows[3] == "甲");
}

TEST_CASE("text below the last form, and text without forms, stays") {
  CHECK(fold("1.修路绩效目标表\n项目名称\n修路\n" + records + "\n以上各项按月上报。\n").back() == "以上各项按月上报。");
  CHECK(fold("甲\n乙\n") == Lines{"甲", "乙"});
}
