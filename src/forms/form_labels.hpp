#pragma once

#include "forms/form_grammar.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// All labels of a form in one walk.
namespace jixiao {

/// What a label is for.
enum class LabelKind : std::uint8_t {
  value,
  amount_row,
  amount_column,
  column,
  optional_column,
  side,
  series,
  total,
  ignored
};

/// A text as labels are compared.
std::string label_key(std::string_view text);

/// Calls `visit(rule, kind)` for every label, in the order of the blocks' kinds.
template <class Visit> void visit_labels(FormGrammar const& form, Visit visit) {
  auto const all = [&](std::vector<LabelRule> const& rules, LabelKind kind) {
    for (auto const& rule : rules)
      visit(rule, kind);
  };
  for (auto const& block : form.pairs) {
    all(block.sides, LabelKind::side);
    for (auto const& panel : block.panels)
      all(panel, LabelKind::value);
  }
  for (auto const& block : form.matrices) {
    all(block.sides, LabelKind::side);
    all(block.rows, LabelKind::amount_row);
    all(block.columns, LabelKind::amount_column);
  }
  for (auto const& block : form.below) {
    all(block.sides, LabelKind::side);
    all(block.headers, LabelKind::value);
  }
  for (auto const& block : form.series)
    visit(block.side, LabelKind::series);
  for (auto const& block : form.records) {
    all(block.sides, LabelKind::side);
    for (auto const& column : block.columns)
      visit(column.label, column.optional ? LabelKind::optional_column : LabelKind::column);
    for (auto const& total : block.totals)
      visit(total.label, LabelKind::total);
  }
  all(form.ignored, LabelKind::ignored);
}

} // namespace jixiao
