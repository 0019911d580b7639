#include "readers/drawn/drawn_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jixiao::drawn {
namespace {

/// Where texts stand in their cells.
enum class Stand : std::uint8_t { middle, top, bottom };

constexpr float level = 0.3F; // sizes: texts of one row stand that level
constexpr std::size_t reach = 64;

/// Texts [first, last) of a row. Those of cells merged down stand lower than the others.
struct Row {
  std::size_t first = 0, last = 0;
  float at = 0;              ///< where the texts stand that are of this row alone
  float right = 0;           ///< where the texts end
  float top = 0, bottom = 0; ///< of these
};

/// Where lines of neighbouring texts differ in number, their tops, their middles or their ends agree; and a label of
/// one line that stands lower than what follows it is in the middle of several rows.
Stand stand_of(std::span<DrawnText const> texts) {
  std::size_t top = 0, middle = 0, bottom = 0;
  for (std::size_t i = 1; i < texts.size(); ++i) {
    auto const &text = texts[i - 1], &next = texts[i];
    auto const slack = level * std::max(text.size, next.size);
    if (!is_right_of(text.box.x1, next))
      continue;
    if (text.lines != next.lines) {
      top += std::abs(text.first - next.first) <= slack ? 1U : 0U;
      middle += std::abs(text.middle() - next.middle()) <= slack ? 1U : 0U;
      bottom += std::abs(text.last - next.last) <= slack ? 1U : 0U;
    } else if (next.first < text.first - slack) {
      ++middle;
    }
  }
  if (bottom > std::max(top, middle))
    return Stand::bottom;
  return top > middle ? Stand::top : Stand::middle;
}

class RowFinder {
public:
  RowFinder(std::span<DrawnText const> texts, Stand stand) : texts_(texts), stand_(stand) {}

  std::vector<Row> run() {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (i == 0 || !joins(i))
        rows_.push_back({i, i, at(i), texts_[i].box.x1});
      auto& row = rows_.back();
      row.last = i + 1;
      row.at = std::min(row.at, at(i));
      row.right = std::max(row.right, texts_[i].box.x1);
    }
    for (auto& row : rows_) {
      row.top = std::numeric_limits<float>::max(), row.bottom = std::numeric_limits<float>::lowest();
      for (auto i = row.first; i < row.last; ++i)
        if (at(i) <= row.at + slack(i))
          row.top = std::min(row.top, texts_[i].box.y0), row.bottom = std::max(row.bottom, texts_[i].box.y1);
    }
    return std::move(rows_);
  }

private:
  float at(std::size_t i) const {
    auto const& text = texts_[i];
    return stand_ == Stand::top ? text.first : stand_ == Stand::bottom ? text.last : text.middle();
  }
  float slack(std::size_t i) const { return level * texts_[i].size; }

  /// True when the text stands in the row of those before it.
  bool joins(std::size_t i) const {
    auto const& row = rows_.back();
    constexpr float larger = 1.2F; // a title beside a line above it
    if (!is_right_of(row.right, texts_[i]) || texts_[i].size > larger * texts_[row.first].size)
      return false;
    auto const lower = at(i) - row.at;
    if (std::abs(lower) <= slack(i))
      return true;
    if (stand_ == Stand::top)
      return false;
    if (lower < 0)
      return rows_.size() < 2 || at(i) > rows_[rows_.size() - 2].at + slack(i);
    for (auto k = row.last; k > row.first && k + reach > row.last; --k)
      if (std::abs(at(k - 1) - at(i)) <= slack(i) || (at(k - 1) <= row.at + slack(k - 1) && stand_beside(k - 1, i)))
        return true;
    return is_merged_down(row, i);
  }

  /// True for texts of which one stands beside the other for half of its height: rows have no such texts.
  bool stand_beside(std::size_t a, std::size_t b) const {
    auto const &one = texts_[a].box, &other = texts_[b].box;
    return 2 * (std::min(one.y1, other.y1) - std::max(one.y0, other.y0)) > std::min(one.height(), other.height());
  }

  /// True for a text lower than its row that what follows shows to be of a merged cell: the next row begins no lower,
  /// or it stands in the middle of both.
  bool is_merged_down(Row const& row, std::size_t i) const {
    auto k = i + 1;
    for (; k < texts_.size() && k < i + reach && is_right_of(texts_[k - 1].box.x1, texts_[k]); ++k)
      if (at(k) <= row.at + slack(k))
        return true;
    if (k == texts_.size() || k == i + reach)
      return false;
    auto next = at(k);
    for (++k; k < texts_.size() && k < i + 2 * reach && is_right_of(texts_[k - 1].box.x1, texts_[k]); ++k)
      next = std::min(next, at(k));
    return next <= at(i) + slack(i) || std::abs(at(i) - (row.at + next) / 2) <= slack(i);
  }

  std::span<DrawnText const> texts_;
  Stand stand_;
  std::vector<Row> rows_;
};

