#include "rules/words.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

using Words = std::span<std::string_view const>;

constexpr std::array<std::string_view, 9> no_rates{"效率", "频率", "概率", "税率", "汇率",
                                                   "利率", "费率", "速率", "功率"};

constexpr std::array<std::string_view, 28> bounded{
    "通过率", "转化率", "覆盖率", "合格率", "满意度", "满意率", "及时率", "准确率", "达标率", "出勤率",
    "知晓率", "到位率", "优良率", "公开率", "优秀率", "完好率", "正确率", "普及率", "入户率", "签约率",
    "受理率", "办结率", "回复率", "巩固率", "验收率", "毕业率", "成活率", "认可度"};

constexpr std::array<std::string_view, 10> counts{"次数", "人数", "数量", "个数", "人次",
                                                  "场次", "户数", "篇数", "件数", "覆盖数"};

constexpr std::array<std::string_view, 34> praise_words{
    "进一步", "有所", "得到", "不断", "显著", "明显", "有效", "稳步", "逐步", "持续", "大幅", "较大",
    "切实",   "全面", "充分", "提高", "提升", "增强", "改善", "加强", "促进", "优化", "保障", "完善",
    "健全",   "推动", "推进", "实现", "确保", "良好", "较好", "情况", "程度", "水平"};

constexpr std::array<std::string_view, 44> vague{
    "及时",     "合理",     "优",       "好",       "高",       "长期",     "持续",     "较高",     "显著",
    "按时",     "规范",     "满意",     "完成",     "精准",     "高效",     "安全",     "稳定",     "满足",
    "明确",     "准确",     "健全",     "到位",     "契合",     "达标",     "充分",     "满足要求", "符合要求",
    "达到要求", "良",       "较低",     "低",       "良好",     "顺利完成", "按时付款", "按时完成", "严格控制",
    "良性运行", "有效控制", "效果明显", "效果显著", "成效明显", "成效显著", "作用明显", "效果良好"};

constexpr std::array<std::string_view, 10> wishes{"达成目标", "达成市级目标", "达成预期", "达到预期", "达到目标",
                                                  "目标要求", "高质量完成",   "能力提升", "影响力",   "荣誉感"};

constexpr std::array<std::string_view, 24> soft{"提升",   "提高",   "加强", "增强", "改善", "促进",   "推动", "优化",
                                                "高质量", "有效",   "良好", "合理", "贴近", "指导",   "支撑", "震慑",
                                                "可持续", "可复制", "展现", "到位", "符合", "规范化", "培养", "充分"};

constexpr std::array<std::string_view, 21> norms{"验收",     "标准", "规定", "评审",   "审核", "认证",     "办法",
                                                 "规范要求", "等级", "无",   "不发生", "零",   "全部",     "全覆盖",
                                                 "合格",     "印发", "批复", "审计",   "备案", "分类处理", "签订"};

/// 通过考核 is a test; 通过本项目实施，有效提高… says by what means.
bool names_test(std::string_view words) {
  return words.find("通过") != words.npos && !words.starts_with("通过本项目") && !words.starts_with("通过项目");
}

} // namespace

bool contains_any(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool holds_placeholder(std::string_view value) {
  static constexpr std::array<std::string_view, 6> marks{"**", "XX", "xx", "××", "＊＊", "□□"};
  return value == "*" || value == "X" || contains_any(value, marks);
}

bool ends_with_any(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

bool is_reason(Text const& remark) {
  if (!remark)
    return false;
  auto const text = trim(*remark);
  return text.size() > 3 && !bare(text).empty() && text != "暂无" && text != "none" && text != "N/A" &&
         !parse_decimal(text);
}

bool has_reason_below(Form const& form) {
  return std::ranges::any_of(form.other, [](Labelled const& entry) {
    auto const& label = entry.label.back();
    bool const of_deviation = label.find("原因") != label.npos || label.find("存在问题") != label.npos ||
                              label.find("存在的问题") != label.npos || label.find("情况说明") != label.npos ||
                              label == "说明";
    return of_deviation && is_reason(entry.text);
  });
}

bool names_rate(std::string_view name) {
  name = without_remark(name);
  return name.ends_with("率") && !ends_with_any(name, no_rates);
}

bool names_bounded_rate(std::string_view name) {
  name = without_remark(name);
  return (name.ends_with("率") || name.ends_with("度")) && ends_with_any(name, bounded);
}

bool names_count(std::string_view name) {
  name = without_remark(name);
  return (name.ends_with("数") || name.ends_with("量") || name.ends_with("次")) && ends_with_any(name, counts);
}

bool has_target(Indicator const& indicator) { return indicator.target || !indicator.targets.empty(); }

bool has_result(Indicator const& indicator) { return indicator.actual || !indicator.results.empty(); }

bool is_sub_row(Indicator const& indicator) { return indicator.level3 && indicator.level3->starts_with("其中"); }

bool is_cost(Indicator const& indicator) {
  constexpr std::string_view cost = "成本指标", economic = "经济成本指标";
  return indicator.level1 == cost || indicator.level2 == cost || indicator.level2 == economic;
}

bool is_satisfaction(Indicator const& indicator) { return indicator.level1 == std::string_view("满意度指标"); }

bool is_of_management(Indicator const& indicator) {
  constexpr std::array<std::string_view, 6> words{"决策", "管理", "投入", "过程", "立项", "项目目标"};
  return (indicator.level1 && contains_any(*indicator.level1, words)) ||
         (indicator.level2 && contains_any(*indicator.level2, words));
}

bool is_not_applicable(Indicator const& indicator) {
  constexpr std::string_view words[] = {"不涉及", "不适用", "无", "本项目不涉及"};
  return indicator.level3 && std::ranges::find(words, bare(*indicator.level3)) != std::end(words);
}

std::optional<int> money_exponent(std::string_view unit) {
  if (unit == "元" || unit == "人民币元")
    return 0;
  if (unit == "千元")
    return 3;
  if (unit == "万元" || unit == "万")
    return 4;
  if (unit == "亿元" || unit == "亿")
    return 8;
  return std::nullopt;
}

bool is_percent(std::string_view unit) { return unit == "%" || unit == "％" || unit == "百分比"; }

std::string bare(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const character = character_at(text, at);
    auto const c = character.value;
    bool const letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= 0x3400 && c <= 0x9FFF))
      out.append(text.substr(at, character.length));
    at += character.length;
  }
  return out;
}

std::string without_praise(std::string_view text) {
  auto const all = bare(text);
  std::string_view left = all;
  std::string out;
  while (!left.empty()) {
    auto const word =
        std::ranges::find_if(praise_words, [&](std::string_view candidate) { return left.starts_with(candidate); });
    auto const length = word != praise_words.end() ? word->size() : utf8_length(left[0]);
    if (word == praise_words.end())
      out.append(left.substr(0, length));
    left.remove_prefix(std::min(length, left.size()));
  }
  return out;
}

bool names_no_standard(std::string_view text) {
  auto const words = bare(text);
  if (words.empty() || contains_any(words, norms) || names_test(words) ||
      std::ranges::any_of(words, [](char c) { return c >= '0' && c <= '9'; }))
    return false;
  return std::ranges::find(vague, words) != vague.end() || contains_any(words, wishes) || contains_any(words, soft) ||
         without_praise(words).empty();
}

std::string_view without_remark(std::string_view name) {
  if (name.empty() || (name.back() != ')' && name.back() != '\x89')) // the last byte of ）
    return name;
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}})
    if (name.ends_with(close))
      if (auto const at = name.rfind(open); at != name.npos && at > 0)
        return name.substr(0, at);
  return name;
}

} // namespace jixiao
