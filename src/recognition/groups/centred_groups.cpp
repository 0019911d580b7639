#include "recognition/groups/centred_groups.hpp"

#include "recognition/groups/centred_labels.hpp"
#include "recognition/repair/scraped_cells.hpp"
#include "recognition/rows/rows_between.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t no_piece = 0xFFFFFFFF;
constexpr double half_a_row = 0.5;

/// What a row prints of groups.
struct PrintedGroups {
  std::vector<std::uint32_t> level1, level2; ///< pieces
  std::uint32_t blank1 = no_piece, blank2 = no_piece;
};

class CentredGroups {
public:
  CentredGroups(Page const& page, std::vector<Column> const& columns, LabelFinder const& labels,
                std::vector<RecordSpan>& spans)
      : page_(page), columns_(columns), taxonomy_(labels.taxonomy()), spans_(spans),
        level1_(index_of(ColumnKind::level1)), level2_(index_of(ColumnKind::level2)) {}

  CentredGroupLabels run(CueFinder const& cues) {
    if (level2_ < 0)
      return {};
    std::vector<CentredRecord> records;
    double y = 0;
    for (auto& span : spans_) {
      auto& groups = printed_.emplace_back();
      records.push_back(record_of(span, groups, y));
      y = records.back().bottom;
    }
    // By hand a label comes into one of the two rows in the middle.
    choices_ = place_centred_labels(records, taxonomy_, cues, page_.centred ? 0 : half_a_row);
    for (std::size_t first = 0; first < choices_.size();) {
      auto end = first + 1;
      while (end < choices_.size() && choices_[end].first == choices_[first].first)
        ++end;
      if (choices_[first].node >= 0)
        put(first, end);
      first = end;
    }
    return std::move(out_);
  }

private:
  int index_of(ColumnKind kind) const {
    auto const found = std::ranges::find(columns_, kind, &Column::kind);
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
  }

  bool stands_in(RowCell const& cell, int column) const {
    return column >= 0 && overlap(cell, columns_[static_cast<std::size_t>(column)]);
  }

