#pragma once

#include <jixiao/document.hpp>

#include <string>
#include <utility>

/// Documents for the tests of writers.
namespace jixiao::test {

inline Diagnostic finding_at(std::uint32_t line, std::uint32_t column, std::uint64_t begin, std::uint64_t end,
                             std::string path) {
  Location at;
  at.line = line;
  at.column = column;
  at.begin = begin;
  at.end = end;
  return {Code::not_understood,
          Severity::warning,
          {{"text", "待定"}, {"label", "计划开始日期"}, {"expected", "date"}},
          std::move(path),
          at};
}

inline Indicator pruned_trees() {
  Indicator out;
  out.level1 = "产出指标";
  out.level2 = "数量指标";
  out.level3 = "修剪\"行道树\"";
  out.target = Value{"≥500.00(株)", ValueKind::quantity, Comparator::at_least, Decimal{50000, 2}, {}, "株", {}};
  out.actual = Value{"良好", ValueKind::qualitative, Comparator::none, {}, {}, {}, {}};
  out.weight = Decimal{225, 1};
  out.repaired = {"level1", "level2"};
  return out;
}

/// What a form and its indicators print that has no field of its own.
inline void put_lists(Form& form) {
  Location at;
  at.row = 9;
  form.contacts = {{{"填报人", "电话"}, "0595-1", at}};
  form.choices = {{"项目性质", "☑新增 □延续", {"新增"}, {"新增", "延续"}, at}, {"类别", {}, {}, {"基建", "民生"}, at}};
  form.tasks = {{{{{"任务名称"}, "补植行道树", at}, {{"金额"}, "12.5", at}}}};
  form.other = {{{"受益乡镇"}, "城关镇", at}};
  auto& row = form.indicators.front();
  row.targets = {
      {"安溪县", "region", {"≥3(株)", ValueKind::quantity, Comparator::at_least, Decimal{3, 0}, {}, "株", {}}}};
  row.results = {{"1-7月", "period", {"进展顺利", ValueKind::qualitative, Comparator::none, {}, {}, {}, {}}}};
  row.choices = {{"是否核心", "√", {"是"}, {"是", "否"}, at}};
  row.other = {{{"数据来源"}, "台账", at}};
  row.panel = "中期";
}

/// Every field filled in that a writer treats in a way of its own.
inline Document full_document() {
  Form form;
  form.kind = "declaration";
  form.layout = "shanghai-declaration";
  form.fiscal_year = 2026;
  form.project_name = "街道绿化养护";
  form.supervising_department = Party{"103", "青溪区绿化局"};
  form.amount_unit = "元";
  form.funds = {{"year", "total", "budget", Decimal{8000000, 2}, Decimal{8000000, 2}},
                {"year", "other", "weight", {}, {}},
                {"year", "named", "budget", Decimal{30, 0}, {}, {}, "福彩公益金"}};
  form.spending_schedule = {{"3月底", Decimal{25, 0}}, {"12月底", {}}};
  form.goals.annual = "一\n二\t\\三\x01";
  form.indicators = {pruned_trees(), {}};
  form.total_score = Decimal{-50, 2};
  put_lists(form);

  Document out;
  out.source = {.name = "form.txt",
                .path = "archive/form.txt",
                .media_type = "text/tab-separated-values",
                .encoding = "UTF-8",
                .bytes = 1234,
                .sha256 = "00ff"};
  out.title = "汇总表";
  out.sections = {{"一、总体绩效目标", {}}};
  out.forms = {form};
  out.diagnostics = {finding_at(3, 2, 10, 16, "/forms/0/start_date"), {Code::empty_input, Severity::error, {}, {}, {}}};
  Location at;
  at.table = 0;
  at.row = 4;
  at.cell = 2;
  at.page = 7;
  out.coverage = {20, 19, {{at, "余文"}}};
  return out;
}

} // namespace jixiao::test
