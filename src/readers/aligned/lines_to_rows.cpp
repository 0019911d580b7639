#include "readers/aligned/lines_to_rows.hpp"

#include "readers/aligned/cell_places.hpp"
#include "readers/aligned/goal_headers.hpp"
#include "readers/aligned/line_below.hpp"
#include "readers/aligned/row_prices.hpp"
#include "readers/aligned/stretch.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <utility>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr std::uint32_t tallest_row = 30; ///< lines

using namespace row_prices;

/// Reads lines as one row.
class RowReader {
public:
  /// Of the lines [first, last).
  RowReader(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t first, std::uint32_t last,
            Stand stand)
      : sheet_(sheet), plan_(plan), columns_(columns), stretch_(sheet, plan, columns, first, last), stand_(stand),
        first_run_(sheet.begins[first]), places_(sheet, stretch_, stand, columns.loose) {
    for (auto run = first_run_; run < sheet.begins[last]; ++run) {
      auto const& r = sheet.runs[run];
      bool const bracket = r.text.starts_with('(') || r.text.starts_with("（") || closes_bracket(r.text);
      traits_.push_back(
          {is_figure(r.text), is_label_like(r), begins_goal_by_words(sheet, run), bracket, length_of(r.text)});
      if (auto const column = plan.column[run]; column != no_column && !plan.set_aside[run])
        by_column_.resize(std::max(by_column_.size(), static_cast<std::size_t>(column) + 1));
    }
    joints_.resize(traits_.size());
  }

  /// The price of the lines [first, last) as a row; the cells and strays are kept.
  double read(std::uint32_t first, std::uint32_t last) {
    auto const page = stretch_.next_page(first);
    bool const over = page < last, ends_page = !over && stretch_.ends_page(last - 1);
    if (stand_ != Stand::middle || !(over || ends_page))
      return read_as(first, last, stand_, last);
    // What a page cuts stands under its top, on both pages.
    auto const whole = read_as(first, last, stand_, last);
    auto const cut = price_of_cut_row + read_as(first, last, Stand::top, std::min(page, last));
    return cut <= whole ? cut : read_as(first, last, stand_, last);
  }

  SheetRow row() {
    SheetRow out{first_, last_, cells_, 1};
    for (auto const& cell : cells_)
      out.height = std::max(out.height, static_cast<double>(cell.runs.size()));
    std::ranges::stable_sort(out.cells, {}, &RowCell::x0);
    return out;
  }

  RunList const& strays() const { return strays_; }

  /// Lines [first, last) with texts of rows.
  std::size_t own_lines(std::uint32_t first, std::uint32_t last) const { return stretch_.own_lines(first, last); }

  /// How much dearer it is to leave texts out that would be labels elsewhere: 率 in a column of names is the end of
  /// one.
  double more_for(std::span<std::uint32_t const> strays) const {
    auto const is_end = [&](std::uint32_t run) {
      return traits(run).label_like && plan_.column[run] != no_column && !sheet_.runs[run].label.known();
    };
    return (price_of_stray - price_of_stray_label) * static_cast<double>(std::ranges::count_if(strays, is_end));
  }

  /// What it costs to leave a line out of all rows.
  double price_without(std::uint32_t line, RunList* out) const {
    double price = 0;
    bool const shared = is_shared(line);
    for (auto run = sheet_.begins[line]; run < sheet_.begins[line + 1]; ++run) {
      if (plan_.set_aside[run])
        continue;
      price += shared ? price_of_shared : price_of_leaving(run);
      if (out)
        out->push_back(run);
    }
    return price + (stand_ == Stand::lines && price == 0 ? price_beside_rows : 0);
  }

private:
  double price_of_groups() const {
    auto const labels = stretch_.groups(first_, last_);
    return labels > 1 ? price_of_two_groups * static_cast<double>(labels - 1) : 0;
  }

  /// `page` is where the row goes on over a page; `last` when it does not.
  double read_as(std::uint32_t first, std::uint32_t last, Stand stand, std::uint32_t page) {
    first_ = first, last_ = last, page_ = page, as_ = stand;
    cells_.clear(), strays_.clear();
    collect();
    if (stretch_.heads_rows(first, last))
      return last > first + 1 ? impossible : price_of_row + place();
    if (cells_.empty() || (sheet_.has_row_lines && is_parted()))
      return impossible;
    auto price = price_of_row + place();
    if (cells_.empty() || (stand != Stand::lines && !places_.is_bound()))
      return impossible;
    if (stand == Stand::lines)
      price += price_of_bare_line * places_.bare_lines(cells_);
    for (auto const& cell : cells_)
      price += price_of_lines(cell);
    for (auto line = first + 1; line < last && stand_ == Stand::top; ++line)
      price += plan_.opens_group[line] ? price_of_group_inside : 0;
    return price + price_of_gaps() + price_of_parallels() + price_of_blank_lines() + price_of_groups();
  }

