#include "tests/property/layout_changes.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace jixiao::property {

namespace {

using namespace std::string_view_literals;

/// The cell with a text of the indicator in the row `number` of the truth.
PrintedCell* cell_of(PrintedForm& form, std::map<std::string, std::string> const& row, std::size_t column,
                     std::string const& field) {
  auto const name = std::ranges::find_if(form.cells, [&](PrintedCell const& cell) {
    return form.is_of_record(cell) && cell.column == form.places.name && cell.text == row.at("level3");
  });
  auto* const cell = name == form.cells.end() ? nullptr : form.cell_at(name->row, column);
  auto const text = row.find(field);
  return cell && text != row.end() && cell->text == text->second ? cell : nullptr;
}

/// Edits the texts of a field of indicators, on the page and in the truth; both are given to `edit`.
template <class Edit> bool edit_records(PrintedForm& form, std::size_t column, std::string const& field, Edit edit) {
  std::size_t edited = 0;
  for (auto& row : form.truth.rows)
    if (auto* const cell = cell_of(form, row, column, field))
      edited += edit(row, *cell) ? 1 : 0;
  return edited > 0;
}

struct Parts {
  std::string sign, number, unit;
};

/// ≥12.00(次)
std::optional<Parts> parts_of(std::string const& target) {
  for (auto const sign : {"≥"sv, "≤"sv, "="sv})
    if (target.starts_with(sign) && target.ends_with(")")) {
      auto const bracket = target.find('(');
      return Parts{std::string(sign), target.substr(sign.size(), bracket - sign.size()),
                   target.substr(bracket + 1, target.size() - bracket - 2)};
    }
  return std::nullopt;
}

/// 指标性质 | 指标值 | 度量单位
bool target_in_parts(PrintedForm& form, Random&) {
  auto* const header = form.cell_at(form.header, form.places.value);
  if (form.first_record != form.header + 1 || !header)
    return false;
  std::vector<Parts> parts(form.rows);
  edit_records(form, form.places.value, "target", [&](auto& row, PrintedCell& cell) {
    auto const found = parts_of(cell.text);
    parts[cell.row] = found.value_or(Parts{"", cell.text, ""});
    cell.text = parts[cell.row].number;
    row["target"] = parts[cell.row].sign + parts[cell.row].number + parts[cell.row].unit;
    return true;
  });
  header->text = "指标值";
  auto const add = [&](std::size_t column, std::string const& label, std::string Parts::*part) {
    form.insert_column(column);
    form.cells.push_back({form.header, column, 1, 1, label});
    for (auto row = form.first_record; row < form.end_of_records; ++row)
      form.cells.push_back({row, column, 1, 1, parts[row].*part});
  };
  add(form.places.value + 1, "度量单位", &Parts::unit);
  add(form.places.value, "指标性质", &Parts::sign);
  return true;
}

/// 河段巡查次数（次） | ≥12.00
bool units_behind_names(PrintedForm& form, Random&) {
  return edit_records(form, form.places.value, "target", [&](auto& row, PrintedCell& cell) {
    auto const parts = parts_of(cell.text);
    auto* const name = form.cell_at(cell.row, form.places.name);
    if (!parts || !name)
      return false;
    row["level3"] = name->text += "（" + parts->unit + "）";
    row["target"] = cell.text = parts->sign + parts->number;
    return true;
  });
}

bool unit_in_the_header(PrintedForm& form, Random&) {
  auto* const header = form.cell_at(form.header, form.places.value);
  if (!header || header->row != form.header)
    return false;
  header->text += "（含计量单位）";
  return true;
}

bool several_targets(PrintedForm& form, Random& random) {
  return edit_records(form, form.places.value, "target", [&](auto& row, PrintedCell& cell) {
    if (!random.chance(40))
      return false;
    row["target"] = cell.text += "；6月底前完成过半";
    return true;
  });
}

/// （一）产出指标, 1.数量指标
bool ordinals_before_levels(PrintedForm& form, Random& random) {
  constexpr std::array numbers{"一"sv, "二"sv, "三"sv, "四"sv};
  auto const style = random.below(3);
  auto const of_level1 = [&](std::size_t i) {
    std::string const number(numbers[i % numbers.size()]);
    return style == 0 ? "（" + number + "）" : style == 1 ? number + "、" : std::to_string(i + 1) + ".";
  };
  auto const of_level2 = [&](std::size_t i) {
    auto const number = std::to_string(i + 1);
    return style == 0 ? number + "." : style == 1 ? "（" + number + "）" : number + "、";
  };
  std::size_t number = 0;
  std::ranges::sort(form.cells, {}, [](PrintedCell const& cell) { return std::pair(cell.row, cell.column); });
  for (auto& cell : form.cells)
    if (form.is_level(cell) && cell.column == form.places.level1 && !cell.text.empty()) {
      std::size_t part = 0;
      for (auto& inner : form.cells)
        if (form.is_level(inner) && inner.column == form.places.level2 && !inner.text.empty() &&
            inner.row >= cell.row && inner.row < cell.end_row())
          inner.text = of_level2(part++) + inner.text;
      cell.text = of_level1(number++) + cell.text;
    }
  return number > 0;
}

/// The number is part of the name as it is printed.
bool ordinals_before_names(PrintedForm& form, Random& random) {
  constexpr std::array marks{"、"sv, "."sv, "）"sv};
  auto const mark = random.one_of(marks);
  std::size_t number = 0;
  return edit_records(form, form.places.name, "level3", [&](auto& row, PrintedCell& cell) {
    row["level3"] = cell.text = (mark == "）" ? "（" : "") + std::to_string(++number) + std::string(mark) + cell.text;
    return true;
  });
}

std::size_t digits_before(std::string const& text) {
  auto const end = text.find_first_not_of("0123456789");
  return end == std::string::npos ? text.size() : end;
}

/// An amount above or below the indicators.
bool is_amount(PrintedForm const& form, PrintedCell const& cell) {
  bool const outside = cell.row < form.header || cell.row >= form.end_of_records;
  return outside && std::ranges::any_of(form.truth.funds, [&](calibrate::FundTruth const& fund) {
           constexpr std::size_t longest_rate = 6; // 100.00, and points
           return fund.text == cell.text && fund.text.size() > longest_rate;
         });
}

bool thousands(PrintedForm& form, Random&) {
  std::size_t edited = 0;
  for (auto& cell : form.cells)
    if (is_amount(form, cell))
      for (auto at = digits_before(cell.text); at > 3; ++edited) {
        at -= 3;
        cell.text.insert(at, ",");
      }
  return edited > 0;
}

std::string with_wide_digits(std::string const& text) {
  std::string out;
  for (char const c : text)
    if (c >= '0' && c <= '9')
      out += std::string("\xEF\xBC") + static_cast<char>('\x90' + (c - '0'));
    else
      out += c;
  return out;
}

bool wide_digits_of_amounts(PrintedForm& form, Random&) {
  std::size_t edited = 0;
  for (auto& cell : form.cells)
    if (is_amount(form, cell)) {
      cell.text = with_wide_digits(cell.text);
      ++edited;
    }
  return edited > 0;
}

bool wide_digits_of_targets(PrintedForm& form, Random&) {
  return edit_records(form, form.places.value, "target", [](auto& row, PrintedCell& cell) {
    row["target"] = cell.text = with_wide_digits(cell.text);
    return true;
  });
}

/// A line end within a word, as a narrow column gives.
bool break_text(std::string& text) {
  auto const wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (text.size() < 12 || !std::ranges::all_of(text, wide))
    return false;
  text.insert(3 * (text.size() / 6), "\n");
  return true;
}

bool broken_names(PrintedForm& form, Random&) {
  return edit_records(form, form.places.name, "level3", [](auto&, PrintedCell& cell) { return break_text(cell.text); });
}

bool broken_values(PrintedForm& form, Random&) {
  std::size_t edited = 0;
  for (auto const* name : {"project_name", "supervising_department", "implementing_unit", "project_category"})
    if (auto const field = form.truth.fields.find(name); field != form.truth.fields.end())
      if (auto const cell = std::ranges::find(form.cells, field->second, &PrintedCell::text); cell != form.cells.end())
        edited += break_text(cell->text) ? 1 : 0;
  return edited > 0;
}

/// 1234.00万元
bool units_behind_amounts(PrintedForm& form, Random&) {
  auto const unit = form.truth.fields.find("amount_unit");
  if (unit == form.truth.fields.end())
    return false;
  std::size_t edited = 0;
  for (auto& cell : form.cells)
    if (is_amount(form, cell)) {
      cell.text += unit->second;
      ++edited;
    }
  return edited > 0;
}

/// What is filled in is left out: labels, and groups of indicators.
bool blank_form(PrintedForm& form, Random&) {
  for (auto& cell : form.cells)
    if (auto const colon = cell.text.find("：");
        form.is_label(cell) && cell.row < form.header && colon < cell.text.size())
      cell.text.resize(colon + std::string_view("：").size()); // 项目名称：…
    else if (!form.is_label(cell) && !form.is_level(cell))
      cell.text.clear();
  auto const year = form.truth.fields.find("fiscal_year");
  if (year != form.truth.fields.end()) {
    for (auto& line : form.lines)
      if (line == "（" + year->second + "年度）")
        line = "（　　年度）";
    std::erase_if(form.cells, [&](PrintedCell const& cell) { return cell.text == year->second + "年度"; });
  }
  std::erase_if(form.truth.fields, [](auto const& field) { return field.first != "amount_unit"; });
  form.truth.funds.clear();
  form.truth.rows.clear();
  return true;
}

constexpr std::array all{
    LayoutChange{"target in parts", target_in_parts},
    LayoutChange{"units behind names", units_behind_names},
    LayoutChange{"unit in the header", unit_in_the_header},
    LayoutChange{"several targets", several_targets},
    LayoutChange{"ordinals before levels", ordinals_before_levels},
    LayoutChange{"ordinals before names", ordinals_before_names},
    LayoutChange{"thousands", thousands},
    LayoutChange{"wide digits of amounts", wide_digits_of_amounts},
    LayoutChange{"wide digits of targets", wide_digits_of_targets},
    LayoutChange{"broken names", broken_names},
    LayoutChange{"broken values", broken_values},
    LayoutChange{"units behind amounts", units_behind_amounts},
    LayoutChange{"blank form", blank_form},
};

} // namespace

std::span<LayoutChange const> content_changes() { return all; }

} // namespace jixiao::property
