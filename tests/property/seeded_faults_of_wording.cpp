#include "tests/property/fault_places.hpp"
#include "tests/property/seeded_faults.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::property {

namespace {

#define IN_FORM(...) [](Document& d, Random& r) { return in_form(d, r, __VA_ARGS__); }
#define IN_FUND(fits, ...) [](Document& d, Random& r) { return in_fund(d, r, fits, __VA_ARGS__); }
#define IN_ROW(field, fits, ...) [](Document& d, Random& r) { return in_row(d, r, field, fits, __VA_ARGS__); }

bool is_group(Indicator const& one, std::string_view level2) { return one.level2 == level2; }
bool is_number(Indicator const& one) { return is_group(one, "数量指标"); }
bool is_time(Indicator const& one) { return is_group(one, "时效指标"); }
bool is_satisfied(Indicator const& one) { return one.level1 == "满意度指标"; }
bool is_quality_in_words(Indicator const& one) {
  return is_group(one, "质量指标") && one.target->kind == ValueKind::qualitative;
}
bool is_money_cost(Indicator const& one) {
  return is_cost(one) && one.actual && one.actual->number && one.actual->number->coefficient > 0;
}
bool is_met_count(Indicator const& one) { return is_quantity(one) && one.target->unit == "人"; }

Path row(std::size_t number, std::string_view field = {}) {
  return "/indicators/" + std::to_string(number) + (field.empty() ? "" : "/") + std::string(field);
}

/// The first row that fits; the number of rows when none does.
template <class Fits> std::size_t find_row(Form const& form, Fits fits) {
  return static_cast<std::size_t>(std::ranges::find_if(form.indicators, fits) - form.indicators.begin());
}

Indicator new_row(std::string level1, std::string level2, std::string name, std::string const& target) {
  Indicator out;
  out.level1 = std::move(level1);
  out.level2 = std::move(level2);
  out.level3 = std::move(name);
  out.target = value(target);
  return out;
}

/// Another form of the document is for the same work.
bool common_start(std::string const& name, Document const& document) {
  return std::ranges::count_if(document.forms, [&](Form const& form) {
           return form.project_name && form.project_name->starts_with(name.substr(0, 6));
         }) > 1;
}

constexpr Fault all[] = {
    {Code::initial_budget_zero, "nothing at the beginning", IN_FORM([](Form& f, Random&) -> Path {
       auto* initial = find(f, "year", "total", "initial_budget");
       if (!initial || !find(f, "year", "total", "revised_budget"))
         return std::nullopt;
       set(f, *initial, {0, 2});
       return "/funds/" + std::to_string(initial - f.funds.data());
     })},
    {Code::budget_adjusted, "another initial budget", IN_FORM([](Form& f, Random& r) -> Path {
       auto* initial = find(f, "year", "total", "initial_budget");
       auto* revised = find(f, "year", "total", "revised_budget");
       if (!initial || !revised || initial->number->coefficient < 2)
         return std::nullopt;
       set(f, *initial, {initial->number->coefficient * static_cast<std::int64_t>(r.between(120, 190)) / 100, 2});
       return "/funds/" + std::to_string(revised - f.funds.data());
     })},
    {Code::execution_rate_low, "little spent", IN_FUND(fund("execution_rate", "total"), [](Form&, Fund& one, Random& r) {
       one.number = Decimal{static_cast<std::int64_t>(r.between(200, 8999)), 2};
     })},
    {Code::little_spent_all_done, "little spent for all", IN_FORM([](Form& f, Random& r) -> Path {
       auto* rate = find(f, "year", "total", "execution_rate");
       auto const outputs = std::ranges::count(f.indicators, Text("产出指标"), &Indicator::level1);
       if (!rate || outputs < 3 || !f.indicators[0].score)
         return std::nullopt;
       rate->number = Decimal{static_cast<std::int64_t>(r.between(200, 5999)), 2};
       return "/funds/" + std::to_string(rate - f.funds.data());
     })},
    {Code::cost_parts_mismatch, "parts of a cost that do not add up", IN_FORM([](Form& f, Random& r) -> Path {
       auto const at = find_row(f, is_cost);
       if (at == f.indicators.size())
         return std::nullopt;
       auto const unit = *f.indicators[at].target->unit;
       f.indicators[at].target = value("≤30" + unit);
       for (auto const* name : {"其中：材料费", "其中：人工费"})
         f.indicators.insert(f.indicators.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                             new_row(*f.indicators[at].level1, *f.indicators[at].level2, name,
                                     "≤" + std::to_string(r.between(1, 14)) + unit));
       return row(at, "target");
     })},
    // Goals
    {Code::goal_number_differs, "another number in the goal", IN_FORM([](Form& f, Random& r) -> Path {
       auto const at = find_row(f, [](Indicator const& one) { return one.target->unit == "公里"; });
       if (at == f.indicators.size())
         return std::nullopt;
       auto& goal = is_evaluation(f) ? f.goals.expected : f.goals.annual;
       goal = "全年" + f.indicators[at].level3->substr(0, f.indicators[at].level3->size() - 6) + std::to_string(r.between(1000, 9000)) + "公里。" + *goal;
       return row(at, "target");
     })},
    {Code::goal_year_differs, "a goal of another year", IN_FORM([](Form& f, Random& r) {
       bool const evaluated = is_evaluation(f);
       auto& goal = evaluated ? f.goals.actual : f.goals.annual;
       goal = "完成" + year_text(f, r.chance(50) ? 1 : -3) + "年度任务，" + *goal;
       return Path(evaluated ? "/goals/actual" : "/goals/annual");
     })},
    {Code::goals_alike, "the goal copied but for a word", IN_FORM([](Form& f, Random&) -> Path {
       if (!f.goals.expected)
         return std::nullopt;
       f.goals.expected = *f.goals.expected + "按要求推进各项任务，落实各方责任，方便群众。";
       f.goals.actual = *f.goals.expected + "已做";
       return "/goals/actual";
     })},
    {Code::task_not_covered, "a task that nothing measures", IN_FORM([](Form& f, Random& r) {
       bool const evaluated = is_evaluation(f);
       auto& goal = evaluated ? f.goals.expected : f.goals.annual;
       goal = *goal + (r.chance(50) ? "筹备协会换届。" : "举办成果展览。");
       return Path(evaluated ? "/goals/expected" : "/goals/annual");
     })},
    // Groups
    {Code::many_indicators, "rows without end", IN_FORM([](Form& f, Random& r) {
       for (auto left = r.between(26, 60); left > 0; --left)
         f.indicators.push_back(new_row("产出指标", "数量指标", "第" + std::to_string(left) + "段长度", "≥" + std::to_string(left) + "米"));
       return Path("/indicators");
     })},
    {Code::subgroup_missing, "a group of outputs lost", IN_FORM([](Form& f, Random& r) {
       std::string_view const group = r.chance(50) ? "质量指标" : "时效指标";
       std::erase_if(f.indicators, [&](Indicator const& one) { return one.level2 == group; });
       // What is left is a form, no outline of one.
       return f.indicators.size() < 6 ? std::nullopt : Path("/indicators");
     })},
    {Code::economic_benefit_missing, "a project of trade", IN_FORM([](Form& f, Random&) {
       f.project_name = "招商引资" + f.project_name.value_or("服务");
       return Path("/indicators");
     })},
    {Code::group_doubtful, "words of another group", IN_ROW("level2", [](Indicator const& one) { return is_group(one, "社会效益指标"); }, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "设施正常运转率" : "群众满意度";
     })},
    {Code::name_says_nothing, "the group for a name", IN_ROW("level3", any, [](Indicator& one, Random&) {
       one.level3 = one.level1 == "满意度指标" ? std::string("满意度") : one.level2->substr(0, one.level2->size() - 6);
     })},
    {Code::counted_twice, "the same counted three times", IN_FORM([](Form& f, Random& r) -> Path {
       if (!is_evaluation(f))
         return std::nullopt;
       auto const number = std::to_string(r.between(2, 19));
       auto const first = f.indicators.size();
       for (auto const* name : {"形成报告", "刊发文章", "印制专刊"}) {
         f.indicators.push_back(new_row("产出指标", "数量指标", name, "≥1篇"));
         f.indicators.back().actual = value(number + "篇");
       }
       return row(first, "actual");
     })},
    // Values
    {Code::money_as_quantity, "money for a quantity", IN_ROW("target", is_number, [](Indicator& one, Random&) { one.target = value("≤30万元"); })},
    {Code::percent_as_quantity, "a share for a quantity", IN_ROW("target", is_number, [](Indicator& one, Random&) { one.target = value("≥95%"); })},
    {Code::count_as_satisfaction, "a count for a satisfaction", IN_ROW("target", is_satisfied, [](Indicator& one, Random& r) {
       one.target = value("≥" + std::to_string(r.between(100, 9000)) + "人次");
     })},
    {Code::satisfaction_without_number, "words for a satisfaction", IN_ROW("target", is_satisfied, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "满意" : "群众认可");
     })},
    {Code::timeliness_without_time, "no time at all", IN_ROW("target", is_time, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "高效" : "按时");
     })},
    {Code::timeliness_off_topic, "no timeliness", IN_ROW("level3", is_time, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "资金使用期限" : "设备采购完成率";
     })},
    {Code::at_least_all, "at least all of it", IN_ROW("target", [](Indicator const& one) { return one.level3->ends_with("率"); }, [](Indicator& one, Random&) {
       one.target = value("≥100%");
     })},
    {Code::percent_of_nothing, "a share of nothing", IN_ROW("target", is_quality_in_words, [](Indicator& one, Random& r) {
       one.target = value("≥" + std::to_string(r.between(60, 99)) + "%");
     })},
    {Code::vague_target, "praise for a target", IN_ROW("target", is_quality_in_words, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "稳步提升" : "达成目标要求");
     })},
    {Code::target_repeats_part, "a part of the name for a target", IN_ROW("target", is_quality_in_words, [](Indicator& one, Random&) {
       one.level3 = "窗口单位" + *one.level3 + "供应";
       one.target = value("用料供应");
     })},
    {Code::target_with_own_metric, "a metric in the target", IN_ROW("target", is_quality_in_words, [](Indicator& one, Random& r) {
       one.target = value("群众来信办结数量≥" + std::to_string(r.between(3, 90)) + "件");
     })},
    {Code::targets_all_alike, "one target everywhere", IN_FORM([](Form& f, Random&) -> Path {
       if (f.indicators.size() < 6)
         return std::nullopt;
       for (auto& one : f.indicators)
         one.target = value("=100%");
       return "/indicators";
     })},
    {Code::definition_mismatch, "a definition of something else", IN_ROW("definition", [](Indicator const& one) { return one.level3->ends_with("数"); }, [](Indicator& one, Random&) {
       one.definition = "开展活动的金额";
     })},
    // Costs
    {Code::cost_without_amount, "a cost without an amount", IN_ROW("target", is_cost, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "=100%" : "100.00(%)");
     })},
    {Code::cost_rate_mismatch, "a rate that is not the execution rate", IN_ROW("actual", is_money_cost, [](Indicator& one, Random& r) {
       one.level3 = "控制在预算范围内";
       one.target = value("=100%");
       one.actual = value(std::to_string(r.between(3, 80)) + ".37%");
     })},
    {Code::magnitude_slip, "a zero lost", IN_ROW("actual", is_money_cost, [](Indicator& one, Random&) {
       one.actual->number = Decimal{one.target->number->coefficient, one.target->number->scale + 1};
     })},
    {Code::execution_counted_twice, "the execution once more", IN_FORM([](Form& f, Random&) -> Path {
       auto const at = find_row(f, is_money_cost);
       if (at == f.indicators.size() || !f.indicators[at].weight)
         return std::nullopt;
       f.indicators[at].level3 = "预算执行率";
       return row(at, "level3");
     })},
    // Scores
    {Code::weight_zero, "a weight of nothing", IN_ROW("weight", is_scored, [](Indicator& one, Random&) { one.weight = Decimal{0, 2}; })},
    {Code::grade_blank, "no grade", [](Document& d, Random&) -> Path {
       bool const there = d.forms.size() > 1 && d.forms[0].grade.has_value();
       d.forms[0].grade.reset();
       return there ? Path("/forms/0/grade") : std::nullopt;
     }},
    {Code::total_score_blank, "no total", [](Document& d, Random&) -> Path {
       bool const there = d.forms.size() > 1 && d.forms[0].total_score.has_value();
       d.forms[0].total_score.reset();
       return there ? Path("/forms/0/total_score") : std::nullopt;
     }},
    {Code::remark_contradicts_score, "put off, and all points", IN_ROW("remark", is_scored, [](Indicator& one, Random& r) {
       one.remark = r.chance(50) ? "该事项已延期至下年度执行" : "因故削减，未能全部完成";
     })},
    {Code::met_but_excused, "met, and an excuse", IN_ROW("score", [](Indicator const& one) { return is_met_count(one) && is_scored(one); }, [](Indicator& one, Random&) {
       one.score->coefficient -= 1;
       one.remark = "参训人员偶有缺勤";
     })},
    {Code::reason_without_substance, "no reason", IN_ROW("remark", is_met_count, [](Indicator& one, Random&) {
       one.actual->number = Decimal{one.target->number->coefficient - 1, one.target->number->scale};
       one.remark = "客观原因";
     })},
    // Figures of one family
    {Code::spending_out_of_order, "more spent than will be", IN_FUND(fund("executed_to_date"), [](Form& f, Fund& one, Random& r) {
       auto const* expected = find(f, one.scope, one.item, "executed_expected");
       set(f, one, {expected->number->coefficient + static_cast<std::int64_t>(r.between(1, 90'000)), 2});
     })},
    {Code::spending_out_of_order, "more expected than there is", IN_FUND(fund("executed_expected"), [](Form& f, Fund& one, Random& r) {
       set(f, one, {one.number->coefficient + static_cast<std::int64_t>(r.between(1, 90'000)), 2});
     })},
    {Code::behind_schedule, "little spent so far", IN_FUND(fund("rate_to_date", "total"), [](Form&, Fund& one, Random& r) {
       one.number = Decimal{static_cast<std::int64_t>(r.between(1, 37)), 0};
     })},
    {Code::risk_without_measures, "a doubt without a reason", IN_ROW("remark", [](Indicator const& one) { return !one.choices.empty(); }, [](Indicator& one, Random& r) {
       one.choices[0].chosen = {r.chance(50) ? "有可能" : "完全不可能"};
     })},
    {Code::region_sum_mismatch, "a place changed", IN_ROW("targets", [](Indicator const& one) { return one.targets.size() == 2; }, [](Indicator& one, Random& r) {
       one.targets[r.below(2)].value.number->coefficient += static_cast<std::int64_t>(r.between(2, 90));
     })},
    {Code::coefficient_mismatch, "another coefficient", IN_ROW("score", [](Indicator const& one) { return is_scored(one) && !one.other.empty() && one.weight->coefficient >= 5; }, [](Indicator& one, Random& r) {
       one.other[0].text = std::to_string(r.between(10, 90));
     })},
    {Code::group_weight_mismatch, "other points behind a label", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.indicators[0].group_weight)
         return std::nullopt;
       auto const& group = f.indicators[r.below(f.indicators.size())].level1;
       auto const first = find_row(f, [&](Indicator const& one) { return one.level1 == group; });
       f.indicators[first].group_weight->coefficient += static_cast<std::int64_t>(r.between(1, 40));
       return row(first, "level1");
     })},
    {Code::fund_management_blank, "a matter left blank", IN_FORM([](Form& f, Random& r) -> Path {
       if (f.other.size() != 7)
         return std::nullopt;
       f.other.erase(f.other.begin() + static_cast<std::ptrdiff_t>(r.below(7)));
       return "";
     })},
    {Code::completion_contradicted, "all done, but for an output", IN_FORM([](Form& f, Random& r) -> Path {
       auto const at = find_row(f, is_time), output = find_row(f, is_number);
       if (at == f.indicators.size() || output == f.indicators.size() || !f.indicators[output].actual)
         return std::nullopt;
       f.indicators[output].actual->number->coefficient -= static_cast<std::int64_t>(r.between(1, 15));
       f.indicators[at].level3 = "计划按期完成率";
       f.indicators[at].target = value("=100%");
       f.indicators[at].actual = value("100%");
       return row(at, "actual");
     })},
    {Code::compound_indicator, "two measures in a name", IN_ROW("level3", is_satisfied, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "学员满意度、家长满意度" : "培训满意度和参与者满意度";
     })},
    {Code::cost_unnamed, "a cost without a name", IN_ROW("level3", is_cost, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "高效开展工作" : "厉行节约";
     })},
    {Code::goal_repeats_itself, "a sentence twice", IN_FORM([](Form& f, Random&) {
       auto& goal = is_evaluation(f) ? f.goals.expected : f.goals.annual;
       goal = "组织沿线村民定期巡查并及时上报情况。" + *goal + "组织沿线村民定期巡查并及时上报情况。";
       return Path(is_evaluation(f) ? "/goals/expected" : "/goals/annual");
     })},
    {Code::result_without_facts, "nothing told", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.goals.actual)
         return std::nullopt;
       f.goals.actual = r.chance(50) ? "各项任务均已完成，达到预期指标。" : "圆满完成年度各项工作。";
       return "/goals/actual";
     })},
    {Code::result_still_planned, "a plan for a result", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.goals.actual)
         return std::nullopt;
       auto const plan = "预计全年服务" + std::to_string(r.between(2, 90)) + "万人次。";
       f.goals.expected = *f.goals.expected + plan;
       f.goals.actual = *f.goals.actual + plan;
       return "/goals/actual";
     })},
    {Code::growth_rate_full, "a growth that doubles", IN_ROW("target", is_satisfied, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "服务能力提高率" : "服务人次增长率";
       one.target = value("=100%");
     })},
    {Code::result_just_target, "a round count of people reached", IN_ROW("actual", [](Indicator const& one) { return is_satisfied(one) && one.actual; }, [](Indicator& one, Random& r) {
       auto const number = std::to_string(r.between(1, 99)) + "0000";
       one.level3 = "宣传推广人次";
       one.target = value("≥" + number + "人次");
       one.actual = value(number + "人次");
     })},
    {Code::results_copy_targets, "results copied from the targets", IN_FORM([](Form& f, Random& r) -> Path {
       if (!is_evaluation(f))
         return std::nullopt;
       for (auto& one : f.indicators)
         if (one.target->number)
           one.actual->number = one.target->number;
       for (auto left = r.between(6, 9); left > 0; --left) {
         f.indicators.push_back(new_row("产出指标", "数量指标", "第" + std::to_string(left) + "段长度", "≥" + std::to_string(left + 20) + "米"));
         f.indicators.back().actual = value(std::to_string(left + 20) + "米");
       }
       return "/indicators";
     })},
    {Code::sign_without_number, "a letter in the number", IN_ROW("target", is_number, [](Indicator& one, Random& r) {
       one.target = value("≥" + std::to_string(r.between(2, 90)) + "Z.00(座)");
     })},
    {Code::text_shortened, "a name cut short", IN_ROW("level3", any, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "沿线村庄污水收集…" : "沿线村庄污水收集...";
     })},
    {Code::name_holds_target, "the number in the name", IN_ROW("level3", is_number, [](Indicator& one, Random& r) {
       auto const amount = std::to_string(r.between(2, 900)) + "期";
       one.level3 = "举办培训" + amount;
       one.target = value("≥" + amount);
     })},
    {Code::target_without_unit, "a bare number", IN_FORM([](Form& f, Random& r) -> Path {
       f.indicators.push_back(new_row("产出指标", "数量指标", "印发宣传手册", "≥" + std::to_string(r.between(20, 900))));
       return row(f.indicators.size() - 1, "target");
     })},
    {Code::cases_as_target, "cases planned", IN_ROW("target", is_number, [](Indicator& one, Random& r) {
       one.level3 = r.chance(50) ? "立案数" : "行政处罚案件数";
       one.target = value("≥" + std::to_string(r.between(2, 90)) + "件");
     })},
    {Code::project_name_general, "an item of the accounts for a name", IN_FORM([](Form& f, Random& r) -> Path {
       if (!f.project_name)
         return std::nullopt;
       f.project_name = r.chance(50) ? "劳务费" : "工作经费";
       return "/project_name";
     })},
    {Code::actual_without_date, "no date for a deadline", IN_ROW("actual", [](Indicator const& one) { return is_time(one) && one.actual; }, [](Indicator& one, Random& r) {
       one.target = value(r.chance(50) ? "6月底前" : "二季度起每季度提供");
       one.actual = value("达成预期指标");
     })},
    {Code::group_weight_unusual, "too many points for a group", IN_FORM([](Form& f, Random& r) -> Path {
       auto& last = f.indicators.back();
       if (!last.weight || f.kind.starts_with("department_"))
         return std::nullopt;
       last.weight->coefficient += static_cast<std::int64_t>(r.between(11, 40));
       return "/indicators";
     })},
    {Code::edition_differs, "an older edition", [](Document& d, Random&) -> Path {
       if (d.forms.size() < 2)
         return std::nullopt;
       auto const add = [](Form& f, std::string const& text) {
         auto& goal = is_evaluation(f) ? f.goals.expected : f.goals.annual;
         goal = *goal + text;
       };
       add(d.forms[0], "做好第七届农产品展销会布展。");
       add(d.forms[1], "做好第九届农展会布展。");
       return is_evaluation(d.forms[0]) ? "/forms/0/goals/expected" : "/forms/0/goals/annual";
     }},
    // The document
    {Code::name_goal_mismatch, "goal and indicators of another project", [](Document& d, Random&) -> Path {
       if (d.forms.size() != 3 || !d.forms[0].project_name)
         return std::nullopt;
       auto& form = d.forms[0];
       auto const& other = d.forms[1];
       if (other.indicators.empty() || common_start(*form.project_name, d) || common_start(*other.project_name, d))
         return std::nullopt;
       form.goals = other.goals;
       form.indicators = other.indicators;
       return "/forms/0/project_name";
     }},
    {Code::projects_overlap, "the work of another project", [](Document& d, Random&) -> Path {
       if (d.forms.size() < 2 || !d.forms[0].project_name || common_start(*d.forms[0].project_name, d))
         return std::nullopt;
       d.forms[0].fund_purpose = "用于" + *d.forms[1].project_name + "等支出";
       return "/forms/0/fund_purpose";
     }},
    {Code::project_without_goal, "goals that leave a project out", [](Document& d, Random&) -> Path {
       if (!d.forms[0].project_name)
         return std::nullopt;
       d.sections.push_back({"总体绩效目标", "保障居民用电安全，改善医院急诊条件，扩大养老床位供给，降低企业融资成本，培育种植大户。"});
       return "/sections";
     }},
};

} // namespace

std::span<Fault const> faults_of_wording() { return all; }

} // namespace jixiao::property
