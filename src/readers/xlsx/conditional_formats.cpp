#include "readers/xlsx/conditional_formats.hpp"

#include "readers/xlsx/reference.hpp"
#include "readers/xlsx/strings.hpp"
#include "readers/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao {
namespace {

constexpr std::size_t most_rules = 200; // of a sheet
constexpr std::string_view itself = "cell-content()";

std::vector<SheetRange> ranges_of(std::string_view list) {
  std::vector<SheetRange> ranges;
  while (!list.empty()) {
    auto const end = std::min(list.find(' '), list.size());
    if (auto const range = read_range(list.substr(0, end)))
      ranges.push_back(*range);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return ranges;
}

bool is_within(SheetRange const& range, std::uint32_t row, std::uint32_t column) {
  return row >= range.first_row && row <= range.last_row && column >= range.first_column && column <= range.last_column;
}

/// The formula of a rule; rules of a text or of blanks have one beside what they say.
std::string formula_of(pugi::xml_node rule) {
  std::array<std::string, 2> operands;
  std::size_t count = 0;
  for (auto const node : children(rule))
    if ((local_name(node) == "formula" || local_name(node) == "f") && count < operands.size())
      operands.at(count++) = element_text(node);
  if (attribute(rule, "type") == "cellIs")
    return comparison_formula(attribute(rule, "operator"), operands[0], operands[1]);
  return operands[0];
}

/// Icons and bars may stand in place of the number that they are made of.
bool shows_no_value(pugi::xml_node rule) {
  auto const kind = attribute(rule, "type");
  auto const node = kind == "iconSet" || kind == "dataBar" ? child(rule, kind) : pugi::xml_node();
  return attribute(node, "showValue") == "0" || attribute(node, "showValue") == "false";
}

std::optional<LeftOut::Kind> kind_of(ConditionalLook const& look, Colour background) {
  if (look.strikes)
    return LeftOut::struck;
  if (look.hides)
    return LeftOut::hidden;
  auto const behind = look.background.value_or(background);
  bool const is_lost = look.colour ? is_lost_on(*look.colour, behind) : false;
  return is_lost ? std::optional(lost_on(behind)) : std::nullopt;
}

} // namespace

std::string comparison_formula(std::string_view relation, std::string_view first, std::string_view second) {
  struct Sign {
    std::string_view name, sign;
  };
  constexpr std::array signs = {Sign{"equal", "="},    Sign{"notEqual", "<>"},           Sign{"greaterThan", ">"},
                                Sign{"lessThan", "<"}, Sign{"greaterThanOrEqual", ">="}, Sign{"lessThanOrEqual", "<="},
                                Sign{"Equal", "="},    Sign{"NotEqual", "<>"},           Sign{"Greater", ">"},
                                Sign{"Less", "<"},     Sign{"GreaterOrEqual", ">="},     Sign{"LessOrEqual", "<="}};
  auto const compared = [&](std::string_view sign, std::string_view with) {
    return std::string(itself).append(sign).append("(").append(with.substr(with.starts_with('=') ? 1 : 0)).append(")");
  };
  if (auto const found = std::ranges::find(signs, relation, &Sign::name); found != signs.end())
    return compared(found->sign, first);
  bool const is_between = relation == "between" || relation == "Between";
  if (!is_between && relation != "notBetween" && relation != "NotBetween")
    return {};
  auto const between = "AND(" + compared(">=", first) + "," + compared("<=", second) + ")";
  return is_between ? between : "NOT(" + between + ")";
}

ConditionalFormats ConditionalFormats::read(pugi::xml_node worksheet, CellStyles const& styles) {
  ConditionalFormats formats;
  for (auto const node : children(worksheet)) {
    if (local_name(node) == "conditionalFormatting")
      formats.add_rules(node, ranges_of(attribute(node, "sqref")), styles);
    if (local_name(node) != "extLst")
      continue;
    for (auto const extension : children(node)) // formats that Excel 2007 did not know
      for (auto const format : children(child(extension, "conditionalFormattings")))
        formats.add_rules(format, ranges_of(element_text(child(format, "sqref"))), styles);
  }
  return formats;
}

void ConditionalFormats::add_rules(pugi::xml_node format, std::vector<SheetRange> const& ranges,
                                   CellStyles const& styles) {
  for (auto const rule : children(format)) {
    if (local_name(rule) != "cfRule")
      continue;
    auto const id = attribute(rule, "dxfId");
    std::size_t index = 0;
    if (shows_no_value(rule))
      add({ranges, "ISNUMBER(" + std::string(itself) + ")", {false, true, {}, {}}});
    else if (auto const look = child(rule, "dxf"))
      add({ranges, formula_of(rule), conditional_look_of(look, styles.palette())});
    else if (!id.empty() && std::from_chars(id.data(), id.data() + id.size(), index).ec == std::errc())
      add({ranges, formula_of(rule), styles.conditional_look(index)});
  }
}

void ConditionalFormats::add(ConditionalRule rule) {
  auto const& look = rule.look;
  bool const may_hide = look.strikes || look.hides || (look.colour && *look.colour != unknown_colour);
  if (!may_hide || rule.ranges.empty() || rules_.size() >= most_rules)
    return;
  auto const& ranges = rule.ranges;
  auto const row = std::ranges::min_element(ranges, {}, &SheetRange::first_row)->first_row;
  auto const column = std::ranges::min_element(ranges, {}, &SheetRange::first_column)->first_column;
  rules_.push_back({std::move(rule), row, column});
}

std::optional<LeftOut::Kind> ConditionalFormats::left_out_as(SheetCell const& cell, Colour background,
                                                             ShownAt const& shown_at, LeftOut& left_out) {
  for (auto& [rule, first_row, first_column, was_reported] : rules_) {
    auto const kind = kind_of(rule.look, background);
    bool const is_asked = kind && std::ranges::any_of(rule.ranges, [&](SheetRange const& range) {
                            return is_within(range, cell.row, cell.column);
                          });
    if (!is_asked)
      continue;
    auto const answer = holds(rule.formula, {cell.row, cell.column, first_row, first_column}, shown_at);
    if (answer.value_or(false))
      return kind;
    if (!answer && !std::exchange(was_reported, true))
      left_out.find(Code::condition_not_computed, {{"text", std::string(cell.text)}, {"formula", rule.formula}});
  }
  return std::nullopt;
}

} // namespace jixiao
