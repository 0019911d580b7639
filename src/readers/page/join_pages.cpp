#include "readers/page/join_pages.hpp"

#include "readers/geometry/wraps.hpp"
#include "recognition/labels/labels.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace jixiao {
namespace {

constexpr float same_place = 3;

bool near(float a, float b) { return std::abs(a - b) <= same_place; }

/// True when each of the places is one of the others.
bool are_among(std::vector<float> const& some, std::vector<float> const& all) {
  return std::ranges::all_of(some, [&](float x) {
    auto const next = std::ranges::lower_bound(all, x - same_place);
    return next != all.end() && *next <= x + same_place;
  });
}

/// A part without a line above it is no beginning, whatever columns the rows on its page have; neither is one that
/// repeats the header.
bool can_go_on(OpenTable const& open, PrintedTable const& next, std::uint32_t header_rows) {
  auto const &a = open.last->xs, &b = next.xs;
  if (!near(a.front(), b.front()) || !near(a.back(), b.back()))
    return false;
  bool const cut =
      std::ranges::all_of(next.cells, [](PrintedCell const& cell) { return cell.place.y > 0 || cell.place.open_top; });
  return (cut && !open.first->open_top) || (open.last->unruled && next.unruled) || header_rows > 0 || are_among(a, b) ||
         are_among(b, a);
}

float left(PrintedTable const& table, PrintedCell const& cell) { return table.xs[cell.place.x]; }
float right(PrintedTable const& table, PrintedCell const& cell) { return table.xs[cell.place.x + cell.place.x_span]; }

bool have_same_sides(PrintedTable const& a, PrintedCell const& of_a, PrintedTable const& b, PrintedCell const& of_b) {
  return near(left(a, of_a), left(b, of_b)) && near(right(a, of_a), right(b, of_b));
}

/// The cells that begin in a row.
std::vector<PrintedCell const*> row_of(PrintedTable const& table, std::uint32_t row) {
  std::vector<PrintedCell const*> cells;
  for (auto const& cell : table.cells)
    if (cell.place.y == row)
      cells.push_back(&cell);
  return cells;
}

/// Rows that look alike: the same cells, and the same texts as far as `texts` asks.
template <class Texts>
bool are_alike(PrintedTable const& a, PrintedTable const& b, std::uint32_t row_a, std::uint32_t row_b, Texts texts) {
  auto const cells_a = row_of(a, row_a), cells_b = row_of(b, row_b);
  if (cells_a.size() != cells_b.size() || cells_a.empty())
    return false;
  for (std::size_t i = 0; i < cells_a.size(); ++i)
    if (!have_same_sides(a, *cells_a[i], b, *cells_b[i]))
      return false;
  return texts(cells_a, cells_b);
}

using Cells = std::vector<PrintedCell const*>;

/// The same texts. A row that is repeated without those below it has what room it leaves to cells that reach further.
bool have_same_texts(Cells const& a, Cells const& b) {
  bool const alone = std::ranges::all_of(b, [](PrintedCell const* cell) { return cell->place.y_span == 1; });
  std::size_t whole = 0, cut = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto const &text = a[i]->text.text, &again = b[i]->text.text;
    bool const reaches = alone && a[i]->place.y_span > 1;
    if (a[i]->place.y_span != b[i]->place.y_span && !reaches)
      return false;
    if (text != again && !(reaches && !again.empty() && text.starts_with(again)))
      return false;
    (text == again ? whole : cut) += text.empty() ? 0U : 1U;
  }
  return whole > cut;
}

bool begin_alike(Cells const& a, Cells const& b) {
  return !a.front()->text.text.empty() && a.front()->text.text == b.front()->text.text;
}

/// Rows at the top of the page that are those at the top of the table.
std::uint32_t count_header(PrintedTable const& first, PrintedTable const& next) {
  constexpr std::uint32_t most = 6;
  std::uint32_t rows = 0, whole = 0;
  auto const limit = std::min<std::size_t>({most, first.ys.size() - 2, next.ys.size() - 2});
  std::uint32_t reach = 0; // rows that the cells seen so far span
  while (rows < limit && are_alike(first, next, rows, rows, have_same_texts)) {
    for (auto const* cell : row_of(next, rows))
      reach = std::max<std::uint32_t>(reach, cell->place.y + cell->place.y_span);
    ++rows;
    whole = rows >= reach ? rows : whole;
  }
  return whole;
}

bool is_label(std::string_view text) {
  constexpr std::size_t longest = 120; // bytes
  if (text.empty() || text.size() > longest)
    return false;
  auto const label = recognition::builtin_label_finder().find(text);
  return (label.known() || label.is_level()) && label.rest == 0;
}

/// A header that stands within a table, as that of the indicators does, and again at the top of the page.
struct Header {
  std::uint32_t at = 0;   ///< its first row in the table
  std::uint32_t rows = 0; ///< 0: there is none
};

