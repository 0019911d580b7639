#include "recognition/records/stacked_values.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace jixiao::recognition {

namespace {

constexpr std::size_t fewest_pairs = 2;

class Stack {
public:
  Stack(Draft& draft, std::vector<Column>& columns) : draft_(draft), columns_(columns) {}

  /// The column of 目标值 | 完成值, right before that of the values.
  bool find_column(std::vector<RecordSpan> const& spans) {
    auto const values = std::ranges::find(columns_, ColumnKind::target, &Column::kind);
    bool const may =
        values != columns_.end() && values != columns_.begin() && !has_column(columns_, ColumnKind::actual);
    if (!may || draft_.page->borders > Borders::gridded)
      return false;
    value_ = static_cast<int>(values - columns_.begin());
    kind_ = value_ - 1;
    std::size_t targets = 0, results = 0;
    for (auto const& span : spans)
      if (auto const kind = kind_of(span))
        ++(*kind == ColumnKind::target ? targets : results);
      else
        return false;
    return targets >= fewest_pairs && targets == results;
  }

  void join(std::vector<RecordSpan>& spans) {
    auto result = columns_[static_cast<std::size_t>(value_)];
    result.kind = ColumnKind::actual;
    std::vector<RecordSpan> out;
    for (auto& span : spans) {
      bool const target = kind_of(span) == ColumnKind::target;
      drop_kind(span);
      if (target || out.empty()) {
        out.push_back(std::move(span));
        continue;
      }
      auto& above = out.back();
      above.end = span.end;
      for (std::size_t i = 0; i < span.cells.size(); ++i) {
        bool const value = span.alignment.columns[i] == value_;
        if (span.cells[i].blank)
          continue;
        above.cells.push_back(span.cells[i]);
        above.alignment.columns.push_back(value ? static_cast<int>(columns_.size()) : span.alignment.columns[i]);
        above.alignment.margins.push_back(span.alignment.margins[i]);
        above.alignment.runners_up.push_back(Alignment::none);
      }
    }
    columns_.push_back(std::move(result));
    spans = std::move(out);
  }

private:
  std::optional<std::size_t> cell_in(RecordSpan const& span, int column) const {
    auto const found = std::ranges::find(span.alignment.columns, column);
    return found == span.alignment.columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - span.alignment.columns.begin()));
  }

  /// 目标值 is the label of targets elsewhere.
  std::optional<ColumnKind> kind_of(RecordSpan const& span) const {
    auto const cell = cell_in(span, kind_);
    if (!cell || span.cells[*cell].blank)
      return std::nullopt;
    auto const& label = draft_.piece(span.cells[*cell].piece).label;
    auto const kind = label.rest == 0 ? column_kind(label) : std::nullopt;
    return kind == ColumnKind::target || kind == ColumnKind::actual ? kind : std::nullopt;
  }

  void drop_kind(RecordSpan& span) {
    auto const cell = *cell_in(span, kind_);
    auto const at = static_cast<std::ptrdiff_t>(cell);
    draft_.take_label(span.cells[cell].piece);
    span.cells.erase(span.cells.begin() + at);
    span.alignment.columns.erase(span.alignment.columns.begin() + at);
    span.alignment.margins.erase(span.alignment.margins.begin() + at);
    span.alignment.runners_up.erase(span.alignment.runners_up.begin() + at);
  }

  Draft& draft_;
  std::vector<Column>& columns_;
  int kind_ = 0, value_ = 0;
};

} // namespace

void join_stacked_values(Draft& draft, std::vector<Column>& columns, std::vector<RecordSpan>& spans) {
  if (Stack stack(draft, columns); stack.find_column(spans))
    stack.join(spans);
}

} // namespace jixiao::recognition
