#include "recognition/funds/fund_matrix.hpp"

#include "grammars/fiscal_year.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"
#include "recognition/groups/weighed.hpp"
#include "recognition/rows/record_cells.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_cell = 60; ///< bytes; a longer text is no amount

/// Where rows are not told, words on a line of their own behind a label without an amount: the heading of what follows.
bool is_heading(Page const& page, std::uint32_t at, std::uint32_t row, std::span<RowCell const> before) {
  auto const& piece = page.pieces[at];
  return !page.has_rows() && !piece.blank() && piece.row != row && piece.look() >= Look::short_words &&
         may_be_label(piece) && std::ranges::all_of(before, &RowCell::blank);
}

bool is_figure(RowCell const& cell) {
  return cell.look == Look::number || cell.look == Look::percentage || cell.look == Look::placeholder ||
         cell.look == Look::money;
}

/// 15.00 | 10.80 | 企业捐赠: behind figures and last in the row of a grid, a word of the fund block is a remark.
bool ends_row_of_figures(Page const& page, std::uint32_t at, std::span<RowCell const> before) {
  auto const behind = page.row(page.pieces[at].row).subspan(at + 1 - page.rows[page.pieces[at].row]);
  return page.borders <= Borders::gridded && std::ranges::count_if(before, is_figure) >= 2 &&
         std::ranges::all_of(behind, &Piece::blank);
}

/// The pieces of a matrix row from `first` on, up to the next label or the end of `row`. Where rows are not told, a
/// long text ends them: with `remarks`, a column of reasons, it is the last of the row, else it is none of it.
std::vector<RowCell> row_cells(Page const& page, std::uint32_t first, std::uint32_t row, bool remarks,
                               std::uint32_t& at, std::uint32_t end) {
  std::vector<RowCell> cells;
  for (at = first; at < end; ++at) {
    auto const& piece = page.pieces[at];
    if (page.has_rows() && piece.row != row)
      break;
    if (piece.joined)
      continue;
    if (!piece.blank() && (piece.label.known() || piece.label.is_level()) &&
        !(remarks && piece.label.rest == 0 && ends_row_of_figures(page, at, cells)))
      break;
    bool const is_long = !page.has_rows() && !piece.blank() && piece.text.size() > longest_cell;
    if ((is_long && (!remarks || cells.empty())) || (!remarks && is_heading(page, at, row, cells)))
      break;
    cells.push_back(row_cell(page, at));
    if (is_long) {
      ++at;
      break;
    }
  }
  // Blanks before the label of the next row are of that row.
  if (page.borders == Borders::soft && at < end && page.row(page.pieces[at].row).size() > 1)
    while (!cells.empty() && cells.back().blank && page.pieces[cells.back().piece].row == page.pieces[at].row &&
           page.pieces[at].row != row)
      cells.pop_back();
  return cells;
}

class MatrixReader {
public:
  MatrixReader(Draft& draft, Header const& header, std::uint32_t end)
      : draft_(draft), page_(*draft.page), columns_(header.columns), header_(header.first), end_(end),
        known_(draft.form.funds.size()) {
    // Without a revised budget the initial one is what the rates are of.
    if (std::ranges::find(columns_, "revised_budget", &Column::target) == columns_.end())
      for (auto& column : columns_)
        if (column.target == "initial_budget")
          column.target = "initial_budget_only";
    for (auto i = header.first; i < header.end; ++i)
      if (!page_.pieces[i].blank()) {
        draft.take_label(i);
        set_unit_of_amounts(draft, unit_in(i), i);
      }
  }

