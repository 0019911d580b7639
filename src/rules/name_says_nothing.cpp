#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::string_view empty_words[] = {"满意度", "满意率", "满意",   "及时性", "及时率",
                                            "完成率", "合格率", "利用率", "覆盖率"};

bool is_empty_word(std::string_view name) { return std::ranges::find(empty_words, name) != std::end(empty_words); }

bool is_label(std::string_view name, Text const& label) {
  return label && !name.empty() && name != "服务对象满意度" && (*label == name || *label == std::string(name) + "指标");
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
    if ((is_label(name, indicator.level1) || is_label(name, indicator.level2) || is_empty_word(name)) &&
        !form.garbled(i, "level3"))
      form.report_indicator(i, "level3", {{"name", *indicator.level3}});
  }
  form.needs("indicators/level3");
}

} // namespace jixiao
