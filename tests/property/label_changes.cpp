#include "tests/property/layout_changes.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace jixiao::property {

namespace {

using namespace std::string_view_literals;

/// Characters of three bytes each.
bool is_wide(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <class Which, class Edit> bool edit_labels(PrintedForm& form, Which which, Edit edit) {
  std::size_t edited = 0;
  for (auto& cell : form.cells)
    if (std::invoke(which, form, cell))
      edited += edit(cell.text) ? 1 : 0;
  return edited > 0;
}

/// 产出 for 产出指标
bool levels_without_their_word(PrintedForm& form, Random&) {
  return edit_labels(form, &PrintedForm::is_level, [](std::string& text) {
    constexpr auto word = "指标"sv;
    bool const cut = text.ends_with(word);
    text.resize(text.size() - (cut ? word.size() : 0));
    return cut;
  });
}

/// 产出指标（50分）
bool points_behind_levels(PrintedForm& form, Random& random) {
  bool changed = false;
  for (auto& cell : form.cells)
    if (form.is_level(cell) && cell.column == form.places.level1 && !cell.text.empty()) {
      cell.text += "（" + std::to_string(10 * random.between(1, 5)) + "分）";
      changed = true;
    }
  return changed;
}

/// A label narrower than its words: 产出 over 指标.
bool break_label(std::string& text) {
  auto const characters = text.size() / 3;
  if (characters < 3 || !is_wide(text))
    return false;
  text.insert(3 * (characters / 2), "\n");
  return true;
}

bool broken_labels(PrintedForm& form, Random&) { return edit_labels(form, &PrintedForm::is_label, break_label); }
bool broken_levels(PrintedForm& form, Random&) { return edit_labels(form, &PrintedForm::is_level, break_label); }

/// 项 目 名 称
bool spaced_labels(PrintedForm& form, Random&) {
  return edit_labels(form, &PrintedForm::is_label, [](std::string& text) {
    constexpr std::size_t longest = 12;
    if (text.size() > longest || !is_wide(text))
      return false;
    for (auto at = text.size() - 3; at > 0; at -= 3)
      text.insert(at, " ");
    return true;
  });
}

bool colons_behind_labels(PrintedForm& form, Random&) {
  return edit_labels(
      form, [](PrintedForm const& of, PrintedCell const& cell) { return of.is_label(cell) && cell.row != of.header; },
      [](std::string& text) {
        bool const bare = text.find("：") == std::string::npos;
        text += bare ? "：" : "";
        return bare;
      });
}

/// 指标1：更换浮筒 is a name as it is printed.
bool numbered_names(PrintedForm& form, Random&) {
  std::size_t number = 0;
  for (auto& row : form.truth.rows) {
    auto& name = row["level3"];
    auto const cell = std::ranges::find_if(form.cells, [&](PrintedCell const& one) {
      return form.is_of_record(one) && one.column == form.places.name && one.text == name;
    });
    if (cell == form.cells.end())
      return false;
    name = "指标" + std::to_string(++number) + "：" + name;
    cell->text = name;
  }
  return true;
}

/// 序号 in front of the levels
bool serial_numbers(PrintedForm& form, Random&) {
  auto const at = form.first_column();
  form.insert_column(at);
  form.cells.push_back({form.header, at, form.first_record - form.header, 1, "序号"});
  std::size_t number = 0;
  for (auto row = form.first_record; row < form.end_of_records; ++row) {
    bool const named = std::ranges::any_of(form.cells, [&](PrintedCell const& cell) {
      return cell.row == row && cell.column == form.places.name && cell.columns == 1 && !cell.text.empty();
    });
    form.cells.push_back({row, at, 1, 1, named ? std::to_string(++number) : std::string()});
  }
  return true;
}

/// A page ends within the table: its header stands again, and so do the labels of groups that go on.
bool header_again(PrintedForm& form, Random& random) {
  if (form.end_of_records < form.first_record + 4 || form.first_record != form.header + 1)
    return false;
  auto const row = random.between(form.first_record + 2, form.end_of_records - 2);
  form.cut_cells(row, [](PrintedCell const& cell) { return cell.text; });
  form.insert_row(row);
  std::vector<PrintedCell> header;
  for (auto const& cell : form.cells)
    if (cell.row == form.header)
      header.push_back({row, cell.column, 1, cell.columns, cell.text});
  form.cells.insert(form.cells.end(), header.begin(), header.end());
  return true;
}

/// A header over two columns right of the names, beside which all others are merged over both rows.
bool header_over_two(PrintedForm& form, Random& random) {
  if (form.columns < form.places.name + 3)
    return false;
  auto const left = random.between(form.places.name + 1, form.columns - 2);
  auto const row = form.header;
  form.insert_row(row + 1);
  for (auto& cell : form.cells)
    if (cell.row == row) {
      if (cell.column == left || cell.column == left + 1)
        cell.row = row + 1;
      else if (cell.rows == 1)
        cell.rows = 2;
    }
  form.cells.push_back({row, left, 1, 2, "登记情况"});
  form.first_record = row + 2;
  return true;
}

/// 绩效指标 over the groups and the names, none of which has a header of its own.
bool one_header_for_levels(PrintedForm& form, Random&) {
  auto const left = form.first_column(), end = form.places.name + 1;
  if (form.places.level1 + 1 != form.places.level2 || form.places.level2 + 1 != form.places.name)
    return false;
  std::erase_if(form.cells, [&](PrintedCell const& cell) {
    return cell.row == form.header && cell.column >= left && cell.column < end;
  });
  form.cells.push_back({form.header, left, 1, end - left, "绩效指标"});
  return true;
}

/// Nothing in a column of the table.
bool blank_column(PrintedForm& form, Random& random) {
  auto const at = random.between(form.places.name, form.columns);
  form.insert_column(at);
  for (auto row = form.header; row < form.end_of_records; ++row)
    form.cells.push_back({row, at, 1, 1, ""});
  return true;
}

bool unit_in_a_row(PrintedForm& form, Random&) {
  auto const unit = form.truth.fields.find("amount_unit");
  if (unit == form.truth.fields.end())
    return false;
  form.add_row(form.blocks.front(), "金额单位：" + unit->second);
  return true;
}

bool signatures_below(PrintedForm& form, Random&) {
  form.add_row(form.rows, "填报人：林若川　　联系电话：0598-1234567　　填报日期：2026年3月12日");
  return true;
}

bool note_below(PrintedForm& form, Random&) {
  form.add_row(form.rows, "注：各单位可根据实际情况增加指标，但不得删减。");
  return true;
}

/// The title in the first row of the table.
bool title_in_the_table(PrintedForm& form, Random&) {
  if (form.lines.empty())
    return false;
  auto const title = form.lines.front();
  form.lines.clear();
  if (form.truth.fields.contains("fiscal_year"))
    form.add_row(0, form.truth.fields.at("fiscal_year") + "年度");
  form.add_row(0, title);
  return true;
}

/// 项目名称：渔港浮码头维护 in one cell
bool labels_with_their_values(PrintedForm& form, Random&) {
  bool changed = false;
  for (auto const* name : {"project_name", "supervising_department", "implementing_unit", "project_category"}) {
    auto const field = form.truth.fields.find(name);
    if (field == form.truth.fields.end())
      continue;
    auto const value = std::ranges::find(form.cells, field->second, &PrintedCell::text);
    if (value == form.cells.end())
      continue;
    auto const label = std::ranges::find_if(form.cells, [&](PrintedCell const& cell) {
      return cell.row == value->row && cell.end_column() == value->column && cell.rows == value->rows;
    });
    if (label == form.cells.end() || label->text.empty())
      continue;
    label->text += (label->text.ends_with("：") ? "" : "：") + value->text;
    label->columns += value->columns;
    form.cells.erase(value);
    changed = true;
  }
  return changed;
}

constexpr std::array all{
    LayoutChange{"levels without their word", levels_without_their_word},
    LayoutChange{"points behind levels", points_behind_levels},
    LayoutChange{"broken labels", broken_labels},
    LayoutChange{"broken levels", broken_levels},
    LayoutChange{"spaced labels", spaced_labels},
    LayoutChange{"colons behind labels", colons_behind_labels},
    LayoutChange{"numbered names", numbered_names},
    LayoutChange{"serial numbers", serial_numbers},
    LayoutChange{"header again", header_again},
    LayoutChange{"header over two", header_over_two},
    LayoutChange{"one header for levels", one_header_for_levels},
    LayoutChange{"blank column", blank_column},
    LayoutChange{"unit in a row", unit_in_a_row},
    LayoutChange{"signatures below", signatures_below},
    LayoutChange{"note below", note_below},
    LayoutChange{"title in the table", title_in_the_table},
    LayoutChange{"labels with their values", labels_with_their_values},
};

} // namespace

std::span<LayoutChange const> label_changes() { return all; }

} // namespace jixiao::property
