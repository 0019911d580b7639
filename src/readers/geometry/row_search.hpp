#pragma once

#include "readers/geometry/rows.hpp"
#include "readers/geometry/wraps.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

/// The search for the rows of a table: a segmentation of its lines at least cost.
namespace jixiao {

constexpr std::size_t tallest_row = 80; // lines
constexpr std::uint32_t no_segment = 0xFFFFFFFF;

/// What speaks against a reading, in the price of a row.
struct RowPrices {
  double row = 1.0;
  double lone_cell = 1.0;               ///< a row of one cell, which may as well go on the one above
  double hole = 3.0;                    ///< white within a cell
  double wide_pitch = 1.5;              ///< a line of a cell stands lower than it should
  double overlap = 4.0;                 ///< a line stands beside the one above it
  double room_left = 2.0;               ///< a wrap though there was room
  double room_left_at_pitch = 0.4;      ///< the same where the measured pitch speaks for one cell
  double out_of_line = 2.5;             ///< a cell does not begin (or have its middle) where the others of the row do
  double room_unsure = 0.8;             ///< a wrap though lines of other parts of the table are longer
  double joined = 0.1;                  ///< a line goes on the one above
  double joined_value = 0.8;            ///< the same, though it looks like the beginning of a value
  double joined_in_narrow_column = 1.2; ///< the same in a column of one character; less in wider ones
  double repeated = 1.0;                ///< a line says again what the one above says
  double torn = 0.6;                    ///< a full line and the next become two cells
  double torn_value = 0.3;              ///< the same, and the next looks like the beginning of a value
  double parted_character = 1.0;        ///< a cell of a character, under a line with room
  double like_rest = 0.8;               ///< a row has nothing but what would go on the line above
  double torn_short = 1.3;              ///< the same, and the next is short, as the last line of a text often is
  double torn_character = 1.8;          ///< the same, and the next is a character
  double gap_behind_label = 1.8;        ///< a row begins in the first column and has nothing in the next one
  double torn_at_pitch = 1.6;           ///< the same where the measured pitch speaks for one cell
  double parted_at_pitch = 0.7;         ///< a line with room and the next, at the pitch, become two cells
  double goes_across = 1.0;             ///< a cell goes on across the end of a row
  double goes_across_at_pitch = 0.2;
  double scrambled = 6.0; ///< two texts on one line become one cell
};

enum class Alignment : std::uint8_t { top, middle };

struct OpenCell {
  std::uint16_t c0, c1;
  std::uint32_t last_segment;
  double top, bottom;
  double torn, across; ///< prices of a cell of its own, and of one that began in a row above
  bool goes_on;        ///< the latter, as decided for the row
};

/// How a segment stands to the last one above it in its columns.
struct RowStep {
  std::uint32_t above = no_segment;
  double distance = 0;
  Room room = Room::none;
  bool at_pitch = false, wide = false, new_page = false;
};

class RowSearch {
public:
  RowSearch(PageText const& text, ColumnText const& columns, Measures const& measures, Alignment alignment)
      : text_(text), columns_(columns), measures_(measures), alignment_(alignment), lines_(columns.begins.size() - 1) {
    tallest_ = std::clamp<std::size_t>(2400 / columns.columns, 1, tallest_row);
    measure_steps();
    weigh_pitch();
  }

