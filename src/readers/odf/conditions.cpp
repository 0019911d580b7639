#include "readers/odf/conditions.hpp"

#include "readers/number_format/number_format.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xml.hpp"

#include <algorithm>

namespace jixiao::odf {
namespace {

constexpr std::string_view itself = "cell-content()";
constexpr SheetRange anywhere{0, 0, sheet_rows - 1, sheet_columns - 1};

/// What stands between the brackets of `name(…)`; nothing for another condition.
std::optional<std::string_view> argument_of(std::string_view condition, std::string_view name) {
  if (!condition.starts_with(name) || !condition.substr(name.size()).starts_with('(') || !condition.ends_with(')'))
    return std::nullopt;
  return condition.substr(name.size() + 1, condition.size() - name.size() - 2);
}

std::string range_formula(std::string_view relation, std::string_view bounds) {
  auto const comma = std::min(bounds.find(','), bounds.size());
  return comparison_formula(relation, bounds.substr(0, comma), bounds.substr(std::min(comma + 1, bounds.size())));
}

/// A condition as the formula that a workbook of Excel has for it.
std::string formula_of(std::string_view condition) {
  if (auto const formula = argument_of(condition, "is-true-formula"))
    return std::string(*formula);
  if (auto const formula = argument_of(condition, "formula-is"))
    return std::string(*formula);
  for (std::string_view const name : {"cell-content-is-between", "between"})
    if (auto const bounds = argument_of(condition, name))
      return range_formula("between", *bounds);
  for (std::string_view const name : {"cell-content-is-not-between", "not-between"})
    if (auto const bounds = argument_of(condition, name))
      return range_formula("notBetween", *bounds);
  if (auto const text = argument_of(condition, "contains-text"))
    return "ISNUMBER(SEARCH(" + std::string(*text) + "," + std::string(itself) + "))";
  if (condition == "is-error")
    return "ISERROR(" + std::string(itself) + ")";
  auto const begins = condition.starts_with(itself) ? condition.substr(itself.size()) : condition;
  bool const is_unequal = begins.starts_with("!=");
  bool const is_comparison = is_unequal || begins.find_first_of("=<>") == 0;
  return is_comparison ? std::string(itself).append(is_unequal ? "<>" : "").append(begins.substr(is_unequal ? 2 : 0))
                       : std::string(condition);
}

/// Icons and bars may stand in place of the number that they are made of; of icons the first entry says so.
bool shows_no_value(pugi::xml_node condition) {
  auto const kind = local_name(condition);
  if (kind == "data-bar")
    return attribute(condition, "show-value") == "false";
  return kind == "icon-set" && attribute(child(condition, "formatting-entry"), "show-value") == "false";
}

/// "申报表.B3:申报表.D4 申报表.F1"
std::vector<SheetRange> ranges_of(std::string_view list) {
  std::vector<SheetRange> ranges;
  auto const place = [](std::string_view address) { return address.substr(address.rfind('.') + 1); };
  while (!list.empty()) {
    auto const end = std::min(list.find(' '), list.size());
    auto const address = list.substr(0, end);
    auto const colon = std::min(address.find(':'), address.size());
    auto const first = place(address.substr(0, colon));
    auto const last = colon == address.size() ? first : place(address.substr(colon + 1));
    if (auto const range = read_range(std::string(first) + ":" + std::string(last)))
      ranges.push_back(*range);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return ranges;
}

} // namespace

ConditionalLook Conditions::look_of(std::string_view cell_style) const {
  flow::Look const plain;
  auto const look = styles_.apply("table-cell", cell_style, plain);
  ConditionalLook found{look.struck, look.hidden || look.tiny || look.clear, {}, {}};
  if (look.colour != plain.colour)
    found.colour = look.colour;
  if (look.background != plain.background)
    found.background = look.background;
  if (auto const code = styles_.number_format_of(cell_style); !code.empty()) {
    auto const format = parse_number_format(code);
    found.hides = found.hides || (hides_texts(format) && hides_number("1", format));
  }
  return found;
}

void Conditions::begin_table(pugi::xml_node table) {
  of_table_ = {};
  for (auto const format : children(child(table, "conditional-formats")))
    for (auto const condition : children(format))
      if (shows_no_value(condition))
        of_table_.add({ranges_of(attribute(format, "target-range-address")),
                       "ISNUMBER(" + std::string(itself) + ")",
                       {false, true, {}, {}}});
      else if (local_name(condition) == "condition")
        of_table_.add({ranges_of(attribute(format, "target-range-address")), formula_of(attribute(condition, "value")),
                       look_of(attribute(condition, "apply-style-name"))});
}

ConditionalFormats& Conditions::of_style(std::string_view cell_style) {
  auto const [at, is_new] = of_styles_.try_emplace(cell_style);
  auto const* const style = is_new ? styles_.find("table-cell", cell_style) : nullptr;
  if (style != nullptr)
    for (auto const& [condition, name] : style->conditions)
      at->second.add({{anywhere}, formula_of(condition), look_of(name)});
  return at->second;
}

void Conditions::apply(pugi::xml_node node, SheetCell const& cell, std::vector<TextFinding>& findings,
                       std::string& text) {
  LeftOut left_out;
  auto const cell_style = attribute(node, "style-name");
  ShownValue const own{std::string(cell.text), attribute(node, "value-type") == "string"};
  auto const shown_at = [&](std::uint32_t row, std::uint32_t column) {
    return row == cell.row && column == cell.column ? std::optional(own) : std::nullopt;
  };
  auto const background = styles_.apply("table-cell", cell_style, {}).background;
  for (auto* const formats : {&of_style(cell_style), &of_table_})
    if (auto const kind = formats->left_out_as(cell, background, shown_at, left_out)) {
      left_out.add(*kind, cell.text);
      text.clear();
      break;
    }
  for (auto& finding : left_out.take())
    findings.push_back(std::move(finding));
}

} // namespace jixiao::odf
