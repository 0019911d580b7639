#include "tests/property/layout_changes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace jixiao::property {

namespace {

using namespace std::string_view_literals;

/// A row of blank cells within the table of indicators, beside the labels that go down over it.
void add_blank_row(PrintedForm& form, std::size_t row) {
  form.insert_row(row);
  for (auto column = form.first_column(); column < form.columns; ++column)
    if (!form.cell_at(row, column))
      form.cells.push_back({row, column, 1, 1, ""});
}

/// A row between two of a group.
bool blank_row_in_a_group(PrintedForm& form, Random& random) {
  std::vector<std::size_t> rows;
  for (auto const& cell : form.cells)
    if (form.is_level(cell) && cell.column == form.places.level2)
      for (auto row = cell.row + 1; row < cell.end_row(); ++row)
        rows.push_back(row);
  if (rows.empty())
    return false;
  add_blank_row(form, random.one_of(rows));
  return true;
}

/// A row at the end of a group of level 1, with nothing but a group of its own.
bool group_without_indicators(PrintedForm& form, Random& random) {
  static std::map<std::string_view, std::vector<std::string_view>> const groups{
      {"成本指标", {"经济成本指标", "社会成本指标", "生态环境成本指标"}},
      {"产出指标", {"数量指标", "质量指标", "时效指标"}},
      {"效益指标", {"经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"}}};
  std::vector<std::pair<std::size_t, std::string_view>> found; // the row behind a group, and what is not in it
  for (auto const& cell : form.cells)
    if (auto const group = groups.find(cell.text); form.is_level(cell) && group != groups.end())
      for (auto const name : group->second)
        if (std::ranges::find(form.cells, name, &PrintedCell::text) == form.cells.end())
          found.emplace_back(cell.end_row(), name);
  if (found.empty() || form.places.level2 != form.places.level1 + 1)
    return false;
  auto const chosen = random.one_of(found);
  auto const row = chosen.first;
  auto const name = chosen.second;
  add_blank_row(form, row);
  std::erase_if(form.cells,
                [&](PrintedCell const& cell) { return cell.row == row && cell.column == form.places.level1; });
  ++form.cell_at(row - 1, form.places.level1)->rows;
  form.cell_at(row, form.places.level2)->text = name;
  return true;
}

/// 满意度指标 over both columns of groups.
bool level1_over_both(PrintedForm& form, Random& random) {
  if (form.places.level2 != form.places.level1 + 1)
    return false;
  std::vector<PrintedCell> found;
  for (auto const& cell : form.cells)
    if (form.is_level(cell) && cell.column == form.places.level1 && !cell.text.empty())
      found.push_back(cell);
  if (found.size() < 2)
    return false;
  auto const group = random.one_of(found);
  std::set<std::string> names;
  for (auto const& cell : form.cells)
    if (cell.column == form.places.name && group.row <= cell.row && cell.row < group.end_row())
      names.insert(cell.text);
  for (auto& row : form.truth.rows)
    if (names.contains(row["level3"]))
      row.erase("level2");
  std::erase_if(form.cells, [&](PrintedCell const& cell) {
    return cell.column == form.places.level2 && group.row <= cell.row && cell.row < group.end_row();
  });
  form.cell_at(group.row, group.column)->columns = 2;
  return true;
}

/// 合计 below the indicators, with the sum of their points.
bool row_of_sums(PrintedForm& form, Random&) {
  static std::set<std::string> const headers{"权重",     "分值",     "指标分值", "参考分值",  "标准分",
                                             "分值权重", "指标权重", "权重(%)",  "分值(权重)"};
  auto const header = std::ranges::find_if(
      form.cells, [&](PrintedCell const& cell) { return cell.row == form.header && headers.contains(cell.text); });
  bool const printed = form.truth.fields.contains("total_weight");
  if (header == form.cells.end() || printed || header->column == 0 || header->column < form.places.name)
    return false;
  auto const column = header->column;
  unsigned long sum = 0;
  for (auto const& row : form.truth.rows)
    sum += std::stoul(row.at("weight"));
  auto const row = form.end_of_records;
  form.insert_row(row);
  form.cells.push_back({row, 0, 1, column, "合计"});
  form.cells.push_back({row, column, 1, 1, std::to_string(sum)});
  for (auto right = column + 1; right < form.columns; ++right)
    form.cells.push_back({row, right, 1, 1, ""});
  form.truth.fields["total_weight"] = std::to_string(sum);
  return true;
}

/// 数量指标（20分）
bool points_behind_second_levels(PrintedForm& form, Random& random) {
  bool changed = false;
  for (auto& cell : form.cells)
    if (form.is_level(cell) && cell.column == form.places.level2 && !cell.text.empty()) {
      cell.text += "（" + std::to_string(5 * random.between(1, 5)) + "分）";
      changed = true;
    }
  return changed;
}

/// 产出指标 | 50 | 数量指标
bool points_beside_levels(PrintedForm& form, Random& random) {
  if (form.places.level2 != form.places.level1 + 1 || form.first_record != form.header + 1)
    return false;
  auto const at = form.places.level2;
  std::vector<PrintedCell> groups;
  for (auto const& cell : form.cells)
    if (form.is_level(cell) && cell.column == form.places.level1)
      groups.push_back(cell);
  form.insert_column(at);
  form.cells.push_back({form.header, at, 1, 1, "分值"});
  for (auto const& group : groups)
    form.cells.push_back({group.row, at, group.rows, 1, std::to_string(10 * random.between(1, 5))});
  return true;
}

/// 一季度 to 四季度 behind the target of the year.
bool quarters(PrintedForm& form, Random& random) {
  constexpr std::array labels{"第一季度目标"sv, "第二季度目标"sv, "第三季度目标"sv, "第四季度目标"sv};
  if (form.first_record != form.header + 1)
    return false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    auto const at = form.places.value + 1 + i;
    form.insert_column(at);
    form.cells.push_back({form.header, at, 1, 1, std::string(labels[i])});
    for (auto row = form.first_record; row < form.end_of_records; ++row)
      form.cells.push_back({row, at, 1, 1, form.is_named(row) ? std::to_string(random.between(1, 9)) : std::string()});
  }
  return true;
}