  /// Price of the best rows; their first lines are in `starts`.
  double run(std::vector<std::size_t>& starts) {
    std::vector<double> best(lines_ + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(lines_ + 1, 0);
    best[0] = 0;
    for (std::size_t first = 0; first < lines_; ++first) {
      open_row();
      price_ += looks_like_rest(first) ? prices_.like_rest : 0;
      for (auto line = first; line < std::min(lines_, first + tallest_); ++line) {
        add_line(line);
        auto const price = best[first] + price_of_row();
        if (price < best[line + 1])
          best[line + 1] = price, from[line + 1] = first;
      }
    }
    starts.clear();
    for (auto end = lines_; end > 0; end = from[end])
      starts.push_back(from[end]);
    std::ranges::reverse(starts);
    return best[lines_];
  }

  /// The rows that begin at these lines.
  std::vector<GridRow> rows(std::vector<std::size_t> const& starts) {
    std::vector<GridRow> rows(starts.size());
    places_.assign(columns_.segments.size(), {});
    for (std::size_t r = 0; r < starts.size(); ++r) {
      open_row();
      auto const end = r + 1 < starts.size() ? starts[r + 1] : lines_;
      for (auto line = starts[r]; line < end; ++line)
        add_line(line);
      take_cells(rows, r, starts[r], end);
    }
    return rows;
  }

private:
  void measure_steps() {
    steps_.resize(columns_.segments.size());
    std::vector<std::uint32_t> last(columns_.columns, no_segment);
    for (std::uint32_t i = 0; i < steps_.size(); ++i) {
      auto const& segment = columns_.segments[i];
      auto& step = steps_[i];
      for (auto c = segment.c0; c <= segment.c1; ++c)
        if (last[c] != no_segment && (step.above == no_segment || last[c] > step.above))
          step.above = last[c];
      if (step.above != no_segment)
        step = measure_step(step.above, i);
      std::fill(last.begin() + segment.c0, last.begin() + segment.c1 + 1, i);
    }
  }

  /// The measured pitch says much where full lines mostly keep to it.
  void weigh_pitch() {
    std::size_t filled = 0, at_pitch = 0;
    for (auto const& step : steps_)
      if (step.room == Room::none && step.distance < 1.35 * text_.pitch)
        ++filled, at_pitch += step.at_pitch ? 1 : 0;
    if (at_pitch * 2 > filled)
      prices_.wide_pitch = 2.5, prices_.torn_at_pitch = 2;
    else
      prices_.wide_pitch = 0.7, prices_.torn_at_pitch = 1, prices_.parted_at_pitch = 0.3;
  }

  RowStep measure_step(std::uint32_t above, std::uint32_t below) const {
    auto const &a = columns_.segments[above], &b = columns_.segments[below];
    RowStep step{above, b.y - a.y, measures_.room(a, b)};
    step.new_page = text_.lines[a.line].page != text_.lines[b.line].page;
    auto const off = step.distance - text_.pitch, fine = 0.02 * text_.pitch;
    step.at_pitch = text_.metrics.exact && !step.new_page && off < fine && off > -fine;
    step.wide = text_.metrics.exact && !step.new_page && off >= fine;
    return step;
  }

  void open_row() {
    cells_.clear();
    price_ = prices_.row;
  }

  void add_line(std::size_t line) {
    for (auto i = columns_.begins[line]; i < columns_.begins[line + 1]; ++i)
      add_segment(i);
  }

  void add_segment(std::uint32_t index) {
    auto const& segment = columns_.segments[index];
    auto* cell = find_cell(segment);
    if (cell == nullptr)
      return open_cell(index);
    auto const step =
        steps_[index].above == cell->last_segment ? steps_[index] : measure_step(cell->last_segment, index);
    price_ += price_of_joining(columns_.segments[cell->last_segment], segment, step);
    cell->last_segment = index;
    cell->bottom = segment.y;
  }

  /// The cell that reaches over the segment's columns; cells that it bridges become one.
  OpenCell* find_cell(Segment const& segment) {
    OpenCell* found = nullptr;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].c1 < segment.c0 || cells_[i].c0 > segment.c1)
        continue;
      if (found == nullptr) {
        found = &cells_[i];
        found->c0 = std::min(found->c0, segment.c0), found->c1 = std::max(found->c1, segment.c1);
        continue;
      }
      price_ += prices_.scrambled;
      found->c0 = std::min(found->c0, cells_[i].c0), found->c1 = std::max(found->c1, cells_[i].c1);
      found->last_segment = std::max(found->last_segment, cells_[i].last_segment);
      found->top = std::min(found->top, cells_[i].top), found->bottom = std::max(found->bottom, cells_[i].bottom);
      cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(i--));
    }
    return found;
  }

  double price_of_joining(Segment const& above, Segment const& below, RowStep const& step) const {
    double price = 0;
    if (above.line == below.line)
      return prices_.scrambled;
    if (!step.new_page && step.distance > 1.35 * text_.pitch)
      price += prices_.hole;
    else if (step.wide)
      price += prices_.wide_pitch;
    if (!step.new_page && step.distance < 0.8 * text_.pitch)
      price += prices_.overlap;
    if (step.room != Room::none && !begins_paragraph(above, below))
      price += price_of_room(step);
    if (text_of(text_, above.first, above.last) == text_of(text_, below.first, below.last))
      price += prices_.repeated;
    if (!step.at_pitch)
      price += (1 - measures_.weight(above)) * prices_.joined_in_narrow_column;
    return price + (begins_value(below) && !step.at_pitch ? prices_.joined_value : prices_.joined);
  }

  double price_of_room(RowStep const& step) const {
    if (step.at_pitch)
      return prices_.room_left_at_pitch;
    return step.room == Room::unsure ? prices_.room_unsure : prices_.room_left;
  }

  /// True for what looks like the beginning of a value: a number or a comparison.
  bool begins_value(Segment const& segment) const {
    auto const c = character_at(text_.words[segment.first].text, 0).value;
    return (c >= '0' && c <= '9') || c == '=' || c == '<' || c == '>' || c == 0x2264 || c == 0x2265;
  }

  bool begins_paragraph(Segment const& above, Segment const& below) const {
    return is_numbered(text_.words[below.first].text) || ends_sentence(text_.words[above.last - 1].text);
  }

  void open_cell(std::uint32_t index) {
    auto const& segment = columns_.segments[index];
    auto const [torn, across] = prices_of_opening(index);
    auto const behind = std::ranges::upper_bound(cells_, segment.c0, {}, &OpenCell::c0);
    cells_.insert(behind, {segment.c0, segment.c1, index, segment.y, segment.y, torn, across, false});
  }

  std::pair<double, double> prices_of_opening(std::uint32_t index) const {
    constexpr auto never = std::numeric_limits<double>::infinity();
    auto const& step = steps_[index];
    if (step.above == no_segment || step.distance > 1.35 * text_.pitch)
      return {0, never};
    auto const& above = columns_.segments[step.above];
    double torn = price_of_tearing(step, columns_.segments[index]) * measures_.weight(above);
    if (step.at_pitch)
      torn = step.room == Room::none ? std::max(torn, prices_.torn_at_pitch) : prices_.parted_at_pitch;
    if (!step.new_page && step.distance < 0.8 * text_.pitch)
      torn += prices_.overlap;
    if (above.c0 != columns_.segments[index].c0)
      return {torn, never};
    double across =
        (step.at_pitch ? prices_.goes_across_at_pitch : prices_.goes_across) + (step.wide ? prices_.wide_pitch : 0);
    if (step.room != Room::none)
      across += price_of_room(step);
    return {torn, across};
  }

  /// Decides which of the first cells go on from above: cells of labels stand left of those they are about.
  double decide_what_goes_on() {
    double price = 0, saved = 0, most_saved = 0;
    std::size_t going = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      price += cells_[i].torn;
      saved += cells_[i].torn - cells_[i].across;
      if (i + 1 < cells_.size() && saved > most_saved)
        most_saved = saved, going = i + 1;
    }
    for (std::size_t i = 0; i < cells_.size(); ++i)
      cells_[i].goes_on = i < going;
    return price - most_saved;
  }

  double price_of_tearing(RowStep const& step, Segment const& below) const {
    auto const& above = columns_.segments[step.above];
    if (below.width < 1.2 * text_.metrics.em)
      return step.room == Room::left ? prices_.parted_character : prices_.torn_character;
    if (step.room == Room::left)
      return 0;
    if (begins_value(below))
      return prices_.torn_value;
    return below.width < 0.6 * above.width && below.c0 == above.c0 && below.c1 == above.c1 ? prices_.torn_short
                                                                                           : prices_.torn;
  }

  /// True when the line's texts stand right under texts of the line above, and the last one of those has none
  /// below.
  bool looks_like_rest(std::size_t line) const {
    auto const begin = columns_.begins[line], end = columns_.begins[line + 1];
    if (line == 0 || text_.metrics.exact || columns_.segments[end - 1].c1 >= columns_.segments[begin - 1].c1)
      return false;
    auto const above = columns_.begins[line - 1];
    return std::all_of(steps_.begin() + begin, steps_.begin() + end,
                       [&](RowStep const& step) { return step.above != no_segment && step.above >= above; });
  }

  /// True when the first column begins a cell and the next one that does is not beside it.
  bool has_gap_behind_label() const {
    return cells_.size() > 1 && cells_[0].c0 == 0 && !cells_[0].goes_on && cells_[1].c0 > cells_[0].c1 + 1;
  }

  double price_of_row() {
    auto price = price_ + decide_what_goes_on();
    double top = std::numeric_limits<double>::infinity(), bottom = 0;
    std::size_t own = 0;
    for (auto const& cell : cells_)
      if (!cell.goes_on)
        ++own, top = std::min(top, cell.top), bottom = std::max(bottom, cell.bottom);
    for (auto const& cell : cells_) {
      auto const off = alignment_ == Alignment::top ? cell.top - top : (cell.top + cell.bottom - top - bottom) / 2;
      if (!cell.goes_on && std::abs(off) > 0.35 * text_.pitch)
        price += prices_.out_of_line;
    }
    if (has_gap_behind_label())
      price += prices_.gap_behind_label;
    return price + (own == 1 ? prices_.lone_cell : 0);
  }

  /// Where a segment's cell is, for those that go on below.
  struct Place {
    std::uint32_t row = no_segment, cell = 0;
  };

  void take_cells(std::vector<GridRow>& rows, std::size_t r, std::size_t first, std::size_t end) {
    decide_what_goes_on();
    std::vector<Place> into;
    for (auto const& cell : cells_)
      into.push_back(place_of(cell, rows, r, columns_.begins[first], columns_.begins[end]));
    for (auto i = columns_.begins[first]; i < columns_.begins[end]; ++i)
      for (std::size_t c = 0; c < cells_.size(); ++c)
        if (columns_.segments[i].c0 >= cells_[c].c0 && columns_.segments[i].c1 <= cells_[c].c1) {
          rows[into[c].row][into[c].cell].segments.push_back(i);
          places_[i] = into[c];
        }
  }

  Place place_of(OpenCell const& cell, std::vector<GridRow>& rows, std::size_t r, std::uint32_t first,
                 std::uint32_t end) {
    if (cell.goes_on)
      for (auto i = first; i < end; ++i) {
        auto const& segment = columns_.segments[i];
        if (segment.c0 < cell.c0 || segment.c1 > cell.c1 || steps_[i].above == no_segment)
          continue;
        auto const above = places_[steps_[i].above];
        auto& upper = rows[above.row][above.cell];
        upper.y_span = static_cast<std::uint32_t>(r) - above.row + 1;
        return above;
      }
    rows[r].push_back({cell.c0, cell.c1, 1, {}});
    return {static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(rows[r].size() - 1)};
  }

  PageText const& text_;
  ColumnText const& columns_;
  Measures const& measures_;
  Alignment alignment_;
  RowPrices prices_;
  std::size_t lines_;
  std::size_t tallest_;         ///< row, in lines: fewer in wide tables, so that time is bounded
  std::vector<RowStep> steps_;  ///< by segment
  std::vector<OpenCell> cells_; ///< of the row under way
  double price_ = 0;
  std::vector<Place> places_; ///< by segment
};

} // namespace jixiao
