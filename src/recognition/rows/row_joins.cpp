#include "recognition/rows/row_joins.hpp"

#include "recognition/rows/rows_between.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

/// True when a text cannot end here: an open bracket or quotation mark, or a word that wants a next one.
bool ends_open(std::string_view text) {
  static constexpr std::array openers{"、"sv, "，"sv, ","sv, "和"sv, "与"sv, "及"sv, "的"sv, "或"sv};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs{
      {{"“", "”"}, {"《", "》"}, {"（", "）"}, {"(", ")"}}};
  for (auto const& [open, close] : pairs) {
    auto const last = text.rfind(open);
    if (last != std::string_view::npos && text.find(close, last) == std::string_view::npos)
      return true;
  }
  return std::ranges::any_of(openers, [&](std::string_view word) { return text.ends_with(word); });
}

/// True when a text cannot begin a cell: it starts with what closes or joins.
bool begins_inside(std::string_view text) {
  static constexpr std::array joiners{"、"sv, "，"sv, ","sv,  "。"sv, "；"sv, "）"sv,
                                      ")"sv,  "”"sv,  "》"sv, "的"sv, "和"sv};
  return std::ranges::any_of(joiners, [&](std::string_view word) { return text.starts_with(word); });
}

bool is_prose(ColumnKind kind) {
  return kind == ColumnKind::definition || kind == ColumnKind::basis || kind == ColumnKind::remark;
}

class Joiner {
public:
  Joiner(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan> const& spans)
      : page_(page), columns_(columns), widths_(columns.size(), 0), keeps_places_(keeps_places(page, columns, spans)) {
    for (auto const& span : spans)
      for (auto const& cell : span.cells)
        if (auto const column = printed_under(cell); column && !cell.blank)
          widths_[*column] = std::max(widths_[*column], display_width(text(cell)));
  }

  /// True when `row` went into the record above it. `next`: the row below it, or null.
  bool join(RecordSpan& above, RecordSpan const& row, RecordSpan const* next) const {
    if (is_only_offered(above.cells) || std::ranges::any_of(above.joined, &JoinedPiece::value))
      return false;
    if (keeps_places_ && is_rest(above, row) && !(next && has_values_alone(*next))) {
      for (auto const& cell : row.cells)
        if (!cell.blank)
          put(above, cell, *printed_under(cell), false);
      return true;
    }
    auto const only = only_text(row);
    if (!only)
      return false;
    auto const& cell = row.cells[only->cell];
    auto column = only->column;
    auto const kind = [&] { return columns_[column].kind; };
    if (kind() == ColumnKind::target && !name_in_place(above))
      return false;
    // Under the header of the value that the row above lacks, a lone text is that value before it is anything else.
    if (auto const target = column_over(cell); target && columns_[*target].kind == ColumnKind::target &&
                                               may_be_value(columns_[*target], cell) && value_fits(above))
      column = *target;
    auto const* same = above.find(columns_, kind());
    if (kind() != ColumnKind::level3 && !same)
      return above.find(columns_, ColumnKind::level3) && put(above, cell, column, true);
    return same && goes_on(text(*last(above, kind())), text(cell), kind()) && put(above, cell, column, false);
  }

private:
  struct Only {
    std::size_t cell = 0, column = 0;
  };

  /// Lines of cells of the row above: words below texts that fill their columns, and no value beside a name.
  bool is_rest(RecordSpan const& above, RecordSpan const& row) const {
    constexpr int a_character = 2; // terminal cells
    bool any = false, name = false, value = false;
    for (auto const& cell : row.cells) {
      if (cell.blank)
        continue;
      auto const column = printed_under(cell);
      if (!column || cell.level1 >= 0 || cell.level2 >= 0 || cell.look < Look::short_words)
        return false;
      auto const kind = columns_[*column].kind;
      auto const* upper = kind > ColumnKind::level2 && kind < ColumnKind::project_name ? last(above, kind) : nullptr;
      if (!upper || upper->look <= Look::money ||
          display_width(last_line(text(*upper))) + a_character < widths_[*column])
        return false;
      // 发放及时率 over 补发及时率: both are whole.
      if (kind == ColumnKind::level3 && ends_as_name(text(*upper)))
        return false;
      any = true;
      name = name || kind == ColumnKind::level3;
      value = value || kind == ColumnKind::target || kind == ColumnKind::actual;
    }
    return any && !(name && value);
  }

  static std::string_view last_line(std::string_view text) { return text.substr(text.rfind('\n') + 1); }

