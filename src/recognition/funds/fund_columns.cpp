#include "recognition/funds/fund_columns.hpp"

#include "grammars/fiscal_year.hpp"
#include "grammars/number.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"
#include "text/text_memory.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::uint32_t none = HeaderRow::none;
constexpr double rounding = 0.005; ///< of a sum of doubles; amounts have two decimals

/// A column of amounts: its label, that above it, and the item of the fund block that the two name.
struct Leaf {
  std::uint32_t piece = 0, parent = none;
  std::uint16_t x = 0, x_end = 0;
  std::string item; ///< "fiscal"; empty for a label that nobody has listed
  std::string measure = "budget";
  std::string scope = "year";
};

std::string_view item_named_by(Label const& label) {
  auto const* fund = label.rest == 0 ? label.as(Role::fund) : nullptr;
  return fund ? std::string_view(fund->target).substr(fund->target.find('.') + 1) : std::string_view();
}

std::string_view item_of(Piece const& piece) {
  static Vocabulary const vocabulary(vocabulary_file("sources.vocab"));
  static Taxonomy const no_groups;
  static LabelFinder const sources(vocabulary, no_groups);
  if (piece.label.as(Role::fund))
    return item_named_by(piece.label);
  thread_local TextMemory<std::string_view, 128> memory;
  return memory.of(piece.text, [](std::string_view text) { return item_named_by(sources.find(text)); });
}

bool is_sum(Piece const& piece) { return piece.label.as(Role::total) && piece.label.rest == 0; }

bool names_sum(Piece const& piece) { return is_sum(piece) || says_sum(piece.text); }

/// 2024年, over what the project gets in that year.
std::optional<int> year_of(Piece const& piece) {
  auto const year = grammars::match_fiscal_year(clean_value(piece.text));
  return year && !piece.label.known() ? std::optional<int>(*year) : std::nullopt;
}

/// 按收入性质分 over some of the columns, behind that of the sum.
bool is_side(Piece const& piece) { return piece.label.is(Role::side, "fund") && piece.label.rest == 0; }

/// 执行数 | 执行率 beside the sources: of their sum.
Meaning const* measure_beside_sources(Piece const& piece) {
  return piece.label.rest == 0 && item_of(piece).empty() && !is_sum(piece) ? piece.label.as(Role::measure) : nullptr;
}

bool may_head(Piece const& piece) {
  return !piece.label.is_level() && !piece.label.as(Role::pair) &&
         (!item_of(piece).empty() || is_sum(piece) || measure_beside_sources(piece) || may_be_label(piece));
}

/// The cells of the row in which `first` stands, from it on, that are not blank; none unless all may head columns.
HeaderRow read_labels(Page const& page, std::uint32_t first, std::uint32_t end) {
  HeaderRow row;
  row.pieces.reserve(8);
  auto at = first;
  for (; at < end && page.pieces[at].row == page.pieces[first].row; ++at)
    if (auto const& piece = page.pieces[at]; piece.is_text()) {
      bool const over = !row.pieces.empty() && is_side(piece);
      if ((!may_head(piece) && !over) || row.pieces.size() == widest_header)
        return {};
      row.pieces.push_back(at);
    }
  row.end = at;
  return row;
}

bool is_amount(Piece const& piece) {
  auto const look = look_of(piece.text);
  return look == Look::number || look == Look::money;
}

/// （万元） or 金额（万元）, below 资金总额 beside the columns.
bool is_unit(Piece const& piece) {
  auto text = piece.text;
  if (constexpr std::string_view amount = "金额"; text.starts_with(amount))
    text.remove_prefix(amount.size());
  bool const bracket = text.starts_with("（") || text.starts_with('(');
  return bracket && unit_of(folded(text)).has_value();
}

/// 99.00%, 9.9分: below 执行率 and 得分.
bool is_rate_or_points(Piece const& piece) { return piece.look() == Look::percentage || points_in(piece.text); }

/// The cells of a row of amounts and nothing else, with those that are blank.
std::vector<std::uint32_t> read_amounts(Page const& page, std::uint32_t first, std::uint32_t end) {
  std::vector<std::uint32_t> cells;
  std::size_t amounts = 0;
  for (auto at = first; at < end && page.pieces[at].row == page.pieces[first].row; ++at) {
    auto const& piece = page.pieces[at];
    if (at == first && is_unit(piece))
      continue;
    if (!piece.blank() && !is_amount(piece) && look_of(piece.text) != Look::placeholder && !is_rate_or_points(piece))
      return {};
    amounts += !piece.blank() && is_amount(piece) ? 1 : 0;
    cells.push_back(at);
  }
  return amounts >= 2 ? cells : std::vector<std::uint32_t>{};
}

