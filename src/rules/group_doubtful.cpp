#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace jixiao {

namespace {

using namespace std::string_view_literals;

using Words = std::span<std::string_view const>;

constexpr std::array<std::string_view, 46> ecology{
    "生态", "环境", "环保", "绿", "节能", "能耗", "污染", "排放", "碳",     "纸",      "再利用", "回收",
    "垃圾", "水",   "空气", "噪", "林",   "草",   "湿地", "降耗", "节约",   "循环",    "可再生", "清洁",
    "卫生", "扬尘", "弃土", "废", "秸秆", "土壤", "物种", "鸟",   "树",     "旧料",    "電",     "节电",
    "粪",   "污",   "涝",   "海", "湖",   "河",   "岸",   "植被", "重复使", "综合治理"};
/// What is about people and offices, and surely no ecology.
constexpr std::array<std::string_view, 17> of_people{"党建", "社情",     "民意", "满意", "办公效率", "就业",
                                                     "增收", "培训",     "人才", "服务", "志愿者",   "居民幸福",
                                                     "基层", "治理效能", "设备", "经费", "知晓"};
constexpr std::array<std::string_view, 5> satisfaction{"满意度", "满意率", "滿意度", "满意程度", "满意情况"};
constexpr std::array<std::string_view, 12> opinion{"满意", "滿意", "认可", "好评", "投诉", "评价",
                                                   "口碑", "信访", "认同", "感",   "赞",   "评分"};
constexpr std::array<std::string_view, 7> quality{"服务质量", "合格率", "正常运转率", "完好率",
                                                  "验收率",   "准确率", "运行率"};
constexpr std::array<std::string_view, 4> time{"时限", "完成时间", "响应时间", "办结时间"};
constexpr std::array<std::string_view, 6> praise{"提升", "提高", "动员", "增强", "汇聚", "弘扬"};
constexpr std::array<std::string_view, 12> burden{"成本", "费",   "负担", "影响", "舆情", "投诉",
                                                  "降低", "减少", "控制", "出行", "扰民", "噪"};
constexpr std::array<std::string_view, 2> money_words{"经费", "资金"};
constexpr std::array<std::string_view, 4> flow{"到位率", "拨付率", "使用率", "执行率"};
constexpr std::array<std::string_view, 3> lasting{"年限", "持续", "长效"};
constexpr std::array<std::string_view, 12> staff{"在编人数", "在岗人数", "在编在岗", "编制人数",
                                                 "人员数量", "人员到位", "职工人数", "工作人员数",
                                                 "驾驶人员", "配备车辆", "车辆配备", "运输车辆"};
constexpr std::array<std::string_view, 16> served{"服务", "培训", "受益", "满足", "参训", "参加", "参与", "慰问",
                                                  "覆盖", "救助", "惠及", "体检", "受训", "购",   "更新", "新增"};
constexpr std::array<std::string_view, 6> audience{"人次", "粉丝", "浏览", "阅读", "点击", "关注"};

constexpr std::array<std::string_view, 4> says_in_time{"及时", "按时", "按期", "准时"};
/// How well, beside in time.
constexpr std::array<std::string_view, 9> how_well{"质量", "合格", "准确", "规范", "达标",
                                                   "完整", "满意", "完好", "足额"};
/// What brings in or saves money, or is about business.
constexpr std::array<std::string_view, 31> economy{"收",   "成本", "节",   "产值", "税",   "利润", "增",  "投资",
                                                   "产量", "价",   "损失", "费",   "消费", "营业", "销",  "元",
                                                   "贸易", "经济", "效率", "就业", "资金", "市场", "财",  "降低",
                                                   "减少", "企业", "产业", "负担", "资源", "利用", "生产"};
constexpr std::array<std::string_view, 7> safety{"伤亡", "事故", "度汛", "安全", "稳定", "知晓", "案件"};
constexpr std::array<std::string_view, 4> running{"正常运行", "正常运转", "正常开展", "顺利开展"};
constexpr std::array<std::string_view, 4> paid{"保障率", "到位率", "拨付率", "发放率"};
constexpr std::array<std::string_view, 5> of_payment{"费用", "经费", "资金", "补贴", "补助"};

/// Of 经济效益: what is neither earned nor saved.
std::string_view instead_of_economy(Indicator const& row) {
  auto const& name = *row.level3;
  bool const money = row.target && row.target->unit && row.target->unit->ends_with("元");
  if (money)
    return {};
  if (contains_any(name, of_payment) && ends_with_any(name, paid))
    return "the management of funds";
  if (contains_any(name, economy))
    return {};
  if (contains_any(name, safety))
    return "社会效益指标";
  return contains_any(name, running) ? std::string_view("another group") : std::string_view();
}

/// Of 生态效益 and 生态环境成本.
std::string_view instead_of_ecology(Indicator const& row) {
  auto const& name = *row.level3;
  if (is_not_applicable(row) || contains_any(name, ecology) || (row.target && contains_any(row.target->text, ecology)))
    return {};
  if (contains_any(name, lasting))
    return "可持续影响指标";
  return contains_any(name, of_people) ? std::string_view("another group") : std::string_view();
}

/// 0, —: a row that was left open has no name that could speak of a group.
bool says_something(std::string_view name) {
  return std::ranges::any_of(name, [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
}

/// The group that the name speaks of; empty where it may well be its own.
std::string_view better_group(Indicator const& row) {
  auto const& name = *row.level3;
  bool const benefit = row.level1 == "效益指标"sv && row.level2 != "可持续影响指标"sv;
  bool const percent = row.target && row.target->unit && is_percent(*row.target->unit);
  if (!is_satisfaction(row) && ends_with_any(name, satisfaction) && name.size() > satisfaction[0].size())
    return "满意度指标";
  if (is_satisfaction(row) && percent && !contains_any(name, opinion))
    return "质量指标";
  if (row.level2 == "生态效益指标"sv || row.level2 == "生态环境成本指标"sv)
    return instead_of_ecology(row);
  if (benefit && ends_with_any(name, quality))
    return "质量指标";
  if (benefit && ends_with_any(name, time))
    return "时效指标";
  if (row.level2 == "社会成本指标"sv && !contains_any(name, burden) && !is_not_applicable(row))
    return contains_any(name, praise) ? "社会效益指标" : percent ? "another group" : "";
  if (row.level2 == "经济效益指标"sv)
    return instead_of_economy(row);
  if (row.level2 == "质量指标"sv && contains_any(name, says_in_time) && !contains_any(name, how_well))
    return "时效指标";
  if (row.level2 == "质量指标"sv && contains_any(name, money_words) && ends_with_any(name, flow))
    return "the management of funds";
  if (row.level2 == "可持续影响指标"sv && contains_any(name, audience) && row.target && row.target->number && !percent)
    return "社会效益指标";
  if (row.level2 == "数量指标"sv && contains_any(name, staff) && !contains_any(name, served) && !percent)
    return "an input, not what is delivered";
  return {};
}

} // namespace

/// An indicator stands in the group that its words speak of (财预〔2020〕10号: 经济效益 is what is earned or saved).
/// Breaks it: 社会效益指标 设施正常运转率; 生态效益指标 设备使用年限; 数量指标 在编在岗人数; 经济效益指标 全市安全度汛.
/// Satisfies it: 质量指标 设施正常运转率; 经济效益指标 减少事故损失.
void check_group_doubtful(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level1 || !indicator.level2 || !indicator.level3 || !says_something(*indicator.level3) ||
        form.garbled(i, "level3"))
      continue;
    form.judged();
    if (auto const better = better_group(indicator); !better.empty())
      form.report_indicator(i, "level2",
                            {{"name", *indicator.level3}, {"group", *indicator.level2}, {"better", better}});
  }
  form.needs("indicators/level2 or level3");
}

} // namespace jixiao
