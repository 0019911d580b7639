#include "recognition/funds/measure_pairs.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <span>
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

bool is_measure_label(Piece const& piece) { return piece.label.rest == 0 && piece.label.as(Role::measure); }

bool holds_amount(Piece const& piece) {
  auto const look = piece.look();
  return !piece.blank() && !piece.label.known() &&
         (look <= Look::money || look == Look::percentage || look == Look::placeholder);
}

void set_pairs(Draft& draft, std::vector<std::pair<std::uint32_t, std::uint32_t>> const& pairs) {
  for (auto const& [label, amount] : pairs) {
    draft.take_label(label);
    std::vector const pieces{amount};
    set_fund(draft, {"year", "total", draft.piece(label).label.as(Role::measure)->target, {}, {}, {}, {}}, pieces,
             label);
  }
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
    if ((value_next ? !holds_amount(piece) : measure_of(piece).empty()) || pairs.size() > most_pairs)
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
  set_pairs(draft, pairs);
  return at;
}

std::optional<std::uint32_t> read_measures_over(Draft& draft, std::uint32_t first, std::uint32_t end) {
  auto const& page = *draft.page;
  auto const row = page.pieces[first].row;
  if (page.borders > Borders::gridded || page.rows[row] == first || row + 2 >= page.rows.size() ||
      !is_measure_label(page.pieces[first]))
    return std::nullopt;
  auto const below = std::span(page.pieces).subspan(page.rows[row + 1], page.rows[row + 2] - page.rows[row + 1]);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs; // labels with their amounts
  auto at = first;
  for (; at < end && page.pieces[at].row == row; ++at) {
    auto const& label = page.pieces[at];
    auto const amount = std::ranges::find_if(below, [&](Piece const& p) {
      return p.x == label.x && (page.borders != Borders::exact || p.x_end == label.x_end) && holds_amount(p);
    });
    if (!is_measure_label(label) || amount == below.end())
      return std::nullopt;
    pairs.emplace_back(at, static_cast<std::uint32_t>(&*amount - page.pieces.data()));
  }
  // Labels with their values begin both rows; else these are rows of amounts.
  auto const opens_pair = [](Piece const& p) {
    return p.label.rest == 0 && !p.label.as(Role::fund) && (p.label.as(Role::pair) || p.label.as(Role::goal));
  };
  if (pairs.size() < 2 || !opens_pair(page.pieces[page.rows[row]]) || !opens_pair(below.front()))
    return std::nullopt;
  set_pairs(draft, pairs);
  return at;
}

} // namespace jixiao::recognition