  /// Of the text of a run, which many rows are tried with.
  struct Traits {
    bool figure = false, label_like = false, goal = false, bracket = false;
    std::size_t length = 0; // characters
  };

  Traits const& traits(std::uint32_t run) const { return traits_[run - first_run_]; }

  PriceBelow const& price_of_joint(std::uint32_t upper, std::uint32_t lower) {
    auto& joint = joints_[upper - first_run_];
    if (joint.below == lower)
      return joint.price;
    joint = {lower, price_below(sheet_.runs[upper], sheet_.runs[lower], sheet_.text->metrics.em)};
    return joint.price;
  }

  /// Nothing but weights and scores, between the rows that share them.
  bool is_shared(std::uint32_t line) const {
    bool any = false;
    for (auto run = sheet_.begins[line]; run < sheet_.begins[line + 1] && !columns_.points.empty(); ++run)
      if (!plan_.set_aside[run]) {
        auto const column = plan_.column[run];
        if (column == no_column || !columns_.points[static_cast<std::size_t>(column)] || !traits(run).figure)
          return false;
        any = true;
      }
    return any;
  }

  /// 年度目标 over a text that is wider on both sides, or alone above one that begins left of it: no label beside rows.
  bool heads_text(std::uint32_t run) const {
    auto const& r = sheet_.runs[run];
    if (r.label.rest > 0 || !r.label.as(Role::goal))
      return false;
    auto const is_aside = [&](std::uint32_t line) {
      return std::all_of(plan_.set_aside.begin() + sheet_.begins[line],
                         plan_.set_aside.begin() + sheet_.begins[line + 1], std::identity{});
    };
    auto line = r.line + 1; // a label beside the rows may stand between them
    if (line + 2 < sheet_.begins.size() && is_aside(line))
      ++line;
    return line + 1 < sheet_.begins.size() && std::ranges::any_of(sheet_.line(line), [&](Run const& text) {
             return text.x0 < r.x0 && (text.x1 > r.x1 || is_alone(r.line));
           });
  }

  /// One text stands on the line, those beside the rows left out.
  bool is_alone(std::uint32_t line) const {
    return std::count(plan_.set_aside.begin() + sheet_.begins[line], plan_.set_aside.begin() + sheet_.begins[line + 1],
                      false) == 1;
  }

  double price_of_leaving(std::uint32_t run) const {
    if (is_merged(plan_.column[run]) || heads_text(run) || is_heading(sheet_, sheet_.runs[run].line))
      return price_of_stray;
    return traits(run).label_like ? price_of_stray_label : traits(run).figure ? price_of_stray_figure : price_of_stray;
  }

  /// Texts above each other make a cell.
  void collect() {
    RunList loose;
    for (auto run = sheet_.begins[first_]; run < sheet_.begins[last_]; ++run) {
      if (plan_.set_aside[run])
        continue;
      if (auto const column = plan_.column[run]; column != no_column)
        by_column_[static_cast<std::size_t>(column)].push_back(run);
      else
        loose.push_back(run);
    }
    std::ranges::stable_sort(loose, {}, [&](std::uint32_t r) { return sheet_.runs[r].x0; });
    for (auto const run : loose) {
      auto const& r = sheet_.runs[run];
      if (cells_.empty() || (r.x0 >= cells_.back().x1 && !is_pushed_aside(sheet_, cells_.back().runs, run)))
        cells_.push_back({{}, r.x0, r.x1, no_column});
      cells_.back().runs.push_back(run);
      cells_.back().x1 = std::max(cells_.back().x1, r.x1);
    }
    for (std::size_t column = 0; column < by_column_.size(); ++column) {
      if (by_column_[column].empty())
        continue;
      cells_.push_back({std::exchange(by_column_[column], {}), 1e9, -1e9, static_cast<std::int16_t>(column)});
      auto& cell = cells_.back();
      for (auto const run : cell.runs)
        cell.x0 = std::min(cell.x0, sheet_.runs[run].x0), cell.x1 = std::max(cell.x1, sheet_.runs[run].x1);
    }
    for (auto& cell : cells_) {
      std::ranges::sort(cell.runs); // runs are numbered line by line
      cell.weight = weight_of(cell);
    }
  }