  /// Takes the pieces of labels out of the row.
  CentredRecord record_of(RecordSpan& span, PrintedGroups& groups, double y) {
    CentredRecord out;
    out.top = y;
    auto const block = page_.reading->rows[page_.pieces[span.first].source_row].block;
    out.after_page_break = block_ && *block_ != block;
    block_ = block;
    std::size_t kept = 0;
    std::vector<std::pair<std::uint32_t, std::size_t>> heights; // by row
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const& cell = span.cells[i];
      auto const& piece = page_.pieces[cell.piece];
      bool const first = stands_in(cell, level1_), second = stands_in(cell, level2_);
      if (!cell.blank && !ideographs_of(piece.text).empty()) {
        if (heights.empty() || heights.back().first != piece.row)
          heights.emplace_back(piece.row, 1);
        heights.back().second = std::max(heights.back().second, scraped_lines(piece.text).size());
      }
      if (!first && !second) {
        if (auto const* column = span.alignment.column_of(columns_, i); column && column->kind == ColumnKind::level3)
          fold_label(piece.text, out.name);
        keep(span, i, kept++);
        continue;
      }
      if (cell.blank)
        (first ? groups.blank1 : groups.blank2) = cell.piece;
      else if (!ideographs_of(piece.text).empty()) {
        (first ? groups.level1 : groups.level2).push_back(cell.piece);
        out_.printed.push_back(cell.piece);
      }
      if (first && piece.label.level1 >= 0)
        out.level1 = piece.label.level1;
    }
    resize(span, kept);
    std::ranges::sort(heights);
    std::size_t lines = 0;
    std::uint32_t last = no_piece;
    for (auto const& [row, height] : heights)
      lines += std::exchange(last, row) == row ? 0 : height;
    out.bottom = y + static_cast<double>(std::max<std::size_t>(lines, 1));
    double const height = out.bottom - out.top,
                 each = height / static_cast<double>(std::max<std::size_t>(groups.level2.size(), 1));
    for (std::size_t i = 0; i < groups.level2.size(); ++i)
      if (auto text = ideographs_of(page_.pieces[groups.level2[i]].text); !text.empty())
        out.fragments.push_back(
            {std::move(text), y + static_cast<double>(i) * each, y + static_cast<double>(i + 1) * each});
    return out;
  }

  static void keep(RecordSpan& span, std::size_t from, std::size_t to) {
    span.cells[to] = span.cells[from];
    span.alignment.columns[to] = span.alignment.columns[from];
    span.alignment.margins[to] = span.alignment.margins[from];
    span.alignment.runners_up[to] = span.alignment.runners_up[from];
  }

  static void resize(RecordSpan& span, std::size_t size) {
    span.cells.resize(size);
    span.alignment.columns.resize(size);
    span.alignment.margins.resize(size);
    span.alignment.runners_up.resize(size);
  }

  /// The rows [first, end) are of one group.
  void put(std::size_t first, std::size_t end) {
    auto const node = choices_[first].node, parent = taxonomy_.parent(node);
    std::vector<std::uint32_t> pieces;
    for (auto row = first; row < end; ++row) {
      pieces.insert(pieces.end(), printed_[row].level2.begin(), printed_[row].level2.end());
      spans_[row].centred = true;
      spans_[row].doubtful = !choices_[row].is_sure;
      spans_[row].doubtful_level1 = !choices_[row].is_sure_level1;
    }
    add_cell(first, level2_, pieces.empty() ? printed_[first].blank2 : pieces.front(), node);
    if (pieces.size() > 1)
      out_.cut.push_back({pieces, static_cast<std::int16_t>(node), false, level2_});
    if (level1_ >= 0 && (first == 0 || parent_of(first - 1) != parent))
      put_level1(first, parent);
  }

  int parent_of(std::size_t row) const { return choices_[row].node < 0 ? -1 : taxonomy_.parent(choices_[row].node); }

  void put_level1(std::size_t first, int parent) {
    std::vector<std::uint32_t> pieces;
    for (auto row = first; row < choices_.size() && parent_of(row) == parent; ++row)
      pieces.insert(pieces.end(), printed_[row].level1.begin(), printed_[row].level1.end());
    add_cell(first, level1_, pieces.empty() ? printed_[first].blank1 : pieces.front(), parent);
    if (pieces.size() > 1 && page_.pieces[pieces.front()].label.level1 < 0)
      out_.cut.push_back({std::move(pieces), static_cast<std::int16_t>(parent), true, level1_});
  }

  void add_cell(std::size_t row, int column, std::uint32_t piece, int node) {
    auto& span = spans_[row];
    if (piece == no_piece)
      return;
    auto cell = row_cell(page_, piece);
    cell.blank = false;
    cell.x = columns_[static_cast<std::size_t>(column)].x,
    cell.x_end = columns_[static_cast<std::size_t>(column)].x_end;
    cell.level1 = column == level1_ ? static_cast<std::int16_t>(node) : std::int16_t{-1};
    cell.level2 = column == level2_ ? static_cast<std::int16_t>(node) : std::int16_t{-1};
    auto const is_right = [&](RowCell const& other) { return other.x >= cell.x; };
    auto const at = std::ranges::find_if(span.cells, is_right) - span.cells.begin();
    span.cells.insert(span.cells.begin() + at, cell);
    span.alignment.columns.insert(span.alignment.columns.begin() + at, column);
    span.alignment.margins.insert(span.alignment.margins.begin() + at, std::numeric_limits<double>::infinity());
    span.alignment.runners_up.insert(span.alignment.runners_up.begin() + at, Alignment::none);
  }

  Page const& page_;
  std::vector<Column> const& columns_;
  Taxonomy const& taxonomy_;
  std::vector<RecordSpan>& spans_;
  int level1_, level2_;
  std::optional<std::uint32_t> block_;
  std::vector<PrintedGroups> printed_;
  std::vector<CentredChoice> choices_;
  CentredGroupLabels out_;
};