/// Takes out lines of text that stand where they were not drawn, such as a page's number that was drawn first. False
/// when rows are out of order all the same.
bool put_in_order(std::vector<Row>& rows) {
  auto const alone = [](Row const& row) { return row.last - row.first == 1; };
  std::vector<Row> kept;
  for (auto const& row : rows) {
    while (!kept.empty() && row.at <= kept.back().at && alone(kept.back()))
      kept.pop_back();
    if (kept.empty() || row.at > kept.back().at)
      kept.push_back(row);
    else if (!alone(row))
      return false;
  }
  rows = std::move(kept);
  return true;
}

class TableMaker {
public:
  TableMaker(std::span<DrawnText const> texts, std::span<Row const> rows, Stand stand)
      : texts_(texts), rows_(rows), stand_(stand) {}

  std::optional<DrawnTable> run() {
    constexpr float room = 2;
    DrawnTable table;
    auto const first = rows_.front().first, last = rows_.back().last;
    float top = rows_.front().top, bottom = rows_.back().bottom;
    for (auto i = first; i < last; ++i)
      top = std::min(top, texts_[i].box.y0), bottom = std::max(bottom, texts_[i].box.y1);
    table.ys.push_back(top - room);
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      constexpr float over = 0.25F, apart = 1; // sizes; points
      // What is taller than its row reaches over more than one.
      if (stand_ != Stand::middle) {
        table.ys.push_back(stand_ == Stand::top ? rows_[r].top - apart : rows_[r - 1].bottom + apart);
        continue;
      }
      if (rows_[r].top < rows_[r - 1].bottom - over * texts_[rows_[r].first].size)
        return {};
      table.ys.push_back((rows_[r - 1].bottom + rows_[r].top) / 2);
    }
    table.ys.push_back(bottom + room);
    for (std::uint32_t r = 0; r < rows_.size(); ++r)
      for (auto i = rows_[r].first; i < rows_[r].last; ++i)
        table.texts.push_back({texts_[i], r, rows_of(table.ys, r, i)});
    return table;
  }

private:
  /// The first row below that has a text where this one stands.
  std::size_t next_below(std::size_t r, std::size_t i) const {
    auto const& box = texts_[i].box;
    auto below = r + 1;
    for (; below < rows_.size(); ++below)
      for (auto k = rows_[below].first; k < rows_[below].last; ++k)
        if (std::min(box.x1, texts_[k].box.x1) > std::max(box.x0, texts_[k].box.x0))
          return below;
    return below;
  }

  std::uint32_t rows_of(std::vector<float> const& ys, std::size_t r, std::size_t i) const {
    switch (stand_) {
    case Stand::middle:
      return static_cast<std::uint32_t>(rows_about_middle(ys, r, i));
    case Stand::top:
      return static_cast<std::uint32_t>(rows_below_top(ys, r, i));
    case Stand::bottom:
      break;
    }
    return static_cast<std::uint32_t>(rows_with_lines(ys, r, i));
  }

  /// As many rows as put it in their middle.
  std::size_t rows_about_middle(std::vector<float> const& ys, std::size_t r, std::size_t i) const {
    auto const at = texts_[i].middle();
    if (at <= rows_[r].at + level * texts_[i].size)
      return 1;
    auto const end = next_below(r, i);
    std::size_t best = 1;
    float least = std::numeric_limits<float>::max();
    for (auto last = r + 1; last <= end; ++last)
      if (auto const miss = std::abs((ys[r] + ys[last]) / 2 - at); miss < least)
        least = miss, best = last - r;
    return best;
  }

  std::size_t rows_with_lines(std::vector<float> const& ys, std::size_t r, std::size_t i) const {
    auto below = r + 1;
    while (below < rows_.size() && ys[below] < texts_[i].last)
      ++below;
    return below - r;
  }

  /// Under a top, a label goes down as far as the rows begin right of it, and any text as far as it has lines.
  std::size_t rows_below_top(std::vector<float> const& ys, std::size_t r, std::size_t i) const {
    auto below = r + rows_with_lines(ys, r, i);
    if (i + 1 == rows_[r].last)
      return below - r;
    while (below < rows_.size() && is_right_of(texts_[i].box.x1, texts_[rows_[below].first]))
      ++below;
    return below - r;
  }

  std::span<DrawnText const> texts_;
  std::span<Row const> rows_;
  Stand stand_;
};

/// Rows of a table: no line of text alone is its first or its last one.
std::span<Row const> without_ends(std::span<Row const> rows) {
  auto const alone = [](Row const& row) { return row.last - row.first == 1; };
  while (!rows.empty() && alone(rows.front()))
    rows = rows.subspan(1);
  while (!rows.empty() && alone(rows.back()))
    rows = rows.first(rows.size() - 1);
  return rows;
}

