#include "tests/property/seeded_faults.hpp"

#include "tests/property/fault_places.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace jixiao::property {

namespace {

// A fault of a form, of an entry of its funds, of an indicator. The change may hold commas.
#define IN_FORM(...) [](Document& d, Random& r) { return in_form(d, r, __VA_ARGS__); }
#define IN_FUND(fits, ...) [](Document& d, Random& r) { return in_fund(d, r, fits, __VA_ARGS__); }
#define IN_ROW(field, fits, ...) [](Document& d, Random& r) { return in_row(d, r, field, fits, __VA_ARGS__); }

constexpr Fault all[] = {
    // Identity
    {Code::project_name_missing, "no name", IN_FORM([](Form& f, Random&) {
       bool const there = f.project_name.has_value();
       f.project_name.reset();
       return there ? Path("/project_name") : std::nullopt;
     })},
    {Code::department_missing, "no department", IN_FORM([](Form& f, Random&) {
       f.supervising_department.reset();
       f.implementing_unit.reset();
       return Path("/implementing_unit");
     })},
    {Code::project_code_malformed, "a character of the code lost", IN_FORM([](Form& f, Random& r) {
       if (!f.project_code)
         return Path();
       f.project_code->erase(r.below(f.project_code->size()), 1);
       return Path("/project_code");
     })},
    {Code::unit_code_malformed, "a digit of the code lost", IN_FORM([](Form& f, Random& r) {
       f.implementing_unit->code->erase(r.below(6), 1);
       return Path("/implementing_unit");
     })},
    // Funds
    {Code::amount_unit_missing, "no unit of money", IN_FORM([](Form& f, Random&) {
       f.amount_unit.reset();
       for (auto& one : f.funds)
         one.yuan.reset();
       return Path("/amount_unit");
     })},
    {Code::fund_total_mismatch, "a total changed", IN_FUND(is_total, [](Form& f, Fund& one, Random& r) {
       set(f, one, {one.number->coefficient + static_cast<std::int64_t>(r.between(2, 900)) * (r.chance(50) ? 1 : 100), 2});
     })},
    {Code::fund_total_blank, "a total blank", IN_FUND(is_total, [](Form&, Fund& one, Random&) {
       one.number.reset();
       one.yuan.reset();
     })},
    {Code::annual_over_project_total, "the year more than the project", IN_FORM([](Form& f, Random& r) -> Path {
       auto *project = find(f, "project", "total", "budget"), *fiscal = find(f, "project", "fiscal", "budget");
       auto* year = find(f, "year", "total", "budget");
       if (!project)
         return std::nullopt;
       auto const less = static_cast<std::int64_t>(r.between(1, 50'000));
       auto const gap = project->number->coefficient - year->number->coefficient + less;
       set(f, *project, {project->number->coefficient - gap, 2});
       set(f, *fiscal, {fiscal->number->coefficient - gap, 2});
       return "/funds/" + std::to_string(year - f.funds.data());
     })},
    {Code::project_total_blank, "the project's half blank", IN_FORM([](Form& f, Random&) -> Path {
       for (auto& one : f.funds)
         if (one.scope == "project") {
           one.number.reset();
           one.yuan.reset();
         }
       auto* project = find(f, "project", "total", "budget");
       return project ? Path("/funds/" + std::to_string(project - f.funds.data())) : std::nullopt;
     })},
    {Code::execution_rate_mismatch, "a rate changed", IN_FUND(fund("execution_rate"), [](Form&, Fund& one, Random& r) {
       one.number = Decimal{one.number->coefficient - static_cast<std::int64_t>(r.between(5, 3000)), 2};
     })},
    {Code::execution_rate_above_100, "a rate above 100", IN_FUND(fund("execution_rate"), [](Form&, Fund& one, Random& r) {
       one.number = Decimal{static_cast<std::int64_t>(r.between(10'001, 20'000)), 2};
     })},
    {Code::executed_over_budget, "more spent than there was", IN_FUND(fund("executed"), [](Form& f, Fund& one, Random& r) {
       auto const* budget = find(f, one.scope, one.item, "revised_budget");
       set(f, one, {budget->number->coefficient + static_cast<std::int64_t>(r.between(1, 90'000)), 2});
     })},
    {Code::budget_zero, "a budget of nothing", IN_FORM([](Form& f, Random&) -> Path {
       auto* one = find(f, "year", "total", "revised_budget");
       if (!one || !find(f, "year", "total", "weight"))
         return std::nullopt;
       for (auto& part : f.funds) // a total of nothing over parts is another fault
         if (part.scope == "year" && part.measure == "revised_budget" && part.number)
           set(f, part, {0, 2});
       return "/funds/" + std::to_string(one - f.funds.data());
     })},
    {Code::execution_weight_unusual, "another weight", IN_FUND(fund("weight", "total"), [](Form&, Fund& one, Random& r) {
       one.number = Decimal{r.chance(50) ? 100 : static_cast<std::int64_t>(r.between(11, 30)), 0};
     })},
    {Code::execution_score_mismatch, "a score of the rate changed", IN_FUND(fund("score", "total"), [](Form&, Fund& one, Random& r) {
       one.number = Decimal{one.number->coefficient - static_cast<std::int64_t>(r.between(120, 400)), 2};
     })},
    {Code::score_on_sub_row, "points on a part", IN_FORM([](Form& f, Random& r) -> Path {
       auto* part = find(f, "year", "fiscal", r.chance(50) ? "weight" : "score");
       if (!part)
         return std::nullopt;
       part->number = Decimal{static_cast<std::int64_t>(r.between(1, 10)), 0};
       return "/funds/" + std::to_string(part - f.funds.data());
     })},
    // Goals
    {Code::goal_missing, "no goal", IN_FORM([](Form& f, Random&) {
       bool const evaluated = is_evaluation(f);
       f.goals = {};
       return Path(evaluated ? "/goals/expected" : "/goals/annual");
     })},
    {Code::project_goal_blank, "no goal of the project", IN_FORM([](Form& f, Random&) {
       bool const there = f.goals.project.has_value();
       f.goals.project.reset();
       return there ? Path("/goals/project") : std::nullopt;
     })},
    {Code::goal_number_only, "a number for a goal", IN_FORM([](Form& f, Random& r) {
       bool const evaluated = is_evaluation(f);
       (evaluated ? f.goals.actual : f.goals.annual) = std::to_string(r.below(5000)) + ".2";
       return Path(evaluated ? "/goals/actual" : "/goals/annual");
     })},
    {Code::goal_instruction, "the template's instruction", IN_FORM([](Form& f, Random& r) {
       bool const evaluated = is_evaluation(f);
       (evaluated ? f.goals.expected : f.goals.annual) = r.chance(50) ? "（100字以内）" : "请简要说明目标";
       return Path(evaluated ? "/goals/expected" : "/goals/annual");
     })},
    {Code::goal_copied, "the goal copied", IN_FORM([](Form& f, Random&) {
       f.goals.actual = f.goals.expected;
       return f.goals.actual ? Path("/goals/actual") : std::nullopt;
     })},
    {Code::goal_amount_over_fund, "more money in the goal", IN_FORM([](Form& f, Random& r) {
       bool const evaluated = is_evaluation(f);
       auto& goal = evaluated ? f.goals.expected : f.goals.annual;
       goal = "投入" + std::to_string(r.between(1000, 9000)) + "亿元，" + *goal;
       return Path(evaluated ? "/goals/expected" : "/goals/annual");
     })},
    // Groups
    {Code::no_indicators, "no rows", IN_FORM([](Form& f, Random&) { f.indicators.clear(); return Path("/indicators"); })},
    {Code::few_indicators, "rows lost", IN_FORM([](Form& f, Random& r) {
       f.indicators.resize(r.between(1, 2));
       return Path("/indicators");
     })},
    {Code::group_missing, "a group lost", IN_FORM([](Form& f, Random& r) {
       std::string_view const group = r.chance(50) ? "效益指标" : "产出指标";
       std::erase_if(f.indicators, [&](Indicator const& one) { return one.level1 == group; });
       return Path("/indicators");
     })},
    {Code::level2_under_wrong_level1, "a row under another level 1", IN_ROW("level2", [](Indicator const& one) { return !is_cost(one); }, [](Indicator& one, Random&) {
       one.level1 = one.level1 == "产出指标" ? "效益指标" : "产出指标";
     })},
    {Code::mixed_taxonomy, "costs of both trees", IN_FORM([](Form& f, Random&) -> Path {
       bool const newer = std::ranges::any_of(f.indicators, [](Indicator const& one) { return one.level1 == "成本指标"; });
       for (std::size_t i = 0; newer && i < f.indicators.size(); ++i)
         if (f.indicators[i].level1 == "产出指标") {
           f.indicators[i].level2 = "成本指标";
           return "/indicators/" + std::to_string(i) + "/level2";
         }
       return std::nullopt;
     })},
    {Code::duplicate_indicator, "a row twice", IN_FORM([](Form& f, Random& r) {
       auto const at = r.below(f.indicators.size());
       auto const row = f.indicators[at];
       f.indicators.insert(f.indicators.begin() + static_cast<std::ptrdiff_t>(at), row);
       return Path("/indicators/" + std::to_string(at + 1));
     })},
    {Code::name_repeated, "a name twice", IN_FORM([](Form& f, Random& r) {
       auto const at = r.below(f.indicators.size());
       auto const row = f.indicators[at];
       f.indicators.insert(f.indicators.begin() + static_cast<std::ptrdiff_t>(at), row);
       f.indicators[at + 1].target = value("≥" + std::to_string(r.between(1000, 2000)) + "(处)");
       return Path("/indicators/" + std::to_string(at + 1) + "/level3");
     })},
    // Values
    {Code::placeholder_value, "the template's mark", IN_ROW("target", any, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "≥**(个)" : "XX%");
     })},
    {Code::rate_without_number, "words for a rate", IN_ROW("target", [](Indicator const& one) { return one.level3->ends_with("率"); }, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "全部覆盖" : "12月底前");
     })},
    {Code::count_without_number, "words for a count", IN_ROW("target", [](Indicator const& one) { return one.level3->ends_with("数"); }, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "全部街镇" : "30个村、4个园区");
     })},
    {Code::name_unit_mismatch, "a unit of something else", IN_ROW("target", [](Indicator const& one) { return one.level3->ends_with("人数") || one.level3->ends_with("率"); }, [](Indicator& one, Random&) {
       one.target->unit = "台";
     })},
    {Code::rate_above_100, "a share above the whole", IN_ROW("target", [](Indicator const& one) { return is_percent(one); }, [](Indicator& one, Random& r) {
       one.target = value("≥" + std::to_string(r.between(101, 300)) + "(%)");
     })},
    {Code::implausible_direction, "a comparator turned", IN_ROW("target", [](Indicator const& one) { return is_cost(one) || is_percent(one); }, [](Indicator& one, Random&) {
       one.target->op = one.target->op == Comparator::at_most ? Comparator::at_least : Comparator::at_most;
     })},
    {Code::satisfaction_target_low, "little satisfaction", IN_ROW("target", [](Indicator const& one) { return one.level1 == "满意度指标"; }, [](Indicator& one, Random& r) {
       one.target = value("≥" + std::to_string(r.between(10, 79)) + "(%)");
     })},
    {Code::target_repeats_name, "the name for a target", IN_ROW("target", [](Indicator const& one) { return one.target->kind == ValueKind::qualitative; }, [](Indicator& one, Random&) {
       one.target = value("提升" + *one.level3);
     })},
    {Code::cost_over_fund, "a cost above the fund", IN_ROW("target", is_cost, [](Indicator& one, Random& r) {
       one.target->number = Decimal{one.target->number->coefficient + static_cast<std::int64_t>(r.between(1, 100'000)), 2};
     })},
    {Code::target_blank, "no target", IN_ROW("target", [](Indicator const& one) { return is_whole(one) && one.targets.empty(); }, [](Indicator& one, Random&) { one.target.reset(); })},
    {Code::actual_blank, "nothing was reached", IN_ROW("actual", [](Indicator const& one) { return is_scored(one) && is_whole(one); }, [](Indicator& one, Random&) { one.actual.reset(); })},
    // Weights and scores
    {Code::weight_missing, "no weight", IN_ROW("weight", is_scored, [](Indicator& one, Random&) { one.weight.reset(); })},
    {Code::score_missing, "no score", IN_ROW("score", is_scored, [](Indicator& one, Random&) { one.score.reset(); })},
    {Code::weights_sum, "a weight changed, and no total", IN_FORM([](Form& f, Random& r) -> Path {
       auto& row = f.indicators[r.below(f.indicators.size())];
       if (!row.weight)
         return std::nullopt;
       row.weight->coefficient += static_cast<std::int64_t>(r.between(1, 9));
       f.total_weight.reset();
       return Path("/indicators");
     })},
    {Code::total_weight_mismatch, "a weight changed", IN_FORM([](Form& f, Random& r) -> Path {
       auto& row = f.indicators[r.below(f.indicators.size())];
       if (!row.weight)
         return std::nullopt;
       row.weight->coefficient += static_cast<std::int64_t>(r.between(1, 9));
       return Path("/total_weight");
     })},
    {Code::score_above_weight, "bonus points", IN_ROW("score", is_scored, [](Indicator& one, Random& r) {
       one.score->coefficient += static_cast<std::int64_t>(r.between(1, 20));
     })},
    {Code::score_negative, "less than nothing", IN_ROW("score", is_scored, [](Indicator& one, Random& r) {
       one.score = Decimal{-static_cast<std::int64_t>(r.between(1, 20)), 0};
     })},
    {Code::total_score_mismatch, "a total changed", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.total_score)
         return std::nullopt;
       f.total_score->coefficient -= static_cast<std::int64_t>(r.between(60, 900));
       return Path("/total_score");
     })},
    {Code::grade_mismatch, "another grade", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.grade)
         return std::nullopt;
       constexpr std::string_view grades[] = {"优", "良", "中", "差"};
       auto const before = *f.grade;
       while (*f.grade == before)
         f.grade = std::string(grades[r.below(4)]);
       return Path("/grade");
     })},
    // Targets against what was reached
    {Code::unit_mismatch, "another unit", IN_ROW("actual", is_quantity, [](Indicator& one, Random&) { one.actual->unit = "亩"; })},
    {Code::actual_with_comparator, "the target copied", IN_ROW("actual", [](Indicator const& one) { return is_quantity(one) && one.target->op != Comparator::equal; }, [](Indicator& one, Random&) {
       one.actual = one.target;
     })},
    {Code::actual_without_number, "words for a number", IN_ROW("actual", is_quantity, [](Indicator& one, Random&) { one.actual = value("达成预期指标"); })},
    {Code::missed_with_full_score, "missed, and all points", IN_ROW("score", [](Indicator const& one) { return is_quantity(one) && is_scored(one); }, [](Indicator& one, Random& r) {
       bool const reverse = one.target->op == Comparator::at_most;
       auto const step = static_cast<std::int64_t>(r.between(1, 10));
       one.actual->number = Decimal{one.target->number->coefficient + (reverse ? step : -step), one.target->number->scale};
     })},
    {Code::missed_without_reason, "missed, and no reason", IN_ROW("remark", is_quantity, [](Indicator& one, Random& r) {
       bool const reverse = one.target->op == Comparator::at_most;
       auto const step = static_cast<std::int64_t>(r.between(1, 10));
       one.actual->number = Decimal{one.target->number->coefficient + (reverse ? step : -step), one.target->number->scale};
     })},
    {Code::met_with_deduction, "points off for nothing", IN_ROW("score", [](Indicator const& one) { return (is_quantity(one) || is_wording(one)) && is_scored(one); }, [](Indicator& one, Random&) {
       one.score->coefficient -= 1;
     })},
    {Code::score_not_proportional, "points out of proportion", IN_ROW("score", [](Indicator const& one) { return is_quantity(one) && is_scored(one) && one.weight->coefficient >= 5; }, [](Indicator& one, Random&) {
       bool const reverse = one.target->op == Comparator::at_most;
       auto const target = one.target->number->coefficient;
       one.actual->number = Decimal{reverse ? target * 10 : target * 3 / 10, one.target->number->scale};
       one.score = Decimal{one.weight->coefficient - 1, 0};
     })},
    {Code::over_fulfilled, "far beyond the target", IN_ROW("actual", [](Indicator const& one) { return is_quantity(one) && one.target->op != Comparator::at_most; }, [](Indicator& one, Random& r) {
       one.actual->number = Decimal{one.target->number->coefficient * static_cast<std::int64_t>(r.between(135, 900)) / 100 + 1, one.target->number->scale};
     })},
    {Code::band_mismatch, "words of another band", IN_ROW("score", [](Indicator const& one) { return is_wording(one) && is_scored(one); }, [](Indicator& one, Random& r) {
       one.actual = value(r.chance(50) ? "部分达成预期指标并具有一定效果" : "未达成预期指标且效果较差");
     })},
    {Code::late_with_full_score, "late, and all points", IN_FORM([](Form& f, Random&) -> Path {
       for (std::size_t i = 0; i < f.indicators.size(); ++i)
         if (f.indicators[i].score && is_deadline(f.indicators[i])) {
           f.indicators[i].actual = value(year_text(f, 0) + "年12月");
           return "/indicators/" + std::to_string(i) + "/score";
         }
       return std::nullopt;
     })},
    // Dates
    {Code::end_before_start, "dates exchanged", IN_FORM([](Form& f, Random&) {
       std::swap(f.start_date, f.end_date);
       return f.end_date ? Path("/end_date") : std::nullopt;
     })},
    {Code::year_outside_project, "dates of another year", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.start_date)
         return std::nullopt;
       auto const year = year_text(f, r.chance(50) ? 1 : -2);
       f.start_date = year + "-01-01";
       f.end_date = year + "-12-31";
       return Path("/fiscal_year");
     })},
    {Code::deadline_after_end, "done after the end", IN_FORM([](Form& f, Random& r) -> Path {
       for (std::size_t i = 0; i < f.indicators.size(); ++i)
         if (f.end_date && is_deadline(f.indicators[i])) {
           f.end_date = year_text(f, 0) + "-0" + std::to_string(r.between(1, 9)) + "-30";
           return "/indicators/" + std::to_string(i) + "/target";
         }
       return std::nullopt;
     })},
    {Code::deadline_outside_year, "the deadline of another year", IN_FORM([](Form& f, Random& r) -> Path {
       for (std::size_t i = 0; i < f.indicators.size(); ++i)
         if (is_deadline(f.indicators[i])) {
           f.indicators[i].target = value(year_text(f, r.chance(50) ? 1 : -2) + "年11月底前");
           return "/indicators/" + std::to_string(i) + "/target";
         }
       return std::nullopt;
     })},
    // The document
    {Code::fiscal_year_missing, "no year", [](Document& d, Random&) {
       for (auto& form : d.forms)
         form.fiscal_year.reset();
       return Path("/forms/0/fiscal_year");
     }},
    {Code::title_year_mismatch, "a title of another year", IN_FORM([](Form& f, Random& r) {
       f.title = year_text(f, r.chance(50) ? 1 : -1) + "年度绩效表";
       return Path("/fiscal_year");
     })},
    {Code::party_name_differs, "a character of a name lost", IN_FORM([](Form& f, Random&) {
       f.implementing_unit->name->erase(6, 3);
       return Path("/implementing_unit/name");
     })},
    {Code::contents_mismatch, "an entry without a form", [](Document& d, Random&) -> Path {
       if (d.contents.empty())
         return std::nullopt;
       d.contents.push_back("老旧电梯更新补助");
       return Path("/forms");
     }},
};

#undef IN_FORM
#undef IN_FUND
#undef IN_ROW

} // namespace

std::span<Fault const> faults() {
  static std::vector<Fault> const every = [] {
    std::vector<Fault> out(std::begin(all), std::end(all));
    out.insert(out.end(), faults_of_wording().begin(), faults_of_wording().end());
    out.insert(out.end(), faults_of_goals().begin(), faults_of_goals().end());
    return out;
  }();
  return every;
}

} // namespace jixiao::property
