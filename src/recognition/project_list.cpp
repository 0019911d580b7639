#include "recognition/project_list.hpp"

#include "recognition/header_row.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

/// What a label of the list leads to: the total score of its project, not the score of an indicator.
std::optional<ColumnKind> kind_in_list(Label const& label) {
  if (label.rest > 0)
    return std::nullopt;
  if (label.is(Role::pair, "total_score"))
    return ColumnKind::total_score;
  if (label.is(Role::pair, "grade"))
    return ColumnKind::grade;
  auto const kind = column_kind(label);
  if (kind == ColumnKind::score)
    return ColumnKind::total_score;
  if (label.as(Role::measure) && kind != ColumnKind::remark)
    return ColumnKind::measure;
  bool const of_project =
      kind && (*kind >= ColumnKind::project_name || *kind == ColumnKind::other || *kind == ColumnKind::remark);
  return of_project ? kind : std::nullopt;
}

std::ptrdiff_t count(std::vector<Column> const& columns, ColumnKind kind) {
  return std::ranges::count(columns, kind, &Column::kind);
}

} // namespace

bool is_project_list(std::vector<Column> const& columns) {
  auto const is_measure = [&](std::string_view target) {
    return std::ranges::any_of(columns,
                               [&](Column const& c) { return c.kind == ColumnKind::measure && c.target == target; });
  };
  bool const planned =
      is_measure("initial_budget") || is_measure("revised_budget") || count(columns, ColumnKind::budget) > 0;
  bool const judged = is_measure("execution_rate") || count(columns, ColumnKind::total_score) > 0 ||
                      count(columns, ColumnKind::grade) > 0;
  return count(columns, ColumnKind::project_name) == 1 && planned && is_measure("executed") && judged &&
         std::ranges::none_of(columns, [](Column const& c) { return is_name_or_level(c.kind); });
}

Header read_project_list(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const begins = kind_in_list(page.pieces[first].label);
  if (begins != ColumnKind::other && begins != ColumnKind::project_name)
    return {};
  auto const row = take_row(page, first, end, [](Piece const& piece) { return kind_in_list(piece.label).has_value(); });
  // Most rows that begin like a list are none: this is what each list has.
  if (std::ranges::none_of(row.pieces, [&](auto i) { return page.pieces[i].label.is(Role::measure, "executed"); }))
    return {};
  Header header{{}, first, row.end};
  for (auto const index : row.pieces) {
    auto const& piece = page.pieces[index];
    auto const* measure = piece.label.as(Role::measure);
    auto const kind = kind_in_list(piece.label);
    if (!kind && !may_be_label(piece))
      return {};
    header.columns.push_back({kind.value_or(ColumnKind::other),
                              kind == ColumnKind::measure ? measure->target : "",
                              {printed_label(piece)},
                              piece.x,
                              piece.x_end,
                              0,
                              false,
                              index});
  }
  return is_project_list(header.columns) ? header : Header{};
}

} // namespace jixiao::recognition
