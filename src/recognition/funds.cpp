#include "recognition/funds.hpp"

#include "grammars/number.hpp"
#include "recognition/align.hpp"
#include "recognition/amounts.hpp"
#include "recognition/fields.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

/// Scope and item of a row: "year.total"; rows of a matrix are of the year unless they say otherwise.
std::pair<std::string, std::string> address_of(Label const& label) {
  auto const* fund = label.as(Role::fund);
  if (!fund)
    return {"year", "named"};
  auto const dot = fund->target.find('.');
  return {fund->target.substr(0, dot), fund->target.substr(dot + 1)};
}

bool is_usual(std::string_view item) {
  return item == "total" || item == "fiscal" || item == "carryover" || item == "other";
}

/// The pieces of a matrix row behind its label, up to the next label or the end of the row.
std::vector<RowCell> row_cells(Page const& page, std::uint32_t label, std::uint32_t& at, std::uint32_t end) {
  std::vector<RowCell> cells;
  for (at = label + 1; at < end; ++at) {
    auto const& piece = page.pieces[at];
    if (page.has_rows() && piece.row != page.pieces[label].row)
      break;
    if (piece.joined)
      continue;
    if (!piece.blank() && (piece.label.known() || piece.label.is_level()))
      break;
    if (!page.has_rows() && !piece.blank() && piece.text.size() > 60)
      break;
    cells.push_back(row_cell(page, at));
  }
  if (!page.has_rows())
    while (!cells.empty() && cells.back().blank)
      cells.pop_back();
  return cells;
}

class MatrixReader {
public:
  MatrixReader(Draft& draft, Header const& header, std::uint32_t end)
      : draft_(draft), page_(*draft.page), columns_(header.columns), end_(end) {
    // Without a revised budget the initial one is what the rates are of.
    if (std::ranges::find(columns_, "revised_budget", &Column::target) == columns_.end())
      for (auto& column : columns_)
        if (column.target == "initial_budget")
          column.target = "initial_budget_only";
    for (auto i = header.first; i < header.end; ++i)
      if (!page_.pieces[i].blank()) {
        draft.take_label(i);
        set_unit(draft, page_.pieces[i].label.annotation, i);
      }
  }

  std::uint32_t run(std::uint32_t at) {
    while (at < end_) {
      auto const& piece = page_.pieces[at];
      if (piece.blank() || piece.joined || is_side(piece)) {
        if (!piece.blank() && !piece.joined) {
          draft_.take_label(at);
          set_unit(draft_, piece.label.annotation, at);
        }
        ++at;
        continue;
      }
      if (!piece.label.as(Role::fund) && !is_unknown_row(at))
        return at;
      at = read_row(at);
    }
    return at;
  }

private:
  static bool is_side(Piece const& piece) {
    auto const* side = piece.label.as(Role::side);
    return side && side->target == "fund" && !piece.label.as(Role::fund);
  }

  /// A row whose label is not in the vocabulary: a text before numbers, in a carrier that has rows.
  bool is_unknown_row(std::uint32_t at) const {
    auto const& piece = page_.pieces[at];
    if (!page_.has_rows() || piece.label.known() || piece.label.is_level() || piece.text.size() > 60 || piece.paragraph)
      return false;
    std::uint32_t next = at;
    auto const cells = row_cells(page_, at, next, end_);
    auto const filled = std::ranges::count_if(cells, [](RowCell const& c) { return !c.blank; });
    return filled >= 2 && std::ranges::all_of(cells, [](RowCell const& c) {
             return c.blank || c.look == Look::number || c.look == Look::percentage || c.look == Look::placeholder ||
                    c.look == Look::money;
           });
  }

