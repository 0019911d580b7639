#include "recognition/funds/measure_pairs.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/pairs.hpp"
#include "recognition/pieces/looks.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_pairs = 12; ///< of one row

bool is_measure_label(Piece const& piece) { return piece.label.rest == 0 && piece.label.as(Role::measure); }

bool holds_amount(Piece const& piece) {
  auto const look = piece.look();
  return !piece.blank() && !piece.label.known() &&
         (look <= Look::money || look == Look::percentage || look == Look::placeholder);
}

/// The measure of a pair; of a label that nobody has listed by its words: 截至7月支付数. Empty where none is told.
std::string_view told_measure(Piece const& piece) {
  auto const* measure = piece.label.rest == 0 ? piece.label.as(Role::measure) : nullptr;
  bool const other = piece.label.as(Role::goal) || piece.label.as(Role::note);
  if (measure && !other)
    return measure->target;
  return may_be_label(piece) && !piece.text.starts_with("其中") ? measure_meaning(piece.text).value_or("") : "";
}

/// 全年预算数：86.00, a label with its amount in one cell.
bool has_own_amount(Piece const& piece) {
  return piece.label.rest > 0 && piece.label.as(Role::measure) && !piece.label.as(Role::fund) &&
         look_of(trim(piece.text.substr(piece.label.rest))) <= Look::money;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>; ///< labels with their amounts

void set_pairs(Draft& draft, Pairs const& pairs) {
  for (auto const& pair : pairs) {
    auto const label = pair.first, amount = pair.second;
    auto const& piece = draft.piece(label);
    auto const* listed = piece.label.as(Role::measure);
    auto const measure = listed ? std::string_view(listed->target) : told_measure(piece);
    // 预算数 | 使用数 | 执行数: what a label is told to be by its words, another one is.
    bool const another = !listed && std::ranges::any_of(pairs, [&](auto const& other) {
      return other.first != label && told_measure(draft.piece(other.first)) == measure &&
             (draft.piece(other.first).label.known() || other.first < label);
    });
    if (measure.empty() || another) {
      keep_unlisted(draft, label, amount);
      continue;
    }
    draft.take_label(label);
    set_unit_of_amounts(draft, piece.label.annotation, label);
    std::vector<std::uint32_t> pieces;
    if (amount != label)
      pieces.push_back(amount);
    set_item(draft, "year", "total", std::string(measure), pieces, label);
  }
}

/// The pairs of the row from its piece `at` on; none where another cell stands among them. Where rows are not told,
/// those that follow one another.
Pairs pairs_of_row(Page const& page, std::uint32_t at, std::uint32_t end) {
  Pairs pairs;
  bool value_next = false;
  bool const rows = page.has_rows();
  for (auto const row = page.pieces[at].row; at < end && (!rows || page.pieces[at].row == row); ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text())
      continue;
    bool const own = !value_next && has_own_amount(piece);
    bool const label = own || !told_measure(piece).empty() || (rows && may_be_label(piece));
    if ((value_next ? !holds_amount(piece) : !label) || pairs.size() > most_pairs) {
      if (rows)
        return {};
      break;
    }
    value_next ? void(pairs.back().second = at) : void(pairs.emplace_back(at, at));
    value_next = !value_next && !own;
  }
  if (value_next && !rows)
    pairs.pop_back();
  return value_next && rows ? Pairs{} : pairs;
}

} // namespace

std::optional<std::uint32_t> read_measure_pairs(Draft& draft, std::uint32_t first, std::uint32_t end) {
  auto const& page = *draft.page;
  auto const& piece = page.pieces[first];
  bool const own = has_own_amount(piece);
  bool const told_first = !told_measure(piece).empty() && (page.has_rows() || piece.label.known());
  if ((!told_first && !own) || (draft.has_header && !own))
    return std::nullopt;
  auto const pairs = pairs_of_row(page, first, end);
  // 预算数 | 84.00 | 执行数 | 80.00, each perhaps over its parts, are rows of amounts; beside 使用数, which no row
  // begins with, 预算数 is a measure.
  auto const is_listed = [&](auto const& pair) { return page.pieces[pair.first].label.known(); };
  if (!own && piece.label.as(Role::fund) && std::ranges::all_of(pairs, is_listed))
    return std::nullopt;
  auto const has = [&](std::string_view measure) {
    return std::ranges::any_of(pairs, [&](auto const& pair) {
      auto const& label = page.pieces[pair.first];
      return label.label.rest > 0 ? label.label.is(Role::measure, measure) : told_measure(label) == measure;
    });
  };
  auto const known = [&](std::string_view measure) {
    return std::ranges::any_of(draft.form.funds, [&](Fund const& fund) {
      return fund.scope == "year" && fund.item == "total" && fund.measure == measure;
    });
  };
  // 全年预算数 | 90.00 | 执行数 | 88.20, or 调整前预算 | 96.00 | 调整后预算 | 82.00, or 预算数 | 90.00 | 执行率 | 98%
  // over 执行数 | 88.20.
  bool const initial = has("initial_budget"), revised = has("revised_budget"), to_date = has("executed_to_date");
  bool const spent = has("executed") || to_date;
  bool const told =
      spent ? initial || revised || known("revised_budget") : revised && (initial || has("execution_rate"));
  if (!told || known(to_date ? "executed_to_date" : spent ? "executed" : "revised_budget"))
    return std::nullopt;
  set_pairs(draft, pairs);
  return std::max(pairs.back().first, pairs.back().second) + 1;
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
