#include "recognition/funds/funds.hpp"

#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace jixiao::recognition {

namespace {

bool says_year(Label const& label) {
  auto const begin = label.text.substr(0, 2 * std::string_view("年").size());
  return says("this_year", begin) || says("of_year", begin) || says("whole_year", begin);
}

/// The next label of the fund block behind a label and its amount, in the same row where rows are told.
Label const* next_fund(Page const& page, std::uint32_t label, std::uint32_t end) {
  for (auto at = label + 1; at < end; ++at) {
    auto const& piece = page.pieces[at];
    if (page.has_rows() && piece.row != page.pieces[label].row)
      return nullptr;
    if (piece.is_text() && piece.label.known())
      return piece.label.as(Role::fund) ? &piece.label : nullptr;
  }
  return nullptr;
}

/// 年度预算申请 | (blank) | 年初预算数 | 全年执行数: a label of columns stands behind it in its row.
bool heads_columns(Page const& page, std::uint32_t label) {
  auto const row = page.row(page.pieces[label].row);
  return std::ranges::any_of(row.subspan(label + 1 - page.rows[page.pieces[label].row]),
                             [](Piece const& piece) { return piece.label.as(Role::measure) && !piece.label.rest; });
}

/// 预算金额 | 财政拨款 | 80, 预算金额 | 总额98，其中：财政拨款80: no cell of an amount stands between.
bool has_label_beside(Page const& page, std::uint32_t label, std::uint32_t end) {
  if (label + 1 >= end || page.pieces[label + 1].row != page.pieces[label].row)
    return false;
  auto const& next = page.pieces[label + 1].label;
  bool const spans = page.borders == Borders::exact && !page.text; // a text has no cell for what is blank
  return next.as(Role::fund) && (next.rest > 0 || (spans && address_of(next).second != "total"));
}

/// 资金总额 beside 当年资金总额 is that of the whole project.
bool is_of_project(Page const& page, std::uint32_t label, std::uint32_t end) {
  auto const& own = page.pieces[label].label;
  auto const* next = next_fund(page, label, end);
  return next && !says_year(own) && says_year(*next) && address_of(*next) == address_of(own);
}

/// What stands behind a label of the fund block: its amount, if it has one, and where the next label may begin.
struct BehindLabel {
  std::vector<std::uint32_t> values;
  std::uint32_t end = 0;
};

BehindLabel read_behind(Draft& draft, std::uint32_t label, std::uint32_t end) {
  auto const& page = *draft.page;
  auto const row = page.pieces[label].row;
  BehindLabel out{{}, label + 1};
  for (; out.end < end; ++out.end) {
    auto const& next = page.pieces[out.end];
    // 一般公共预算拨款 | 小计 | 750
    if (next.label.is(Role::total, "score") && next.text.size() < 12 && next.row == row && out.values.empty()) {
      draft.take_label(out.end);
      continue;
    }
    if (page.has_rows() && next.row != row)
      break;
    if (!next.is_text())
      continue;
    if (next.label.known() || next.label.is_level())
      break;
    // 年度资金总额：16 | 其中：上级资金16: the amount stands in the cell of its label.
    bool const only_amounts = !page.has_rows() || page.pieces[label].label.rest > 0;
    if (!out.values.empty() || (only_amounts && !looks_like_amount(draft, out.end)))
      break;
    out.values.push_back(out.end);
  }
  return out;
}

/// A part of a total that nobody has listed.
void keep_below(Draft& draft, std::uint32_t total, std::uint32_t label, std::vector<std::uint32_t> const& values) {
  auto text = values.empty() ? std::string() : draft.text(values.front());
  if (values.empty() || is_nothing(text))
    return;
  set_other(draft, {label_text(draft, total), label_text(draft, label)}, values, std::move(text));
}

} // namespace

FundPanels::Panel const* FundPanels::panel_of(Draft const& draft, std::uint32_t label, std::uint32_t end,
                                              bool twice) const {
  if (panels_.empty())
    return nullptr;
  auto const& page = *draft.page;
  auto const& piece = page.pieces[label];
  // 项目资金总额：285；年度资金总额：98；其中：财政拨款：80: of the total right before it in its cell.
  if (page.has_rows() && last_total_.piece < label && page.pieces[last_total_.piece].row == piece.row &&
      page.pieces[last_total_.piece].x == piece.x)
    return &panels_[last_total_.panel];
  if (page.borders <= Borders::gridded) {
    auto const* best = &panels_.front();
    for (auto const& panel : panels_)
      if (panel.x <= piece.x)
        best = &panel;
    // Text that keeps no places: 其中：财政拨款 | 1200 | 其中：财政拨款 | 400 begins further left than the totals above
    // it.
    return twice && best == &panels_[last_panel_] && best != &panels_.back() ? best + 1 : best;
  }
  // Blanks in front of a label hold its place, but for that of a label down the side.
  if (page.has_rows() && page.row(piece.row).front().blank()) {
    auto const distance = [&](Panel const& panel) { return std::abs(int{panel.x} - int{piece.x}); };
    return &*std::ranges::min_element(panels_, [&](Panel const& a, Panel const& b) {
      return std::pair(distance(a), b.x) < std::pair(distance(b), a.x);
    });
  }
  // Totals on lines of their own: the parts are of the last, unless each part is printed once a total.
  if (!page.has_rows() && panels_.size() > 1 && in_row_ == 0) {
    auto const* next = next_fund(page, label, end);
    if (!next || address_of(*next).second != address_of(piece.label).second)
      return &panels_.back();
  }
  auto const first = page.has_rows() ? std::min(row_begin_, panels_.size() - 1) : 0;
  return &panels_[std::min(first + in_row_, panels_.size() - 1)];
}

