#include "recognition/groups/cut_labels.hpp"

#include <algorithm>
#include <string>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_pieces = 4;

/// The texts of one column that name no group, since the last one that does.
class ColumnPieces {
public:
  void clear() { cells_.clear(); }

  void add(RowCell& cell) {
    if (cells_.size() == most_pieces)
      cells_.erase(cells_.begin());
    cells_.push_back(&cell);
  }

  /// The last of them stands on the row above this cell.
  bool ends_above(Page const& page, RowCell const& cell) const {
    return !cells_.empty() && page.has_rows() &&
           page.pieces[cells_.back()->piece].row + 1 == page.pieces[cell.piece].row;
  }

  /// The label that the last pieces make together, most pieces first.
  std::optional<CutLabel> join(Page const& page, LabelFinder const& labels, ColumnKind kind) {
    for (auto first = cells_.begin(); first + 1 < cells_.end(); ++first) {
      std::string text;
      for (auto cell = first; cell != cells_.end(); ++cell)
        text += page.pieces[(*cell)->piece].text;
      auto const label = labels.find(text);
      auto const group = kind == ColumnKind::level1 ? label.level1 : label.level2;
      bool const is_number = page.pieces[(*first)->piece].look() == Look::number;
      if (group < 0 || label.rest > 0 || label.coded || is_number) // 10, 0.9 above 质量指标: points, values, no code
        continue;
      CutLabel out{{}, group, kind == ColumnKind::level1};
      for (auto cell = first; cell != cells_.end(); ++cell)
        out.pieces.push_back((*cell)->piece);
      cells_.clear();
      return out;
    }
    return std::nullopt;
  }

private:
  std::vector<RowCell*> cells_;
};

/// The column of levels that a cell is a piece of a label in: where rows are told the one it stands in.
int level_column(Page const& page, std::vector<Column> const& columns, RecordSpan const& span, std::size_t cell) {
  auto const is_level = [&](Column const& column) {
    return column.kind == ColumnKind::level1 || column.kind == ColumnKind::level2;
  };
  auto const& c = span.cells[cell];
  for (std::size_t i = 0; i < columns.size() && page.has_rows(); ++i)
    if (is_level(columns[i]) && overlap(c, columns[i]))
      return static_cast<int>(i);
  auto const* aligned = span.alignment.column_of(columns, cell);
  return aligned && is_level(*aligned) ? span.alignment.columns[cell] : Alignment::none;
}

/// The first piece becomes the label, the others are no cells any more.
void put(CutLabel const& label, std::vector<RecordSpan>& spans) {
  for (auto& span : spans)
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const piece = std::ranges::find(label.pieces, span.cells[i].piece);
      if (piece == label.pieces.end())
        continue;
      auto const at = static_cast<std::ptrdiff_t>(i);
      auto& alignment = span.alignment;
      if (piece == label.pieces.begin()) {
        (label.level1 ? span.cells[i].level1 : span.cells[i].level2) = label.group;
        alignment.columns[i] = label.column;
        continue;
      }
      span.cells.erase(span.cells.begin() + at);
      alignment.columns.erase(alignment.columns.begin() + at);
      alignment.margins.erase(alignment.margins.begin() + at);
      alignment.runners_up.erase(alignment.runners_up.begin() + at);
      --i;
    }
}

} // namespace

std::vector<CutLabel> join_cut_labels(Page const& page, std::vector<Column> const& columns, LabelFinder const& labels,
                                      std::vector<RecordSpan>& spans) {
  std::vector<CutLabel> out;
  std::vector<ColumnPieces> open(columns.size());
  for (auto& span : spans)
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto& cell = span.cells[i];
      auto const at = cell.blank ? Alignment::none : level_column(page, columns, span, i);
      if (at == Alignment::none)
        continue;
      auto const column = static_cast<std::size_t>(at);
      auto const kind = columns[column].kind;
      // 社会 | 成本指标: what is a label of its own can be the rest only right below.
      bool const is_label = cell.level1 >= 0 || cell.level2 >= 0;
      if (is_label && !open[column].ends_above(page, cell)) {
        open[column].clear();
        continue;
      }
      open[column].add(cell);
      if (auto joined = open[column].join(page, labels, kind)) {
        joined->column = at;
        out.push_back(std::move(*joined));
      } else if (is_label) {
        open[column].clear();
      }
    }
  for (auto const& label : out)
    put(label, spans);
  std::erase_if(spans, [](RecordSpan const& span) { return span.cells.empty(); });
  return out;
}

} // namespace jixiao::recognition
