#include "tests/property/print.hpp"

namespace jixiao::property {

namespace {

std::vector<Line> print_head(Declaration const& form) {
  auto const& project = form.project_funds;
  auto const& year = form.year_funds;
  return {
      {"财政项目支出绩效目标申报表"},
      {"(" + std::to_string(form.year) + " 年度)"},
      {"项目名称", form.project, "项目性质", form.nature, "项目类别", form.category},
      {"主管部门", form.department, "实施单位", form.unit, "", ""},
      {"计划开始日期", form.start, "", "计划完成日期", form.end, ""},
      {"项目资金（" + form.amount_unit + "）", "项目资金总额：", project[0], "年度资金申请总额：", year[0], ""},
      {"", "其中：财政资金", project[1], "其中：当年财政拨款", year[1], ""},
      {"", "", "", "上年结转资金", year[2], ""},
      {"", "其他资金", project[2], "其他资金", year[3], ""},
      {"项目绩效目标", "项目总目标", "", "年度总体目标", "", ""},
      {"", form.project_goal, "", form.annual_goal, "", ""},
  };
}

Line print_header(Columns const& columns) {
  Line line(columns.value + 1);
  line[columns.level1] = "一级指标";
  line[columns.level2] = "二级指标";
  line[columns.name] = "三级指标";
  line[columns.value] = "年度(/项目)指标值";
  return line;
}

void append(std::string& text, Line const& line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0)
      text += '\t';
    text += line[i];
  }
  text += '\n';
}

} // namespace

Print print_clean(Declaration const& form, bool gap_before_value) {
  Print print;
  if (gap_before_value)
    ++print.columns.value;
  auto const& columns = print.columns;
  print.head = print_head(form);
  print.head.push_back(print_header(columns));
  Entry const* before = nullptr;
  for (auto const& entry : form.entries) {
    Line line(columns.value + 1);
    bool const new_level1 = !before || before->level1 != entry.level1;
    bool const new_level2 = new_level1 || before->level2 != entry.level2;
    if (!before)
      line[0] = "绩效指标";
    if (new_level1 || (new_level2 && entry.level2.empty()))
      line[columns.level1] = entry.level1;
    if (new_level2)
      line[columns.level2] = entry.level2;
    line[columns.name] = entry.name;
    line[columns.value] = entry.value;
    print.table.push_back({std::move(line)});
    before = &entry;
  }
  return print;
}

std::string to_text(std::vector<Print> const& prints) {
  std::string text;
  for (auto const& print : prints) {
    for (auto const& line : print.head)
      append(text, line);
    for (auto const& entry : print.table)
      for (auto const& line : entry)
        append(text, line);
    text += '\n';
  }
  return text;
}

} // namespace jixiao::property
