#pragma once

#include "recognition/labels/header_words.hpp"
#include "recognition/labels/column_kind.hpp"
#include "recognition/pieces/pieces.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

/// The header of a table: its rows of labels, folded to one column each.
namespace jixiao::recognition {

struct Column {
  ColumnKind kind{};
  /// Of a measure: "executed"; of one of several targets: "region"; of a level above the names: "group".
  std::string target;
  std::vector<std::string> label; ///< as printed, outermost first
  std::uint16_t x = 0, x_end = 1;
  std::uint8_t panel = 0;  ///< tables side by side
  bool guessed = false;    ///< by the words of a label that nobody has listed
  std::uint32_t piece = 0; ///< index into Page::pieces of the innermost label

  static constexpr std::uint32_t no_group = 0xFFFFFFFF;
  std::uint32_t group = no_group; ///< the label of a group that stands over it: 成本指标 over 三级指标 | 指标值
  bool once = false;              ///< said once for all rows of a project
};

inline bool has_column(std::span<Column const> columns, ColumnKind kind) {
  return std::ranges::find(columns, kind, &Column::kind) != columns.end();
}

inline bool has_column(std::span<Column const> columns, std::initializer_list<ColumnKind> kinds) {
  return std::ranges::any_of(kinds, [&](ColumnKind kind) { return has_column(columns, kind); });
}

struct Header {
  std::vector<Column> columns;      ///< in printed order
  std::uint32_t first = 0, end = 0; ///< its pieces, [first, end)
};

inline bool has_same_labels(Header const& header, Header const& again) {
  return std::ranges::equal(header.columns, again.columns, {}, &Column::label, &Column::label);
}

/// The kind that a label of a table of indicators leads to; nothing when it is none.
inline std::optional<ColumnKind> column_kind(Label const& label) {
  auto const* meaning = label.as(Role::column);
  if (meaning && label.annotation.ends_with("级")) // 指标类型（一级）
    if (auto const level = header_meaning(label.annotation))
      return column_kind_named(*level);
  return meaning ? meaning->column : std::nullopt;
}

/// The header of a table of indicators that begins at `first`; no columns when there is none.
Header read_records_header(Page const& page, std::uint32_t first, std::uint32_t end);

/// The same for the columns of the fund block.
Header read_measures_header(Page const& page, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