  /// True when a line is drawn between two texts of the row, over both.
  bool is_parted() const {
    for (auto line = first_ + 1; line < last_; ++line)
      for (auto const& drawn : sheet_.above[line])
        if (stands_along(drawn, first_, line) && stands_along(drawn, line, last_))
          return true;
    return false;
  }

  /// True when a text in the lines [first, last) is as wide as a part of the drawn line.
  bool stands_along(RowLine const& drawn, std::uint32_t first, std::uint32_t last) const {
    for (auto run = sheet_.begins[first]; run < sheet_.begins[last]; ++run) {
      auto const& r = sheet_.runs[run];
      auto const middle = (r.x0 + r.x1) / 2;
      if (!plan_.set_aside[run] && middle > drawn.x0 && middle < drawn.x1)
        return true;
    }
    return false;
  }

  double weight_of(RowCell const& cell) const {
    double weight = 0;
    for (auto const run : cell.runs)
      weight += traits(run).figure ? 3 : traits(run).label_like ? 0.1 : 1;
    return weight / static_cast<double>(cell.runs.size()) - 0.01 * static_cast<double>(cell.runs.size());
  }

  /// Places the cells about one middle, in half lines; those that contradict the others are strays.
  double place() {
    places_.begin(first_, last_, page_, as_);
    std::ranges::stable_sort(cells_, std::greater{}, &RowCell::weight);
    double price = 0;
    std::vector<RowCell> kept;
    for (auto& cell : cells_) {
      if (places_.put(cell)) {
        kept.push_back(std::move(cell));
        continue;
      }
      for (auto const run : cell.runs) {
        bool const inside = sheet_.runs[run].line > first_ && begins_pair(run);
        price += price_of_leaving(run) + (inside ? price_of_label_inside : 0);
        strays_.push_back(run);
      }
    }
    cells_ = std::move(kept);
    return price;
  }

  /// A label of a goal or of a value, with that behind it: a row of its own begins there.
  bool begins_pair(std::uint32_t run) const {
    auto const& r = sheet_.runs[run];
    bool const label = r.label.rest == 0 && (r.label.as(Role::goal) || r.label.as(Role::pair));
    return label && sheet_.begins[r.line] == run && run + 1 < sheet_.begins[r.line + 1];
  }

  /// The lines are one label. Such as are long ones themselves stand below each other: 预期目标, 实际完成情况. So do
  /// those with a text behind each: 主管部门 | text over 联系人 | text.
  bool is_label(RowCell const& cell) const {
    constexpr std::size_t longest_label = 100; // characters
    std::size_t length = 0;
    for (auto const run : cell.runs)
      length += traits(run).length;
    if (length > longest_label)
      return false;
    auto const label = label_of(sheet_, cell.runs);
    auto const is_whole = [&](std::uint32_t run) { return is_whole_label(sheet_.runs[run]) || begins_pair(run); };
    return label.known() && label.rest == 0 && (cell.runs.size() == 1 || !std::ranges::all_of(cell.runs, is_whole));
  }

  double price_of_lines(RowCell const& cell) {
    if (cell.runs.size() < 2)
      return 0;
    bool const whole = is_label(cell);
    double price = whole ? -reward_of_label : 0,
           widest = cell.column >= 0 ? columns_.width[static_cast<std::size_t>(cell.column)] : 0;
    for (auto const run : cell.runs)
      widest = std::max(widest, sheet_.runs[run].width);
    for (std::size_t i = 1; i < cell.runs.size() && !whole; ++i) {
      price += traits(cell.runs[i]).goal ? price_of_goal_inside : 0;
      auto const& joint = price_of_joint(cell.runs[i - 1], cell.runs[i]);
      price += has_room(sheet_.runs[cell.runs[i - 1]].width + joint.unit, widest) ? joint.with_room : joint.without;
    }
    return price;
  }

  /// Widths that are counted in characters are not those on paper, unless a program laid the text out by them.
  bool has_room(double width, double widest) const {
    constexpr double error = 0.02; // of the width
    bool const exact = sheet_.text->metrics.exact || stand_ == Stand::lines || columns_.loose;
    return width <= (exact ? widest : widest * (1 - error));
  }