bool has_label(RecordSpan const& span) {
  return std::ranges::any_of(span.cells, [](RowCell const& cell) { return cell.level1 >= 0 || cell.level2 >= 0; });
}

/// 数量指标 on a row above the one that says 产出指标.
bool has_level1_behind_its_groups(Taxonomy const& taxonomy, std::vector<RecordSpan> const& spans) {
  std::vector<int> parents; // of groups since the last label of level 1
  for (auto const& span : spans) {
    for (auto const& cell : span.cells)
      if (cell.level1 >= 0 && cell.level2 < 0) {
        if (std::ranges::find(parents, int{cell.level1}) != parents.end())
          return true;
        parents.clear();
      }
    for (auto const& cell : span.cells)
      if (cell.level2 >= 0)
        parents.push_back(taxonomy.parent(cell.level2));
  }
  return false;
}

} // namespace

bool stand_in_the_middle(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan> const& spans,
                         Taxonomy const& taxonomy) {
  auto const level = std::ranges::find_if(columns, [](Column const& c) { return c.kind <= ColumnKind::level2; });
  bool const in_grid = page.borders <= Borders::gridded;
  if (level == columns.end() || (!in_grid && !keeps_places(page, columns, spans)))
    return false;
  // Where the label down the side is left out, rows that keep their places begin with the groups.
  auto const label_of = [&](RecordSpan const& span) {
    return std::ranges::find_if(span.cells, [&](RowCell const& cell) { return !in_grid || cell.x == level->x; });
  };
  auto const is_merged = [&](RecordSpan const& span) {
    auto const cell = label_of(span);
    return cell != span.cells.end() && page.pieces[cell->piece].y_span > 1;
  };
  auto const stands_alone = [&](RecordSpan const& span) { // a label on a row of its own
    auto const* name = span.find(columns, ColumnKind::level3);
    return has_label(span) && (!name || name->blank);
  };
  auto const first = std::ranges::find_if(spans, [&](RecordSpan const& span) {
    auto const* name = span.find(columns, ColumnKind::level3);
    return name && !name->blank;
  });
  if (first == spans.end())
    return false;
  auto const label = label_of(*first);
  // A single label of level 1 may have been lost.
  bool const late = !has_label(*first) || has_level1_behind_its_groups(taxonomy, spans);
  return label != first->cells.end() && label->blank && late && std::ranges::any_of(spans, has_label) &&
         std::ranges::none_of(spans, is_merged) && std::ranges::none_of(spans, stands_alone);
}

bool can_be_placed(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan> const& spans) {
  if (page.borders > Borders::gridded)
    return false;
  if (!has_column(columns, ColumnKind::level2))
    return false;
  auto const is_of_level = [&](RowCell const& cell) {
    return std::ranges::any_of(columns, [&](Column const& column) {
      return (column.kind == ColumnKind::level1 || column.kind == ColumnKind::level2) && cell.x < column.x_end &&
             column.x < cell.x_end;
    });
  };
  return std::ranges::all_of(spans, [&](RecordSpan const& span) {
    return std::ranges::all_of(span.cells, [&](RowCell const& cell) {
      return cell.blank || !is_of_level(cell) || cell.level1 >= 0 || cell.level2 >= 0;
    });
  });
}

void doubt_rows_without_labels(std::vector<RecordSpan>& spans) {
  for (auto& span : spans)
    span.doubtful = span.doubtful_level1 = !has_label(span);
}

CentredGroupLabels put_labels_first(Page const& page, std::vector<Column> const& columns, LabelFinder const& labels,
                                    CueFinder const& cues, std::vector<RecordSpan>& spans) {
  return CentredGroups(page, columns, labels, spans).run(cues);
}

} // namespace jixiao::recognition
