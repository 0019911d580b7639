#include "readers/layout/layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao;

namespace {

struct Result {
  std::string text;
  SourceText source;
  Reading reading;

  /// The row with a cell that has this text.
  Row const* row_of(std::string_view text) const {
    for (auto const& row : reading.rows)
      for (auto const& cell : reading.cells_of(row))
        if (cell.text == text)
          return &row;
    return nullptr;
  }

  std::vector<std::string_view> beside(std::string_view text) const {
    std::vector<std::string_view> texts;
    if (auto const* row = row_of(text))
      for (auto const& cell : reading.cells_of(*row))
        if (!cell.text.empty())
          texts.push_back(cell.text);
    return texts;
  }

  Cell cell(std::string_view text) const {
    for (auto const& cell : reading.cells)
      if (cell.text == text)
        return cell;
    return {};
  }
};

Result read(std::string text) {
  Result result{std::move(text), {}, {}};
  DiagnosticSink sink;
  Limits const limits;
  result.source = decode(result.text, sink);
  result.reading = read_layout(result.source, limits, sink);
  return result;
}

using Texts = std::vector<std::string_view>;

} // namespace

TEST_CASE("lines of centred cells are parted by the middles of their rows") {
  auto const result = read("     一级                            年度\n"
                           "            二级指标     三级指标             分值      备注\n"
                           "     指标                           指标值\n"
                           "                     疏通管网      ≥20 公里    10\n"
                           "            数量指标                              汛期停工三周，\n"
                           "    产出指标             更换井盖       ≥300 套    10\n"
                           "                                              已调整计划\n"
                           "            质量指标     验收合格率       100%      20\n"
                           "    效益指标     社会效益指标    受益居民       ≥9000 户   20\n");
  CHECK(result.reading.blocks.at(0).told_spans);
  CHECK(result.beside("一级指标") == Texts{"一级指标", "二级指标", "三级指标", "年度指标值", "分值", "备注"});
  CHECK(result.beside("更换井盖") == Texts{"更换井盖", "≥300 套", "10", "汛期停工三周，已调整计划"});
  CHECK(result.beside("疏通管网") == Texts{"产出指标", "数量指标", "疏通管网", "≥20 公里", "10"});
  CHECK(result.cell("数量指标").y_span == 2);
  CHECK(result.cell("产出指标").y_span == 3);
}

TEST_CASE("lines under one top belong to the row above them") {
  auto const result = read("一级指标   二级指标     三级指标         指标值\n"
                           "产出指标   数量指标     改造泵房个数       ≥12 个\n"
                           "                以及完好水箱\n"
                           "                安装监测设备       24 台\n"
                           "       质量指标     一次验收合格率      ≥98%\n"
                           "满意度指  服务对象满    居民满意度        ≥90%\n"
                           "标      意度指标\n");
  CHECK(result.beside("24 台") == Texts{"安装监测设备", "24 台"});
  CHECK(result.beside("≥12 个") == Texts{"产出指标", "数量指标", "改造泵房个数以及完好水箱", "≥12 个"});
  CHECK(result.beside("居民满意度") == Texts{"满意度指标", "服务对象满意度指标", "居民满意度", "≥90%"});
}

TEST_CASE("lines of labels of levels one space apart end no table") {
  auto const result = read("     一级指\n"
                           "            二级指标    三级指标         指标值       全年实际值     分值     得分\n"
                           "      标\n"
                           "     产出指              修缮村级\n"
                           "            数量指标                  9 间        9 间      20      20\n"
                           "      标               卫生室\n"
                           "     效益指              日均接诊\n"
                           "            社会效益指标               ≥60 人次    63 人次    20      20\n"
                           "      标                能力\n"
                           "     满意度 服务对象满意     就诊村民满\n"
                           "                                 ≥90%        93%      20      20\n"
                           "      指标   度指标         意度\n");
  CHECK(result.beside("≥90%") ==
        Texts{"满意度指标", "服务对象满意度指标", "就诊村民满意度", "≥90%", "93%", "20", "20"});
}

TEST_CASE("lines of names that fill their column are one name") {
  auto const result =
      read("    一级指标        二级指标                        三级指                   指标值             评价标准\n"
           "                                            标\n"
           "                                            清淤河\n"
           "                数量指标                        道总里                   ≥18 公里          计划标准\n"
           "                                            程\n"
           "    产出指标                                    河岸绿\n"
           "                质量指标                        化苗木                   ≥95%            行业标准\n"
           "                                            成活率\n"
           "                时效指标                        完工时                   10 月底前          计划标准\n"
           "                                            间\n"
           "                                            沿河居\n"
           "    效益指标        社会效益指标                      民投诉                   ≤5 件            历史标准\n"
           "                                            件数\n");
  CHECK(result.beside("≥18 公里") == Texts{"产出指标", "数量指标", "清淤河道总里程", "≥18 公里", "计划标准"});
  CHECK(result.beside("≥95%") == Texts{"质量指标", "河岸绿化苗木成活率", "≥95%", "行业标准"});
  CHECK(result.beside("≤5 件") == Texts{"效益指标", "社会效益指标", "沿河居民投诉件数", "≤5 件", "历史标准"});
}

TEST_CASE("the first line of a value above the line of its label is of the table") {
  auto const result = read("          青岭社区养老服\n"
                           "  项目名称                项目性质          经常性项目\n"
                           "           务站运维\n"
                           "  主管部门    青岭区民政局    实施单位        青岭区社会福利中心\n"
                           " 一级指标      二级指标     三级指标       指标值\n"
                           " 产出指标      数量指标     服务老人人数     ≥300 人\n"
                           "           质量指标     上门服务及时率    ≥95%\n"
                           " 效益指标      社会效益指标   投诉办结率      100%\n");
  CHECK(result.beside("项目性质") == Texts{"项目名称", "青岭社区养老服务站运维", "项目性质", "经常性项目"});
}

TEST_CASE("a sentence above labels of columns heads none") {
  auto const result = read("         预期目标                      实际完成情况\n"
                           "  年度目标                        建成灌溉泵站 2 座，因汛期停工\n"
                           "  完成情况   建成灌溉泵站 2 座。           推迟到 1 月完成。\n"
                           "  绩效指标   一级指标     二级指标     三级指标   预期指标值      实际完成值\n"
                           "                                       新建泵站 2\n"
                           "         产出指标     数量指标     建成泵站          座         2座\n"
                           "         效益指标     经济效益指标   增产粮食       ≥30 吨      32 吨\n");
  CHECK(result.beside("三级指标") == Texts{"绩效指标", "一级指标", "二级指标", "三级指标", "预期指标值", "实际完成值"});
}

TEST_CASE("text without a known header is left to its gutters") {
  auto const result = read("甲      乙      丙\n一      二      三\n四      五      六\n七      八      九\n");
  CHECK_FALSE(result.reading.blocks.at(0).told_spans);
}
