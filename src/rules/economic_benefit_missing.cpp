#include "rules/rules.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace jixiao {

namespace {

constexpr std::string_view words[] = {"招商引资", "招商",     "引资",     "产业发展",
                                      "产业扶持", "营商环境", "电子商务", "旅游推介"};

} // namespace

/// A project that is to bring in trade or money says how much. Breaks it: 招商引资专项业务费 with 社会效益指标 only.
/// Satisfies it: 经济效益指标 签约投资额 ≥2亿元.
void check_economic_benefit_missing(FormCheck& form) {
  auto const& name = form.form.project_name;
  auto const found =
      name ? std::ranges::find_if(words, [&](auto word) { return name->find(word) != name->npos; }) : std::end(words);
  if (found == std::end(words))
    return form.needs("project_name of a project of trade");
  if (form.form.indicators.empty() || form.lost("indicators"))
    return form.needs("indicators");
  form.judged();
  if (std::ranges::none_of(form.form.indicators, [](auto const& one) { return one.level2 == "经济效益指标"; }))
    form.report("indicators", {{"name", *found}});
}

} // namespace jixiao
