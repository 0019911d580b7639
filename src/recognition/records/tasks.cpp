#include "recognition/records/tasks.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/pieces/looks.hpp"
#include "recognition/records/table_end.hpp"
#include "recognition/rows/record_cells.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <span>

namespace jixiao::recognition {

namespace {

class TaskReader {
public:
  TaskReader(Draft& draft, Header const& header, std::uint32_t end)
      : draft_(draft), page_(*draft.page), columns_(header.columns), end_(end),
        of_places_(std::ranges::binary_search(page_.places, header.first, {}, &PlaceRows::piece)) {
    for (auto i = header.first; i < header.end; ++i)
      if (!page_.pieces[i].blank()) {
        draft.take_label(i);
        set_unit_of_amounts(draft, page_.pieces[i].label.annotation, i);
      }
    if (page_.by_blanks)
      put_below_parents();
    // 任务名称 and 主要内容 hold words, the others amounts.
    for (auto& column : columns_) {
      auto const* task = page_.pieces[column.piece].label.as(Role::task);
      bool const amount = (task && task->target == "amount") || label_of(column).as(Role::fund) ||
                          (!task && label_of(column).as(Role::measure));
      column.kind = amount ? ColumnKind::measure : ColumnKind::definition;
      if (column.kind == ColumnKind::measure)
        column.target = "executed";
    }
  }

  std::uint32_t run(std::uint32_t at) {
    auto const below_header = at;
    bool const hard = page_.has_rows() || is_in_lines(at);
    while (at < end_) {
      auto row_end = at;
      while (row_end < end_ && (hard ? page_.pieces[row_end].row == page_.pieces[at].row : goes_on(at, row_end)))
        ++row_end;
      auto const index = page_.text_from(at, row_end);
      if (index == row_end) {
        at = row_end;
        continue;
      }
      auto const& first = page_.pieces[index];
      if (first.label.is(Role::total, "task")) {
        read_row(at, row_end, true);
        if (!of_places_ || at != below_header) // that of the places may stand above them
          return row_end;
        at = row_end;
        continue;
      }
      bool const names_task =
          first.label.as(Role::task) || is_outlay_in_words(first) || (hard && is_whole_row(index, row_end));
      if (first.label.known() && !names_task)
        return index;
      if (hard && (heads_another_block(index, row_end) || heads_other_block(page_, first.row)))
        return index;
      read_row(at, row_end, false);
      at = row_end;
    }
    return at;
  }

private:
  /// 预算金额 | 总额 | 财政拨款: where nothing but blanks parts them, the label of amounts right before that of their
  /// total stands over the columns of funds.
  void put_below_parents() {
    for (std::size_t i = 0; i + 1 < columns_.size(); ++i) {
      auto const* parent = label_of(columns_[i]).as(Role::task);
      auto const item = item_of(columns_[i]), next = item_of(columns_[i + 1]);
      if (!parent || parent->target != "amount" || next.empty() || (!item.empty() && item != next))
        continue;
      auto const path = columns_[i].label;
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(i));
      for (auto at = i; at < columns_.size() && !item_of(columns_[at]).empty(); ++at)
        columns_[at].label.insert(columns_[at].label.begin(), path.begin(), path.end());
    }
  }

  /// "total" of a column of the fund year.total; empty: it is of none.
  std::string_view item_of(Column const& column) const {
    auto const* fund = label_of(column).as(Role::fund);
    return fund ? std::string_view(fund->target).substr(fund->target.find('.') + 1) : std::string_view();
  }

  Label const& label_of(Column const& column) const { return page_.pieces[column.piece].label; }

  /// The cells of a row share a line: the header's do, and it ends with it.
  bool is_in_lines(std::uint32_t behind_header) const {
    auto const row = page_.pieces[columns_.front().piece].row;
    return page_.borders == Borders::soft && page_.row(row).size() > 1 &&
           (behind_header == end_ || page_.pieces[behind_header].row != page_.pieces[behind_header - 1].row);
  }

  /// Words behind an amount, where the last columns are those of amounts, begin a row.
  bool begins_row(std::uint32_t at) const {
    return columns_.back().kind == ColumnKind::measure && is_amount(at - 1) && !is_amount(at) &&
           page_.pieces[at].is_text();
  }

  bool is_amount(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    return !piece.blank() && (piece.look() <= Look::money || piece.look() == Look::placeholder);
  }

  /// Where every cell has its line, a row has a cell a column; that of the totals has none but amounts.
  bool goes_on(std::uint32_t first, std::uint32_t at) const {
    auto const is_total = [&](std::uint32_t i) { return page_.pieces[i].label.is(Role::total, "task"); };
    if (at == first)
      return true;
    if (is_total(first))
      return page_.pieces[at].blank() || is_amount(at);
    return at < first + columns_.size() && !is_total(at) && !begins_row(at);
  }

  /// 基本支出：人员类支出: words are no amount of the outlay.
  static bool is_outlay_in_words(Piece const& piece) {
    return piece.label.rest > 0 && piece.label.as(Role::fund) &&
           look_of(trim(piece.text).substr(piece.label.rest)) >= Look::short_words;
  }