std::uint32_t FundPanels::read_pair(Draft& draft, std::uint32_t label, std::uint32_t end) {
  auto const& page = *draft.page;
  auto const& piece = page.pieces[label];
  auto const* executed = piece.label.as(Role::fund) ? nullptr : piece.label.as(Role::measure);
  auto [scope, item] = address_of(piece.label);
  std::string measure = "budget";
  if (piece.label.is(Role::total, "task"))
    item = "total";
  if (executed)
    item = "total", measure = executed->target;
  else if (item == "total" && scope == "year" && is_of_project(page, label, end))
    scope = "project";
  auto const known_panels = panels_.size();
  if (measure == "executed")
    spent_row_ = piece.row;
  bool const of_points = measure == "execution_rate" || measure == "weight" || measure == "score";
  if (item == "total" && !of_points)
    last_total_ = {label, add_panel({scope, measure, piece.x}, page.has_rows() && piece.row != last_row_)};
  // The panels of a row hold the same item, where rows are not told.
  bool const again = !page.has_rows() && item == last_item_ && in_row_ < panels_.size();
  bool const new_row = page.has_rows() ? piece.row != last_row_ : !again;
  bool const twice = !new_row && item == last_item_;
  in_row_ = new_row ? 0 : in_row_;
  last_row_ = piece.row;
  last_item_ = item;
  auto unlisted = listed;
  if (scope == "here") {
    auto const* panel = panel_of(draft, label, end, twice);
    last_panel_ = panel ? static_cast<std::size_t>(panel - panels_.data()) : 0;
    unlisted = panel && !says_year(piece.label) ? panel->label : listed;
    scope = panel && !says_year(piece.label) ? panel->scope : "year";
    measure = panel ? panel->measure : measure;
  }
  ++in_row_;

  auto [values, at] = read_behind(draft, label, end);
  draft.take_label(label);
  set_unit_of_amounts(draft, piece.label.annotation, label);
  if (values.empty() && piece.label.rest == 0) {
    // The amount is printed for, and blank; or it is the label of a block.
    auto const next = label + 1;
    bool const blank = next < end && page.pieces[next].row == piece.row && page.pieces[next].blank();
    bool const side = piece.label.is(Role::side, "fund") || (item == "total" && has_label_beside(page, label, end));
    bool const heads = side && page.has_rows() && (!blank || heads_columns(page, label));
    if (heads || !page.has_rows()) {
      panels_.resize(known_panels);
      last_total_ = {};
      // 其它 | 其它 | 9.6: each panel has the label, if not the amount.
      auto const* follows = panels_.size() > 1 && !heads ? next_fund(page, label, end) : nullptr;
      bool const in_panel = follows && item != "total" && address_of(*follows).second == item;
      if (!in_panel && !(again && panels_.size() > 1))
        --in_row_;
      return at;
    }
    if (blank && page.borders <= Borders::gridded)
      values.push_back(next);
  }
  if (unlisted != listed)
    keep_below(draft, unlisted, label, values);
  else
    set_item(draft, scope, item, measure, values, label);
  return at;
}

void FundPanels::open_unlisted(Page const& page, std::uint32_t label) {
  auto const& piece = page.pieces[label];
  bool const new_row = piece.row != last_row_;
  add_panel({{}, {}, piece.x, label}, page.has_rows() && new_row);
  in_row_ = new_row ? 1 : in_row_ + 1;
  last_row_ = piece.row;
  last_item_ = "total";
}

/// A total that opens a row below others begins anew what stands side by side; in a grid all keep their place.
std::size_t FundPanels::add_panel(Panel panel, bool opens_row) {
  auto const same = [&](Panel const& known) {
    return known.scope == panel.scope && known.measure == panel.measure && known.label == panel.label;
  };
  if (opens_row)
    row_begin_ = panels_.size();
  auto const known = std::ranges::find_if(panels_, same);
  auto const place = static_cast<std::size_t>(known - panels_.begin());
  if (known == panels_.end())
    panels_.push_back(std::move(panel));
  return place;
}

} // namespace jixiao::recognition
