#include "readers/drawn/drawn_tables.hpp"

#include "readers/drawn/drawn_rows.hpp"
#include "readers/lattice/cells.hpp"
#include "readers/lattice/white_columns.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace jixiao::drawn {
namespace {

using namespace lattice;

constexpr std::size_t most_texts = 5'000, fewest_returns = 2;

/// Lines across between rows, but for where a cell reaches over both: from the texts left of it to those right of it.
class RowLines {
public:
  RowLines(DrawnTable const& table, std::span<float const> known) : table_(table), by_row_(table.ys.size() - 1) {
    left_ = table.texts.front().text.box.x0, right_ = table.texts.front().text.box.x1;
    if (!known.empty()) // its columns are there, whatever they hold
      left_ = std::min(left_, known.front() - beyond), right_ = std::max(right_, known.back() + beyond);
    for (std::size_t i = 0; i < table.texts.size(); ++i) {
      auto const& placed = table.texts[i];
      left_ = std::min(left_, placed.text.box.x0), right_ = std::max(right_, placed.text.box.x1);
      for (auto r = placed.row; r < placed.row + placed.rows; ++r)
        by_row_[r].push_back(i);
    }
    left_ -= room, right_ += room;
    for (auto const& placed : table.texts)
      white_.push_back(placed.rows > 1 ? white_around(placed) : std::pair(0.0F, 0.0F));
  }

  float left() const { return left_; }
  float right() const { return right_; }

  std::vector<Line> run() const {
    std::vector<Line> lines{{table_.ys.front(), left_, right_}};
    for (std::uint32_t r = 1; r + 1 < table_.ys.size(); ++r) {
      float from = left_;
      for (auto const i : by_row_[r - 1])
        if (reaches_over(table_.texts[i], r)) {
          auto const [low, high] = white_[i];
          if (low > from)
            lines.push_back({table_.ys[r], from, low});
          from = std::max(from, high);
        }
      if (from < right_)
        lines.push_back({table_.ys[r], from, right_});
    }
    lines.push_back({table_.ys.back(), left_, right_});
    return lines;
  }

  /// The texts of each row, from left to right.
  std::vector<std::vector<RowStretch>> stretches() const {
    std::vector<std::vector<RowStretch>> rows;
    for (auto const& row : by_row_) {
      auto& out = rows.emplace_back();
      for (auto const i : row) {
        auto const& [text, first, count] = table_.texts[i];
        out.push_back({{text.box.x0, text.box.x1}, text.size, count > 1});
      }
      std::ranges::sort(out, {}, [](RowStretch const& stretch) { return stretch.at.from; });
    }
    return rows;
  }

private:
  static constexpr float room = 2, beyond = 2 * one_place;

  static bool reaches_over(PlacedText const& placed, std::uint32_t r) {
    return placed.row < r && placed.row + placed.rows > r;
  }

  std::pair<float, float> white_around(PlacedText const& placed) const {
    float low = left_, high = right_;
    for (auto r = placed.row; r < placed.row + placed.rows; ++r)
      for (auto const i : by_row_[r]) {
        auto const& other = table_.texts[i].text;
        if (&table_.texts[i] == &placed)
          continue;
        if (is_right_of(other.box.x1, placed.text))
          low = std::max(low, other.box.x1);
        else if (is_right_of(placed.text.box.x1, other))
          high = std::min(high, other.box.x0);
      }
    return {low, high};
  }

