#include "desk/workbook_rows.hpp"

#include "writers/across.hpp"
#include "writers/first_page.hpp"

#include <algorithm>
#include <set>

namespace jixiao {

namespace {

constexpr char separator = '\x1f';
constexpr std::size_t most_places = 60;      ///< listed in a cell
constexpr std::size_t longest_excerpt = 240; ///< bytes

/// Places that fit into a row, which can be no taller than 409 points: each with its own words, or with one message.
constexpr std::size_t most_in_row = 8, most_alike_in_row = 25;

constexpr DeskColumn overview[] = {{"document", "文档", 32},
                                   {"form", "表", 5},
                                   {"project", "项目", 34},
                                   {"unit", "单位", 24},
                                   {"amount", "金额", 16},
                                   {"errors", "错误", 7, true},
                                   {"warnings", "警告", 9, true},
                                   {"notes", "提示", 7, true},
                                   {"holds", "符合", 7, true},
                                   {"broken", "不符", 7, true},
                                   {"cannot judge", "无法判断", 12, true},
                                   {"does not apply", "不适用", 14, true},
                                   {"verdict", "结论", 18}};

constexpr DeskColumn findings[] = {
    {"no.", "序号", 5, true},   {"project", "项目", 20},           {"unit", "单位", 14},
    {"place", "位置", 14},      {"severity", "级别", 9},           {"indicator", "指标", 22},
    {"printed", "原文", 16},    {"finding", "问题", 38},           {"source", "依据", 26},
    {"remedy", "修改建议", 26}, {"reviewer ▼", "审核人意见▼", 12}, {"answer of the unit", "单位反馈", 16}};

constexpr DeskColumn originals[] = {
    {"no.", "序号", 5, true}, {"project", "项目", 26},         {"place", "位置", 20},          {"severity", "级别", 9},
    {"field", "字段", 24},    {"how it was read", "读法", 60}, {"original ▼", "核对结果▼", 12}};

constexpr DeskColumn across[] = {{"no.", "序号", 5, true},
                                 {"project", "项目", 20},
                                 {"severity", "级别", 9},
                                 {"place", "位置", 22},
                                 {"printed", "原文", 14},
                                 {"other place", "对比位置", 22},
                                 {"printed there", "对比原文", 14},
                                 {"finding", "问题", 38},
                                 {"source", "依据", 24},
                                 {"remedy", "修改建议", 24},
                                 {"reviewer ▼", "审核人意见▼", 12},
                                 {"answer of the unit", "单位反馈", 16}};

std::string unit_of(Form const& form) {
  for (auto const* party : {&form.implementing_unit, &form.supervising_department})
    if (*party && (*party)->name)
      return *(*party)->name;
  return {};
}

/// `表3 第 23 行`, `form 3, table 2, row 5`
std::string place_of(Document const& document, Diagnostic const& finding, Language language) {
  bool const chinese = language == Language::zh;
  auto const form = form_of(document, finding.path);
  auto out = form ? document.forms[*form].ordinal.value_or(std::to_string(*form + 1)) : std::string();
  if (form)
    out = (chinese ? "表 " : "form ") + out;
  auto const add = [&](std::string_view zh, std::string_view en, std::uint64_t number, std::string_view behind) {
    out.append(out.empty() ? "" : chinese ? "，" : ", ").append(chinese ? zh : en).append(std::to_string(number));
    out.append(chinese ? behind : "");
  };
  auto const& at = finding.at;
  if (at.page)
    add("第 ", "page ", *at.page, " 页");
  if (at.line)
    return add("第 ", "line ", *at.line, " 行"), out;
  if (at.table)
    add("第 ", "table ", *at.table + 1, " 个表格");
  if (at.row)
    add("第 ", "row ", *at.row + 1, " 行");
  return out;
}

template <class Each> std::string listed(ReviewItem const& item, Language language, Each each) {
  std::string out;
  std::string last;
  std::size_t count = 0;
  for (auto const* place : item.places) {
    auto text = each(*place);
    if (text.empty() || text == last)
      continue;
    if (++count > most_places) {
      out += language == Language::zh ? "\n……" : "\n…";
      break;
    }
    out.append(out.empty() ? "" : "\n").append(text);
    last = std::move(text);
  }
  return out;
}

std::string projects_of(Document const& document, ReviewItem const& item, Language language) {
  std::set<std::size_t> forms;
  for (auto const* place : item.places)
    if (auto const form = form_of(document, place->path))
      forms.insert(*form);
  if (forms.empty())
    return language == Language::zh ? "（全文）" : "(whole document)";
  if (forms.size() > 1)
    return std::to_string(forms.size()) + (language == Language::zh ? " 张表" : " forms");
  return name_of_form(document, *forms.begin(), language);
}

std::string unit_of_item(Document const& document, ReviewItem const& item) {
  auto const form = form_of(document, item.first().path);
  return form ? unit_of(document.forms[*form]) : std::string();
}

/// The beginning of a text; a goal of a page does not help to find it.
std::string excerpt(std::string text) {
  if (text.size() <= longest_excerpt)
    return text;
  auto end = longest_excerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  text.resize(end);
  return text + "…";
}

/// What is wrong. Form and indicator have columns of their own; of several places each line names its own.
std::string words_of(Document const& document, ReviewItem const& item, Language language) {
  if (item.alike)
    return message(item.first(), language);
  auto const form = form_of(document, item.first().path);
  bool const of_one_form =
      std::ranges::all_of(item.places, [&](Diagnostic const* place) { return form_of(document, place->path) == form; });
  return meaning_in_short(item.first().code, language) + '\n' + listed(item, language, [&](Diagnostic const& one) {
           return of_one_form ? statement_in_form(document, one, language) : statement(document, one, language);
         });
}

/// An item as rows that can be read whole: of many places, a row for each form at least, which a unit can answer.
std::vector<ReviewItem> in_rows(Document const& document, ReviewItem const& item) {
  auto const most = item.alike ? most_alike_in_row : most_in_row;
  if (item.places.size() <= most)
    return {item};
  std::vector<ReviewItem> out;
  for (auto const* place : item.places) {
    bool const of_other_form =
        !out.empty() && !item.alike && form_of(document, place->path) != form_of(document, out.back().first().path);
    if (out.empty() || of_other_form || out.back().places.size() == most)
      out.emplace_back();
    out.back().places.push_back(place);
  }
  for (auto& part : out)
    part.alike = item.alike || !part.several();
  return out;
}

DeskRow finding_row(Document const& document, ReviewItem const& item, Language language) {
  auto const& code = item.first().code;
  return {DeskSheet::findings,
          {"", projects_of(document, item, language), unit_of_item(document, item),
           listed(item, language, [&](Diagnostic const& one) { return place_of(document, one, language); }),
           std::string(word_of(item.first().severity, language)),
           listed(item, language, [&](Diagnostic const& one) { return name_of_part(document, one.path, language); }),
           listed(item, language, [&](Diagnostic const& one) { return excerpt(printed_at(document, one.path)); }),
           words_of(document, item, language), basis_of(code, language), remedy_of(code, language), "", ""}};
}

DeskRow reading_row(Document const& document, ReviewItem const& item, Language language) {
  return {DeskSheet::originals,
          {"", projects_of(document, item, language),
           listed(item, language, [&](Diagnostic const& one) { return place_of(document, one, language); }),
           std::string(word_of(item.first().severity, language)),
           listed(item, language, [&](Diagnostic const& one) { return name_of_part(document, one.path, language); }),
           item.alike ? headline(item.first(), language)
                      : listed(item, language, [&](Diagnostic const& one) { return headline(one, language); }),
           ""}};
}

} // namespace

std::string_view name_of_sheet(DeskSheet sheet, Language language) {
  constexpr std::string_view english[] = {"overview", "findings", "check the original", "across documents"};
  constexpr std::string_view chinese[] = {"总览", "审核意见", "待核对原件", "跨文档对比"};
  return (language == Language::zh ? chinese : english)[static_cast<std::size_t>(sheet)];
}

std::span<DeskColumn const> columns_of(DeskSheet sheet) {
  constexpr std::span<DeskColumn const> all[] = {overview, findings, originals, across};
  return all[static_cast<std::size_t>(sheet)];
}

std::string pack(DeskRow const& row) {
  std::string out(1, static_cast<char>('0' + static_cast<int>(row.sheet)));
  for (auto cell : row.cells) {
    std::erase(cell, separator);
    out.append(1, separator).append(cell);
  }
  return out;
}

DeskRow unpack_row(std::string_view packed) {
  DeskRow row{static_cast<DeskSheet>(packed[0] - '0'), {}};
  packed.remove_prefix(1);
  while (!packed.empty()) {
    packed.remove_prefix(1);
    auto const cell = packed.substr(0, packed.find(separator));
    row.cells.emplace_back(cell);
    packed.remove_prefix(cell.size());
  }
  return row;
}

DeskRow row_of(AcrossFinding const& one, Language language) {
  auto const& [finding, here, there] = one;
  return {DeskSheet::across,
          {"", here.project, std::string(word_of(finding.severity, language)), across_place(here, language),
           here.printed, there.document.empty() ? std::string() : across_place(there, language), there.printed,
           message(finding, language), basis_of(finding.code, language), remedy_of(finding.code, language), "", ""}};
}

std::vector<DeskRow> rows_of(Checked const& checked, Review const& review, Language language) {
  auto const& document = checked.document;
  std::vector<DeskRow> out;
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& form = document.forms[i];
    auto const& of_form = review.forms[i];
    DeskRow row{DeskSheet::overview,
                {std::string(checked.name), form.ordinal.value_or(std::to_string(i + 1)),
                 form.project_name.value_or(form.title.value_or("")), unit_of(form), amount_of_form(form)}};
    for (auto const number : {of_form.severities[2], of_form.severities[1], of_form.severities[0], of_form.holds,
                              of_form.broken, of_form.cannot_judge, of_form.does_not_apply})
      row.cells.push_back(std::to_string(number));
    row.cells.emplace_back(word_of(of_form.verdict, language));
    out.push_back(std::move(row));
  }
  for (auto const& item : review.form)
    for (auto const& part : in_rows(document, item))
      out.push_back(finding_row(document, part, language));
  for (auto const& item : review.reading)
    for (auto const& part : in_rows(document, item))
      out.push_back(reading_row(document, part, language));
  return out;
}

} // namespace jixiao