Header find_header(PrintedTable const& first, PrintedTable const& next) {
  constexpr std::size_t fewest = 3; // labels
  if (auto const rows = count_header(first, next); rows > 0)
    return {0, rows};
  auto const top = row_of(next, 0);
  bool const all_labels = top.size() >= fewest && std::ranges::all_of(top, [](PrintedCell const* cell) {
                            return cell->place.y_span == 1 && is_label(cell->text.text);
                          });
  for (std::uint32_t row = 1; all_labels && row + 1 < first.ys.size() && next.ys.size() > 2; ++row)
    if (are_alike(first, next, row, 0, have_same_texts))
      return {row, 1};
  return {};
}

/// Cells of the last rows that reach down to the end of the page, from left to right.
std::vector<std::uint32_t> bottom_of(PrintedTable const& table) {
  std::vector<std::uint32_t> cells;
  auto const rows = table.ys.size() - 1;
  for (std::uint32_t i = 0; i < table.cells.size(); ++i)
    if (std::size_t{table.cells[i].place.y} + table.cells[i].place.y_span == rows)
      cells.push_back(i);
  std::ranges::sort(cells, {}, [&](std::uint32_t i) { return table.cells[i].place.x; });
  return cells;
}

/// A pair of cells above and below the break.
struct Pair {
  PrintedCell const* above = nullptr;
  PrintedCell const* below = nullptr;
  std::uint32_t above_index = 0, below_index = 0;
  bool told = false;         ///< the cell above has text on an earlier page
  bool under_header = false; ///< a repeated header stands above the cell below, with a line of its own
  bool unruled = false;

  /// True when no line parts them.
  bool is_open() const { return above->place.open_bottom && (below->place.open_top || under_header); }
  bool is_open_on_one_side() const { return !under_header && above->place.open_bottom != below->place.open_top; }

  /// True when the cell above had ended its text before its end on the page: no text skips a page.
  bool is_done() const { return told && above->text.text.empty() && !below->text.text.empty(); }

  /// True when the last line above had no room for the beginning of the text below.
  bool is_full() const {
    auto const& text = above->text;
    auto const unit = static_cast<float>(first_unit(text.text, below->text.text, double{text.em}));
    // Where no line shows how wide the cell is, it is as wide as the text below.
    auto const wider = (below->text.right - below->text.left) - (text.right - text.left);
    auto const room = unruled ? std::max(text.room, wider) : text.room;
    return !text.text.empty() && unit > room - 0.15F * text.em;
  }

  bool filled() const { return is_full() && !ends_sentence(above->text.text); }
};

/// True when the halves are a label that the break cut: 年度总体目 over 标. A number below a label is its value.
bool is_cut_label(Pair const& pair) {
  auto const &above = pair.above->text.text, &below = pair.below->text.text;
  return !above.empty() && !below.empty() && below.find_first_of("0123456789") != 0 && is_label(above + below) &&
         !(is_label(above) && is_label(below));
}

/// What the lines at the break say of it.
enum class Break : std::uint8_t {
  unknown,      ///< lines above and below, as where programs close every page
  between_rows, ///< one line: it is that of the row above or of the row below
  open,         ///< no line
  within_a_row, ///< no line, in a table that has them at its ends
};

Break break_between(std::vector<Pair> const& pairs, bool closed_at_ends) {
  std::size_t one = 0, none = 0;
  for (auto const& pair : pairs) {
    none += pair.is_open() ? 1 : 0;
    one += pair.is_open_on_one_side() ? 1 : 0;
  }
  if (none == pairs.size())
    return closed_at_ends ? Break::within_a_row : Break::open;
  return one > 0 ? Break::between_rows : Break::unknown;
}

constexpr std::size_t several = 2; // labels of a header

bool is_rest_of_row(std::vector<Pair> const& pairs, Break at) {
  if (std::ranges::any_of(pairs, &Pair::is_done))
    return false;
  if (at == Break::between_rows || at == Break::within_a_row)
    return at == Break::within_a_row;
  bool const open = at == Break::open;
  std::size_t below = 0, blank_below = 0, filled = 0, full = 0, cut = 0, joined = 0, done = 0;
  for (auto const& pair : pairs) {
    if (pair.below->text.text.empty()) {
      ++blank_below;
      done += !pair.above->text.text.empty() && !is_label(pair.above->text.text) ? 1 : 0;
      continue;
    }
    ++below;
    if (pair.above->text.text.empty())
      return false;
    bool const is_cut = is_cut_label(pair);
    cut += is_cut ? 1 : 0;
    joined += is_cut || is_label(pair.above->text.text + pair.below->text.text) ? 1 : 0;
    filled += is_cut || pair.filled() ? 1 : 0;
    full += is_cut || pair.is_full() ? 1 : 0;
  }
  if (below == 0)
    return open && blank_below > 0;
  // Where no line shows it, several texts go on only beside one that ended above; labels end there anyway.
  if (pairs.front().unruled && below > 1 && done == 0 && cut == 0)
    return false;
  if (cut >= several && joined == below)
    return true;
  if (filled == below && (blank_below > 0 || open || cut > 0))
    return true;
  // Beside a text that the break cut within a sentence, another may be cut between two.
  if (full == below && filled > 0 && blank_below > 0)
    return true;
  auto const& lead = pairs.front();
  bool const lead_is_done = lead.below->text.text.empty() && !lead.above->text.text.empty();
  if (open)
    return lead_is_done;
  // A single long text goes on under a label that was printed before the break.
  constexpr std::uint32_t long_text = 2;
  bool const all_short = std::ranges::all_of(pairs, [](Pair const& pair) { return pair.below->place.y_span == 1; });
  bool const some_done = std::ranges::any_of(pairs, [](Pair const& pair) {
    return pair.below->text.text.empty() && !pair.above->text.text.empty() && pair.above->place.y_span == 1;
  });
  auto const only = std::ranges::find_if(pairs, [](Pair const& pair) { return !pair.below->text.text.empty(); });
  return below == 1 && some_done && all_short && only->above->text.lines >= long_text;
}

