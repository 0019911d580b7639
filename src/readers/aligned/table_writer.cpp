#include "readers/aligned/table_writer.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace jixiao::aligned {

namespace {

/// Adds a table to the reading, on a grid with a column for every border of any of its rows.
class TableWriter {
public:
  TableWriter(Sheet const& sheet, Table& table, ReadingBuilder& builder)
      : sheet_(sheet), table_(table), builder_(builder) {
    for (auto const& cell : table.cells)
      for (auto r = cell.row; r < cell.row + cell.rows && cell.side; ++r)
        side_ = true, sided_.insert(table.band[r]);
    sided_.erase(no_band);
    std::set<double> borders;
    for (auto const& cell : table.cells)
      if (!cell.side)
        borders.insert(cell.left), borders.insert(cell.right);
    borders_.assign(borders.begin(), borders.end());
    width_ = (side_ ? 1 : 0) + std::max<std::size_t>(borders_.size(), 2) - 1;
    place();
    for (auto const& cell : table.cells)
      for (auto const run : cell.runs)
        if (spans_.contains(&cell))
          on_line_[sheet.runs[run].line].emplace_back(&cell, run);
    for (auto const run : table.strays)
      if (auto const* cell = nearest(sheet.runs[run]))
        beside_[cell].push_back(run);
  }

  void write() {
    bool open = false;
    for (std::size_t r = 0; r < table_.rows; ++r) {
      if (is_paragraph(r)) {
        if (std::exchange(open, false))
          builder_.end_table();
        set_page(r);
        for (auto const& [column, cell] : rows_[r])
          builder_.paragraph(piece_of(*cell));
        continue;
      }
      set_page(r);
      if (!std::exchange(open, true)) {
        builder_.begin_table();
        covered_.assign(width_, 0);
      }
      write_row(r);
    }
    if (open)
      builder_.end_table();
    for (auto const run : table_.strays)
      builder_.paragraph(place_of(*sheet_.text, sheet_.runs[run].first, sheet_.runs[run].last));
  }

private:
  std::size_t column_at(double x) const {
    auto const at = std::ranges::lower_bound(borders_, x) - borders_.begin();
    return static_cast<std::size_t>(at) + (side_ ? 1 : 0);
  }

  /// Lays the cells out; one whose place is taken gives way.
  void place() {
    rows_.resize(table_.rows);
    std::vector<std::vector<bool>> taken(table_.rows, std::vector<bool>(width_, false));
    std::ranges::stable_sort(table_.cells, std::greater{}, &TableCell::side);
    for (auto& cell : table_.cells) {
      bool const leftmost = cell.left <= far_left && !sided_.contains(table_.band[cell.row]);
      auto first = cell.side || leftmost ? 0 : column_at(cell.left), last = cell.side ? 1 : column_at(cell.right);
      while (first < last && taken[cell.row][first])
        ++first;
      auto end = first;
      while (end < last && !taken[cell.row][end])
        ++end;
      if (end == first) {
        table_.strays.insert(table_.strays.end(), cell.runs.begin(), cell.runs.end());
        continue;
      }
      auto const is_free = [&](std::size_t row) {
        return std::all_of(taken[row].begin() + static_cast<std::ptrdiff_t>(first),
                           taken[row].begin() + static_cast<std::ptrdiff_t>(end), [](bool t) { return !t; });
      };
      std::size_t rows = 1;
      while (rows < cell.rows && is_free(cell.row + rows))
        ++rows;
      cell.rows = rows;
      for (auto r = cell.row; r < cell.row + rows; ++r)
        std::fill(taken[r].begin() + static_cast<std::ptrdiff_t>(first),
                  taken[r].begin() + static_cast<std::ptrdiff_t>(end), true);
      rows_[cell.row][first] = &cell;
      spans_[&cell] = end - first;
      for (auto r = cell.row + 1; r < cell.row + rows; ++r)
        crossed_.insert(r);
    }
  }

