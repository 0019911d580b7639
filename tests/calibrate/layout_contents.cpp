#include "tests/calibrate/layout_contents.hpp"

#include "tests/property/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao::calibrate {

namespace {

using namespace std::string_view_literals;

constexpr std::array remarks{"受天气影响，部分工程推迟"sv, "无偏差"sv, "招标节余，已调整用途"sv, "下年度加强跟踪"sv};
constexpr std::array definitions{"反映当年实际完成的工作量。"sv, "完成数占计划数的比例"sv,
                                 "按服务对象问卷统计的满意程度。"sv};
constexpr std::array bases{"历史数据"sv, "行业标准"sv, "按实施方案确定"sv};
constexpr std::array grades{"优"sv, "良"sv, "中"sv};

std::string with_cents(std::size_t cents) {
  return std::to_string(cents / 100) + "." + std::to_string(100 + cents % 100).substr(1);
}

/// Calls `visit(destination)` for each amount that a form has a label for.
template <class Visit> void each_fund(FormGrammar const& grammar, Visit visit) {
  auto const from = [&](std::vector<LabelRule> const& rules) {
    for (auto const& rule : rules)
      if (rule.destination && rule.destination->field == FieldId::funds)
        visit(*rule.destination);
  };
  for (auto const& block : grammar.pairs)
    for (auto const& panel : block.panels)
      from(panel);
  for (auto const& block : grammar.matrices)
    from(block.rows);
}

} // namespace

LayoutContents::LayoutContents(FormGrammar const& grammar, Random& random)
    : random_(random), declaration_(property::invent_declaration(random)) {
  each_fund(grammar, [&](Destination const& at) { items_[at.scope].push_back(at.item); });
}

std::string LayoutContents::field(FieldId field) {
  auto text = text_of(field);
  if (!text.empty())
    truth.fields[std::string(name_of(field))] = text;
  return text;
}

std::string LayoutContents::text_of(FieldId field) {
  auto const& form = declaration_;
  switch (field) {
  case FieldId::fiscal_year:
    return std::to_string(form.year);
  case FieldId::project_name:
    return form.project;
  case FieldId::project_code:
    return "5107" + std::to_string(form.year - 2000) + "P0000" + std::to_string(random_.between(10'000, 99'999));
  case FieldId::project_nature:
    return form.nature;
  case FieldId::project_category:
    return form.category;
  case FieldId::supervising_department:
    return form.department;
  case FieldId::implementing_unit:
    return form.unit;
  case FieldId::start_date:
    return form.start;
  case FieldId::end_date:
    return form.end;
  case FieldId::amount_unit:
    return form.amount_unit;
  case FieldId::fund_purpose:
    return "用于" + form.project + "所需设备、人工等支出。";
  case FieldId::goals_project:
  case FieldId::goals_annual:
  case FieldId::goals_expected:
    return form.annual_goal;
  case FieldId::goals_actual:
    return "已完成：" + std::string(random_.one_of(property::goal_words()));
  case FieldId::total_weight:
    return "100";
  case FieldId::total_score:
    return std::to_string(random_.between(70, 99)) + ".5";
  case FieldId::grade:
    return std::string(random_.one_of(grades));
  default:
    return {};
  }
}

std::string LayoutContents::fund(Destination const& at, std::string const& measure) {
  auto text = amount(at.scope, at.item, measure);
  bool const is_rate = measure == "execution_rate" && text != "—";
  truth.funds.push_back({at.scope, at.item, measure, text == "—" ? "" : text});
  return is_rate ? text + "%" : text;
}

std::string LayoutContents::amount(std::string const& scope, std::string const& item, std::string const& measure) {
  bool const total = item == "total";
  if (measure == "weight")
    return total ? "10" : "—";
  if (measure == "score")
    return total ? "9." + std::to_string(random_.below(10)) : "—";
  if (measure != "execution_rate")
    return with_cents(cents(scope, item, measure));
  auto const planned = cents(scope, item, "revised_budget"), spent = cents(scope, item, "executed");
  return planned == 0 ? "—" : with_cents(std::min<std::size_t>(spent * 10'000 / planned, 10'000));
}

std::size_t LayoutContents::cents(std::string const& scope, std::string const& item, std::string const& measure) {
  auto const known = cents_.find(scope + item + measure);
  if (known != cents_.end())
    return known->second;
  std::size_t out = 0;
  if (item == "total")
    for (auto const& part : items_[scope])
      out += part == "total" ? 0 : cents(scope, part, measure);
  else if (measure == "executed")
    out = cents(scope, item, "revised_budget") * random_.between(60, 100) / 100;
  else if (measure == "revised_budget" && random_.chance(70))
    out = cents(scope, item, "initial_budget");
  else
    out = random_.chance(30) ? 0 : random_.between(1, 9'000'000);
  return cents_[scope + item + measure] = out;
}

std::map<std::string, std::string> LayoutContents::row(std::size_t entry) {
  auto const& form = declaration_;
  auto const& one = form.entries[entry];
  auto const weight = random_.between(2, 10);
  std::map<std::string, std::string> out{{"level1", one.level1},
                                         {"level2", one.level2},
                                         {"level3", one.name},
                                         {"target", one.value},
                                         {"actual", one.value},
                                         {"weight", std::to_string(weight)},
                                         {"score", std::to_string(weight - random_.below(2))}};
  out["definition"] = std::string(random_.one_of(definitions));
  out["basis"] = std::string(random_.one_of(bases));
  if (random_.chance(40))
    out["remark"] = std::string(random_.one_of(remarks));
  return out;
}

} // namespace jixiao::calibrate
