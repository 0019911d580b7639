#include "tests/property/seeded_documents.hpp"

#include "grammars/indicator_value.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::property {

namespace {

using Words = std::array<std::string_view, 6>;

constexpr Words places{"青石县", "白杨县", "临江区", "云泉市", "柳河区", "松岭市"};
constexpr Words offices{"水务局", "林业局", "教育体育局", "交通运输局", "文化旅游局", "农业农村局"};
constexpr Words works{"供水管网检修", "行道树养护", "校舍加固", "农村道路保洁", "图书馆开放", "苗木检疫"};
constexpr Words things{"管网", "行道树", "校舍", "道路", "阅览室", "苗圃"};

/// A row as printed; `#` in a target is a number of the document's own.
struct Row {
  std::string_view level1, level2, name, target, actual;
};

constexpr Row outputs[] = {{"产出指标", "数量指标", "维护&长度", "≥#(公里)", "#(公里)"},
                           {"产出指标", "数量指标", "培训&管理人数", "≥#(人)", "#(人)"},
                           {"产出指标", "数量指标", "开展&巡查次数", "=#(次)", "#(次)"},
                           {"产出指标", "质量指标", "&验收合格率", "≥96(%)", "98(%)"},
                           {"产出指标", "质量指标", "&用料", "符合行业标准", "达成预期指标"},
                           {"产出指标", "时效指标", "&任务完成时间", "@年11月底前", "@年10月"}};
constexpr Row benefits[] = {{"效益指标", "社会效益指标", "&故障投诉", "≤#(件)", "#(件)"},
                            {"效益指标", "社会效益指标", "&服务覆盖率", "≥95(%)", "97(%)"},
                            {"效益指标", "生态效益指标", "&垃圾回收", "全部分类处理", "达成预期指标"},
                            {"效益指标", "可持续影响指标", "&管护制度", "由主管部门印发", "达成预期指标"}};
constexpr Row satisfactions[] = {{"满意度指标", "服务对象满意度指标", "&使用者满意度", "≥90(%)", "92(%)"},
                                 {"满意度指标", "服务对象满意度指标", "周边居民对&的满意度", "≥85(%)", "90(%)"}};

/// The one row of a group that every form has.
bool is_expected(Row const& row) { return row.name == "&验收合格率" || row.level2 == "时效指标"; }

enum class Family : std::uint8_t { declaration, evaluation, target_table, monitoring, transfer, department };

constexpr std::array<std::string_view, 6> kinds{"declaration", "self_evaluation", "target_table",
                                                "monitoring",  "self_evaluation", "department_self_evaluation"};

Decimal decimal(std::int64_t cents) { return {cents, 2}; }

class Inventor {
public:
  explicit Inventor(Random& random) : random_(random) {}

  Document document(Family family) {
    Document out;
    year_ = static_cast<int>(random_.between(2017, 2026));
    department_ = std::string(random_.one_of(places)) + std::string(random_.one_of(offices));
    out.title = department_ + std::to_string(year_) + "年度项目绩效表";
    auto const count = random_.between(1, 4);
    for (std::size_t i = 0; i < count; ++i)
      out.forms.push_back(form(family, i));
    if (family != Family::department && random_.chance(50))
      for (auto const& form : out.forms)
        out.contents.push_back(*form.project_name);
    return out;
  }

private:
  Form form(Family family, std::size_t index) {
    Form form;
    auto const which = random_.below(works.size());
    thing_ = things[which];
    form.kind = std::string(kinds[static_cast<std::size_t>(family)]);
    form.fiscal_year = year_;
    form.project_name = std::string(works[which]) + "第" + std::to_string(index + 1) + "标段";
    form.project_code =
        "310204" + std::to_string(year_ % 100) + "T" + std::to_string(100000000000 + random_.below(900000000));
    form.supervising_department = Party{"310", department_};
    form.implementing_unit = Party{"310204", department_};
    form.amount_unit = random_.chance(50) ? "元" : "万元";
    form.title = std::to_string(year_) + "年度绩效表";
    fill(form, family);
    return form;
  }

  void fill(Form& form, Family family) {
    switch (family) {
    case Family::declaration:
      return declaration(form);
    case Family::evaluation:
      return evaluation(form);
    case Family::target_table:
      return target_table(form);
    case Family::monitoring:
      return monitoring(form);
    case Family::transfer:
      return transfer(form);
    case Family::department:
      return department(form);
    }
  }

  void put(Form& form, std::string scope, std::string item, std::string measure, std::optional<Decimal> number) {
    Fund fund;
    fund.scope = std::move(scope);
    fund.item = std::move(item);
    fund.measure = std::move(measure);
    fund.number = number;
    if (number && fund.measure != "weight" && fund.measure != "score" && fund.measure != "execution_rate" &&
        fund.measure != "rate_to_date")
      fund.yuan = times_power_of_ten(*number, form.amount_unit == "万元" ? 4 : 0);
    form.funds.push_back(std::move(fund));
  }