Leaf make_leaf(Page const& page, std::uint32_t index, std::uint32_t parent, std::uint16_t x_end) {
  auto const& piece = page.pieces[index];
  auto const item = is_sum(piece) ? (parent == none ? "total" : item_of(page.pieces[parent])) : item_of(piece);
  auto const* measure = parent == none ? measure_beside_sources(piece) : nullptr;
  auto const* fund = piece.label.as(Role::fund);
  auto scope = fund && fund->target.starts_with("project.") ? "project" : "year";
  return {index, parent, piece.x, x_end, std::string(measure ? "total" : item), measure ? measure->target : "budget",
          scope};
}

/// In a grid a label stands above those that are in the columns it spans.
std::vector<Leaf> leaves_by_place(Page const& page, HeaderRow const& upper, HeaderRow const& lower) {
  std::vector<Leaf> out;
  auto const ends = ends_of(page, upper), lower_ends = ends_of(page, lower);
  std::size_t used = 0;
  for (std::size_t i = 0; i < upper.pieces.size(); ++i) {
    auto const before = out.size();
    for (std::size_t k = 0; k < lower.pieces.size(); ++k)
      if (auto const x = page.pieces[lower.pieces[k]].x; x >= page.pieces[upper.pieces[i]].x && x < ends[i])
        out.push_back(make_leaf(page, lower.pieces[k], upper.pieces[i], std::min(lower_ends[k], ends[i])));
    used += out.size() - before;
    if (out.size() == before)
      out.push_back(make_leaf(page, upper.pieces[i], none, ends[i]));
  }
  return used == lower.pieces.size() ? out : std::vector<Leaf>{};
}

/// 按收入性质分 | 按支出性质分 over the labels of both: what the money is spent on begins the second.
std::vector<Leaf> leaves_by_sides(Page const& page, HeaderRow const& upper, HeaderRow const& lower) {
  auto const is_outlay = [&](std::uint32_t index) {
    auto const item = item_of(page.pieces[index]);
    return item == "basic" || item == "project_outlay";
  };
  std::vector<Leaf> out;
  std::size_t k = 0;
  for (auto const index : upper.pieces) {
    if (!is_side(page.pieces[index])) {
      out.push_back(make_leaf(page, index, none, 0));
      continue;
    }
    for (auto const begin = k; k < lower.pieces.size() && is_outlay(lower.pieces[k]) == is_outlay(lower.pieces[begin]);
         ++k)
      out.push_back(make_leaf(page, lower.pieces[k], index, 0));
  }
  return k == lower.pieces.size() ? out : std::vector<Leaf>{};
}

/// Where covered cells are left out: as many labels have others below them as the lower row begins anew.
std::vector<Leaf> leaves_by_meaning(Page const& page, HeaderRow const& upper, HeaderRow const& lower) {
  if (std::ranges::any_of(upper.pieces, [&](std::uint32_t index) { return is_side(page.pieces[index]); }))
    return leaves_by_sides(page, upper, lower);
  auto const text = [&](std::size_t k) { return page.pieces[lower.pieces[k]].label.text; };
  std::size_t groups = lower.pieces.empty() ? 0 : 1;
  for (std::size_t k = 1; k < lower.pieces.size(); ++k)
    groups += !text(0).empty() && text(k) == text(0) ? 1 : 0;
  auto const has_parts = [&](std::uint32_t index) {
    auto const item = item_of(page.pieces[index]);
    return item == "fiscal" || item == "basic" || item == "project_outlay" || item == "general_budget";
  };
  if (static_cast<std::size_t>(std::ranges::count_if(upper.pieces, has_parts)) != groups && groups > 0)
    return {};
  std::vector<Leaf> out;
  std::size_t k = 0;
  for (auto const index : upper.pieces) {
    if (groups == 0 || !has_parts(index)) {
      out.push_back(make_leaf(page, index, none, 0));
      continue;
    }
    for (auto const begin = k; k < lower.pieces.size() && (k == begin || groups == 1 || text(k) != text(0)); ++k)
      out.push_back(make_leaf(page, lower.pieces[k], index, 0));
  }
  return k == lower.pieces.size() ? out : std::vector<Leaf>{};
}