  DrawnTable const& table_;
  std::vector<std::vector<std::size_t>> by_row_; ///< texts, from left to right
  std::vector<std::pair<float, float>> white_;   ///< around texts over several rows
  float left_ = 0, right_ = 0;
};

/// Lines across between the columns, where no cell reaches over both rows.
std::vector<Line> lines_across(DrawnTable const& table, std::vector<float> const& xs) {
  auto const columns = xs.size() - 1, rows = table.ys.size() - 1;
  std::vector<bool> open((rows + 1) * columns, false);
  auto const column_of = [&](float x) {
    auto const after = static_cast<std::size_t>(std::ranges::upper_bound(xs, x) - xs.begin());
    return std::clamp<std::size_t>(after, 1, columns) - 1;
  };
  for (auto const& [text, row, count] : table.texts) {
    auto const inset = std::min(0.25F * text.size, text.box.width() / 2);
    auto const first = column_of(text.box.x0 + inset), last = column_of(text.box.x1 - inset);
    for (auto r = row + 1; r < row + count; ++r)
      for (auto column = first; column <= last; ++column)
        open[r * columns + column] = true;
  }
  std::vector<Line> lines;
  for (std::size_t r = 0; r <= rows; ++r)
    for (std::size_t column = 0; column < columns; ++column)
      if (!open[r * columns + column]) {
        bool const goes_on = column > 0 && !open[r * columns + column - 1];
        if (goes_on)
          lines.back().to = xs[column + 1];
        else
          lines.push_back({table.ys[r], xs[column], xs[column + 1]});
      }
  return lines;
}

/// True when each text stands in one cell, and no other in it.
bool holds_texts_apart(Lattice const& lattice, DrawnTable const& table) {
  std::vector<bool> taken(lattice.cells.size(), false);
  std::size_t wrong = 0;
  for (auto const& [text, row, count] : table.texts) {
    auto const inset = std::min(0.3F * text.size, text.box.width() / 2);
    auto const first = lattice.find(text.box.x0 + inset, text.first),
               last = lattice.find(text.box.x1 - inset, text.last);
    wrong += first != last || taken[first] ? 1U : 0U;
    taken[first] = true;
  }
  return wrong * 20 <= table.texts.size();
}

std::optional<Lattice> make_table(PageModel const& page, DrawnTable const& table, std::span<float const> known) {
  RowLines const row_lines(table, known);
  auto const lines = row_lines.run();
  auto const stretches = row_lines.stretches();
  auto down = lines_between_columns({lines, table.ys, row_lines.left(), row_lines.right(), known, stretches}, {}, {});
  if (down.empty())
    return {};
  // Tables that go on over pages end at the same places, whatever their texts need.
  constexpr float edge = 1;
  for (auto& line : down)
    line.at = line.at == row_lines.left() ? edge : line.at == row_lines.right() ? page.width - edge : line.at;
  std::vector<float> xs;
  for (auto const& line : down)
    xs.push_back(line.at);
  std::ranges::sort(xs);
  xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
  if (xs.size() < 2)
    return {};
  auto across = lines_across(table, xs);
  auto lattice = make_lattice({std::move(across), std::move(down)});
  if (!lattice || !holds_texts_apart(*lattice, table))
    return {};
  lattice->unruled = lattice->drawn = true;
  return lattice;
}

constexpr float larger = 1.25F; // than most of the text: a title

/// Of the places where columns end on the page before, those that part neighbouring texts of this table in more rows
/// than a text goes over them.
std::vector<float> places_that_fit(std::span<float const> known, DrawnTable const& table) {
  std::vector<int> votes(known.size(), 0);
  for (std::size_t i = 0; i < table.texts.size(); ++i) {
    auto const& box = table.texts[i].text.box;
    for (std::size_t p = 0; p < known.size(); ++p) {
      votes[p] -= known[p] > box.x0 + one_place && known[p] < box.x1 - one_place ? 1 : 0;
      bool const beside = i > 0 && table.texts[i - 1].row == table.texts[i].row;
      votes[p] +=
          beside && known[p] > table.texts[i - 1].text.box.x1 - one_place && known[p] < box.x0 + one_place ? 1 : 0;
    }
  }
  std::vector<float> fit;
  for (std::size_t p = 1; p + 1 < known.size(); ++p) // the first and the last are those of the page
    if (votes[p] >= 0)
      fit.push_back(known[p]);
  return fit;
}

/// Nothing when one of the tables cannot be made.
std::vector<Lattice> make_tables(PageModel const& page, std::span<DrawnTable const> drawn,
                                 std::span<float const> known) {
  std::vector<Lattice> tables;
  for (auto const& table : drawn) {
    bool const goes_on = tables.empty() && !table.titled;
    auto const fit = goes_on ? places_that_fit(known, table) : std::vector<float>();
    auto lattice = make_table(page, table, fit);
    if (!lattice && table.texts.size() > 1)
      return {};
    if (lattice)
      tables.push_back(std::move(*lattice));
  }
  return tables;
}

/// What the tables that lines draw do with the texts.
struct Fit {
  std::vector<DrawnText> outside;    ///< of all tables
  std::size_t inside = 0, alone = 0; ///< alone in their cells
};

Fit fit(std::vector<Lattice> const& tables, std::span<DrawnText const> texts) {
  Fit fit;
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> in_cells;
  for (auto const& text : texts) {
    auto const x = (text.box.x0 + text.box.x1) / 2, y = text.middle();
    auto const table = std::ranges::find_if(tables, [&](Lattice const& lattice) { return lattice.box().holds(x, y); });
    if (table == tables.end())
      fit.outside.push_back(text);
    else
      ++in_cells[{static_cast<std::size_t>(table - tables.begin()), table->find(x, y)}];
  }
  for (auto const& [cell, count] : in_cells)
    fit.inside += count, fit.alone += count == 1 ? 1U : 0U;
  return fit;
}

} // namespace

std::vector<Lattice> find_tables(PageModel const& page, std::span<float const> known, bool told) {
  if (page.glyphs.empty())
    return {};
  auto const drawn = find_drawn_texts(page);
  if (drawn.texts.size() > most_texts)
    return {};
  bool const by_cells = told || drawn.returns >= fewest_returns;
  return make_tables(page, find_drawn_tables(drawn.texts, larger * median_size(page.glyphs), by_cells, {}, known),
                     known);
}

void complete(PageModel const& page, std::vector<Lattice>& tables, std::span<float const> known, bool told) {
  constexpr std::size_t most_tables = 16, fewest_outside = 12;
  if (page.glyphs.empty())
    return;
  auto const drawn = find_drawn_texts(page);
  if (tables.size() > most_tables || drawn.texts.size() > most_texts)
    return;
  bool const by_cells = told || drawn.returns >= fewest_returns;
  auto const title = larger * median_size(page.glyphs);
  auto const [outside, inside, alone] = fit(tables, drawn.texts);
  if (alone * 10 < inside * 7 || outside.size() > inside) {
    auto const all = find_drawn_tables(drawn.texts, title, by_cells, {}, known);
    std::size_t in_tables = 0;
    for (auto const& table : all)
      in_tables += table.texts.size();
    auto instead = in_tables * 10 >= drawn.texts.size() * 8 ? make_tables(page, all, known) : std::vector<Lattice>();
    if (!instead.empty()) {
      tables = std::move(instead);
      return;
    }
  }
  if (outside.size() < fewest_outside)
    return;
  std::vector<float> tops;
  for (auto const& table : tables)
    tops.push_back(table.ys.front());
  auto more = make_tables(page, find_drawn_tables(outside, title, by_cells, tops, {}), {});
  std::ranges::move(more, std::back_inserter(tables));
}

} // namespace jixiao::drawn
