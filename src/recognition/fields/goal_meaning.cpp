#include "recognition/fields/goal_meaning.hpp"

#include "grammars/period.hpp"
#include "recognition/columns/columns.hpp"
#include "recognition/columns/header_paths.hpp"
#include "recognition/columns/header_row.hpp"

#include <algorithm>

namespace jixiao::recognition {

bool is_goal_label(Piece const& piece) { return !piece.blank() && (piece.label.as(Role::goal) || heads_goals(piece)); }

bool heads_goals(Piece const& piece) {
  auto const* side = piece.label.as(Role::side);
  return side && side->target == "goal";
}

std::string_view goal_target(Piece const& piece) {
  auto const* goal = piece.label.as(Role::goal);
  return goal                            ? std::string_view(goal->target)
         : heads_goals(piece)            ? "annual"
         : tells_result(piece)           ? "actual"
         : !goal_by_words(piece).empty() ? goal_by_words(piece)
                                         : "other";
}

/// 目标1：实际培训…: what follows a colon is its text.
static bool says_more(std::string_view text) {
  auto const colon = std::min(text.find(':'), text.find("："));
  return colon < text.size() && !leads_on(text);
}

std::string_view goal_by_words(Piece const& piece) {
  constexpr std::size_t longest = 24; // bytes
  auto const kind = column_kind(piece.label);
  bool const of_column = kind == ColumnKind::target || kind == ColumnKind::actual || // 目标值 | 实际值
                         (piece.label.known() && is_answer(piece.label));            // 预期 | 完成
  if (piece.blank() || piece.text.size() > longest || piece.label.rest > 0 || is_goal_label(piece) ||
      says_more(piece.text) || (!may_be_label(piece) && !of_column))
    return {};
  auto const values = values_below(piece);
  return !values ? "" : values == ColumnKind::target ? "expected" : "actual";
}

bool tells_result(Piece const& piece) { return column_kind(piece.label) == ColumnKind::actual; }

bool is_label_of_reasons(Piece const& piece) {
  return column_kind(piece.label) == ColumnKind::remark && piece.label.rest == 0;
}

bool is_of_year(Piece const& piece) { return piece.label.text.find("年") != std::string::npos; }

bool is_answer(Label const& label) {
  return label.rest == 0 &&
         std::ranges::all_of(*label.meanings, [](Meaning const& meaning) { return meaning.role == Role::task; });
}

std::string_view goal_meaning(Page const& page, std::uint32_t label, std::span<std::uint32_t const> headers) {
  auto const piece = [&](std::uint32_t i) -> Piece const& { return page.pieces[i]; };
  auto const target = goal_target(piece(label));
  bool const with_actual =
      std::ranges::any_of(headers, [&](std::uint32_t i) { return goal_target(piece(i)) == "actual"; });
  if (target != "annual" || with_actual)
    return target == "annual" ? "expected" : target;
  bool const beside_annual = !is_of_year(piece(label)) && std::ranges::any_of(headers, [&](std::uint32_t i) {
    return goal_target(piece(i)) == "annual" && is_of_year(piece(i));
  });
  return beside_annual ? "project" : target;
}

std::optional<std::string> printed_period(std::string_view text) {
  for (std::string_view const open : {"(", "（"})
    if (auto const at = text.find(open); at != std::string_view::npos)
      if (auto const period = grammars::match_period(text.substr(at)))
        return *period;
  return std::nullopt;
}

} // namespace jixiao::recognition