  /// 基本支出：人员经费 | text: a label with more behind it is the name of a task where each column has its cell.
  bool is_whole_row(std::uint32_t first, std::uint32_t row_end) const {
    auto const cells = std::span(page_.pieces).subspan(first, row_end - first);
    return page_.pieces[first].label.rest > 0 && std::ranges::count_if(cells, &Piece::is_text) == std::ssize(columns_);
  }

  /// A row that holds the labels of amounts or of indicators.
  bool heads_another_block(std::uint32_t first, std::uint32_t row_end) const {
    for (auto at = first; at < row_end; ++at)
      if (auto const& piece = page_.pieces[at];
          piece.is_text() && (!read_measures_header(page_, at, end_).columns.empty() ||
                              !read_records_header(page_, at, end_).columns.empty()))
        return true;
    return false;
  }

  void read_row(std::uint32_t first, std::uint32_t end, bool total) {
    std::vector<RowCell> cells;
    for (auto i = first; i < end; ++i)
      if (!page_.pieces[i].joined)
        cells.push_back(row_cell(page_, i));
    while (page_.borders > Borders::gridded && !cells.empty() && cells.back().blank)
      cells.pop_back();
    auto const alignment = align_row(cells, columns_, page_.borders);
    of_outlays_ = total && contradicts_total(cells, alignment);
    TableRow task;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto const* told = cells[i].blank ? nullptr : alignment.column_of(columns_, i);
      if (!told)
        continue;
      auto const& column = *told;
      auto const text = draft_.text(cells[i].piece);
      if (total) {
        read_total(column, cells[i].piece, first);
        continue;
      }
      report_near(alignment, i, cells, task.cells.size());
      draft_.take_listed(cells[i].piece, "tasks", draft_.form.tasks.size());
      draft_.places.push_back(
          {"tasks/" + std::to_string(draft_.form.tasks.size()) + "/" + std::to_string(task.cells.size()),
           cells[i].piece});
      task.cells.push_back({column.label, text, {}});
    }
    if (!task.cells.empty())
      draft_.form.tasks.push_back(std::move(task));
  }

  /// Where blanks were left out, an amount may be that of the column beside its own.
  void report_near(Alignment const& alignment, std::size_t cell, std::span<RowCell const> cells, std::size_t place) {
    auto const other = alignment.runners_up[cell];
    auto const& here = columns_[static_cast<std::size_t>(alignment.columns[cell])];
    if (other == Alignment::none || alignment.margins[cell] > close_margin || here.kind != ColumnKind::measure)
      return;
    remark_cell(draft_, Code::ambiguous_cell, cells, cell, here, columns_[static_cast<std::size_t>(other)],
                "/tasks/" + std::to_string(draft_.form.tasks.size()) + "/" + std::to_string(place));
  }

  /// A cell of the row of totals: its label, the sum of the amounts, or the sum of another column.
  void read_total(Column const& column, std::uint32_t piece, std::uint32_t row) {
    if (page_.pieces[piece].label.known())
      return draft_.take_label(piece);
    if (column.kind == ColumnKind::measure && !of_outlays_ && add_total(column, piece))
      return;
    while (!page_.pieces[row].label.known() && row < piece)
      ++row;
    std::vector const pieces{piece};
    auto labels = column.label;
    labels.insert(labels.begin(), label_text(draft_, row));
    set_other(draft_, std::move(labels), pieces, draft_.text(piece));
  }

  /// The form prints another total of the year above: the tasks are not all that is paid of it.
  bool contradicts_total(std::vector<RowCell> const& cells, Alignment const& alignment) const {
    auto const total = std::ranges::find_if(draft_.form.funds, [](Fund const& f) {
      return f.scope == "year" && f.item == "total" && f.measure == "budget" && f.number;
    });
    if (total == draft_.form.funds.end())
      return false;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (auto const* column = alignment.column_of(columns_, i);
          !cells[i].blank && column && item_of(*column) == "total")
        if (auto const sum = number_in(draft_.text(cells[i].piece)))
          return *sum != *total->number;
    return false;
  }

  /// The sum of a column of amounts is the amount of the year, where no other is printed.
  bool add_total(Column const& column, std::uint32_t piece) {
    auto const of_column = item_of(column);
    std::string const item(of_column.empty() ? "total" : of_column);
    auto const* of = label_of(column).as(Role::task) ? nullptr : label_of(column).as(Role::measure);
    std::string const measure = of ? of->target : "budget";
    bool const known = std::ranges::any_of(
        draft_.form.funds, [&](Fund const& f) { return f.scope == "year" && f.item == item && f.measure == measure; });
    if (known)
      return false;
    std::vector const pieces{piece};
    set_fund(draft_, {"year", item, measure, {}, {}, {}, {}}, pieces, piece);
    return true;
  }

  Draft& draft_;
  Page const& page_;
  std::vector<Column> columns_;
  std::uint32_t end_;
  bool of_places_;          ///< of a turned table
  bool of_outlays_ = false; ///< the row of totals is that of a part of the form's amounts
};

} // namespace

std::uint32_t read_tasks(Draft& draft, Header const& header, std::uint32_t end) {
  return TaskReader(draft, header, end).run(header.end);
}

} // namespace jixiao::recognition