  std::uint32_t run(std::uint32_t at) {
    while (at < end_) {
      auto const& piece = page_.pieces[at];
      if (!piece.is_text() || is_side(piece) || names_group(at)) {
        if (piece.is_text()) {
          draft_.take_label(at);
          set_unit_of_amounts(draft_, piece.label.annotation, at);
        }
        ++at;
        continue;
      }
      if (is_row_of_labels(at))
        return at;
      if (numbers_row(at)) {
        draft_.take_furniture(at++, "number");
        continue;
      }
      if (piece.label.as(Role::fund) || is_total(piece) || is_unknown_row(at)) {
        if (first_row_)
          move_header(at);
        at = read_row(at);
      } else if (is_described(at)) {
        at = read_described(at);
      } else if (first_row_ && is_figures(at)) {
        at = read_figures(at);
      } else {
        return at;
      }
      first_row_ = false;
    }
    return at;
  }

private:
  /// What stands in brackets behind the label, whether it is listed or not.
  std::string unit_in(std::uint32_t index) const {
    auto const& piece = page_.pieces[index];
    if (piece.label.known())
      return piece.label.annotation;
    auto const text = folded(piece.text);
    auto const open = text.find('(');
    return open == std::string::npos ? std::string() : text.substr(open);
  }

  /// 年度预算 | 资金总额 | 基本支出 | 项目支出, of another block: labels and no amount.
  bool is_row_of_labels(std::uint32_t at) const {
    if (!page_.has_rows())
      return false;
    auto const cells = filled_cells(page_, at, end_);
    return cells.size() >= 3 && std::ranges::all_of(cells, [&](std::uint32_t i) {
             auto const& label = page_.pieces[i].label;
             return label.rest == 0 && (label.as(Role::fund) || label.as(Role::total));
           });
  }

  static bool is_side(Piece const& piece) {
    auto const* side = piece.label.as(Role::side);
    return side && side->target == "fund" && !piece.label.as(Role::fund);
  }

  /// 合计 above the sources of a matrix or below them.
  static bool is_total(Piece const& piece) { return piece.label.is(Role::total, "task") && piece.label.rest == 0; }

  /// 部门预算总额: the first row, named the sum of all by a word.
  bool is_unlisted_total(Piece const& piece) const {
    return first_row_ && !piece.label.known() && says_sum(piece.text);
  }

  bool remarks() const { return std::ranges::find(columns_, "reason", &Column::target) != columns_.end(); }

  std::vector<RowCell> cells_from(std::uint32_t first, std::uint32_t row, std::uint32_t& at) const {
    auto cells = row_cells(page_, first, row, remarks(), at, end_);
    // Where rows are not told, blanks at the end tell something only where there is a cell for each column.
    if (!page_.has_rows() && cells.size() != columns_.size())
      while (!cells.empty() && cells.back().blank)
        cells.pop_back();
    return cells;
  }

  /// The first column of amounts, where others that describe the rows stand before it; none where none do.
  std::optional<std::uint16_t> first_amount() const {
    auto const amount = std::ranges::find_if(columns_, [](Column const& c) { return !c.target.empty(); });
    return page_.borders <= Borders::gridded && amount != columns_.begin() && amount != columns_.end()
               ? std::optional(amount->x)
               : std::nullopt;
  }

  /// The words before the amounts of a row: 2240101 | 行政运行 | 612.00, below 科目编码 | 科目名称 | 年初预算数.
  std::optional<std::uint32_t> describing_words(std::uint32_t at) const {
    auto const amount = first_amount();
    std::optional<std::uint32_t> words;
    for (auto next = at; amount && next < end_ && page_.pieces[next].row == page_.pieces[at].row; ++next)
      if (auto const& piece = page_.pieces[next];
          piece.x < *amount && (is_total(piece) || piece.label.as(Role::fund) || piece.look() >= Look::short_words))
        words = next;
    return words;
  }

  /// 1 | 场馆免费开放 | 410.00: the number of a row, where cells are left out and no place tells its column.
  bool numbers_row(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    return page_.borders == Borders::separated && piece.look() == Look::number && page_.rows[piece.row] == at &&
           piece.text.find('.') == std::string_view::npos && at + 1 < end_ && page_.pieces[at + 1].row == piece.row &&
           is_unknown_row(at + 1);
  }

  bool is_described(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    return piece.look() == Look::number && piece.x >= columns_.front().x && describing_words(at).has_value();
  }