  /// The cell next to a run among those with a text on its line, or in the last row above with cells of its own.
  TableCell const* nearest(Run const& stray) const {
    constexpr std::size_t reach = 64; // rows
    auto const below =
        static_cast<std::size_t>(std::ranges::upper_bound(table_.first_line, stray.line) - table_.first_line.begin());
    TableCell const* best = nullptr;
    double least = far_right;
    auto const take = [&](TableCell const& cell, std::uint32_t run) {
      auto const& r = sheet_.runs[run];
      if (auto const apart = std::max(r.x0 - stray.x1, stray.x0 - r.x1); apart < least)
        least = apart, best = &cell;
    };
    if (auto const beside = on_line_.find(stray.line); beside != on_line_.end())
      for (auto const& [cell, run] : beside->second)
        take(*cell, run);
    for (auto row = std::max<std::size_t>(below, 1); row-- > 0 && !best && row < rows_.size() && row + reach > below;)
      for (auto const& [column, cell] : rows_[row])
        for (auto const run : cell->runs)
          take(*cell, run);
    return best;
  }

  /// A text alone outside of the bands, such as a title between two forms.
  bool is_paragraph(std::size_t r) const {
    return table_.band[r] == no_band && rows_[r].size() == 1 && !crossed_.contains(r) &&
           rows_[r].begin()->second->rows == 1;
  }

  /// A row without lines of its own may stand behind the last one.
  void set_page(std::size_t r) {
    auto const last = static_cast<std::uint32_t>(sheet_.text->lines.size() - 1);
    builder_.set_page(sheet_.page(std::min(table_.first_line[r], last)));
  }

  void write_row(std::size_t r) {
    builder_.begin_row();
    for (std::size_t x = 0; x < width_;) {
      auto const found = rows_[r].find(x);
      if (found == rows_[r].end()) {
        if (covered_[x] == 0)
          builder_.cell({});
        ++x;
        continue;
      }
      auto const& cell = *found->second;
      auto const span = spans_[&cell];
      builder_.cell(piece_of(cell), static_cast<std::uint32_t>(span), static_cast<std::uint32_t>(cell.rows));
      if (auto const strays = beside_.find(&cell); strays != beside_.end())
        for (auto const run : strays->second)
          builder_.note(Code::stray_text, {{"text", sheet_.runs[run].text}});
      std::fill_n(covered_.begin() + static_cast<std::ptrdiff_t>(x), span, cell.rows);
      x += span;
    }
    for (auto& rows : covered_)
      rows -= rows > 0 ? 1 : 0;
    builder_.end_row();
  }

  Piece piece_of(TableCell const& cell) {
    auto const& first = sheet_.runs[cell.runs.front()];
    auto piece = place_of(*sheet_.text, first.first, first.last);
    piece.doubt = cell.cut ? Doubt::cut : !cell.sure ? Doubt::placed : cell.open ? Doubt::white : Doubt::none;
    if (cell.runs.size() == 1 && first.last - first.first == 1)
      return piece;
    double widest = 0;
    for (auto const run : cell.runs)
      widest = std::max(widest, sheet_.runs[run].width);
    std::string joined;
    Run const* above = nullptr;
    for (auto const run : cell.runs) {
      auto const& r = sheet_.runs[run];
      bool const filled = above && above->width + first_unit(above->text, r.text, sheet_.text->metrics.em) > widest;
      append_wrapped(joined, r.text, above == nullptr || filled);
      above = &r;
    }
    piece.text = builder_.own(std::move(joined));
    return piece;
  }

  Sheet const& sheet_;
  Table& table_;
  ReadingBuilder& builder_;
  bool side_ = false;
  std::set<std::size_t> sided_; ///< bands with labels beside their rows
  std::vector<double> borders_;
  std::size_t width_ = 1;
  std::vector<std::map<std::size_t, TableCell const*>> rows_; ///< by row and grid column
  std::map<TableCell const*, std::size_t> spans_;
  std::map<std::uint32_t, std::vector<std::pair<TableCell const*, std::uint32_t>>> on_line_; ///< cells with their runs
  std::map<TableCell const*, RunList> beside_; ///< texts that no cell could be told for, by the nearest
  std::set<std::size_t> crossed_;              ///< rows that a cell from above reaches into
  std::vector<std::size_t> covered_;
};

} // namespace

void write_table(Sheet const& sheet, Table& table, ReadingBuilder& builder) {
  TableWriter(sheet, table, builder).write();
}

} // namespace jixiao::aligned
