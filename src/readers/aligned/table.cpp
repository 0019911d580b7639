#include "readers/aligned/table.hpp"

#include "readers/aligned/assign.hpp"
#include "readers/aligned/beside.hpp"
#include "readers/aligned/columns.hpp"
#include "readers/aligned/header_rows.hpp"
#include "readers/aligned/levels.hpp"
#include "readers/aligned/open_cells.hpp"
#include "readers/aligned/project_parts.hpp"
#include "readers/aligned/projects.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>
#include <utility>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr double price_of_stray_text = 4.0;
constexpr double close_margin = 0.8;     ///< of the prices of rows: another reading of their lines is nearly as good
constexpr double price_of_no_side = 0.4; ///< a row with room for a label of a side is beside one

/// What a row of the table is a row of.
struct RowOrigin {
  std::size_t band = no_band;
  bool header = false;
};

class TableReader {
public:
  TableReader(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand)
      : sheet_(sheet), first_(first), last_(last),
        stand_(stand), plan_{std::vector<std::int16_t>(sheet.runs.size(), no_column),
                             std::vector<bool>(sheet.runs.size(), false),
                             std::vector<bool>(sheet.begins.size(), false),
                             {}} {}

  /// Finds the columns, and the words behind gutters that were taken for spaces. Where so many of these are found, or
  /// all and any, the columns are not settled.
  std::vector<std::uint32_t> find_gutters(std::size_t enough) {
    find_bands(enough);
    return std::move(gutters_);
  }

  /// What stands in the columns.
  Table read() {
    auto line = first_;
    for (std::size_t b = 0; b < bands_.size(); ++b) {
      add_rows(line, bands_[b].header.first, no_band);
      add_header(b);
      add_rows(bands_[b].header.last, bands_[b].total, b);
      add_rows(bands_[b].total, bands_[b].end, b);
      line = bands_[b].end;
    }
    add_rows(line, last_, no_band);
    place_levels();
    share_points();
    place_side_labels();
    place_strays();
    add_cells();
    table_.rows = rows_.size();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      table_.first_line.push_back(rows_[r].first);
      table_.band.push_back(origins_[r].band);
    }
    return std::move(table_);
  }

