#include "recognition/fields/names_over_values.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"
#include "recognition/fields/pairs.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::recognition {

namespace {

using Names = std::vector<std::uint32_t>;

bool names_one(Label const& label) {
  return label.is(Role::pair, "project_name") || label.is(Role::pair, "supervising_department") ||
         label.is(Role::pair, "implementing_unit");
}

/// A blank cell in the row of the labels is the value of the one before it.
bool has_blanks(Page const& page, std::uint32_t first) {
  return page.borders == Borders::exact && std::ranges::any_of(page.row(page.pieces[first].row), &Piece::blank);
}

bool is_listed(Piece const& piece) {
  auto const& label = piece.label;
  return label.rest == 0 && (label.as(Role::pair) || label.as(Role::fund) || label.as(Role::goal));
}

/// The label above a cell.
std::optional<std::uint32_t> label_above(Page const& page, Names const& labels, std::uint32_t cell) {
  auto const& piece = page.pieces[cell];
  auto const above = std::ranges::find_if(labels, [&](std::uint32_t i) {
    return page.pieces[i].x == piece.x && (page.borders != Borders::exact || page.pieces[i].x_end == piece.x_end);
  });
  return above == labels.end() ? std::nullopt : std::optional(*above);
}

/// Each cell stands below a label and is none itself; below the label of an amount stands one.
bool are_values(Draft const& draft, Names const& labels, Names const& row) {
  auto const& page = *draft.page;
  // Without spans a label may have lost its value: of two each has one below it.
  bool const enough = page.borders == Borders::exact || labels.size() > 2 ? row.size() * 2 >= labels.size()
                                                                          : row.size() == labels.size();
  return !row.empty() && enough && std::ranges::all_of(row, [&](std::uint32_t cell) {
    auto const& piece = page.pieces[cell];
    auto const label = label_above(page, labels, cell);
    return label && !piece.paragraph && (!piece.label.known() || piece.label.rest > 0) && !piece.label.is_level() &&
           (!page.pieces[*label].label.as(Role::fund) || looks_like_amount(draft, cell));
  });
}

void set_below(Draft& draft, std::uint32_t label, std::uint32_t cell) {
  std::uint32_t const values[] = {cell};
  auto const& printed = draft.piece(label).label;
  if (auto const* goal = printed.as(Role::goal); goal && !printed.as(Role::pair)) {
    draft.take_label(label);
    return set_goal(draft, goal->target, values);
  }
  if (!printed.as(Role::fund))
    return printed.known() ? set_labelled(draft, label, values) : keep_unlisted(draft, label, cell);
  auto const [scope, item] = address_of(printed);
  draft.take_label(label);
  set_unit_of_amounts(draft, printed.annotation, label);
  set_item(draft, scope, item, "budget", values, label);
}

} // namespace

std::optional<std::uint32_t> read_names_over_values(Draft& draft, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t furthest = 2; // cells from the edge: a label down the side may stand in front
  auto const& page = *draft.page;
  if (!page.has_rows() || page.pieces[first].paragraph || !is_listed(page.pieces[first]) ||
      first - page.rows[page.pieces[first].row] > furthest)
    return std::nullopt;
  auto const labels = filled_cells(page, first, end);
  auto const is_label = [&](std::uint32_t i) { return is_listed(page.pieces[i]) || may_be_label(page.pieces[i]); };
  auto const listed = std::ranges::count_if(labels, [&](std::uint32_t i) { return is_listed(page.pieces[i]); });
  bool const names = std::ranges::any_of(labels, [&](std::uint32_t i) { return names_one(page.pieces[i].label); });
  if (labels.size() < 2 || !names || listed * 2 <= std::ssize(labels) || has_blanks(page, first) ||
      !std::ranges::all_of(labels, is_label))
    return std::nullopt;
  auto const below = std::min(page.rows[page.pieces[first].row + 1], end);
  auto const values = filled_cells(page, below, end);
  auto const behind = values.empty() ? end : std::min(page.rows[page.pieces[below].row + 1], end);
  // Several rows are a list of projects.
  if (!are_values(draft, labels, values) || are_values(draft, labels, filled_cells(page, behind, end)))
    return std::nullopt;
  for (auto const cell : values)
    set_below(draft, *label_above(page, labels, cell), cell);
  for (auto const label : labels)
    if (draft.claim_of(label).kind == ClaimKind::none)
      draft.take_label(label);
  return behind;
}

} // namespace jixiao::recognition
