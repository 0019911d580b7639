#include "recognition/columns/kinds_header.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/columns/settle_columns.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

constexpr std::ptrdiff_t fewest_groups = 2;

bool is_group(Piece const& piece) { return piece.label.is_level() && piece.label.rest == 0; }

} // namespace

Header read_kinds_header(Page const& page, std::uint32_t first, std::uint32_t end) {
  auto const begins = column_kind(page.pieces[first].label);
  if (!page.has_rows() || !begins || (*begins < ColumnKind::project_name && *begins != ColumnKind::other))
    return {};
  auto const row = take_row(page, first, end, is_column_label);
  if (std::ranges::count_if(row.pieces, [&](std::uint32_t i) { return is_group(page.pieces[i]); }) < fewest_groups)
    return {};
  Header header{{}, first, row.end};
  std::size_t groups = 0;
  for (auto const index : row.pieces) {
    auto const& piece = page.pieces[index];
    bool const group = is_group(piece);
    auto const kind = group ? ColumnKind::level3 : column_kind(piece.label).value_or(ColumnKind::other);
    bool const value = kind == ColumnKind::target;
    auto const* before = header.columns.empty() ? nullptr : &header.columns.back();
    // Each group has its value right behind it, and nothing else has one.
    if (value != (before && before->kind == ColumnKind::level3) ||
        (!group && !value && groups > 0 && !is_column_label(piece)))
      return {};
    Column column{kind, {}, {printed_label(piece)}, piece.x, piece.x_end, 0, false, index};
    column.group = group ? index : value ? before->group : Column::no_group;
    groups += group ? 1 : 0;
    header.columns.push_back(std::move(column));
  }
  bool const ends_with_group = !header.columns.empty() && header.columns.back().kind == ColumnKind::level3;
  if (ends_with_group || !has_column(header.columns, ColumnKind::project_name))
    return {};
  number_panels(header.columns);
  return header;
}

} // namespace jixiao::recognition