  /// A line that is no name, or no value.
  bool is_rest(RowCell const& cell, std::uint32_t run) const {
    std::size_t const shortest = cell.column == columns_.name ? 3 : 2; // characters
    auto const& text = traits(run);
    return text.bracket || (!text.figure && text.length < shortest);
  }

  double price_of_parallels() const {
    auto const& first = cells_.front().runs;
    bool const parallel = !columns_.prose && cells_.size() > 1 && std::ranges::all_of(cells_, [&](RowCell const& cell) {
      return std::ranges::equal(
          cell.runs, first, {}, [&](auto run) { return sheet_.runs[run].line; },
          [&](auto run) { return sheet_.runs[run].line; });
    });
    if (!parallel)
      return 0;
    // A rest of a name, or the unit of a value, is no row: 培训人 | ≥500 over 数 | (人).
    bool const rests = std::ranges::any_of(cells_, [&](RowCell const& cell) {
      return is_label(cell) ||
             std::any_of(cell.runs.begin() + 1, cell.runs.end(), [&](auto run) { return is_rest(cell, run); });
    });
    return !rests ? price_of_parallel * static_cast<double>(first.size() - 1) : 0;
  }

  double price_of_blank_lines() const {
    auto const& text = *sheet_.text;
    double price = 0;
    for (auto line = first_ + 1; line < last_ && !text.metrics.exact; ++line)
      price +=
          sheet_.page(line) == sheet_.page(line - 1) && text.lines[line].y > text.lines[line - 1].y + 1.5 * text.pitch
              ? price_over_blank
              : 0;
    return price;
  }

  bool is_merged(std::int16_t column) const {
    return column != no_column && !columns_.merged.empty() && columns_.merged[static_cast<std::size_t>(column)];
  }

  double price_of_gaps() const {
    if (std::ranges::all_of(cells_, [&](RowCell const& cell) { return is_merged(cell.column); }))
      return 0;
    double price = 0;
    for (std::size_t c = 0; c < columns_.filled.size(); ++c)
      if (columns_.filled[c] >= mostly_filled &&
          std::ranges::find(cells_, static_cast<std::int16_t>(c), &RowCell::column) == cells_.end())
        price += price_of_blank * columns_.filled[c];
    bool const named = std::ranges::any_of(cells_, [&](RowCell const& c) { return c.column == columns_.name; });
    return price + (named || columns_.name == no_column ? 0 : price_of_no_name) + price_of_being_alone();
  }

  /// A text alone is rather the rest of one above, unless it is a label, or the whole of a sentence.
  double price_of_being_alone() const {
    bool const many = columns_.width.empty() || columns_.width.size() > 1;
    if (cells_.size() != 1 || !many || label_of(sheet_, cells_[0].runs).known())
      return 0;
    bool const sentence = columns_.width.empty() && ends_sentence(sheet_.runs[cells_[0].runs.back()].text);
    return sentence ? 0 : price_of_lone_cell;
  }

  Sheet const& sheet_;
  RunPlan const& plan_;
  ColumnInfo const& columns_;
  Stretch stretch_;
  Stand stand_;
  std::uint32_t first_run_;
  std::vector<Traits> traits_; ///< from that run on
  struct Joint {
    std::uint32_t below = 0;
    PriceBelow price;
  };
  std::vector<Joint> joints_; ///< of each run with the one that was last tried below it
  std::uint32_t first_ = 0, last_ = 0, page_ = 0;
  Stand as_ = Stand::middle;       ///< of the row that is read
  std::vector<RunList> by_column_; ///< of the row that is collected
  std::vector<RowCell> cells_;
  RunList strays_;
  CellPlaces places_;
};

/// A way to read the lines [first, last): as a row, or one line as none.
struct Part {
  std::uint32_t first = 0, last = 0;
  double price = 0, strict = 0; ///< the latter without texts that are left out for little
  bool is_row = false;
};

