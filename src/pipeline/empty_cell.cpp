#include "pipeline/empty_cell.hpp"

#include "recognition/labels/labels.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {
namespace {

/// What the label says that stands before the cell in its row: a field of the form, or an amount.
std::string named_by_label(Reading const& reading, ClaimMap const& claims, Row const& row, std::uint32_t cell,
                           std::string const& form) {
  static recognition::LabelFinder const labels(recognition::Vocabulary::builtin(), builtin_taxonomy());
  while (cell > row.first_cell && is_blank(reading.cells[cell - 1].text))
    --cell;
  if (cell == row.first_cell || claims[cell - 1].kind != ClaimKind::label)
    return {};
  auto const label = labels.find(reading.cells[cell - 1].text);
  if (label.as(recognition::Role::fund) != nullptr)
    return form + "/funds";
  auto const* const pair = label.as(recognition::Role::pair);
  auto const field = pair == nullptr ? std::nullopt : find_field(pair->target);
  return field ? form + "/" + std::string(name_of(*field)) : std::string();
}

} // namespace

std::string pointer_of_empty_cell(Reading const& reading, ClaimMap const& claims, std::uint32_t cell) {
  auto const after = std::ranges::upper_bound(reading.rows, cell, {}, &Row::first_cell);
  if (after == reading.rows.begin())
    return {};
  auto const& row = *(after - 1);
  std::string form, of_row;
  for (auto other = row.first_cell; other < row.first_cell + row.cell_count; ++other) {
    auto const& claim = claims[other];
    auto const of_claim = "/forms/" + std::to_string(claim.form);
    if (claim.kind == ClaimKind::record)
      return of_claim + "/indicators/" + std::to_string(claim.record);
    if (claim.kind == ClaimKind::field || (claim.kind == ClaimKind::label && form.empty()))
      form = of_claim;
    if (claim.kind == ClaimKind::field && name_of(claim.field).starts_with("goals."))
      of_row = of_claim + "/goals";
    else if (claim.kind == ClaimKind::field && claim.field == FieldId::funds)
      of_row = of_claim + "/funds";
  }
  if (form.empty())
    return {};
  auto const named = named_by_label(reading, claims, row, cell, form);
  return !named.empty() ? named : !of_row.empty() ? of_row : form;
}

} // namespace jixiao