private:
  void find_bands(std::size_t enough) {
    side_ = find_side_labels(sheet_, first_, last_);
    for (auto const& label : side_)
      set_aside(label.runs);
    // 财政部门 over 审核意见: the label of a row, not of what stands beside it.
    // 年度总体 over 目标, behind the amounts.
    std::vector<std::uint32_t> of_rows, goals;
    for (auto const& label : side_) {
      if (!may_be_beside(label.label, BandKind::measures))
        goals.push_back(sheet_.runs[label.runs.front()].line);
      if (label.label.as(Role::pair) && !label.label.as(Role::side) && !label.label.as(Role::goal))
        of_rows.push_back(sheet_.runs[label.runs.front()].line);
    }
    auto headers = find_headers(sheet_, first_, last_, plan_.set_aside);
    for (auto const& header : headers)
      if (!header.side.empty()) {
        side_.push_back({header.side, label_of(sheet_, header.side)});
        set_aside(header.side);
      }
    for (std::size_t h = 0; h < headers.size(); ++h) {
      auto const end = h + 1 < headers.size() ? headers[h + 1].first : last_;
      auto const& ends = headers[h].kind == BandKind::measures ? goals : of_rows;
      bands_.push_back(make_band(sheet_, headers[h], end, plan_.set_aside, ends));
      auto const beside = plan_columns(bands_.back());
      bool const last = h + 1 == headers.size();
      if (enough > 0 && (gutters_.size() >= enough || (last && !gutters_.empty())))
        return;
      plan_groups(bands_.back(), beside);
    }
  }

  void set_aside(RunList const& runs) {
    for (auto const run : runs)
      plan_.set_aside[run] = true;
  }

  /// Gives each run of the band its column; those of merged labels are set aside. Gives what stands beside the rows.
  RunList plan_columns(Band& band) {
    auto const side = side_border(sheet_, band);
    auto const starts = starts_of(sheet_, band);
    RunList beside;
    for (auto line = band.header.last; line < band.end; ++line) {
      RunList own;
      // A goal in each column: none of them is two.
      bool const full =
          band.header.kind == BandKind::goals &&
          std::count(plan_.set_aside.begin() + sheet_.begins[line], plan_.set_aside.begin() + sheet_.begins[line + 1],
                     false) >= static_cast<std::ptrdiff_t>(band.columns());
      for (auto run = sheet_.begins[line]; run < sheet_.begins[line + 1]; ++run) {
        auto const& r = sheet_.runs[run];
        if (plan_.set_aside[run])
          continue;
        if ((r.x1 <= side && line < band.total) || is_beside_rows(sheet_, band, run, plan_.set_aside)) {
          beside.push_back(run);
          plan_.set_aside[run] = true;
          continue;
        }
        if (auto const word = full ? 0 : word_at_border(sheet_, band, starts, r); word != 0)
          gutters_.push_back(word);
        own.push_back(run);
      }
      table_.price += assign_columns(sheet_, band, own, stand_ == Stand::top, plan_.column);
      for (auto const run : own)
        plan_.set_aside[run] = line < band.total && is_merged(band, plan_.column[run]);
    }
    return beside;
  }

  void plan_groups(Band& band, RunList const& beside) {
    note_groups(sheet_, plan_, band);
    if (!band.projects.empty())
      table_.price += plan_projects(sheet_, plan_, band, stand_);
    plan_empty_rows(sheet_, plan_, band, stand_);
    note_groups(sheet_, plan_, band); // without those of empty rows
    for (auto const level : band.levels)
      for (auto const& label : labels_of_level(sheet_, plan_, band, level))
        plan_.opens_group[sheet_.runs[label.front()].line] = true;
    for (auto& label : make_labels(sheet_, beside, 0, false))
      side_.push_back({label, label_of(sheet_, label)});
  }

  void add_rows(std::uint32_t from, std::uint32_t to, std::size_t band) {
    if (from >= to)
      return;
    auto info = band == no_band ? ColumnInfo{} : columns_of(sheet_, plan_, bands_[band]);
    if (band != no_band && from == bands_[band].total)
      info.name = no_column, info.points.clear(), info.merged.clear();
    auto parted = part_into_rows(sheet_, plan_, info, from, to, stand_);
    for (auto& row : parted.rows) {
      rows_.push_back(std::move(row));
      origins_.push_back({band, false});
    }
    strays_.insert(strays_.end(), parted.strays.begin(), parted.strays.end());
    table_.price += parted.price;
  }

  void add_header(std::size_t b) {
    auto header = lay_out_header(sheet_, bands_[b], stand_);
    for (auto& cell : header.cells) {
      cell.row += rows_.size();
      table_.cells.push_back(std::move(cell));
    }
    for (auto& row : header.rows) {
      rows_.push_back(std::move(row));
      origins_.push_back({b, true});
    }
    strays_.insert(strays_.end(), header.strays.begin(), header.strays.end());
  }

  Ruler ruler() const { return Ruler(sheet_, rows_, first_, last_, stand_); }

  bool is_total(std::size_t r) const {
    return origins_[r].band != no_band && rows_[r].first >= bands_[origins_[r].band].total;
  }

  std::pair<std::size_t, std::size_t> rows_of(std::size_t b) const {
    std::size_t first = rows_.size(), last = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (origins_[r].band == b && !origins_[r].header && !is_total(r))
        first = std::min(first, r), last = r + 1;
    return {std::min(first, last), last};
  }

  void place_levels() {
    for (std::size_t b = 0; b < bands_.size(); ++b) {
      std::vector<bool> cuts;
      for (auto level = bands_[b].levels.rbegin(); level != bands_[b].levels.rend(); ++level)
        cuts = place_level(b, static_cast<std::size_t>(*level), cuts);
      cuts = place_projects(b, std::move(cuts));
      for (auto const party : bands_[b].parties)
        place_level(b, static_cast<std::size_t>(party), cuts);
    }
  }

  /// Gives the rows at which a project goes on, too.
  std::vector<bool> place_projects(std::size_t b, std::vector<bool> cuts) {
    auto const& band = bands_[b];
    auto const [first, last] = rows_of(b);
    if (band.projects.empty() || first == last)
      return cuts;
    for (auto const& label : levels_) // a label of one row may be taller than its texts
      if (label.rows == 1)
        rows_[label.row].height = std::max(rows_[label.row].height, static_cast<double>(label.runs.size()));
    auto own = cells_of_parts(sheet_, plan_, band, rows_, rows_of_projects(sheet_, band, levels_, first, last));
    if (!own) {
      auto const read = read_projects(sheet_, plan_, band, stand_);
      auto const& projects = read.rows;
      strays_.insert(strays_.end(), read.strays.begin(), read.strays.end());
      auto const rules = rules_beside(rows_beside(rows_, band, band.project_name), projects.size(), cuts);
      own = cells_of_projects(sheet_, ruler(), band, projects, first, last, rules, table_.price);
    }
    for (auto& cell : *own)
      if (cell.rows == 0)
        strays_.insert(strays_.end(), cell.runs.begin(), cell.runs.end());
      else {
        cuts.resize(rows_.size() + 1, false);
        std::fill_n(cuts.begin() + static_cast<std::ptrdiff_t>(cell.row) + 1, cell.rows - 1, true);
        levels_.push_back(std::move(cell));
      }
    return cuts;
  }

  /// Puts the labels of one column beside their rows, and gives the rows at which one goes on.
  std::vector<bool> place_level(std::size_t b, std::size_t column, std::vector<bool> const& cuts) {
    auto const& band = bands_[b];
    auto const [first, last] = rows_of(b);
    if (first == last) {
      for (auto const& label : labels_of_level(sheet_, plan_, band, static_cast<std::int16_t>(column)))
        strays_.insert(strays_.end(), label.begin(), label.end());
      return cuts;
    }
    auto const by_line = ruler();
    auto const groups =
        aligned::place_level(sheet_, plan_, band, static_cast<std::int16_t>(column), rows_, by_line, first, last, cuts);
    auto inside = cuts;
    cut_inside(groups, rows_.size(), inside);
    for (auto const& group : groups) {
      if (group.first == group.last) {
        strays_.insert(strays_.end(), group.runs.begin(), group.runs.end());
        continue;
      }
      table_.price += by_line.misfit(sheet_, group.runs, group.first, group.last);
      levels_.push_back(cell_of_level(band, static_cast<std::int16_t>(column), group));
      bool const apart = may_be_labels_each(sheet_, plan_, band, group.runs);
      for (auto r = group.first; r < group.last; ++r)
        if (apart || (r == group.first && !group.first_sure) || (r + 1 == group.last && !group.last_sure))
          doubtful_.insert(r);
    }
    return inside;
  }

  /// A weight of all rows of a group stands on the line of the middle one, when they are odd: no other row has one.
  void share_points() {
    constexpr std::size_t fewest = 3; // rows
    std::size_t of_band = no_band;
    std::vector<bool> points;
    for (auto const& label : levels_) {
      auto const b = origins_[label.row].band;
      if (label.rows < fewest || label.rows % 2 == 0 || b == no_band || bands_[b].levels.empty() ||
          label.left != bands_[b].borders[static_cast<std::size_t>(bands_[b].levels.back())])
        continue;
      if (std::exchange(of_band, b) != b)
        points = columns_of(sheet_, plan_, bands_[b]).points;
      auto const is_points = [&](RowCell const& c) {
        auto const column = static_cast<std::size_t>(c.column);
        return c.column != no_column && column < points.size() && points[column];
      };
      auto const middle = label.row + label.rows / 2;
      bool alone = true;
      for (auto r = label.row; r < label.row + label.rows; ++r)
        alone = alone && (r == middle) == std::ranges::any_of(rows_[r].cells, is_points);
      for (auto& cell : rows_[middle].cells)
        if (alone && is_points(cell))
          merged_.push_back({std::move(cell.runs), label.row, label.rows, 0, 0, false, true});
      std::erase_if(rows_[middle].cells, [](RowCell const& c) { return c.runs.empty(); });
    }
  }

  /// Rows in which nothing stands where the label does.
  std::vector<bool> free_rows(RunList const& runs) const {
    double x0 = far_right, x1 = far_left;
    for (auto const run : runs)
      x0 = std::min(x0, sheet_.runs[run].x0), x1 = std::max(x1, sheet_.runs[run].x1);
    std::vector<bool> free(rows_.size(), true);
    for (std::size_t r = 0; r < rows_.size(); ++r)
      free[r] = std::ranges::none_of(rows_[r].cells, [&](RowCell const& c) { return c.x0 < x1 && x0 < c.x1; });
    for (auto const& cell : side_cells_)
      for (auto const run : cell.runs)
        if (sheet_.runs[run].x0 < x1 && x0 < sheet_.runs[run].x1)
          std::fill_n(free.begin() + static_cast<std::ptrdiff_t>(cell.row), cell.rows, false);
    return free;
  }

  void place_side_labels() {
    if (rows_.empty())
      return;
    std::ranges::sort(side_, {}, [](SideLabel const& s) { return s.runs.front(); });
    std::vector<RunList> labels;
    GroupRules rules;
    for (auto const& origin : origins_)
      rules.bare.push_back(origin.band == no_band ? 0 : price_of_no_side);
    for (auto const& side : side_) {
      labels.push_back(side.runs);
      rules.free.push_back(free_rows(side.runs));
      for (std::size_t r = 0; r < rows_.size(); ++r)
        if (origins_[r].band != no_band && !may_be_beside(side.label, bands_[origins_[r].band].header.kind))
          rules.free.back()[r] = false;
    }
    for (auto const& group : place_groups(sheet_, ruler(), labels, 0, rows_.size(), rules))
      if (group.first == group.last)
        strays_.insert(strays_.end(), group.runs.begin(), group.runs.end());
      else
        add_side_cell(group);
  }

  void add_side_cell(Group const& group) {
    side_cells_.push_back({group.runs, group.first, group.last - group.first, far_left, far_right, true, true});
  }

  /// Lines in a column of projects that are in none of its cells: rather of the one above, which a page has cut.
  void mark_cut(RunList const& stray) {
    auto const column = plan_.column[stray.front()];
    auto const line = sheet_.runs[stray.front()].line;
    for (auto const& band : bands_) {
      if (line < band.header.last || line >= band.end ||
          std::ranges::find(band.projects, column) == band.projects.end())
        continue;
      TableCell* above = nullptr;
      for (auto& cell : levels_)
        if (cell.left == band.borders[static_cast<std::size_t>(column)] && cell.runs.front() < stray.front() &&
            (!above || above->runs.front() < cell.runs.front()))
          above = &cell;
      if (above)
        above->cut = true;
    }
  }

  /// Texts of merged cells that are no labels of levels: beside the rows about whose middle they stand.
  void place_strays() {
    if (rows_.empty())
      return;
    std::ranges::sort(strays_);
    auto const by_line = ruler();
    std::vector<bool> used(strays_.size(), false);
    for (std::size_t i = 0; i < strays_.size(); ++i) {
      if (used[i])
        continue;
      RunList runs{strays_[i]};
      for (auto j = i + 1; j < strays_.size(); ++j) {
        auto const &above = sheet_.runs[runs.back()], &below = sheet_.runs[strays_[j]];
        if (!used[j] && below.line > above.line && below.line <= above.line + 3 && overlap(above, below)) {
          runs.push_back(strays_[j]);
          used[j] = true;
        }
      }
      mark_cut(runs);
      auto const group = place_alone(sheet_, by_line, runs, 0, rows_.size(), free_rows(runs));
      if (group.first == group.last) {
        table_.strays.insert(table_.strays.end(), runs.begin(), runs.end());
        table_.price += price_of_stray_text * static_cast<double>(runs.size());
      } else if (is_beside_plain_rows(sheet_, runs, std::span(rows_).subspan(group.first, group.last - group.first)))
        add_side_cell(group);
      else
        merged_.push_back({group.runs, group.first, group.last - group.first, 0, 0, false, true});
    }
  }

  void add_cells() {
    for (std::size_t r = 0; r < rows_.size();) {
      if (origins_[r].header) {
        ++r;
        continue;
      }
      if (origins_[r].band != no_band) {
        add_band_row(r++);
        continue;
      }
      auto end = r + 1;
      while (end < rows_.size() && origins_[end].band == no_band)
        ++end;
      auto const borders = borders_between(std::span(rows_).subspan(r, end - r));
      for (; r < end; ++r)
        add_plain_row(r, borders);
    }
    for (auto& cell : levels_)
      table_.cells.push_back(std::move(cell));
    for (auto& cell : side_cells_)
      table_.cells.push_back(std::move(cell));
    for (auto& cell : merged_)
      add_merged(std::move(cell));
    for (auto& cell : table_.cells)
      cell.open = cell.open || (may_be_prose(cell) && breaks_off(sheet_, cell.runs));
  }

  /// Remarks beside indicators are notes, which end without a mark.
  bool may_be_prose(TableCell const& cell) const {
    auto const b = origins_[cell.row].band;
    if (b == no_band || bands_[b].header.kind != BandKind::indicators)
      return true;
    return bands_[b].goal >= 0 && cell.left == bands_[b].borders[static_cast<std::size_t>(bands_[b].goal)];
  }

  void add_plain_row(std::size_t r, std::vector<double> const& borders) {
    auto const& cells = rows_[r].cells;
    bool const open = may_be_rows_beside_level(sheet_, rows_[r]);
    double left = far_left;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      double right = far_right;
      if (c + 1 < cells.size()) // the last border before the next cell
        right = *std::prev(std::ranges::upper_bound(borders, cells[c + 1].x0));
      table_.cells.push_back({cells[c].runs, r, 1, left, right, false, true, false, open});
      left = right;
    }
  }

  void add_band_row(std::size_t r) {
    auto const& band = bands_[origins_[r].band];
    for (auto const& cell : rows_[r].cells) {
      if (cell.column == no_column)
        continue;
      auto first = static_cast<std::size_t>(cell.column), last = first + 1;
      auto const taken = [&](std::size_t column) {
        return std::ranges::any_of(rows_[r].cells,
                                   [&](RowCell const& c) { return c.column == static_cast<std::int16_t>(column); });
      };
      bool const wide = band.header.kind != BandKind::indicators || is_total(r);
      while (wide && first > 0 && cell.x0 < band.borders[first] - 1 && !taken(first - 1))
        --first;
      while (wide && last < band.columns() && cell.x1 > band.borders[last] + 1 && !taken(last))
        ++last;
      bool const sure = cell.column != band.name || !doubtful_.contains(r);
      table_.cells.push_back(
          {cell.runs, r, 1, band.borders[first], band.borders[last], false, sure, false,
           !is_total(r) && (rows_[r].margin < close_margin || leaves_open(sheet_, band, cell, first, last))});
    }
  }

  /// A merged cell takes the column of the band that it stands in, or the white around it.
  void add_merged(TableCell cell) {
    double x0 = far_right, x1 = far_left;
    for (auto const run : cell.runs)
      x0 = std::min(x0, sheet_.runs[run].x0), x1 = std::max(x1, sheet_.runs[run].x1);
    auto const band = origins_[cell.row].band;
    if (band != no_band) {
      auto const planned = plan_.column[cell.runs.front()];
      bool const of_band = planned != no_column && static_cast<std::size_t>(planned) < bands_[band].columns();
      auto const column = static_cast<std::size_t>(of_band ? planned : column_of(bands_[band], x0, x1));
      cell.left = bands_[band].borders[column], cell.right = bands_[band].borders[column + 1];
    } else {
      cell.left = x0, cell.right = x1;
    }
    table_.cells.push_back(std::move(cell));
  }

  Sheet const& sheet_;
  std::uint32_t first_, last_;
  Stand stand_;
  RunPlan plan_;
  std::vector<SideLabel> side_;
  std::vector<Band> bands_;
  std::vector<SheetRow> rows_;
  std::vector<RowOrigin> origins_; ///< by row
  std::vector<TableCell> levels_, side_cells_, merged_;
  std::set<std::size_t> doubtful_; ///< rows that may as well be beside another label
  RunList strays_;
  Table table_;
  std::vector<std::uint32_t> gutters_; ///< the words behind those that were taken for spaces
};

} // namespace

std::vector<std::uint32_t> read_table(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand,
                                      std::size_t enough, Table& out) {
  TableReader reader(sheet, first, last, stand);
  auto gutters = reader.find_gutters(enough);
  if (gutters.empty() || enough == 0)
    out = reader.read();
  return gutters;
}

} // namespace jixiao::aligned