/// For each column its cell, or none. Nothing when a cell stands in no column.
std::optional<std::vector<std::uint32_t>> cells_of(Page const& page, std::vector<Leaf> const& leaves,
                                                   std::vector<std::uint32_t> const& cells) {
  std::vector<std::uint32_t> out(leaves.size(), none);
  if (page.borders <= Borders::gridded) {
    for (auto const cell : cells) {
      if (page.pieces[cell].blank())
        continue;
      auto const x = page.pieces[cell].x;
      auto const leaf = std::ranges::find_if(leaves, [&](Leaf const& l) { return x >= l.x && x < l.x_end; });
      if (leaf == leaves.end() || out[static_cast<std::size_t>(leaf - leaves.begin())] != none)
        return std::nullopt;
      out[static_cast<std::size_t>(leaf - leaves.begin())] = cell;
    }
    return out;
  }
  auto filled = cells.size();
  while (filled > 0 && page.pieces[cells[filled - 1]].blank())
    --filled;
  if (filled > leaves.size() || cells.size() < leaves.size())
    return std::nullopt;
  std::copy_n(cells.begin(), std::min(cells.size(), leaves.size()), out.begin());
  return out;
}

double value_of(Page const& page, std::uint32_t cell) {
  if (cell == none)
    return 0;
  auto const number = grammars::match_number(page.pieces[cell].text);
  return number ? to_double(*number) : 0;
}

bool adds_up(Page const& page, std::vector<std::uint32_t> const& cells) {
  double others = 0;
  for (std::size_t i = 1; i < cells.size(); ++i)
    others += value_of(page, cells[i]);
  auto const own = value_of(page, cells.front());
  return own > 0 && std::abs(own - others) < rounding;
}

/// 合计 | 福彩公益金 | 自筹及捐赠: sources that nobody has listed, by what they add up to.
bool is_sum_of_others(Page const& page, std::vector<Leaf> const& leaves, std::vector<std::uint32_t> const& cells) {
  return leaves.size() >= 3 && is_sum(page.pieces[leaves.front().piece]) && adds_up(page, cells);
}

/// The first column is the sum of all: its label says so, or its amount is that of the others together.
void settle_total(Page const& page, std::vector<Leaf>& leaves, std::vector<std::uint32_t> const& cells) {
  auto& first = leaves.front();
  if (!first.item.empty() || first.parent != none)
    return;
  if (names_sum(page.pieces[first.piece]) || adds_up(page, cells))
    first.item = "total";
}

/// 中期资金总额 | 财政拨款 | 其他资金: the parts are those of the sum before them.
void settle_scopes(std::vector<Leaf>& leaves) {
  for (std::size_t i = 1; i < leaves.size(); ++i)
    if (leaves[i].item != "total" && leaves[i - 1].scope == "project")
      leaves[i].scope = "project";
}

/// 收入预算 | 支出预算 over 财政拨款 | 其他收入 | 合计 and 基本支出 | 项目支出 | 合计: what the others below its label
/// add up to is the sum of all, and the second one is kept under its labels.
void settle_side_sum(Page const& page, std::vector<Leaf>& leaves, std::vector<std::uint32_t> const& cells) {
  for (std::size_t i = 0; i < leaves.size(); ++i)
    if (leaves[i].item == "total" && cells[i] != none)
      return;
  for (auto& sum : leaves) {
    if (!is_sum(page.pieces[sum.piece]) || sum.parent == none || !sum.item.empty())
      continue;
    double others = 0;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < leaves.size(); ++i)
      if (&leaves[i] != &sum && leaves[i].parent == sum.parent)
        others += value_of(page, cells[i]), ++parts;
    auto const own = value_of(page, cells[static_cast<std::size_t>(&sum - leaves.data())]);
    if (parts < 2 || own <= 0 || std::abs(own - others) >= rounding)
      continue;
    sum.item = "total";
    return;
  }
}

/// 部门整体支出预算 down the side, before the labels of columns: nothing stands below it.
void drop_label_of_block(Page const& page, std::vector<Leaf>& leaves, std::vector<std::uint32_t> const& cells) {
  if (leaves.size() < 3 || cells.empty() || !leaves.front().item.empty() || leaves.front().parent != none)
    return;
  auto const& first = leaves.front();
  auto const amount = std::ranges::find_if_not(cells, [&](std::uint32_t cell) { return page.pieces[cell].blank(); });
  bool const blank = page.borders <= Borders::gridded
                         ? amount != cells.end() && first.x_end <= page.pieces[*amount].x
                         : page.borders == Borders::separated && cells.size() + 1 == leaves.size();
  if (blank)
    leaves.erase(leaves.begin());
}

} // namespace

