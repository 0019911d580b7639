#include "rules/rules.hpp"

#include "rules/words.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr std::size_t longest_empty = 300; ///< bytes: a longer text tells something
constexpr std::size_t longest_short = 120; ///< bytes: a sentence
constexpr std::array<std::string_view, 8> weak_phrases{"完成年度",   "完成全年",   "较好地完成", "较好完成",
                                                       "按要求完成", "按计划完成", "顺利完成",   "达标"};
constexpr std::array<std::string_view, 9> empty_phrases{"均已完成", "全部完成", "达到预期", "达成预期",    "达到目标",
                                                        "完成目标", "圆满完成", "基本完成", "达到项目预期"};

/// What things are counted in; a digit before another character is no figure.
constexpr std::array<std::string_view, 40> counters{"次", "期", "人", "个", "项", "篇", "份", "家", "场", "户",
                                                    "万", "亿", "元", "%",  "％", "名", "件", "台", "套", "公里",
                                                    "米", "亩", "天", "类", "条", "处", "座", "批", "余", "多",
                                                    "张", "册", "部", "间", "平", "吨", "所", "门", "车", "课"};

/// A number with a counter behind it.
bool has_figure(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    auto end = at;
    while (digit(end))
      ++end;
    auto const behind = trim(text.substr(end));
    if (end > at && std::ranges::any_of(counters, [&](std::string_view one) { return behind.starts_with(one); }))
      return true;
    at = std::max(end, at + 1);
  }
  return false;
}

} // namespace

/// What was reached is told with its facts: what was done, how many, with which effect (财预〔2020〕10号, form of the
/// annex). Breaks it: 各项任务均已完成，达到预期指标. Satisfies it: 举办培训6期，培训412人.
void check_result_without_facts(FormCheck& form) {
  auto const& goals = form.form.goals;
  if (!goals.actual || !goals.expected || form.garbled("goals/actual"))
    return form.needs("goals/actual");
  form.judged();
  bool const empty = (goals.actual->size() <= longest_empty && contains_any(*goals.actual, empty_phrases)) ||
                     (goals.actual->size() <= longest_short && contains_any(*goals.actual, weak_phrases));
  if (empty && !has_figure(*goals.actual))
    form.report("goals/actual", {{"text", *goals.actual}});
}

} // namespace jixiao
