#include "tests/property/layout_changes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace jixiao::property {

namespace {

using namespace std::string_view_literals;

constexpr std::array offices{"规划科"sv, "工程建设科"sv, "养护所"sv, "综合科"sv, "计财科"sv};
constexpr std::array pages{"31"sv, "47"sv, "52"sv, "68"sv, "75"sv, "83"sv};
constexpr std::array levels_elsewhere{"≥71%"sv, "23个"sv, ""sv, "≤4.5万元"sv, "稳步改善"sv};
constexpr std::array labels_of_none{"承揽事宜"sv, "条目之三"sv, "登载内容"sv};
constexpr std::array notes{"上述各条由业务科室逐条核对后填列"sv, "（以下由项目单位填写）"sv, ""sv};

/// A column of the place in the table of indicators.
bool add_column(PrintedForm& form, std::size_t at, std::string_view label, std::span<std::string_view const> texts) {
  form.insert_column(at);
  form.cells.push_back({form.header, at, form.first_record - form.header, 1, std::string(label)});
  for (auto row = form.first_record; row < form.end_of_records; ++row) {
    auto const text = form.is_named(row) ? texts[(row - form.first_record) % texts.size()] : std::string_view();
    form.cells.push_back({row, at, 1, 1, std::string(text)});
  }
  return true;
}

std::size_t right_of_names(PrintedForm const& form, Random& random) {
  return random.between(form.places.name + 1, form.columns);
}

bool column_of_texts(PrintedForm& form, Random& random) {
  return add_column(form, right_of_names(form, random), "归口科室", offices);
}

bool column_of_numbers(PrintedForm& form, Random& random) {
  return add_column(form, right_of_names(form, random), "台账页码", pages);
}

bool column_of_values(PrintedForm& form, Random& random) {
  return add_column(form, right_of_names(form, random), "同类地区水平", levels_elsewhere);
}

bool column_without_a_header(PrintedForm& form, Random& random) {
  return add_column(form, right_of_names(form, random), "", levels_elsewhere);
}

bool column_before_names(PrintedForm& form, Random&) { return add_column(form, form.places.name, "台账页码", pages); }

bool columns_swapped(PrintedForm& form, Random& random) {
  if (form.columns < form.places.name + 3)
    return false;
  auto const left = random.between(form.places.name + 1, form.columns - 2);
  for (auto& cell : form.cells)
    if (form.is_of_indicators(cell)) {
      if (cell.column == left)
        ++cell.column;
      else if (cell.column == left + 1)
        --cell.column;
    }
  return true;
}

/// The header of a column right of the names is a word that nobody has listed.
bool header_of_the_place(PrintedForm& form, Random& random) {
  static std::map<std::string_view, std::string_view> const words{{"指标值", "本期应达数"},
                                                                  {"目标值", "本期应达数"},
                                                                  {"年度指标值", "本年应达数"},
                                                                  {"年初目标值", "本期应达数"},
                                                                  {"全年实际值", "末期已达数"},
                                                                  {"实际完成值", "末期已达数"},
                                                                  {"完成值", "末期已达数"},
                                                                  {"权重", "占分"},
                                                                  {"分值", "占分"},
                                                                  {"得分", "记分"},
                                                                  {"自评得分", "记分"},
                                                                  {"备注", "补述"},
                                                                  {"偏差原因分析及改进措施", "差距缘由"}};
  std::vector<PrintedCell*> found;
  for (auto& cell : form.cells)
    if (cell.row == form.header && words.contains(cell.text))
      found.push_back(&cell);
  if (found.empty())
    return false;
  auto* const cell = random.one_of(found);
  cell->text = words.at(cell->text);
  return true;
}

/// The second levels are groups of the place.
bool groups_of_the_place(PrintedForm& form, Random&) {
  static std::map<std::string_view, std::string_view> const groups{
      {"数量指标", "规模情况"},          {"质量指标", "品质情况"},       {"时效指标", "进度情况"},
      {"成本指标", "花费情况"},          {"经济效益指标", "增收情况"},   {"社会效益指标", "惠民情况"},
      {"生态效益指标", "环境改善情况"},  {"可持续影响指标", "长远作用"}, {"满意度指标", "群众评价"},
      {"服务对象满意度指标", "群众评价"}};
  std::size_t changed = 0;
  for (auto& cell : form.cells)
    if (form.is_of_record(cell) && cell.column == form.places.level2 && groups.contains(cell.text)) {
      cell.text = groups.at(cell.text);
      ++changed;
    }
  for (auto& row : form.truth.rows)
    if (auto const group = groups.find(row["level2"]); group != groups.end())
      row["level2"] = group->second;
  return changed > 2;
}

/// The label of a project's name, department or unit is one that nobody has listed.
bool label_of_the_place(PrintedForm& form, Random& random) {
  std::vector<PrintedCell*> found;
  for (auto const* name :
       {"project_name", "supervising_department.name", "supervising_department", "implementing_unit", "fund_purpose"}) {
    auto const field = form.truth.fields.find(name);
    if (field == form.truth.fields.end())
      continue;
    for (auto& cell : form.cells)
      if (cell.text == field->second && cell.column > 0)
        if (auto* const label = form.cell_at(cell.row, cell.column - 1); label && !label->text.empty())
          found.push_back(label);
  }
  if (found.empty())
    return false;
  random.one_of(found)->text = random.one_of(labels_of_none);
  return true;
}

/// A block above the indicators, or theirs; from the number `first` on.
std::optional<std::size_t> block_above(PrintedForm const& form, std::size_t first, Random& random) {
  auto const end = std::ranges::upper_bound(form.blocks, form.header);
  auto const count = static_cast<std::size_t>(end - form.blocks.begin());
  return count <= first ? std::nullopt : std::optional(form.blocks[random.between(first, count - 1)]);
}

bool add_pair(PrintedForm& form, Random& random, std::string_view label, std::string_view text) {
  auto const row = block_above(form, 1, random);
  if (!row)
    return false;
  form.insert_row(*row);
  auto const width = std::max<std::size_t>(form.columns / 4, 1);
  form.cells.push_back({*row, 0, 1, width, std::string(label)});
  form.cells.push_back({*row, width, 1, form.columns - width, std::string(text)});
  return true;
}

bool pair_of_texts(PrintedForm& form, Random& random) {
  return add_pair(form, random, "填报批次说明", "第三批集中填报，由县区汇总后报送");
}

bool pair_with_a_number(PrintedForm& form, Random& random) { return add_pair(form, random, "上期结转户数", "417"); }

/// A sentence over the names and what is right of them, between two rows of indicators.
bool note_between_rows(PrintedForm& form, Random& random) {
  if (form.end_of_records < form.first_record + 2)
    return false;
  auto const row = random.between(form.first_record + 1, form.end_of_records - 1);
  std::size_t left = 0;
  for (auto const& cell : form.cells)
    if (cell.row < row && row < cell.end_row())
      left = std::max(left, cell.end_column());
  form.insert_row(row);
  for (std::size_t column = 0; column < left; ++column)
    if (!form.cell_at(row, column))
      form.cells.push_back({row, column, 1, 1, ""});
  form.cells.push_back({row, left, 1, form.columns - left, std::string(random.one_of(notes))});
  return true;
}

/// Merged labels of indicators are single cells; `keep(i, n)` says which of them hold the text.
template <class Keep> bool split_labels(PrintedForm& form, Keep keep) {
  std::vector<PrintedCell> cells;
  bool changed = false;
  for (auto& cell : form.cells) {
    if (!form.is_of_record(cell) || cell.rows == 1) {
      cells.push_back(std::move(cell));
      continue;
    }
    changed = true;
    for (std::size_t i = 0; i < cell.rows; ++i)
      cells.push_back({cell.row + i, cell.column, 1, cell.columns, keep(i, cell.rows) ? cell.text : std::string()});
  }
  form.cells = std::move(cells);
  return changed;
}

bool labels_repeated(PrintedForm& form, Random&) {
  return split_labels(form, [](std::size_t, std::size_t) { return true; });
}

bool labels_above(PrintedForm& form, Random&) {
  return split_labels(form, [](std::size_t i, std::size_t) { return i == 0; });
}

/// Where the first rows have none: a label on the first of all rows looks like those that are filled down.
bool labels_in_the_middle(PrintedForm& form, Random&) {
  auto const* first = form.cell_at(form.first_record, form.first_column());
  return first && first->column < form.places.name && first->rows > 2 &&
         split_labels(form, [](std::size_t i, std::size_t n) { return i == (n - 1) / 2; });
}

/// Rows of the blank form that nobody filled in.
bool rows_of_the_blank_form(PrintedForm& form, Random&) {
  auto const row = form.end_of_records;
  for (std::size_t i = 0; i < 2; ++i) {
    form.insert_row(row);
    for (auto column = form.first_column(); column < form.columns; ++column)
      form.cells.push_back({row, column, 1, 1, i == 1 && column == form.places.name ? "……" : ""});
  }
  if (form.first_column() > 0)
    form.cells.push_back({row, 0, 2, form.first_column(), ""});
  return true;
}

bool no_title(PrintedForm& form, Random&) {
  if (form.lines.empty())
    return false;
  form.lines.erase(form.lines.begin());
  return true;
}

/// The indicators go before the rows above them, from `first` on, and their sums with them.
void turn_rows(PrintedForm& form, std::size_t first) {
  auto const behind = std::ranges::find_if(form.blocks, [&](std::size_t block) { return block > form.header; });
  auto const end = behind == form.blocks.end() ? form.rows : *behind;
  auto const above = form.header - first, moved = end - form.header;
  auto const place = [&](std::size_t row) {
    return row < first || row >= end ? row : row < form.header ? row + moved : row - above;
  };
  for (auto& cell : form.cells)
    cell.row = place(cell.row);
  for (auto& block : form.blocks)
    block = place(block);
  std::ranges::sort(form.blocks);
  form.header -= above;
  form.first_record -= above;
  form.end_of_records -= above;
}

/// Blocks above the indicators follow them; the first stays.
bool indicators_before_the_rest(PrintedForm& form, Random& random) {
  auto const first = block_above(form, 1, random);
  if (!first || *first == form.header || form.cut)
    return false;
  turn_rows(form, *first);
  return true;
}

bool two_tables(PrintedForm& form, Random&) {
  if (form.header == 0)
    return false;
  form.cut = form.header;
  form.between = "二、绩效指标";
  return true;
}

constexpr std::array all{
    LayoutChange{"column of texts", column_of_texts},
    LayoutChange{"column of numbers", column_of_numbers},
    LayoutChange{"column of values", column_of_values},
    LayoutChange{"column without a header", column_without_a_header},
    LayoutChange{"column before names", column_before_names},
    LayoutChange{"columns swapped", columns_swapped},
    LayoutChange{"header of the place", header_of_the_place},
    LayoutChange{"groups of the place", groups_of_the_place},
    LayoutChange{"label of the place", label_of_the_place},
    LayoutChange{"pair of texts", pair_of_texts},
    LayoutChange{"pair with a number", pair_with_a_number},
    LayoutChange{"note between rows", note_between_rows},
    LayoutChange{"labels repeated", labels_repeated},
    LayoutChange{"labels above", labels_above},
    LayoutChange{"labels in the middle", labels_in_the_middle},
    LayoutChange{"rows of the blank form", rows_of_the_blank_form},
    LayoutChange{"no title", no_title},
    LayoutChange{"indicators before the rest", indicators_before_the_rest},
    LayoutChange{"two tables", two_tables},
};

} // namespace

std::span<LayoutChange const> layout_changes() { return all; }

} // namespace jixiao::property