/// A merged cell that the break cut: one half is blank, and one reaches over several rows.
bool is_rest_of_cell(Pair const& pair) {
  bool const blank_above = pair.above->text.text.empty(), blank_below = pair.below->text.text.empty();
  if (blank_below && !blank_above)
    return pair.below->place.y_span > 1 || pair.above->place.y_span > 1;
  return blank_above && !blank_below && pair.above->place.y_span > 1 && pair.below->place.y_span > 1;
}

/// A cell beside one that the break cut, which reaches over no fewer rows: both halves have text, and the upper one had
/// no room for more.
bool goes_on_beside(Pair const& pair, std::span<Pair const> pairs) {
  auto const& rest = pair.below->text.text;
  return !rest.empty() && !is_label(rest) && pair.filled() && std::ranges::any_of(pairs, [&](Pair const& other) {
    return is_rest_of_cell(other) && other.below->text.text.empty() &&
           other.above->place.y_span <= pair.above->place.y_span &&
           other.below->place.y_span <= pair.below->place.y_span;
  });
}

/// Merged cells beside each other that the break cut in the middle of their texts: each upper half had no room for
/// more.
bool are_cut_together(std::span<Pair const> pairs) {
  constexpr std::size_t fewest = 3;
  std::size_t cut = 0;
  for (auto const& pair : pairs) {
    if (pair.below->place.y_span == 1 || pair.above->text.text.empty() || pair.below->text.text.empty())
      continue;
    bool const labels = is_label(pair.above->text.text) && is_label(pair.below->text.text);
    if (labels || !(is_cut_label(pair) || pair.filled()))
      return false;
    ++cut;
  }
  return cut >= fewest;
}

/// A label whose halves are labels, too, in a header that the break cut: 一级 over 指标.
bool is_cut_with_header(Pair const& pair, std::span<Pair const> pairs) {
  auto const is_beside = [&](Pair const& other) {
    return is_cut_label(other) && other.below->place.y_span == pair.below->place.y_span;
  };
  return !pair.above->text.text.empty() && !pair.below->text.text.empty() &&
         is_label(pair.above->text.text + pair.below->text.text) &&
         static_cast<std::size_t>(std::ranges::count_if(pairs, is_beside)) >= several;
}

} // namespace

std::optional<Joint> join_tables(OpenTable const& open, PrintedTable const& next) {
  auto const& above = *open.last;
  auto const [header_at, header_rows] = find_header(*open.first, next);
  if (!can_go_on(open, next, header_rows))
    return {};
  Joint joint{header_rows, false, std::vector<std::uint32_t>(next.cells.size(), Joint::none)};
  auto const behind = header_at + header_rows;
  bool const begins_anew = header_rows + 1 < next.ys.size() && behind + 1 < open.first->ys.size() &&
                           are_alike(*open.first, next, behind, header_rows, begin_alike);
  if (begins_anew)
    return {};
  auto const bottom = bottom_of(above);
  std::vector<Pair> pairs;
  auto const tops = row_of(next, joint.header_rows);
  for (auto const* below : tops)
    for (auto const index : bottom)
      if (have_same_sides(above, above.cells[index], next, *below))
        pairs.push_back({&above.cells[index], below, index, static_cast<std::uint32_t>(below - next.cells.data()),
                         !open.told.empty() && open.told[index], header_rows > 0, next.unruled});
  bool const all_match = pairs.size() == tops.size() && pairs.size() == bottom.size();
  bool const closed_at_ends = !open.first->open_top;
  joint.row_goes_on = all_match && !pairs.empty() && is_rest_of_row(pairs, break_between(pairs, closed_at_ends));
  bool const cut_together = are_cut_together(pairs);
  for (auto const& pair : pairs)
    if (!pair.is_done() && (joint.row_goes_on || (cut_together && pair.below->place.y_span > 1) ||
                            is_rest_of_cell(pair) || goes_on_beside(pair, pairs) || is_cut_label(pair) ||
                            is_cut_with_header(pair, pairs) || (closed_at_ends && pair.is_open())))
      joint.onto[pair.below_index] = pair.above_index;
  return joint;
}

} // namespace jixiao
