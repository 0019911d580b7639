#include "tests/property/vocabulary.hpp"

#include <array>

namespace jixiao::property {

namespace {

using Words = std::string_view const[];

constexpr Words cost_values{"合理", "≤100.00(%)", "≤5000.00(元)", "≤35.50(元/次)"};
constexpr Words count_values{"≥12.00(次)", "=3.00(座)", "≥500.00(份)", "≥1,200.00(平方米)", "=48.00(人)"};
constexpr Words quality_values{"≥95.00(%)", "=100.00(%)", "≤2.00(%)", "合格", "无返工"};
constexpr Words time_values{"12月底前", "2026年6月底前", "=100.00(%)", "及时", "≤24.00(小时)"};
constexpr Words effect_values{"提升", "有所改善", "≥80.00(%)", "明显", "逐年向好"};
constexpr Words lasting_values{"健全", "持续发挥作用", "≥5.00(年)", "长期"};
constexpr Words content_values{"≥90.00(%)", "≥85.00(%)", "=95.00(%)"};

constexpr Words money_cost{"工程成本控制率",   "预算执行偏离度",   "单位造价降幅",
                           "采购单价下浮幅度", "每盏路灯维护花费", "办公耗材支用额"};
constexpr Words social_cost{"社会成本控制情况", "居民出行负担变化", "施工扰民投诉件", "交通绕行影响", "夜间噪声影响"};
constexpr Words green_cost{"污染物排放控制", "旧料再利用占比", "弃土外运处置", "树木移栽损失"};
constexpr Words count_names{"河段巡查次数", "参训人数", "发放手册份数", "整修道路面积",
                            "新建凉亭",     "更换路灯", "栽种灌木",     "清理沟渠长度"};
constexpr Words quality_names{"路面验收合格率", "台账数据准确率", "讲解规范程度",
                              "设备故障率",     "苗木成活率",     "图纸返工率"};
constexpr Words time_names{"补助按时发放率",   "报修响应时间", "工程如期完工率",
                           "首批采购完成节点", "全线通车节点", "课程开班节点"};
constexpr Words old_cost{"总成本控制情况", "人均花费上限", "场地租用单价"};
constexpr Words money_effect{"农户增收幅度", "园区产值增长", "展馆设施利用效率", "商铺出租率", "客流增长幅度"};
constexpr Words social_effect{"惠民政策知晓率", "居民受益面", "走失老人寻回率", "邻里纠纷下降幅度", "周边环境改善程度"};
constexpr Words green_effect{"节能改造效果", "绿化提升效果", "水体透明度", "鸟类种群恢复"};
constexpr Words lasting{"长效管护机制", "设备可持续使用年限", "后续运维安排", "人才留任情况"};
constexpr Words content{"居民满意度", "参训学员满意率", "商户满意度", "居民投诉回访评价", "家长好评率"};

constexpr std::array<GroupWords, 12> groups{{
    {"成本指标", "经济成本指标", money_cost, cost_values},
    {"成本指标", "社会成本指标", social_cost, effect_values},
    {"成本指标", "生态环境成本指标", green_cost, cost_values},
    {"产出指标", "数量指标", count_names, count_values},
    {"产出指标", "质量指标", quality_names, quality_values},
    {"产出指标", "时效指标", time_names, time_values},
    {"产出指标", "成本指标", old_cost, cost_values},
    {"效益指标", "经济效益指标", money_effect, effect_values},
    {"效益指标", "社会效益指标", social_effect, effect_values},
    {"效益指标", "生态效益指标", green_effect, effect_values},
    {"效益指标", "可持续影响指标", lasting, lasting_values},
    {"满意度指标", "服务对象满意度指标", content, content_values},
}};

constexpr Words projects{"河道保洁经费", "村级图书角", "老旧路灯改造", "农技培训班",
                         "社区食堂补贴", "乡道养护",   "湿地监测",     "非遗展馆运行"};
constexpr Words parties{"青石县水务局", "云溪镇人民政府", "柳川市文化馆", "松岭区农业农村局", "望湖街道办事处"};
constexpr Words goals{"保持河面清洁，让沿岸居民有干净的散步道。", "建成八处图书角并配齐书架。", "按计划更换老旧灯具",
                      "1.开设课程；2.组织实习；3.跟踪就业。", "改善用餐条件。"};

} // namespace

std::span<GroupWords const> group_words() { return groups; }
std::span<std::string_view const> project_words() { return projects; }
std::span<std::string_view const> party_words() { return parties; }
std::span<std::string_view const> goal_words() { return goals; }

} // namespace jixiao::property