  /// The values of the row above it, which has a name alone.
  bool has_values_alone(RecordSpan const& row) const {
    bool value = false;
    for (auto const& cell : row.cells) {
      auto const column = cell.blank ? std::nullopt : printed_under(cell);
      if (column && columns_[*column].kind <= ColumnKind::level3)
        return false;
      value = value || column;
    }
    return value;
  }

  /// The only cell of a row that has no other, where it is a text.
  std::optional<Only> only_text(RecordSpan const& row) const {
    std::optional<Only> only;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      auto const& cell = row.cells[i];
      if (cell.blank)
        continue;
      if (only || cell.level1 >= 0 || cell.level2 >= 0 || row.alignment.columns[i] == Alignment::none)
        return std::nullopt;
      only = Only{i, static_cast<std::size_t>(row.alignment.columns[i])};
    }
    if (only && columns_[only->column].kind <= ColumnKind::level2)
      return std::nullopt;
    return only;
  }

  /// The same, wherever the parting has moved the row. A header is printed in one of the columns that it is over.
  std::optional<std::size_t> printed_under(RowCell const& cell) const {
    auto const& piece = page_.pieces[cell.piece];
    if (auto const column = column_over(piece))
      return column;
    std::optional<std::size_t> left;
    for (std::size_t c = 0; c < columns_.size() && columns_[c].x < piece.x; ++c)
      left = c;
    return left;
  }

  template <class Cell> std::optional<std::size_t> column_over(Cell const& cell) const {
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (overlap(cell, columns_[c]))
        return c;
    return std::nullopt;
  }

  std::string_view text(RowCell const& cell) const { return trim(page_.pieces[cell.piece].text); }

  /// A record that slid off the table has no value below it.
  bool name_in_place(RecordSpan const& record) const {
    auto const* name = record.find(columns_, ColumnKind::level3);
    auto const column = name ? column_over(*name) : std::nullopt;
    return column && columns_[*column].kind == ColumnKind::level3;
  }

  static bool may_be_value(Column const& target, RowCell const& cell) {
    return prices::fit(target, cell.look).amount() < prices::of(Price::misfit);
  }

  bool value_fits(RecordSpan const& above) const {
    auto const* target = last(above, ColumnKind::target);
    return name_in_place(above) && (!target || ends_open(text(*target)));
  }

  RowCell const* last(RecordSpan const& record, ColumnKind kind) const {
    RowCell const* found = nullptr;
    for (std::size_t i = 0; i < record.cells.size(); ++i)
      if (auto const* column = record.alignment.column_of(columns_, i);
          !record.cells[i].blank && column && column->kind == kind)
        found = &record.cells[i];
    return found;
  }

  static bool goes_on(std::string_view above, std::string_view below, ColumnKind kind) {
    // A free text other than the name has no other place to go.
    return ends_open(above) || begins_inside(below) || is_prose(kind);
  }

  /// Puts a cell behind those of its column.
  static bool put(RecordSpan& record, RowCell const& cell, std::size_t column, bool value) {
    auto& alignment = record.alignment;
    std::size_t at = 0;
    for (std::size_t i = 0; i < record.cells.size(); ++i)
      if (alignment.columns[i] != Alignment::none && static_cast<std::size_t>(alignment.columns[i]) <= column)
        at = i + 1;
    auto const offset = static_cast<std::ptrdiff_t>(at);
    record.cells.insert(record.cells.begin() + offset, cell);
    alignment.columns.insert(alignment.columns.begin() + offset, static_cast<int>(column));
    alignment.margins.insert(alignment.margins.begin() + offset, std::numeric_limits<double>::infinity());
    alignment.runners_up.insert(alignment.runners_up.begin() + offset, Alignment::none);
    record.joined.push_back({cell.piece, value});
    return true;
  }

  Page const& page_;
  std::vector<Column> const& columns_;
  std::vector<int> widths_; ///< of the columns: their widest texts, in terminal cells
  bool keeps_places_;
};

} // namespace

void join_rows(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan>& spans) {
  Joiner const joiner(page, columns, spans);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    auto const* next = i + 1 < spans.size() ? &spans[i + 1] : nullptr;
    if (kept > 0 && joiner.join(spans[kept - 1], spans[i], next))
      continue;
    if (kept != i)
      spans[kept] = std::move(spans[i]);
    ++kept;
  }
  spans.resize(kept);
}

} // namespace jixiao::recognition
