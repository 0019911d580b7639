#include "rules/rules.hpp"

#include "rules/texts.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace jixiao {

namespace {

constexpr std::size_t longest_wish = 180; ///< bytes: sixty ideographs; a longer text tells what is done

/// What every clause of such a goal wishes.
constexpr std::array<std::string_view, 22> wished{
    "保障", "保证", "确保", "提升", "提高", "加强", "增强",     "促进",     "推进",     "推动",     "完善",
    "改善", "落实", "做好", "优化", "健全", "享受", "满足需求", "基本需求", "任务要求", "各项任务", "持续发展"};

/// Things that are made, held or handed out can be looked at or counted.
constexpr std::array<std::string_view, 44> made{
    "建成", "新建", "修建", "建设项目", "修缮", "维修", "改造", "装修", "采购", "购置", "购买",
    "安装", "培训", "培育", "演练",     "举办", "召开", "编制", "编纂", "出版", "印发", "制作",
    "研究", "调研", "巡查", "检测",     "监测", "抽检", "评审", "验收", "换届", "宣传", "活动",
    "发放", "拨付", "缴纳", "清运",     "疏浚", "种植", "养护", "救助", "体检", "考试", "招募"};

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

/// A clause without the number of its item (1. …) and the year it is of.
std::string without_item_and_year(std::string_view clause) {
  constexpr std::string_view year = "年";
  std::string out;
  for (std::size_t at = 0; at < clause.size();) {
    auto end = at;
    while (end < clause.size() && is_decimal_digit(clause[end]))
      ++end;
    bool const item = at == 0 && end > 0 && (end == clause.size() || clause[end] == '.');
    bool const of_year = end - at == 4 && clause.substr(end).starts_with(year);
    if (end > at && !item && !of_year)
      out.append(clause.substr(at, end - at));
    if (end == at)
      out += clause[end++];
    at = end;
  }
  return out;
}

/// Digits, 一次, 首批, 全覆盖: what can be checked.
bool can_be_checked(std::string_view clause) {
  constexpr std::array<std::string_view, 16> exact{"一次", "一批", "两个", "两次", "两家",   "三",   "十",   "百",
                                                   "千",   "首批", "零",   "无",   "全覆盖", "月底", "年底", "季度"};
  return std::ranges::any_of(without_item_and_year(clause), is_decimal_digit) || contains_any(clause, exact) ||
         contains_any(clause, made);
}

/// Every clause wishes, and none can be checked. A clause may be the bare number of its item.
bool only_wishes(std::string_view text) {
  bool any = false;
  for (auto const clause : clauses_of(text)) {
    if (std::ranges::all_of(clause, is_decimal_digit))
      continue;
    if (!contains_any(clause, wished) || can_be_checked(clause))
      return false;
    any = true;
  }
  return any;
}

} // namespace

/// A goal says what the money brings, so that it can be seen afterwards whether it did (财预〔2015〕88号: 指向明确、
/// 细化量化). Only short goals that wish in every clause are meant. Breaks it: 不断增强党组织的影响力和号召力.
/// Satisfies it: 培训党务干部120人; 疏浚干渠.
void check_goal_without_facts(FormCheck& form) {
  auto const& goals = form.form.goals;
  for (auto const& [field, text] :
       {std::pair("goals/annual", &goals.annual), std::pair("goals/expected", &goals.expected)}) {
    if (!*text || form.garbled(field) || form.garbled("goals"))
      continue;
    form.judged();
    if ((*text)->size() <= longest_wish && only_wishes(**text))
      form.report(field, {{"text", **text}});
  }
  form.needs("goals");
}

} // namespace jixiao
