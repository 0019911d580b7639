#include "rules/rules.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 2> shortened{"…", "..."};
constexpr std::array<std::string_view, 12> stopping_marks{"…",  ".",  "。", "，", "、", "；",
                                                          "：", "！", "？", ",",  ";",  ":"};

/// Three dots right behind a word; "and so on" has six of them (GB/T 15834-2011, 4.11).
bool ends_shortened(std::string_view text) {
  text = trim(text);
  auto const dots = std::ranges::find_if(shortened, [&](std::string_view end) { return text.ends_with(end); });
  if (dots == shortened.end())
    return false;
  text.remove_suffix(dots->size());
  return !text.empty() && text.back() != '\n' &&
         std::ranges::none_of(stopping_marks, [&](std::string_view stop) { return text.ends_with(stop); });
}

void judge_indicator(FormCheck& form, std::size_t i) {
  auto const& indicator = form.form.indicators[i];
  auto const judge = [&](std::string_view field, std::string_view text) {
    if (ends_shortened(text))
      form.report_indicator(i, field, {{"text", text}});
  };
  form.judged();
  for (auto const& [field, text] :
       {std::pair("level3", &indicator.level3), std::pair("definition", &indicator.definition),
        std::pair("remark", &indicator.remark)})
    if (*text)
      judge(field, **text);
  for (auto const& [field, value] : {std::pair("target", &indicator.target), std::pair("actual", &indicator.actual)})
    if (*value)
      judge(field, (*value)->text);
}

} // namespace

/// A text is printed whole. A page or an export that is short of room ends it in three dots.
/// Breaks it: 完成六座水库的安…; 清河县供水.... Satisfies it: 管护水渠、泵站……
void check_text_shortened(FormCheck& form) {
  auto const judge = [&](std::string_view field, std::string_view text) {
    form.judged();
    if (ends_shortened(text))
      form.report(field, {{"text", text}});
  };
  auto const& read = form.form;
  for (auto const& [field, text] :
       {std::pair("project_name", &read.project_name), std::pair("goals/project", &read.goals.project),
        std::pair("goals/annual", &read.goals.annual), std::pair("goals/expected", &read.goals.expected),
        std::pair("goals/actual", &read.goals.actual)})
    if (*text)
      judge(field, **text);
  for (auto const& [field, party] : {std::pair("supervising_department", &read.supervising_department),
                                     std::pair("implementing_unit", &read.implementing_unit)})
    if (*party && (*party)->name)
      judge(field, *(*party)->name);
  for (std::size_t i = 0; i < read.indicators.size(); ++i)
    judge_indicator(form, i);
  form.needs("project_name");
}

} // namespace jixiao