  /// 1,000.00 to 900,000.00, in cents.
  std::int64_t amount() { return static_cast<std::int64_t>(random_.between(100'000, 90'000'000)); }

  void declaration(Form& form) {
    auto const fiscal = amount(), carried = random_.chance(50) ? amount() : 0,
               other = random_.chance(30) ? amount() : 0;
    auto const more = random_.chance(30) ? amount() : 0;
    put(form, "project", "total", "budget", decimal(fiscal + carried + other + more));
    put(form, "project", "fiscal", "budget", decimal(fiscal + carried + more));
    put(form, "project", "other", "budget", decimal(other));
    put(form, "year", "total", "budget", decimal(fiscal + carried + other));
    put(form, "year", "fiscal", "budget", decimal(fiscal));
    put(form, "year", "carryover", "budget", decimal(carried));
    put(form, "year", "other", "budget", decimal(other));
    form.start_date = std::to_string(year_ - static_cast<int>(random_.below(2))) + "-01-01";
    form.end_date = std::to_string(year_) + "-12-31";
    form.goals.project = "分期完成" + *form.project_name + "并移交管护。";
    form.goals.annual = "完成本年度" + *form.project_name + "。";
    indicators(form, fiscal + carried + other, false);
  }

  void target_table(Form& form) {
    auto const fiscal = amount(), other = random_.chance(30) ? amount() : 0;
    put(form, "year", "total", "budget", decimal(fiscal + other));
    put(form, "year", "fiscal", "budget", decimal(fiscal));
    put(form, "year", "other", "budget", other == 0 ? std::nullopt : std::optional(decimal(other)));
    form.goals.annual = "完成" + *form.project_name + "。";
    indicators(form, fiscal + other, false);
    regions(form);
  }

  /// What things are counted in two places, and in both together.
  void regions(Form& form) const {
    for (auto& row : form.indicators)
      if (row.level2 == "数量指标" && row.target->number) {
        auto const whole = row.target->number->coefficient, first = whole / 3;
        for (auto const& [place, part] : {std::pair("东片", first), std::pair("西片", whole - first)}) {
          auto value = *row.target;
          value.number = Decimal{part, 0};
          row.targets.push_back({place, "region", value});
        }
      }
  }

  /// After seven months: of what each part will have spent in the year, a half and more.
  void monitoring(Form& form) {
    auto const fiscal = amount(), other = random_.chance(30) ? amount() : 0;
    auto const per_cent = static_cast<std::int64_t>(random_.between(45, 70));
    auto const spent_fiscal = fiscal * per_cent / 100, spent_other = other * per_cent / 100;
    auto const part = [&](std::string const& item, std::int64_t budget, std::int64_t spent) {
      put(form, "year", item, "initial_budget", decimal(budget));
      put(form, "year", item, "executed_to_date", decimal(spent));
      put(form, "year", item, "rate_to_date", Decimal{per_cent, 0});
      put(form, "year", item, "executed_expected", decimal(budget));
    };
    part("total", fiscal + other, spent_fiscal + spent_other);
    part("fiscal", fiscal, spent_fiscal);
    part("other", other, spent_other);
    form.goals.annual = "完成" + *form.project_name + "。";
    indicators(form, fiscal + other, false);
    for (auto& row : form.indicators) {
      row.results = {{"1-7月执行情况", "period", *row.target}, {"全年预计完成情况", "period", *row.target}};
      row.choices.push_back({"完成目标可能性", "√", {"确定能"}, {"确定能", "有可能", "完全不可能"}, {}});
    }
  }

  /// 转移支付: money of the centre and of the place, no points, and the matters of 资金管理情况.
  void transfer(Form& form) {
    auto const central = amount(), local = amount();
    for (auto const& [item, budget] :
         {std::pair("total", central + local), std::pair("central", central), std::pair("local", local)}) {
      put(form, "year", item, "revised_budget", decimal(budget));
      put(form, "year", item, "executed", decimal(budget));
      put(form, "year", item, "execution_rate", Decimal{10'000, 2});
    }
    form.goals.expected = "完成" + *form.project_name + "。";
    form.goals.actual = "年内" + *form.project_name + "已验收并移交。";
    for (auto const* matter :
         {"分配科学性", "下达及时性", "拨付合规性", "使用规范性", "执行准确性", "预算绩效管理情况", "支出责任履行情况"})
      form.other.push_back({{"资金管理情况", matter}, "按办法执行。", {}});
    indicators(form, central + local, true);
    for (auto& row : form.indicators) {
      row.weight.reset();
      row.score.reset();
      row.group_weight.reset();
    }
  }

  /// 部门整体: no project; a coefficient beside each weight.
  void department(Form& form) {
    evaluation(form);
    form.project_name.reset();
    form.project_code.reset();
    for (auto& row : form.indicators)
      row.other.push_back({{"得分系数（%）"}, "100", {}});
  }

  void evaluation(Form& form) {
    auto const fiscal = amount(), other = random_.chance(30) ? amount() : 0;
    auto const per_mille = static_cast<std::int64_t>(random_.between(910, 1000));
    auto const spent_fiscal = fiscal * per_mille / 1000, spent_other = other * per_mille / 1000;
    row(form, "total", fiscal + other, spent_fiscal + spent_other, true);
    row(form, "fiscal", fiscal, spent_fiscal, false);
    row(form, "other", other, spent_other, false);
    form.goals.expected = "完成" + *form.project_name + "。";
    form.goals.actual = "年内" + *form.project_name + "已验收并移交。";
    indicators(form, fiscal + other, true);
    total(form);
  }

  /// Rate and score of a row, cut off or rounded as offices do.
  void row(Form& form, std::string item, std::int64_t budget, std::int64_t spent, bool is_total) {
    auto const rate = budget == 0 ? 0 : (spent * 10'000 + (random_.chance(50) ? budget / 2 : 0)) / budget;
    put(form, "year", item, "initial_budget", decimal(budget));
    put(form, "year", item, "revised_budget", decimal(budget));
    put(form, "year", item, "executed", decimal(spent));
    put(form, "year", item, "weight", is_total ? std::optional(Decimal{10, 0}) : std::nullopt);
    put(form, "year", item, "execution_rate", decimal(rate));
    put(form, "year", item, "score", is_total ? std::optional(decimal(rate / 10)) : std::nullopt);
  }

  void total(Form& form) {
    std::int64_t cents = form.funds[5].number->coefficient;
    for (auto const& indicator : form.indicators)
      cents += indicator.score->coefficient * (indicator.score->scale == 0 ? 100 : 1);
    form.total_weight = Decimal{100, 0};
    form.total_score = decimal(cents);
    form.grade = cents >= 9000 ? "优" : cents >= 8000 ? "良" : cents >= 6000 ? "中" : "差";
  }

  std::string filled(std::string_view text, std::string const& number) const {
    std::string out;
    for (char const c : text)
      c == '#' ? out += number : c == '@' ? out += std::to_string(year_) : c == '&' ? out += thing_ : out += c;
    return out;
  }

  void add(Form& form, Row const& row, bool evaluated) {
    auto const number = std::to_string(random_.between(20, 900));
    Indicator indicator;
    indicator.level1 = row.level1;
    indicator.level2 = row.level2;
    indicator.level3 = filled(row.name, number);
    indicator.target = grammars::read_indicator_value(filled(row.target, number));
    if (evaluated)
      indicator.actual = grammars::read_indicator_value(filled(row.actual, number));
    form.indicators.push_back(std::move(indicator));
  }

  void indicators(Form& form, std::int64_t cents, bool evaluated) {
    bool const newer = year_ >= 2021;
    auto const cost = to_string(decimal(cents)) + *form.amount_unit;
    Row const cost_row{newer ? "成本指标" : "产出指标", newer ? "经济成本指标" : "成本指标", "&项目总成本", "≤#", "#"};
    if (newer || random_.chance(50)) {
      add(form, cost_row, false);
      form.indicators.back().target = grammars::read_indicator_value("≤" + cost);
      if (evaluated)
        form.indicators.back().actual = grammars::read_indicator_value(cost);
    }
    for (auto const& group :
         {std::span<Row const>(outputs), std::span<Row const>(benefits), std::span<Row const>(satisfactions)})
      for (std::size_t i = 0; i < group.size(); ++i)
        if (i == 0 || is_expected(group[i]) || random_.chance(60))
          add(form, group[i], evaluated);
    if (evaluated)
      weigh(form);
  }

  /// Weights that add up to 90, and full scores; of some forms the points of each group stand behind its label.
  void weigh(Form& form) {
    weigh_rows(form);
    if (!random_.chance(50))
      return;
    for (auto& one : form.indicators) {
      std::int64_t sum = 0;
      for (auto const& other : form.indicators)
        sum += other.level1 == one.level1 ? other.weight->coefficient : 0;
      one.group_weight = Decimal{sum, 0};
    }
  }

  /// The points of each group are those of 财预〔2021〕101号, or of 财预〔2020〕10号 before.
  static void weigh_rows(Form& form) {
    bool const newer =
        std::ranges::find(form.indicators, Text("成本指标"), &Indicator::level1) != form.indicators.end();
    for (auto const& [group, points] : {std::pair<std::string_view, std::int64_t>{"成本指标", 20},
                                        {"产出指标", newer ? 40 : 50},
                                        {"效益指标", newer ? 20 : 30},
                                        {"满意度指标", 10}}) {
      std::vector<Indicator*> rows;
      for (auto& one : form.indicators)
        if (one.level1 == group)
          rows.push_back(&one);
      auto const count = static_cast<std::int64_t>(rows.size());
      for (std::int64_t i = 0; i < count; ++i) {
        auto& row = *rows[static_cast<std::size_t>(i)];
        row.weight = row.score = Decimal{points / count + (i < points % count ? 1 : 0), 0};
      }
    }
  }

  Random& random_;
  int year_ = 0;
  std::string department_;
  std::string_view thing_;
};

} // namespace

Document invent_clean_document(Random& random) {
  auto const family = static_cast<Family>(random.below(kinds.size()));
  return Inventor(random).document(family);
}

Document invent_clean_document(Random& random, std::string_view family) {
  auto const kind = std::ranges::find(kinds, family);
  return Inventor(random).document(static_cast<Family>(kind - kinds.begin()));
}

} // namespace jixiao::property