bool remark_below(PrintedForm& form, Random&) {
  auto const row = form.rows;
  form.insert_row(row);
  form.cells.push_back({row, 0, 1, 1, "备注"});
  form.cells.push_back({row, 1, 1, form.columns - 1, "本表一式三份，财政部门留存一份。"});
  return true;
}

/// 填报人 | 林若川 | 联系电话 | 0598-1234567
bool signatures_in_cells(PrintedForm& form, Random&) {
  auto const width = form.columns / 4;
  auto const add = [&](std::array<std::string_view, 4> const& texts) {
    auto const row = form.rows;
    form.insert_row(row);
    for (std::size_t i = 0; i < 4; ++i)
      form.cells.push_back({row, i * width, 1, i < 3 ? width : form.columns - 3 * width, std::string(texts[i])});
  };
  if (width == 0)
    return false;
  add({"填报人", "林若川", "联系电话", "0598-1234567"});
  add({"审核人", "欧阳青", "填报日期", "2026年3月12日"});
  return true;
}

bool signatures_in_a_line(PrintedForm& form, Random&) {
  form.below.emplace_back("单位负责人：欧阳青　　填报人：林若川　　联系电话：0598-1234567");
  return true;
}

/// The table goes on on the next page, where labels that go on stand again, or not.
bool cut_table(PrintedForm& form, Random& random, std::string (*rest)(PrintedCell const& cell)) {
  if (form.cut || form.end_of_records < form.first_record + 4)
    return false;
  auto const row = random.between(form.first_record + 2, form.end_of_records - 2);
  form.cut_cells(row, rest);
  form.cut = row;
  return true;
}

bool page_break(PrintedForm& form, Random& random) {
  return cut_table(form, random, [](PrintedCell const& cell) { return cell.text; });
}

bool page_break_without_labels(PrintedForm& form, Random& random) {
  return cut_table(form, random, [](PrintedCell const&) { return std::string(); });
}

bool title_of_the_place(PrintedForm& form, Random& random) {
  if (form.lines.empty())
    return false;
  auto& title = form.lines.front();
  auto const style = random.below(3);
  title = style == 0 ? "青石县" + title : style == 1 ? title + "（预算部门填报）" : title;
  if (style == 2)
    form.lines.insert(form.lines.begin(), "附件3-1");
  return true;
}

constexpr std::array all{
    LayoutChange{"blank row in a group", blank_row_in_a_group},
    LayoutChange{"group without indicators", group_without_indicators},
    LayoutChange{"level 1 over both", level1_over_both},
    LayoutChange{"row of sums", row_of_sums},
    LayoutChange{"points behind second levels", points_behind_second_levels},
    LayoutChange{"points beside levels", points_beside_levels},
    LayoutChange{"quarters", quarters},
    LayoutChange{"remark below", remark_below},
    LayoutChange{"signatures in cells", signatures_in_cells},
    LayoutChange{"signatures in a line", signatures_in_a_line},
    LayoutChange{"page break", page_break},
    LayoutChange{"page break without labels", page_break_without_labels},
    LayoutChange{"title of the place", title_of_the_place},
};

} // namespace

std::span<LayoutChange const> row_changes() { return all; }

} // namespace jixiao::property
