#include "recognition/fused/lattice.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition;
using namespace jixiao::recognition::fused;

namespace {

LabelFinder const& finder() {
  static LabelFinder const labels(Vocabulary::builtin(), jixiao::builtin_taxonomy());
  return labels;
}

/// The parts of a line: [label], <title>, text.
std::string parted(std::string_view line, bool in_table = false) {
  std::string out;
  for (auto const& part : part_line(line, in_table, finder())) {
    auto const text = std::string(line.substr(part.begin, part.end - part.begin));
    out += part.kind == Part::Kind::label   ? "[" + text + "]"
           : part.kind == Part::Kind::title ? "<" + text + ">"
                                            : text + " ";
  }
  return out;
}

} // namespace

TEST_CASE("empty lines and lines without labels") {
  CHECK(part_line("", true, finder()).size() == 1);
  CHECK(part_line("　", true, finder()).size() == 1);
  CHECK(parted("某区开展了检查。") == "某区开展了检查。 ");
}

TEST_CASE("labels and values stand side by side") {
  CHECK(parted("项目名称桥梁检测项目主管部门河畔区交通局") == "[项目名称]桥梁检测 [项目主管部门]河畔区交通局 ");
  CHECK(parted("资金总额12其他资金3") == "[资金总额]12 [其他资金]3 ");
}

TEST_CASE("a header is its labels") {
  CHECK(parted("一级指标二级指标三级指标年度指标值分值得分") ==
        "[一级指标][二级指标][三级指标][年度指标值][分值][得分]");
  CHECK(glued_columns("一级指标二级指标三级指标年度指标值", finder()) == 4);
  CHECK(glued_columns("一级指标 二级指标", finder()) == 1);
}

TEST_CASE("a header begins a table however many words of labels stand in its names") {
  CHECK(parted("已完成。指标名称年初指标值分值政府采购执行率98%10结余资金上缴率95%10") ==
        "已完成。 [指标名称][年初指标值][分值]政府采购执行率98%10结余资金上缴率95%10 ");
  CHECK(parted("指标名称指标值年成值全完值得分系数指标权重指标得分巡查次数12") ==
        "[指标名称][指标值]年成值全完值 [得分系数][指标权重][指标得分]巡查次数12 ");
}

TEST_CASE("groups part the names in a table") {
  CHECK(parted("产出指标数量指标检测桥梁座数≥9座质量指标检测合格率100%", true) ==
        "[产出指标][数量指标]检测桥梁座数≥9座 [质量指标]检测合格率100% ");
  CHECK(parted("质量指标质量合格率98%", true) == "[质量指标]质量合格率98% ");
}

TEST_CASE("a title ends in 表 where a label or the year follows") {
  CHECK(parted("附件:河畔区桥梁检测绩效自评表(2023年度)项目名称桥梁检测") ==
        "附件: <河畔区桥梁检测绩效自评表(2023年度)>[项目名称]桥梁检测 ");
  CHECK(parted("详见绩效自评表所列内容") == "详见绩效自评表所列内容 ");
}

TEST_CASE("terms of a formula and of a sentence are no labels") {
  CHECK(parted("年度资金总额30 1.预算执行率=预算执行数/调整后预算数,预算执行率低于90%的说明原因。") ==
        "[年度资金总额]30 1.预算执行率=预算执行数/调整后预算数,预算执行率低于90%的说明原因。 ");
}

TEST_CASE("two measures are parted unless the first stands before them") {
  CHECK(parted("年初预算预算执行数预算执行率权重得分") == "[年初预算][预算执行数][预算执行率][权重][得分]");
  CHECK(parted("年初预算预算执行数执行率执行率权重执行率得分") ==
        "[年初预算][预算执行数][执行率][执行率权重][执行率得分]");
}

TEST_CASE("a number before a label is of it") {
  CHECK(parted("开展检测。2.项目实施内容及过程概述检测桥梁三、存在问题无") ==
        "开展检测。 [2.项目实施内容及过程概述]检测桥梁 [三、存在问题]无 ");
}
