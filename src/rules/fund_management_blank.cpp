#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace jixiao {

namespace {

constexpr std::size_t fewest_told = 3; ///< with so many, the block was read

constexpr std::array<std::string_view, 7> asked{"分配科学性", "下达及时性",       "拨付合规性",      "使用规范性",
                                                "执行准确性", "预算绩效管理情况", "支出责任履行情况"};

bool is_told(Form const& form, std::string_view label) {
  return std::ranges::any_of(form.other, [&](Labelled const& entry) {
    return std::ranges::any_of(
        entry.label, [&](std::string const& printed) { return bare(printed).find(label) != std::string::npos; });
  });
}

} // namespace

/// The evaluation of a transfer tells of each of the seven matters of 资金管理情况 (财监〔2021〕2号 and later notices).
/// Breaks it: 拨付合规性 blank beside the filled others. Satisfies it: all filled.
void check_fund_management_blank(FormCheck& form) {
  std::string blank;
  std::size_t told = 0;
  for (auto const label : asked)
    if (is_told(form.form, label))
      ++told;
    else
      blank.append(blank.empty() ? "" : "、").append(label);
  if (told < fewest_told)
    return form.needs("other/资金管理情况");
  form.judged();
  if (!blank.empty())
    form.report("", {{"tasks", blank}});
}

} // namespace jixiao