/// A text in one of the columns of the page before, and not in the middle of them all as a page's number is.
bool is_in_column(DrawnText const& text, std::span<float const> known) {
  constexpr float over = 1; // points
  auto const middle = (text.box.x0 + text.box.x1) / 2, slack = level * text.size;
  if (std::abs(middle - (known.front() + known.back()) / 2) < slack)
    return false;
  auto const end = std::ranges::upper_bound(known, middle);
  return end != known.begin() && end != known.end() && text.box.x0 > *(end - 1) - over && text.box.x1 < *end + over;
}

/// Lines of text at the top of a page that may be the rest of the last row of the page before: next to the first row.
std::size_t count_rests(std::span<DrawnText const> texts, std::span<Row const> rows, std::span<float const> known) {
  constexpr float near = 3; // sizes
  std::size_t count = 0;
  while (count < rows.size() && rows[count].last - rows[count].first == 1)
    ++count;
  for (auto r = count; r-- > 0;) {
    auto const& text = texts[rows[r].first];
    bool const is_near = r + 1 == rows.size() || rows[r + 1].at - rows[r].at < near * text.size;
    if (!is_near || !is_in_column(text, known))
      return count - r - 1;
  }
  return count;
}

/// Looks for rows that may be the second lines of texts whose first lines are rows above: each of their texts stands
/// below one that has no room for more in its column.
class LineSearch {
public:
  LineSearch(std::span<DrawnText const> texts, std::span<Row const> rows)
      : texts_(texts), rows_(rows), full_(texts.size()) {}

  bool run() {
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      bool all = true;
      for (auto i = rows_[r].first; i < rows_[r].last && all; ++i)
        all = goes_on(r, texts_[i]);
      if (all)
        return true;
    }
    return false;
  }

private:
  /// Between two lines of a text that stands in the middle of its row, others have theirs.
  bool goes_on(std::size_t r, DrawnText const& text) {
    auto const from = rows_[r >= 2 ? r - 2 : 0].first;
    for (auto i = rows_[r].first; i > from && i + reach > rows_[r].first; --i)
      if (pitch_between(texts_[i - 1], text) > 0 && is_full(i - 1))
        return true;
    return false;
  }

  bool is_full(std::size_t i) {
    if (!full_[i])
      full_[i] = find_full(texts_[i]);
    return *full_[i];
  }

  bool find_full(DrawnText const& text) const {
    auto const& a = text.box;
    auto const slack = level * text.size;
    return std::ranges::none_of(texts_, [&](DrawnText const& other) {
      auto const& b = other.box;
      bool const same_column = std::abs(a.x0 - b.x0) <= slack || std::abs(a.x1 - b.x1) <= slack ||
                               std::abs(a.x0 + a.x1 - b.x0 - b.x1) <= 2 * slack;
      return same_column && b.width() >= a.width() + text.size;
    });
  }

  std::span<DrawnText const> texts_;
  std::span<Row const> rows_;
  std::vector<std::optional<bool>> full_; ///< by text, where it was asked
};

bool is_between(std::span<float const> ends, float above, float below) {
  return std::ranges::any_of(ends, [&](float end) { return end > above && end < below; });
}

} // namespace

std::vector<DrawnTable> find_drawn_tables(std::span<DrawnText const> texts, float title, bool by_cells,
                                          std::span<float const> ends, std::span<float const> known) {
  constexpr std::size_t fewest_rows = 2;
  auto const stand = stand_of(texts);
  auto rows = RowFinder(texts, stand).run();
  if (!put_in_order(rows) || (!by_cells && LineSearch(texts, rows).run()))
    return {};
  std::vector<DrawnTable> tables;
  bool titled = false;
  for (std::size_t first = 0; first < rows.size();) {
    auto const is_title = [&](Row const& row) { return row.last - row.first == 1 && texts[row.first].size > title; };
    if (is_title(rows[first])) {
      titled = true;
      ++first;
      continue;
    }
    auto last = first + 1;
    while (last < rows.size() && !is_title(rows[last]) && !is_between(ends, rows[last - 1].at, rows[last].at))
      ++last;
    auto const region = std::span(rows).subspan(first, last - first);
    auto of_table = without_ends(region);
    bool const goes_on = first == 0 && !titled && known.size() > 2 && (!of_table.empty() || last == rows.size());
    first = last;
    if (goes_on) {
      auto const above =
          of_table.empty() ? region.size() : static_cast<std::size_t>(&of_table.front() - &region.front());
      auto const rests = count_rests(texts, region.first(of_table.empty() ? above : above + 1), known);
      of_table = of_table.empty() ? region.first(rests) : region.subspan(above - rests, of_table.size() + rests);
    }
    if (of_table.size() < (goes_on ? 1 : fewest_rows))
      continue;
    auto table = TableMaker(texts, of_table, stand).run();
    if (!table)
      return {};
    table->titled = titled;
    tables.push_back(std::move(*table));
  }
  return tables;
}

} // namespace jixiao::drawn
