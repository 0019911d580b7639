#include "rules/rules.hpp"

#include "rules/texts.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

/// A task, and the words by which an indicator may speak of it.
struct Task {
  std::string_view word;
  std::array<std::string_view, 3> also;
};

constexpr Task tasks[] = {{"换届", {}},
                          {"培训", {"参训", "学员", "研修"}},
                          {"课题", {"调研", "研究", "报告"}},
                          {"考试", {"考录", "考务", "考生"}},
                          {"评审", {"评定", "评选", "验收"}},
                          {"审计", {}},
                          {"慰问", {"走访", "关爱"}},
                          {"修缮", {"维修", "改造", "装修"}},
                          {"演出", {"文艺", "节目"}},
                          {"展览", {"展示", "展出"}},
                          {"比赛", {"赛", "奖牌"}},
                          {"论坛", {"研讨", "会议"}},
                          {"表彰", {"表扬", "评选", "选树"}},
                          {"海报", {}},
                          {"媒体合作", {"媒体"}},
                          {"招募", {"志愿者"}},
                          {"体检", {}},
                          {"监测", {"检测", "抽检", "观察"}},
                          {"普查", {"调查", "摸底"}},
                          {"民意调查", {"民意调", "问卷", "调查报告"}},
                          {"征集", {"征选", "征文", "评选"}},
                          {"竞赛", {"赛", "比武"}},
                          {"数字化平台", {"平台", "系统", "信息化"}},
                          {"互动活动", {"互动"}},
                          {"编纂", {"汇编", "编印", "编辑"}},
                          {"组织生活", {"党课", "党日", "党员活动"}},
                          {"示范项目", {"示范"}},
                          {"发展报告", {"报告"}},
                          {"案例", {}},
                          {"家具", {"桌椅"}},
                          {"演练", {"应急"}},
                          {"义诊", {"诊疗", "诊治"}}};

/// 根据重点案例申报情况: what the work follows from is no task.
bool is_premise(std::string_view clause) {
  constexpr std::array<std::string_view, 6> starts{"根据", "按照", "依据", "针对", "鉴于", "随着"};
  return std::ranges::any_of(starts, [&](std::string_view word) { return clause.starts_with(word); });
}

/// The parts of a text that say what is done. A list parted by 、 is a premise where its first part is.
std::string tasks_of(std::string_view text) {
  constexpr std::string_view listed = "、";
  std::string out;
  bool premise = false;
  for (auto const clause : clauses_of(text)) {
    auto const before = text.substr(0, static_cast<std::size_t>(clause.data() - text.data()));
    premise = is_premise(clause) || (premise && before.ends_with(listed));
    if (!premise)
      out.append(clause).append("|");
  }
  return out;
}

/// The target praises, in words of the goal.
bool repeats_goal(Value const& target, std::string_view goal) {
  constexpr std::size_t shortest_clause = 18; ///< bytes
  return target.kind == ValueKind::qualitative && names_no_standard(target.text) &&
         std::ranges::any_of(clauses_of(target.text), [&](std::string_view clause) {
           return clause.size() >= shortest_clause && goal.find(clause) != goal.npos;
         });
}

/// What the indicators speak of, beside a goal.
std::string said_beside(std::vector<Indicator> const& rows, std::string_view goal) {
  std::string out;
  for (auto const& row : rows) {
    for (auto const* text : {&row.level3, &row.definition, &row.basis})
      out.append(text->value_or("")).append("|");
    if (row.target && !repeats_goal(*row.target, goal))
      out.append(row.target->text).append("|");
  }
  return out;
}

/// The tasks that a goal names and the indicators do not, in quotes.
std::string missing_tasks(std::string_view goal, std::vector<Indicator> const& rows) {
  auto const named_in = [](std::string_view text, Task const& task) { return text.find(task.word) != text.npos; };
  if (std::ranges::none_of(tasks, [&](Task const& task) { return named_in(goal, task); }))
    return {};
  auto const text = tasks_of(goal), measured = said_beside(rows, goal);
  auto const covered = [&](std::string_view word) { return !word.empty() && measured.find(word) != measured.npos; };
  std::string out;
  for (auto const& task : tasks)
    if (named_in(text, task) && !covered(task.word) && std::ranges::none_of(task.also, covered))
      out.append(out.empty() ? "" : "、").append("“").append(task.word).append("”");
  return out;
}

} // namespace

/// What the money is for, and what the goal promises, is measured by an indicator (财预〔2015〕88号: indicators cover
/// the goals). Only tasks that have a plain word are looked for; a target that praises in words of the goal measures
/// nothing. Breaks it: 资金用途 with 筹备协会换届, and no indicator that speaks of it. Satisfies it: 换届大会召开次数.
void check_task_not_covered(FormCheck& form) {
  auto const& in = form.form;
  if (in.indicators.empty() || form.lost("indicators"))
    return form.needs("indicators");
  for (auto const& [field, text] :
       {std::pair("fund_purpose", &in.fund_purpose), std::pair("goals.annual", &in.goals.annual),
        std::pair("goals.expected", &in.goals.expected)}) {
    std::string path(field);
    std::ranges::replace(path, '.', '/');
    if (!*text || form.garbled(path) || (path.starts_with("goals/") && form.garbled("goals")))
      continue;
    form.judged();
    if (auto const missing = missing_tasks(**text, in.indicators); !missing.empty())
      form.report(path, {{"field", field}, {"tasks", missing}});
  }
  form.needs("goals or fund_purpose");
}

} // namespace jixiao