  std::uint32_t read_described(std::uint32_t at) {
    auto const label = *describing_words(at);
    for (auto next = at; next < label; ++next)
      if (auto const& piece = page_.pieces[next]; piece.is_text()) {
        auto const column = std::ranges::find(columns_, piece.x, &Column::x);
        std::vector const pieces{next};
        set_other(draft_, {label_text(draft_, label), column == columns_.end() ? std::string() : column->label.back()},
                  pieces, draft_.text(next));
      }
    return read_row(label);
  }

  /// The first row may have no label: it is that of the total.
  bool is_figures(std::uint32_t at) const {
    auto next = at;
    auto const cells = cells_from(at, page_.pieces[at].row, next);
    auto const filled = std::ranges::count_if(cells, [](RowCell const& c) { return !c.blank; });
    // 2240101 | 行政运行 | 612.00 is no row of figures.
    auto const words = std::ranges::find_if(cells, [](RowCell const& c) { return !c.blank && !is_figure(c); });
    if (page_.borders > Borders::gridded && std::any_of(words, cells.end(), is_figure))
      return false;
    return filled >= 2 && is_figure(cells.front()) && (page_.has_rows() || cells.size() <= columns_.size()) &&
           std::ranges::all_of(cells,
                               [](RowCell const& c) { return c.blank || is_figure(c) || c.look >= Look::short_words; });
  }

  std::uint32_t read_figures(std::uint32_t first) {
    auto const row = page_.pieces[first].row;
    auto begin = first;
    while (page_.borders == Borders::separated && begin > page_.rows[row] && page_.pieces[begin - 1].blank())
      --begin;
    auto at = first;
    read_cells(cells_from(begin, row, at), {"year", "total"}, header_);
    return at;
  }

  /// A grid that leaves out what merged cells cover, and fills its rows up at their ends: the figures of the first row
  /// follow its label, and do not begin below the first header. Those of all rows have slid as far.
  void move_header(std::uint32_t label) {
    auto const first = label + 1;
    auto const& name = page_.pieces[label];
    if (page_.borders != Borders::gridded || name.label.rest > 0 || first >= end_ ||
        page_.pieces[first].row != name.row || columns_.size() < 2)
      return;
    auto const& figure = page_.pieces[first];
    int const distance = static_cast<int>(figure.x) - static_cast<int>(columns_.front().x);
    for (std::size_t i = 1; i < columns_.size(); ++i)
      if (columns_[i].x != columns_[i - 1].x + 1)
        return;
    if (distance == 0 || figure.x != name.x + 1 || !figure.is_text() || !is_figure(row_cell(page_, first)))
      return;
    for (auto& column : columns_) {
      column.x = static_cast<std::uint16_t>(column.x + distance);
      column.x_end = static_cast<std::uint16_t>(column.x_end + distance);
    }
    std::string row;
    for (auto const& piece : page_.row(name.row))
      if (piece.is_text())
        row += (row.empty() ? "" : " | ") + std::string(trim(piece.text));
    draft_.remark(Code::cells_shifted,
                  {{"text", draft_.text(first)},
                   {"columns", std::abs(distance)},
                   {"side", distance > 0 ? "right" : "left"},
                   {"cells", row}},
                  first, "/funds/" + std::to_string(draft_.form.funds.size()));
  }

  /// 收入构成 | 财政拨款: no label of a row itself, but of several, the first of which stands behind it.
  bool names_group(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    if (!page_.has_rows() || piece.label.known() || !may_be_label(piece))
      return false;
    auto const row_end = std::min(page_.rows[piece.row + 1], end_);
    auto const next = page_.text_from(at + 1, row_end);
    return next < row_end && ((page_.pieces[next].label.as(Role::fund) && page_.pieces[next].label.rest == 0) ||
                              is_total(page_.pieces[next]) || is_unknown_row(next));
  }

  /// A row whose label is not in the vocabulary: a text before numbers, in a carrier that has rows.
  bool is_unknown_row(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    if (!page_.has_rows() || (piece.label.known() && !is_measure_of_years(piece)) || piece.label.is_level() ||
        piece.text.size() > 60 || piece.paragraph)
      return false;
    if (auto const look = look_of(piece.text); look < Look::quantity || look == Look::money)
      return false;
    std::uint32_t next = at;
    auto const cells = cells_from(at + 1, piece.row, next);
    auto const filled = std::ranges::count_if(cells, [](RowCell const& c) { return !c.blank; });
    auto const figures = std::ranges::count_if(cells, [](RowCell const& c) { return !c.blank && is_figure(c); });
    bool const explained = !cells.empty() && !is_figure(cells.back()) && figures + 1 == filled;
    return figures >= 2 && (figures == filled || explained);
  }

