#include "rules/rules.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace jixiao {

namespace {

constexpr std::string_view of_nature[] = {"降尘",     "抑尘",     "污染防治", "污染治理", "生态修复", "生态保护",
                                          "湿地保护", "水土保持", "造林",     "退耕还林", "环境整治", "秸秆禁烧"};

} // namespace

/// A project for air, water, soil or woods says what they gain (财预〔2020〕10号: 生态效益 is one of the effects).
/// Breaks it: 雾炮车降尘服务 with 社会效益指标 only. Satisfies it: 生态效益指标 空气质量优良天数 ≥300天.
void check_ecological_benefit_missing(FormCheck& form) {
  auto const& name = form.form.project_name;
  auto const found = name ? std::ranges::find_if(of_nature, [&](auto word) { return name->find(word) != name->npos; })
                          : std::end(of_nature);
  if (found == std::end(of_nature))
    return form.needs("project_name of a project of nature");
  if (form.form.indicators.empty() || form.lost("indicators"))
    return form.needs("indicators");
  form.judged();
  if (std::ranges::none_of(form.form.indicators, [](auto const& one) { return one.level2 == "生态效益指标"; }))
    form.report("indicators", {{"name", *found}});
}

} // namespace jixiao