  std::uint32_t read_row(std::uint32_t label) {
    std::uint32_t at = label + 1;
    auto cells = row_cells(page_, label, at, end_);
    draft_.take_label(label);
    auto [scope, item] = address_of(page_.pieces[label].label);
    if (scope == "here")
      scope = "year";
    if (page_.pieces[label].label.rest > 0)
      set_fund(draft_, {scope, item, "budget", {}, {}, {}, is_usual(item) ? "" : label_text(draft_, label)}, {}, label);
    auto const alignment = align_row(cells, columns_, page_.borders);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if ((cells[i].blank && !page_.has_rows()) || alignment.columns[i] == Alignment::none)
        continue;
      auto const& column = columns_[static_cast<std::size_t>(alignment.columns[i])];
      set(scope, item, column, cells[i].piece, label);
      if (alignment.margins[i] <= 0.6 && alignment.runners_up[i] != Alignment::none)
        report(cells, i, column, columns_[static_cast<std::size_t>(alignment.runners_up[i])]);
    }
    return at;
  }

  void set(std::string const& scope, std::string const& item, Column const& column, std::uint32_t piece,
           std::uint32_t label) {
    std::vector const pieces{piece};
    if (column.target == "reason" || column.target.empty()) {
      auto text = draft_.text(piece);
      if (text.empty() || is_nothing(text))
        draft_.take_furniture(piece, "placeholder");
      else
        set_other(draft_, {label_text(draft_, label), column.label.back()}, pieces, std::move(text));
      return;
    }
    auto const measure = column.target == "initial_budget_only" ? std::string("initial_budget") : column.target;
    set_fund(draft_, {scope, item, measure, {}, {}, {}, is_usual(item) ? "" : label_text(draft_, label)}, pieces,
             label);
  }

  void report(std::vector<RowCell> const& cells, std::size_t i, Column const& here, Column const& there) {
    std::string row;
    for (auto const& cell : cells)
      row += (row.empty() ? "" : " | ") + draft_.text(cell.piece);
    draft_.remark(Code::ambiguous_cell,
                  {{"text", draft_.text(cells[i].piece)},
                   {"chosen", here.label.back()},
                   {"runner_up", there.label.back()},
                   {"cells", row}},
                  cells[i].piece, "/funds/" + std::to_string(draft_.form.funds.size() - 1));
  }

  Draft& draft_;
  Page const& page_;
  std::vector<Column> columns_;
  std::uint32_t end_;
};

} // namespace

std::uint32_t read_fund_matrix(Draft& draft, Header const& header, std::uint32_t end) {
  return MatrixReader(draft, header, end).run(header.end);
}

bool looks_like_amount(Draft const& draft, std::uint32_t piece) {
  auto const text = draft.text(piece);
  return is_nothing(text) || static_cast<bool>(grammars::match_number(text)) || text.starts_with("¥") ||
         text.starts_with("￥");
}

std::string FundPanels::scope_of(Draft const& draft, std::uint32_t label) const {
  auto const& piece = draft.piece(label);
  for (std::string_view const word : {"当年", "本年", "年度"})
    if (piece.label.text.starts_with(word))
      return "year";
  if (panels_.empty())
    return "year";
  if (draft.page->borders <= Borders::gridded) {
    auto best = panels_.front();
    for (auto const& panel : panels_)
      if (panel.x <= piece.x)
        best = panel;
    return best.scope;
  }
  return panels_[std::min(in_row_, panels_.size() - 1)].scope;
}

std::uint32_t FundPanels::read_pair(Draft& draft, std::uint32_t label, std::uint32_t end) {
  auto const& page = *draft.page;
  auto const& piece = page.pieces[label];
  auto [scope, item] = address_of(piece.label);
  if (item == "total" && std::ranges::find(panels_, scope, &Panel::scope) == panels_.end())
    panels_.push_back({scope, piece.x});
  // The panels of a row hold the same item, where rows are not told.
  bool const new_row = page.has_rows() ? piece.row != last_row_ : item != last_item_ || in_row_ >= panels_.size();
  in_row_ = new_row ? 0 : in_row_;
  last_row_ = piece.row;
  last_item_ = item;
  if (scope == "here")
    scope = scope_of(draft, label);
  ++in_row_;

  std::vector<std::uint32_t> values;
  auto at = label + 1;
  for (; at < end; ++at) {
    auto const& next = page.pieces[at];
    if ((page.has_rows() && next.row != piece.row) || (!next.blank() && (next.label.known() || next.label.is_level())))
      break;
    if (next.blank() || next.joined)
      continue;
    if (!values.empty() || (!page.has_rows() && !looks_like_amount(draft, at)))
      break;
    values.push_back(at);
  }
  draft.take_label(label);
  set_unit(draft, piece.label.annotation, label);
  if (values.empty() && piece.label.rest == 0) {
    // The amount is printed for, and blank.
    auto const next = label + 1;
    if (next < end && page.borders <= Borders::gridded && page.pieces[next].row == piece.row &&
        page.pieces[next].blank())
      values.push_back(next);
    else if (!page.has_rows())
      return at;
  }
  set_fund(draft, {scope, item, "budget", {}, {}, {}, is_usual(item) ? "" : label_text(draft, label)}, values, label);
  return at;
}

} // namespace jixiao::recognition
