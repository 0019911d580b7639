#include "tests/property/fault_places.hpp"
#include "tests/property/seeded_faults.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace jixiao::property {

namespace {

#define IN_FORM(...) [](Document& d, Random& r) { return in_form(d, r, __VA_ARGS__); }

Text& goal_of(Form& form) { return is_evaluation(form) ? form.goals.expected : form.goals.annual; }

std::string path_of_goal(Form const& form) { return is_evaluation(form) ? "/goals/expected" : "/goals/annual"; }

std::int64_t whole_yuan(Decimal amount) {
  for (; amount.scale > 0; --amount.scale)
    amount.coefficient /= 10;
  for (; amount.scale < 0; ++amount.scale)
    amount.coefficient *= 10;
  return amount.coefficient;
}

constexpr Fault all[] = {
    {Code::goal_without_facts, "a wish for a goal", IN_FORM([](Form& f, Random& r) {
       goal_of(f) = r.chance(50) ? "不断提高服务能力，保障各项工作正常开展。" : "持续改善办事条件，提升群众获得感。";
       return Path(path_of_goal(f));
     })},
    {Code::goal_amounts_mismatch, "parts that do not make the amount", IN_FORM([](Form& f, Random& r) {
       auto const total = std::to_string(r.between(60, 90));
       goal_of(f) = "资金" + total + "元，其中耗材" + std::to_string(r.between(1, 20)) + "元、运输" +
                    std::to_string(r.between(1, 20)) + "元、看护" + std::to_string(r.between(1, 15)) + "元。" +
                    goal_of(f).value_or("");
       return Path(path_of_goal(f));
     })},
    {Code::unit_cost_over_fund, "more units than the fund pays", IN_FORM([](Form& f, Random& r) -> Path {
       auto* total = find(f, "year", "total", is_evaluation(f) ? "revised_budget" : "budget");
       auto const cost = std::ranges::find_if(f.indicators, is_cost);
       if (!total || !total->yuan || cost == f.indicators.end())
         return std::nullopt;
       cost->target = value("≤" + std::to_string(r.between(20, 90)) + "万元/座");
       cost->actual.reset();
       auto bridges = *cost;
       bridges.level1 = "产出指标";
       bridges.level2 = "数量指标";
       bridges.level3 = "便桥座数";
       bridges.target = value("≥" + std::to_string(whole_yuan(*total->yuan) / 180'000 + 2) + "座");
       auto const number = std::to_string(cost - f.indicators.begin());
       f.indicators.push_back(bridges);
       return "/indicators/" + number + "/target";
     })},
    {Code::execution_rate_blank, "no rate", IN_FORM([](Form& f, Random&) -> Path {
       auto* rate = find(f, "year", "total", "execution_rate");
       auto const* budget = find(f, "year", "total", "revised_budget");
       if (!rate || !budget || budget->number->coefficient == 0)
         return std::nullopt;
       rate->number.reset();
       return "/funds/" + std::to_string(rate - f.funds.data());
     })},
    {Code::ecological_benefit_missing, "nothing for the air", IN_FORM([](Form& f, Random&) {
       f.project_name = "大气污染防治" + f.project_name.value_or("服务");
       std::erase_if(f.indicators, [](Indicator const& one) { return one.level2 == "生态效益指标"; });
       return Path("/indicators");
     })},
};

#undef IN_FORM

} // namespace

std::span<Fault const> faults_of_goals() { return all; }

} // namespace jixiao::property
