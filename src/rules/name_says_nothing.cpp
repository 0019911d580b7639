#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::string_view empty_words[] = {"满意度", "满意率", "满意",   "及时性", "及时率",
                                            "完成率", "合格率", "利用率", "覆盖率"};

bool is_empty_word(std::string_view name) { return std::ranges::find(empty_words, name) != std::end(empty_words); }

bool is_label(std::string_view name, Text const& label) {
  constexpr std::string_view ending = "指标";
  if (!label || name.empty() || !label->starts_with(name) || name == "服务对象满意度")
    return false;
  auto const rest = std::string_view(*label).substr(name.size());
  return rest.empty() || rest == ending;
}

/// 2025年12月底前全部完成: when, but not what.
bool is_only_time(std::string_view name) {
  constexpr std::string_view of_time[] = {"年", "月",   "日",   "底",   "前",   "初", "中旬",
                                          "末", "全部", "按时", "按期", "完成", "之"};
  bool digits = false;
  while (!name.empty()) {
    auto const word = std::ranges::find_if(of_time, [&](std::string_view one) { return name.starts_with(one); });
    bool const digit = name[0] >= '0' && name[0] <= '9';
    if (!digit && word == std::end(of_time))
      return false;
    digits = digits || digit;
    name.remove_prefix(digit ? 1 : word->size());
  }
  return digits;
}

} // namespace

/// The name of an indicator says what is measured of whom. Breaks it: 社会效益指标 named 社会效益; 满意度.
/// Satisfies it: 学员满意度.
void check_name_says_nothing(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3)
      continue;
    form.judged();
    auto const name = bare(*indicator.level3);
    if ((is_label(name, indicator.level1) || is_label(name, indicator.level2) || is_empty_word(name) ||
         is_only_time(name)) &&
        !form.garbled(i, "level3"))
      form.report_indicator(i, "level3", {{"name", *indicator.level3}});
  }
  form.needs("indicators/level3");
}

} // namespace jixiao