/// All parts that a reading may be made of: the cheapest of it, and how sure its rows are.
class Search {
public:
  Search(Sheet const& sheet, RunPlan const& plan, ColumnInfo const& columns, std::uint32_t first, std::uint32_t last,
         Stand stand)
      : sheet_(sheet), first_(first), count_(last - first), reader_(sheet, plan, columns, first, last, stand) {
    find_parts();
    best_.assign(count_ + 1, impossible), before_ = best_, behind_ = best_;
    from_.assign(count_ + 1, 0);
    best_[0] = before_[0] = behind_[count_] = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      auto const& part = parts_[i];
      if (auto const price = best_[part.first] + part.price; price < best_[part.last])
        best_[part.last] = price, from_[part.last] = i;
      before_[part.last] = std::min(before_[part.last], before_[part.first] + part.strict);
    }
    for (auto part = parts_.rbegin(); part != parts_.rend(); ++part)
      behind_[part->first] = std::min(behind_[part->first], part->strict + behind_[part->last]);
    for (auto j = count_; j > 0; j = parts_[from_[j]].first)
      strict_ += parts_[from_[j]].strict;
  }

  RowsOfLines best() {
    RowsOfLines out;
    out.price = best_[count_];
    for (auto j = count_; j > 0; j = parts_[from_[j]].first) {
      auto const& part = parts_[from_[j]];
      if (!part.is_row) {
        reader_.price_without(first_ + part.first, &out.strays);
        continue;
      }
      reader_.read(first_ + part.first, first_ + part.last);
      out.rows.push_back(reader_.row());
      out.rows.back().margin = margin_of(from_[j]);
      out.strays.insert(out.strays.end(), reader_.strays().begin(), reader_.strays().end());
    }
    std::ranges::reverse(out.rows);
    std::ranges::sort(out.strays);
    return out;
  }

private:
  void find_parts() {
    for (std::uint32_t i = 0; i < count_; ++i) {
      begins_.push_back(parts_.size());
      RunList strays;
      auto const without = reader_.price_without(first_ + i, &strays);
      parts_.push_back({i, i + 1, without, without + reader_.more_for(strays), false});
      for (auto j = i + 1; j <= std::min(count_, i + tallest_row); ++j) {
        auto const over_page = sheet_.page(first_ + j - 1) == sheet_.page(first_ + i) ? 0 : price_over_page;
        if (auto const price = over_page + reader_.read(first_ + i, first_ + j); price < impossible)
          parts_.push_back({i, j, price, price + reader_.more_for(reader_.strays()), true});
      }
    }
    begins_.push_back(parts_.size());
  }

  /// Both hold the same texts.
  bool are_alike(Part const& a, Part const& b) const {
    auto const between = [&](std::uint32_t x, std::uint32_t y) {
      return reader_.own_lines(first_ + std::min(x, y), first_ + std::max(x, y));
    };
    return a.is_row == b.is_row && between(a.first, b.first) == 0 && between(a.last, b.last) == 0;
  }

  /// What the cheapest reading without such a part costs more: its first text is in another one.
  double margin_of(std::size_t part) const {
    auto line = parts_[part].first;
    while (line + 1 < parts_[part].last && reader_.own_lines(first_ + line, first_ + line + 1) == 0)
      ++line;
    auto const from = line + 1 > tallest_row ? line + 1 - tallest_row : 0;
    double least = impossible;
    for (auto i = begins_[from]; i < begins_[line + 1]; ++i)
      if (parts_[i].last > line && !are_alike(parts_[i], parts_[part]))
        least = std::min(least, before_[parts_[i].first] + parts_[i].strict + behind_[parts_[i].last]);
    return least - strict_;
  }

  Sheet const& sheet_;
  std::uint32_t first_, count_;
  RowReader reader_;
  std::vector<Part> parts_;             ///< by first line
  std::vector<std::size_t> begins_;     ///< the first part of each line, and one for the end
  std::vector<double> best_;            ///< the least price of the lines before each
  std::vector<double> before_, behind_; ///< the same where no text is left out for little, and of those behind
  double strict_ = 0;                   ///< of the best reading
  std::vector<std::size_t> from_;       ///< the part that ends the cheapest reading of the lines before each
};

} // namespace

RowsOfLines part_into_rows(Sheet const& sheet, RunPlan const& plan, ColumnInfo columns, std::uint32_t first,
                           std::uint32_t last, Stand stand) {
  auto rows = Search(sheet, plan, columns, first, last, stand).best();
  constexpr std::size_t fewest = 3; // rows that show which columns are filled
  if (columns.width.empty() || rows.rows.size() < fewest)
    return rows;
  columns.filled.assign(columns.width.size(), 0);
  for (auto const& row : rows.rows)
    for (auto const& cell : row.cells)
      columns.filled[static_cast<std::size_t>(cell.column)] += 1.0 / static_cast<double>(rows.rows.size());
  return Search(sheet, plan, columns, first, last, stand).best();
}

} // namespace jixiao::aligned
