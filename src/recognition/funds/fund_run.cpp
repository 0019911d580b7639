#include "recognition/funds/fund_run.hpp"

#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t fewest_in_run = 3;  ///< two may be a total without an amount and its first part
constexpr std::size_t fewest_amounts = 2; ///< one may be that of the last label
constexpr std::size_t longest_run = 64;   ///< labels: no fund block has more, and each of them is asked

bool begins_amount(Piece const& piece) {
  return (piece.label.as(Role::fund) || piece.label.as(Role::total)) && piece.label.rest == 0;
}

bool is_amount_behind(Piece const& piece) {
  if (piece.label.known())
    return false;
  auto const look = piece.look();
  return look == Look::number || look == Look::money;
}

bool is_of_all(Piece const& piece) {
  return piece.label.as(Role::total) || says_sum(piece.text) || address_of(piece.label).second == "total";
}

/// The same label twice is of two groups that nothing tells apart.
bool repeats(Page const& page, std::vector<std::uint32_t> const& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i)
    for (std::size_t k = i + 1; k < labels.size(); ++k)
      if (page.pieces[labels[i]].label.text == page.pieces[labels[k]].label.text)
        return true;
  return false;
}

void set(Draft& draft, std::uint32_t label, std::uint32_t amount) {
  auto [scope, item] = address_of(draft.piece(label).label);
  if (is_of_all(draft.piece(label)))
    scope = scope == "project" ? scope : "year", item = "total";
  std::uint32_t const values[] = {amount};
  set_item(draft, scope, item, "budget", values, label);
}

} // namespace

std::optional<std::uint32_t> read_fund_run(Draft& draft, std::uint32_t first, std::uint32_t end) {
  auto const& page = *draft.page;
  if (page.has_rows() || !begins_amount(page.pieces[first]))
    return std::nullopt;
  std::vector<std::uint32_t> labels, amounts;
  auto at = first;
  for (; at < end && (!page.pieces[at].is_text() || begins_amount(page.pieces[at])); ++at)
    if (page.pieces[at].is_text())
      if (labels.push_back(at); labels.size() > longest_run)
        return std::nullopt;
  auto behind = at;
  for (; at < end && (!page.pieces[at].is_text() || is_amount_behind(page.pieces[at])); ++at)
    if (page.pieces[at].is_text())
      if (amounts.push_back(at), behind = at + 1; amounts.size() > labels.size())
        return std::nullopt;
  if (labels.size() < fewest_in_run || amounts.size() < fewest_amounts)
    return std::nullopt;
  for (auto const label : labels) {
    draft.take_label(label);
    set_unit_of_amounts(draft, draft.piece(label).label.annotation, label);
  }
  bool const told = amounts.size() == labels.size() && !repeats(page, labels);
  for (std::size_t i = 0; i < amounts.size(); ++i)
    if (told || (i == 0 && is_of_all(page.pieces[labels[0]])))
      set(draft, labels[i], amounts[i]);
  return behind;
}

} // namespace jixiao::recognition
