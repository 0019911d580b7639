#include "readers/ruled/table.hpp"

#include "readers/layout/wrapped_text.hpp"
#include "readers/ruled/rows.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// The columns between two bars, in grid lines.
struct Interval {
  std::uint32_t left = 0, right = 0;

  bool operator==(Interval const&) const = default;
};

struct DrawnCell {
  Interval columns;
  std::uint32_t row = 0, rows = 0;
  Piece first;        ///< the first line of its text
  std::string joined; ///< all of it, once there is a second line
  std::string_view last;
};

class TableReader {
public:
  explicit TableReader(std::span<GridLine const> lines)
      : lines_(lines), breaks_(find_row_breaks(lines)), wrapping_(wrapping_of(lines)) {}

  void run(ReadingBuilder& build) {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      take(lines_[i], breaks_[i]);
    end_row();
    close_all();
    emit(build);
  }

private:
  void take(GridLine const& line, RowBreak row_break) {
    bool const begins_row = row_break == RowBreak::row;
    bool const has_rule = std::ranges::any_of(line.stretches, &Stretch::is_rule);
    if (has_rule || begins_row || !fits(line))
      end_row();
    if (begins_row || !fits(line))
      close_all();
    open_.swap(above_);
    open_.clear();
    auto next = above_.begin();
    for (std::size_t i = 0; i < line.stretches.size(); ++i) {
      Interval const columns{line.bars[i], line.bars[i + 1]};
      for (; next != above_.end() && cells_[*next].columns.left < columns.left; ++next)
        pass(*next, columns.left);
      bool const goes_on = next != above_.end() && cells_[*next].columns == columns;
      if (line.stretches[i].is_rule)
        continue;
      open_.push_back(goes_on ? *next : open(columns));
      if (goes_on)
        ++next;
      append(cells_[open_.back()], line, line.stretches[i], row_break == RowBreak::unlikely);
    }
    for (; next != above_.end(); ++next)
      pass(*next, line.bars.empty() ? 0 : line.bars.back());
  }

  /// A cell of the line above that the line at hand has no part of: closed where a rule runs below it, else kept.
  void pass(std::size_t cell, std::uint32_t reached) {
    if (cells_[cell].columns.right <= reached || cells_[cell].columns.left < reached)
      close(cell);
    else
      open_.push_back(cell);
  }

  /// True when each text of the line goes on a cell, or stands below a rule.
  bool fits(GridLine const& line) const {
    if (open_.empty())
      return true;
    auto next = open_.begin();
    for (std::size_t i = 0; i < line.stretches.size(); ++i) {
      if (line.stretches[i].is_rule)
        continue;
      Interval const columns{line.bars[i], line.bars[i + 1]};
      while (next != open_.end() && cells_[*next].columns.right <= columns.left)
        ++next;
      if (next != open_.end() && cells_[*next].columns.left < columns.right && cells_[*next].columns != columns)
        return false;
    }
    return true;
  }

  std::size_t open(Interval columns) {
    cells_.push_back({columns, row_, 0, {}, {}, {}});
    row_is_empty_ = false;
    return cells_.size() - 1;
  }

  void close(std::size_t cell) { cells_[cell].rows = std::max(row_ - cells_[cell].row, 1U); }

  void close_all() {
    for (auto const cell : open_)
      close(cell);
    open_.clear();
  }

  void end_row() {
    row_ += row_is_empty_ ? 0 : 1;
    row_is_empty_ = true;
  }

  void append(DrawnCell& cell, GridLine const& line, Stretch const& stretch, bool doubtful) const {
    auto const text = trim(stretch.text);
    if (text.empty() && is_blank(cell.first.text))
      return;
    auto const begin = line.line->begin + static_cast<std::uint32_t>(text.data() - line.line->text.data());
    if (is_blank(cell.first.text)) {
      cell.first = {text, line.line->number, begin, begin + static_cast<std::uint32_t>(text.size())};
    } else if (!text.empty()) {
      if (cell.joined.empty())
        cell.joined = cell.first.text;
      join_line(cell.joined, cell.last, text, display_width(stretch.text), wrapping_);
      if (doubtful)
        cell.first.doubt = Doubt::cut;
    }
    cell.last = text;
  }

  void emit(ReadingBuilder& build) {
    std::ranges::stable_sort(cells_, {}, [](DrawnCell const& cell) { return std::pair(cell.row, cell.columns.left); });
    build.begin_table();
    std::vector<std::uint32_t> covered; // by column: the row where it is free again
    auto next = cells_.begin();
    for (std::uint32_t row = 0; row < row_ && !build.full(); ++row) {
      build.begin_row();
      std::uint32_t column = 0;
      for (; next != cells_.end() && next->row == row; ++next) {
        for (; column < next->columns.left; ++column)
          if (column >= covered.size() || covered[column] <= row)
            build.cell({});
        put(build, *next, covered);
        column = next->columns.right;
      }
      build.end_row();
    }
    build.end_table();
  }

  static void put(ReadingBuilder& build, DrawnCell& cell, std::vector<std::uint32_t>& covered) {
    if (!cell.joined.empty())
      cell.first.text = build.own(std::move(cell.joined));
    auto const [left, right] = cell.columns;
    build.cell(cell.first, right - left, cell.rows);
    covered.resize(std::max<std::size_t>(covered.size(), right));
    std::fill(covered.begin() + left, covered.begin() + right, cell.row + cell.rows);
  }

  std::span<GridLine const> lines_;
  std::vector<RowBreak> breaks_;
  Wrapping wrapping_;
  std::vector<DrawnCell> cells_;
  std::vector<std::size_t> open_, above_; ///< cells that go on below, left to right
  std::uint32_t row_ = 0;
  bool row_is_empty_ = true;
};

} // namespace

void read_ruled_table(std::span<GridLine const> lines, ReadingBuilder& build) { TableReader(lines).run(build); }

} // namespace jixiao
