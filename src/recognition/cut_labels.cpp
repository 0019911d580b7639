#include "recognition/cut_labels.hpp"

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

  /// The label that the last pieces make together, most pieces first.
  std::optional<CutLabel> join(Page const& page, LabelFinder const& labels, ColumnKind kind) {
    for (auto first = cells_.begin(); first + 1 < cells_.end(); ++first) {
      std::string text;
      for (auto cell = first; cell != cells_.end(); ++cell)
        text += page.pieces[(*cell)->piece].text;
      auto const label = labels.find(text);
      auto const group = kind == ColumnKind::level1 ? label.level1 : label.level2;
      if (group < 0 || label.rest > 0)
        continue;
      CutLabel out{{}, group};
      for (auto cell = first; cell != cells_.end(); ++cell) {
        (kind == ColumnKind::level1 ? (*cell)->level1 : (*cell)->level2) = group;
        out.pieces.push_back((*cell)->piece);
      }
      cells_.clear();
      return out;
    }
    return std::nullopt;
  }

private:
  std::vector<RowCell*> cells_;
};

} // namespace

std::vector<CutLabel> join_cut_labels(Page const& page, std::vector<Column> const& columns, LabelFinder const& labels,
                                      std::vector<RecordSpan>& spans) {
  std::vector<CutLabel> out;
  std::vector<ColumnPieces> open(columns.size());
  for (auto& span : spans)
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto& cell = span.cells[i];
      auto const at = span.alignment.columns[i];
      if (cell.blank || at == Alignment::none)
        continue;
      auto const column = static_cast<std::size_t>(at);
      auto const kind = columns[column].kind;
      if (kind != ColumnKind::level1 && kind != ColumnKind::level2)
        continue;
      if (cell.level1 >= 0 || cell.level2 >= 0) {
        open[column].clear();
        continue;
      }
      open[column].add(cell);
      if (auto joined = open[column].join(page, labels, kind))
        out.push_back(std::move(*joined));
    }
  return out;
}

} // namespace jixiao::recognition
