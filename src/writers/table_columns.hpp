#pragma once

#include "writers/tables.hpp"

/// The columns of the tidy tables: what datapackage.json, docs/tables.md and the headers of a workbook say of them.
namespace jixiao::columns {

using enum ColumnKind;

constexpr TableColumn document = {"document", integer, 10, "文件序号",
                                  "number of the document: 0, 1, …, in the order of inputs"};
constexpr TableColumn form = {"form", integer, 6, "表单序号",
                              "index of the form in its document, from 0: 3 is `/forms/3`"};
constexpr TableColumn line = {"line", integer, 7, "行号",
                              "line of the source where it was read, from 1, where the carrier has lines"};

constexpr TableColumn documents[] = {
    document,
    {"name", text, 32, "文件名", "file name, without its folder"},
    {"media_type", text, 26, "媒体类型", "what the file is, by its content"},
    {"encoding", text, 10, "字符编码", "IANA name of the character set; the empty text for binary carriers"},
    {"bytes", integer, 10, "字节数", "size of the file"},
    {"sha256", text, 20, "文件校验值", "SHA-256 of the file's bytes, in lower-case hex"},
    {"title", text, 40, "文件标题", "title of the whole document"},
    {"forms", integer, 7, "表单数", "forms found in it"},
    {"indicators", integer, 10, "指标数", "indicators in all of its forms"},
    {"errors", integer, 7, "错误数", "diagnostics of severity error"},
    {"warnings", integer, 9, "警告数", "diagnostics of severity warning"},
    {"notes", integer, 7, "说明数", "diagnostics of severity note"},
    {"cells", integer, 8, "单元格数", "cells and paragraphs of the source that are not empty"},
    {"claimed", integer, 8, "已认领数",
     "those of them that a field or a label took; the others have a diagnostic each"},
    {"fate", text, 14, "处理结果", "what became of it: converted, with_findings, refused or failed"},
    {"path", text, 40, "路径", "as given or found; a member of an archive behind the archive's path"},
};

constexpr TableColumn sections[] = {
    document,
    {"section", integer, 8, "段落序号", "index of the section in its document, from 0"},
    {"heading", text, 36, "标题", "heading of prose that belongs to no form"},
    {"text", text, 80, "正文", "the prose, its paragraphs joined by line feeds"},
};

constexpr TableColumn forms[] = {
    document,
    form,
    {"kind", text, 16, "表单类别", "family of the form: declaration, self_evaluation, target_table, …"},
    {"layout", text, 24, "版式", "form grammar that matched: a name of `jixiao grammars list`"},
    {"ordinal", text, 8, "编号", "number printed before the heading"},
    {"title", text, 36, "表名", "title line of the form"},
    {"fiscal_year", integer, 11, "年度", "fiscal year"},
    {"project_name", text, 36, "项目名称", "name of the project"},
    {"project_code", text, 22, "项目编码", "code of the project"},
    {"project_nature", text, 16, "项目性质", "as printed: new, continued, …"},
    {"project_category", text, 16, "项目类别", "as printed"},
    {"supervising_department_code", text, 14, "主管部门编码", "code printed with the department"},
    {"supervising_department_name", text, 28, "主管部门", "department in charge"},
    {"implementing_unit_code", text, 14, "实施单位编码", "code printed with the unit"},
    {"implementing_unit_name", text, 28, "实施单位", "unit that carries the project out"},
    {"start_date", text, 12, "开始日期", "ISO 8601: 2026-01-01"},
    {"end_date", text, 12, "完成日期", "ISO 8601: 2026-12-31"},
    {"amount_unit", text, 12, "金额单位", "unit of the form's amounts: 元 or 万元"},
    {"fund_purpose", text, 48, "资金用途", "what the funds are for"},
    {"spending_schedule", text, 28, "资金支出计划", "steps with the percentage spent by then: `3月底 25%; 6月底 50%`"},
    {"total_weight", decimal, 12, "总分值", "total of the weights, as printed"},
    {"total_score", decimal, 11, "总得分", "total of the scores, as printed"},
    {"grade", text, 8, "评价等级", "grade, as printed"},
    line,
};

constexpr TableColumn funds[] = {
    document,
    form,
    {"fund", integer, 6, "资金序号", "index of the amount in its form, from 0"},
    {"scope", text, 9, "范围", "project (all years) or year"},
    {"item", text, 11, "资金来源", "total, fiscal, carryover, other, …"},
    {"measure", text, 16, "口径", "budget, initial_budget, revised_budget, executed, weight, execution_rate or score"},
    {"number", decimal, 16, "数值", "in the form's own unit, with its printed digits"},
    {"yuan", decimal, 18, "金额（元）", "the amount in 元, exact; none for weight, execution_rate and score"},
    {"label", text, 18, "名目", "the printed label of its row, where the item is none of the usual four"},
};

constexpr TableColumn goals[] = {
    document,
    form,
    {"goal", text, 10, "目标类别", "project (all years), annual, expected or actual"},
    {"period", text, 16, "目标期间", "years that a project goal is for, as printed"},
    {"text", text, 80, "目标内容", "the goal, its paragraphs joined by line feeds"},
};

constexpr TableColumn indicators[] = {
    document,
    form,
    {"indicator", integer, 9, "指标序号", "index of the indicator in its form, from 0"},
    {"level1", text, 12, "一级指标", "name of the first level, of the taxonomy"},
    {"level2", text, 18, "二级指标", "name of the second level, of the taxonomy"},
    {"level3", text, 36, "三级指标", "the indicator, as printed"},
    {"definition", text, 36, "绩效指标描述", "what the indicator means"},
    {"target", text, 24, "指标值", "target value, as printed"},
    {"target_kind", text, 12, "指标值类型", "quantity, deadline or qualitative"},
    {"target_op", text, 9, "指标值比较符", "=, >=, <=, > or <"},
    {"target_number", decimal, 13, "指标值数值",
     "the number that the indicator is judged on; the lower one of a range"},
    {"target_upper", decimal, 12, "指标值上限", "the upper number of a range"},
    {"target_unit", text, 11, "指标值单位", "unit of the number"},
    {"target_subject", text, 16, "指标值主语", "the words before the comparator"},
    {"actual", text, 24, "实际完成值", "actual value, as printed"},
    {"actual_kind", text, 12, "完成值类型", "quantity, deadline or qualitative"},
    {"actual_op", text, 9, "完成值比较符", "=, >=, <=, > or <"},
    {"actual_number", decimal, 13, "完成值数值", "the number reached; the lower one of a range"},
    {"actual_upper", decimal, 12, "完成值上限", "the upper number of a range"},
    {"actual_unit", text, 11, "完成值单位", "unit of the number"},
    {"actual_subject", text, 16, "完成值主语", "the words before the comparator"},
    {"weight", decimal, 9, "分值", "points that the indicator is worth"},
    {"score", decimal, 9, "得分", "points given"},
    {"basis", text, 36, "指标值确定依据", "what the target is based on"},
    {"remark", text, 36, "偏差原因分析及改进措施", "reasons for a deviation and what is done about it"},
    {"repaired", text, 18, "修复字段", "fields that could not be read straight off the row, separated by spaces"},
    line,
};

constexpr TableColumn indicator_of_list = {"indicator", integer, 9, "指标序号",
                                           "index of the indicator that it belongs to; none for those of the form"};

constexpr TableColumn parts[] = {
    document,
    form,
    {"part", integer, 6, "分项序号", "index of the row in its form, from 0"},
    indicator_of_list,
    {"list", text, 9, "所属列表", "targets or results"},
    {"of", text, 18, "所属对象", "what it is the value of: 安溪县, 2026年, 一季度"},
    {"by", text, 9, "划分方式", "region, year, standard or period"},
    {"text", text, 24, "取值", "the value, as printed"},
    {"kind", text, 12, "取值类型", "quantity, deadline or qualitative"},
    {"op", text, 9, "比较符", "=, >=, <=, > or <"},
    {"number", decimal, 13, "数值", "the number that the indicator is judged on; the lower one of a range"},
    {"upper", decimal, 12, "上限", "the upper number of a range"},
    {"unit", text, 11, "单位", "unit of the number"},
    {"subject", text, 16, "主语", "the words before the comparator"},
};

constexpr TableColumn extras[] = {
    document,
    form,
    {"extra", integer, 6, "条目序号", "index of the row in its form, from 0"},
    indicator_of_list,
    {"list", text, 10, "所属列表", "contacts, choices, tasks or other"},
    {"item", integer, 6, "列表序号", "index in that list, from 0; cells of one row of tasks have the same"},
    {"label", text, 24, "标签", "the printed labels that lead to it, outermost first, separated by ` / `"},
    {"value", text, 40, "取值", "the value, as printed; of choices what is ticked, separated by `; `"},
    {"offered", text, 24, "可选项", "of choices all that can be ticked, separated by `; `"},
    {"path", text, 34, "节点路径", "JSON Pointer of it: `/forms/3/other/7`"},
    line,
    {"column", integer, 7, "列号", "column in that line, from 1, in characters"},
    {"page", integer, 6, "页", "page, from 1"},
    {"table", integer, 6, "表格", "table of the source, from 0"},
    {"row", integer, 6, "表格行", "row in that table, from 0"},
    {"cell", integer, 6, "单元格", "cell in that row, from 0"},
};

constexpr TableColumn fields[] = {
    document,
    form,
    {"field", integer, 6, "字段序号", "index of the field in its form, from 0"},
    {"name", text, 22, "字段名称",
     "of the field, as the canonical document has it: `project_name`, `goals.annual`, `target`"},
    {"path", text, 34, "节点路径", "JSON Pointer of the field: `/forms/3/indicators/7/target`"},
    {"value", text, 40, "取值", "the value, as one text; empty where it could not be read, or where nothing is ticked"},
    {"printed", text, 40, "原文", "the printed text, where it is not the value"},
    {"how", text, 12, "读法",
     "filled_down, joined, repaired, inferred or unreadable; empty where it was read straight off its cell"},
    {"certainty", text, 10, "确定程度", "certain, likely or close_call; empty where nothing was weighed"},
    line,
    {"column", integer, 7, "列号", "column in that line, from 1, in characters"},
    {"page", integer, 6, "页", "page, from 1"},
    {"table", integer, 6, "表格", "table of the source, from 0"},
    {"row", integer, 6, "表格行", "row in that table, from 0"},
    {"cell", integer, 6, "单元格", "cell in that row, from 0"},
};

constexpr TableColumn diagnostics[] = {
    document,
    {"diagnostic", integer, 10, "诊断序号", "index of the diagnostic in its document, from 0"},
    {"form", integer, 6, "表单序号", "index of the form that it is about; none when it is about the document"},
    {"code", text, 8, "代码", "stage letter and number: `jixiao explain R402` tells more"},
    {"name", text, 26, "名称", "what is flagged, in a word"},
    {"severity", text, 10, "级别", "error, warning or note"},
    {"message", text, 90, "信息", "what was seen, and what was done or can be done"},
    {"path", text, 34, "节点路径",
     "JSON Pointer of the field in the canonical document: `/forms/3/indicators/7/level1`"},
    line,
    {"column", integer, 8, "列号", "column in that line, from 1, in characters"},
    {"page", integer, 6, "页", "page, from 1"},
    {"table", integer, 6, "表格", "table of the source, from 0"},
    {"row", integer, 6, "表格行", "row in that table, from 0"},
    {"cell", integer, 6, "单元格", "cell in that row, from 0"},
    {"begin", integer, 10, "起始字节", "first byte in the source, from 0"},
    {"end", integer, 10, "结束字节", "byte behind the last one"},
};

} // namespace jixiao::columns
