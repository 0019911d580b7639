#include "recognition/funds/measure_pairs.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_pairs = 12; ///< of one row

/// The measure that a label names, and nothing else that has amounts beside it.
std::string_view measure_of(Piece const& piece) {
  auto const* measure = piece.label.rest == 0 ? piece.label.as(Role::measure) : nullptr;
  bool const other = piece.label.as(Role::fund) || piece.label.as(Role::goal) || piece.label.as(Role::note);
  return measure && !other ? std::string_view(measure->target) : std::string_view();
}

} // namespace

std::optional<std::uint32_t> read_measure_pairs(Draft& draft, std::uint32_t first, std::uint32_t end) {
  auto const& page = *draft.page;
  if (!page.has_rows() || measure_of(page.pieces[first]).empty())
    return std::nullopt;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs; // labels with their amounts
  auto at = first;
  bool value_next = false;
  for (auto const row = page.pieces[first].row; at < end && page.pieces[at].row == row; ++at) {
    auto const& piece = page.pieces[at];
    if (piece.blank() || piece.joined)
      continue;
    auto const look = piece.look();
    bool const amount = look <= Look::money || look == Look::percentage || look == Look::placeholder;
    if ((value_next ? piece.label.known() || !amount : measure_of(piece).empty()) || pairs.size() > most_pairs)
      return std::nullopt;
    value_next ? void(pairs.back().second = at) : void(pairs.emplace_back(at, at));
    value_next = !value_next;
  }
  auto const has = [&](std::string_view measure) {
    return std::ranges::any_of(pairs, [&](auto const& pair) { return measure_of(page.pieces[pair.first]) == measure; });
  };
  auto const known = [&](std::string_view measure) {
    return std::ranges::any_of(draft.form.funds, [&](Fund const& fund) {
      return fund.scope == "year" && fund.item == "total" && fund.measure == measure;
    });
  };
  if (value_next || !has("executed") || !(has("revised_budget") || has("initial_budget")) || known("executed"))
    return std::nullopt;
  for (auto const& [label, amount] : pairs) {
    draft.take_label(label);
    std::vector const pieces{amount};
    set_fund(draft, {"year", "total", std::string(measure_of(page.pieces[label])), {}, {}, {}, {}}, pieces, label);
  }
  return at;
}

} // namespace jixiao::recognition