  /// 支出数 below 预算数, before the amounts of 2022年 | 2023年: columns that are no measures.
  bool is_measure_of_years(Piece const& piece) const {
    return !first_row_ && piece.label.as(Role::measure) && piece.label.rest == 0 &&
           std::ranges::all_of(columns_, [](Column const& c) { return c.target.empty(); });
  }

  std::uint32_t read_row(std::uint32_t label) {
    std::uint32_t at = label + 1;
    auto const& printed = page_.pieces[label].label;
    auto cells = cells_from(label + 1, page_.pieces[label].row, at);
    draft_.take_label(label);
    if (first_row_)
      set_unit_of_amounts(draft_, unit_in(label), label); // 资金额度（万元） beside the amounts of places
    auto [scope, item] = is_total(page_.pieces[label]) || is_unlisted_total(page_.pieces[label])
                             ? std::pair<std::string, std::string>{"year", "total"}
                             : address_of(printed);
    if (scope == "here")
      scope = "year";
    if (printed.rest > 0)
      set_item(draft_, scope, item, "budget", {}, label);
    read_cells(cells, {scope, item}, label);
    return at;
  }

  void read_cells(std::vector<RowCell> const& cells, std::pair<std::string, std::string> const& address,
                  std::uint32_t label) {
    constexpr std::size_t widest_row = 4 * widest_header; // with its blanks
    if (cells.size() > widest_row)
      return;
    if (!page_.has_rows() && has_more_figures(cells))
      return; // the header has lost a label, and nothing tells which amount is whose
    auto const alignment = with_what_was_spent(cells, align_row(cells, columns_, page_.borders));
    keep_row(page_, columns_, cells, alignment);
    auto const sum = column_of_sum(cells, alignment);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto const* told = alignment.column_of(columns_, i);
      if (!told || (cells[i].blank && !page_.has_rows()))
        continue;
      auto const& column = *told;
      if (&column == sum)
        set_sum(address, cells[i].piece, label);
      else
        set(address.first, address.second, column, cells[i].piece, label);
      if (alignment.margins[i] <= close_margin && alignment.runners_up[i] != Alignment::none)
        report(cells, i, column, columns_[static_cast<std::size_t>(alignment.runners_up[i])]);
    }
  }

  /// 合计 | 东山县 | 西塘县, 合计 | 2025年 | 2026年: the amount of a row stands below the sum where those of the
  /// others, which are of no measure, come to it.
  Column const* column_of_sum(std::vector<RowCell> const& cells, Alignment const& alignment) const {
    constexpr double rounding = 0.005;
    Column const* sum = nullptr;
    double all = 0, others = 0;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto const* told = cells[i].blank ? nullptr : alignment.column_of(columns_, i);
      if (!told || told->target == "reason")
        continue;
      auto const& column = *told;
      auto const amount = number_in(draft_.text(cells[i].piece));
      if (!column.target.empty() || (!amount && cells[i].look != Look::placeholder))
        return nullptr;
      auto const& label = page_.pieces[column.piece];
      bool const is_sum = !sum && (label.label.as(Role::total) || says("all_places", label.text)); // 合计, 全省
      sum = is_sum ? &column : sum;
      (is_sum ? all : others) += amount ? to_double(*amount) : 0;
      parts += is_sum ? 0 : 1;
    }
    return parts > 1 && std::abs(all - others) < rounding ? sum : nullptr;
  }

  void set_sum(std::pair<std::string, std::string> const& address, std::uint32_t piece, std::uint32_t label) {
    auto const is_year = [](Column const& c) { return static_cast<bool>(grammars::match_fiscal_year(c.label.back())); };
    bool const of_years = std::ranges::count_if(columns_, is_year) > 1;
    auto const& [scope, item] = address;
    std::vector const pieces{piece};
    set_item(draft_, of_years ? "project" : scope, item, "budget", pieces, label);
  }

  /// More amounts follow each other than there are columns.
  bool has_more_figures(std::vector<RowCell> const& cells) const {
    std::size_t figures = 0;
    for (auto const& cell : cells)
      if (!cell.blank && !is_figure(cell))
        break;
      else
        figures += cell.blank ? 0 : 1;
    return figures > columns_.size();
  }

  /// A rate is that of what was spent: where the cheapest reading has the one and not the other, one that is nearly as
  /// cheap and has both is taken.
  Alignment with_what_was_spent(std::vector<RowCell> const& cells, Alignment best) const {
    auto const has = [&](Alignment const& alignment, std::string_view target) {
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (auto const* column = alignment.column_of(columns_, i);
            column && column->target == target && is_figure(cells[i]) && cells[i].look != Look::placeholder &&
            !cells[i].blank)
          return true;
      return false;
    };
    auto const executed = std::ranges::find(columns_, "executed", &Column::target);
    if (page_.borders <= Borders::gridded || executed == columns_.end() || !has(best, "execution_rate") ||
        has(best, "executed"))
      return best;
    auto const limit = best.cost + prices::of(Price::missing_amount);
    std::optional<Alignment> found;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto other = align_row(cells, columns_, page_.borders, {i, static_cast<int>(executed - columns_.begin())});
      if (other.cost <= limit && has(other, "execution_rate") && has(other, "executed") &&
          (!found || other.cost < found->cost))
        found = std::move(other);
    }
    return found ? *std::move(found) : best;
  }

  /// 合计 | 480 over 1.管材采购 | 300: a table that prints the total of the year again tells what the money is spent
  /// on; its rows are no sources of it.
  bool is_of_outlays(std::string const& scope, std::string const& item, std::string const& measure) {
    auto const is_same = [&](Fund const& fund) {
      return fund.number && fund.scope == scope && fund.item == item && fund.measure == measure;
    };
    bool const again = item == "total" && std::ranges::any_of(std::span(draft_.form.funds).first(known_), is_same);
    outlays_ = outlays_ || again;
    return again || (outlays_ && item == "named");
  }

  void set(std::string const& scope, std::string const& item, Column const& column, std::uint32_t piece,
           std::uint32_t label) {
    std::vector const pieces{piece};
    if (column.target == "project")
      return set_item(draft_, "project", item, "budget", pieces, label);
    auto const measure = column.target == "initial_budget_only" ? std::string("initial_budget") : column.target;
    if (column.target == "reason" || column.target.empty() || is_of_outlays(scope, item, measure)) {
      auto text = draft_.text(piece);
      if (text.empty() || is_nothing(text))
        draft_.take_furniture(piece, "placeholder");
      else
        set_other(draft_, {label_text(draft_, label), column.label.back()}, pieces, std::move(text));
      return;
    }
    set_item(draft_, scope, item, measure, pieces, label);
  }

  /// A dash says that nothing is there, in whichever of the two columns it stands.
  void report(std::vector<RowCell> const& cells, std::size_t i, Column const& here, Column const& there) {
    if (cells[i].look == Look::placeholder)
      return;
    bool const is_amount = !here.target.empty() && here.target != "reason";
    remark_cell(draft_, Code::ambiguous_cell, cells, i, here, there,
                is_amount ? "/funds/" + std::to_string(draft_.form.funds.size() - 1) : "");
  }

  Draft& draft_;
  Page const& page_;
  std::vector<Column> columns_;
  std::uint32_t header_; ///< the first label of the header
  std::uint32_t end_;
  std::size_t known_;     ///< amounts that stand above the matrix
  bool outlays_ = false;  ///< its total is that of a matrix above
  bool first_row_ = true; ///< no row has been read
};

} // namespace

std::uint32_t read_fund_matrix(Draft& draft, Header const& header, std::uint32_t end) {
  return MatrixReader(draft, header, end).run(header.end);
}

} // namespace jixiao::recognition