std::optional<std::uint32_t> read_fund_columns(Draft& draft, std::uint32_t first, std::uint32_t end) {
  auto const& page = *draft.page;
  if ((!page.has_rows() && page.borders != Borders::soft) || (page.pieces[first].paragraph && !page.by_blanks))
    return std::nullopt;
  auto const upper = read_labels(page, first, end);
  if (upper.pieces.size() < 2 || upper.end >= end)
    return std::nullopt;
  auto cells = read_amounts(page, upper.end, end);
  auto const lower = cells.empty() ? read_labels(page, upper.end, end) : HeaderRow{};
  if (cells.empty()) {
    if (lower.pieces.size() < 2 || lower.end >= end)
      return std::nullopt;
    cells = read_amounts(page, lower.end, end);
  }
  auto leaves =
      page.borders <= Borders::gridded ? leaves_by_place(page, upper, lower) : leaves_by_meaning(page, upper, lower);
  drop_label_of_block(page, leaves, cells);
  auto const known =
      std::ranges::count_if(leaves, [](Leaf const& leaf) { return !leaf.item.empty() && leaf.measure == "budget"; });
  bool const measured = known != std::ranges::count_if(leaves, [](Leaf const& leaf) { return !leaf.item.empty(); });
  auto const years =
      std::ranges::count_if(leaves, [&](Leaf const& leaf) { return year_of(page.pieces[leaf.piece]).has_value(); });
  bool const of_years = years >= 2 && known > 0;
  // Without sources, measures are those of a matrix.
  if (cells.empty() || leaves.size() < 2 || (measured && known < 2))
    return std::nullopt;
  // Where a line may end inside a cell, only labels that are all known, in two rows, tell that lines are rows here.
  if (!page.has_rows() && (lower.pieces.empty() || known != std::ssize(leaves) || cells.size() < leaves.size()))
    return std::nullopt;
  auto const values = cells_of(page, leaves, cells);
  if (!values || (known < 2 && !of_years && !is_sum_of_others(page, leaves, *values)))
    return std::nullopt;
  settle_total(page, leaves, *values);
  settle_scopes(leaves);
  settle_side_sum(page, leaves, *values);
  bool const all_told = !of_years && is_sum_of_others(page, leaves, *values); // what nobody has listed is a source, too

  if (auto const before = page.rows[page.pieces[cells.front()].row];
      before < cells.front() && is_unit(page.pieces[before])) {
    draft.take_label(before);
    set_unit_of_amounts(draft, folded(page.pieces[before].text), before);
  }
  for (auto const* row : {&upper, &lower})
    for (auto const index : row->pieces) {
      draft.take_label(index);
      set_unit_of_amounts(draft, bracket_in(page.pieces[index].text), index);
    }
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    auto const& leaf = leaves[i];
    auto const value = (*values)[i];
    if (value == none)
      continue;
    // 资金总额 | 年度资金总额 over (blank) | 186: what has no amount below it stands beside the others.
    auto const twice = std::ranges::count_if(leaves, [&](Leaf const& l) {
                         return !leaf.item.empty() && l.item == leaf.item && l.measure == leaf.measure &&
                                l.scope == leaf.scope &&
                                (*values)[static_cast<std::size_t>(&l - leaves.data())] != none;
                       }) > 1;
    std::vector const pieces{value};
    auto labels = std::vector{label_text(draft, leaf.piece)};
    if (leaf.parent != none)
      labels.insert(labels.begin(), label_text(draft, leaf.parent));
    auto const year = of_years ? year_of(page.pieces[leaf.piece]) : std::nullopt;
    bool const of_form = year && draft.form.fiscal_year == year;
    auto const item = of_form ? "total" : leaf.item.empty() && all_told ? "named" : leaf.item;
    if (!item.empty() && (!twice || of_form))
      set_fund(draft,
               {of_years ? (of_form ? "year" : "project") : leaf.scope,
                item,
                leaf.measure,
                {},
                {},
                {},
                item == "total"                   ? ""
                : is_sum(page.pieces[leaf.piece]) ? labels.front()
                                                  : labels.back()},
               pieces, leaf.piece);
    else if (!page.pieces[value].blank())
      set_other(draft, std::move(labels), pieces, draft.text(value));
  }
  return cells.back() + 1;
}

} // namespace jixiao::recognition
