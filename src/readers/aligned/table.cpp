#include "readers/aligned/table.hpp"

#include "readers/aligned/beside.hpp"
#include "readers/aligned/header_rows.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr double price_of_stray_text = 4.0;
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
                             std::vector<bool>(sheet.begins.size(), false)} {}

  Table read() {
    find_bands();
    if (table_.word_to_part != 0)
      return std::move(table_);
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
  void find_bands() {
    side_ = find_side_labels(sheet_, first_, last_);
    for (auto const& label : side_)
      set_aside(label.runs);
    auto headers = find_headers(sheet_, first_, last_, plan_.set_aside);
    for (std::size_t h = 0; h < headers.size(); ++h) {
      auto const end = h + 1 < headers.size() ? headers[h + 1].first : last_;
      bands_.push_back(make_band(sheet_, headers[h], end, plan_.set_aside));
      plan_band(bands_.back());
    }
  }

  void set_aside(RunList const& runs) {
    for (auto const run : runs)
      plan_.set_aside[run] = true;
  }

  /// Gives each run of the band its column; those of merged labels are set aside.
  void plan_band(Band const& band) {
    auto const side = side_border(sheet_, band);
    RunList beside;
    for (auto line = band.header.last; line < band.end; ++line) {
      RunList own;
      for (auto run = sheet_.begins[line]; run < sheet_.begins[line + 1]; ++run) {
        auto const& r = sheet_.runs[run];
        if (plan_.set_aside[run])
          continue;
        if (r.x1 <= side || is_beside_goals(sheet_, band, run)) {
          beside.push_back(run);
          plan_.set_aside[run] = true;
          continue;
        }
        if (auto const word = word_at_border(sheet_, band, r); word != 0 && table_.word_to_part == 0)
          table_.word_to_part = word;
        own.push_back(run);
      }
      assign_columns(sheet_, band, own, stand_ == Stand::top, plan_.column);
      for (auto const run : own)
        plan_.set_aside[run] =
            line < band.total && std::ranges::find(band.levels, plan_.column[run]) != band.levels.end();
    }
    for (auto const level : band.levels)
      for (auto const& label :
           make_labels(sheet_, level_runs(band, static_cast<std::size_t>(level)), width_of_header(band, level)))
        plan_.opens_group[sheet_.runs[label.front()].line] = true;
    for (auto& label : make_labels(sheet_, beside, 0))
      side_.push_back({label, label_of(sheet_, label)});
  }

  void add_rows(std::uint32_t from, std::uint32_t to, std::size_t band) {
    if (from >= to)
      return;
    auto info = band == no_band ? ColumnInfo{} : columns_of(sheet_, plan_, bands_[band]);
    if (band != no_band && from == bands_[band].total)
      info.name = no_column;
    auto parted = part_into_rows(sheet_, plan_, info, from, to, stand_);
    for (auto& row : parted.rows) {
      rows_.push_back(std::move(row));
      origins_.push_back({band, false});
    }
    strays_.insert(strays_.end(), parted.strays.begin(), parted.strays.end());
    table_.price += parted.price;
  }

  static RowCell cell_of(HeaderLabel const& label) { return {label.runs, label.x0, label.x1, no_column}; }

  void add_header_row(std::size_t b, std::vector<RowCell> cells) {
    auto const& header = bands_[b].header;
    SheetRow row{header.last, header.first, std::move(cells), 1};
    for (auto const& cell : row.cells) {
      row.height = std::max(row.height, static_cast<double>(cell.runs.size()));
      row.first = std::min(row.first, sheet_.runs[cell.runs.front()].line);
      row.last = std::max(row.last, sheet_.runs[cell.runs.back()].line + 1);
    }
    rows_.push_back(std::move(row));
    origins_.push_back({b, true});
  }

  /// One row of labels, or two when some stand above others.
  void add_header(std::size_t b) {
    auto const& band = bands_[b];
    auto const& labels = band.header.labels;
    std::vector<std::size_t> parents;
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (labels[i].parent)
        parents.push_back(i);
    auto const top = rows_.size();
    std::vector<RowCell> upper, lower;
    auto const share = share_leaves(band, parents, stand_);
    for (auto const p : parents)
      upper.push_back(cell_of(labels[p]));
    for (std::size_t i = 0; i < band.leaves.size(); ++i)
      if (parents.empty() || share[i] != no_band)
        lower.push_back(cell_of(labels[band.leaves[i]]));
    if (!upper.empty())
      add_header_row(b, std::move(upper));
    add_header_row(b, std::move(lower));
    auto const below = rows_.size() - 1;
    for (std::size_t i = 0; i < band.leaves.size(); ++i) {
      bool const child = parents.empty() || share[i] != no_band;
      auto const column = i + band.first_leaf;
      table_.cells.push_back({labels[band.leaves[i]].runs, child ? below : top, child ? 1 : below - top + 1,
                              band.borders[column], band.borders[column + 1], false, true});
    }
    for (auto const p : parents) {
      double left = far_right, right = far_left;
      for (std::size_t i = 0; i < band.leaves.size(); ++i)
        if (share[i] == p) {
          left = std::min(left, band.borders[i + band.first_leaf]);
          right = std::max(right, band.borders[i + band.first_leaf + 1]);
        }
      if (left < right)
        table_.cells.push_back({labels[p].runs, top, 1, left, right, false, true});
      else
        strays_.insert(strays_.end(), labels[p].runs.begin(), labels[p].runs.end());
    }
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
    }
  }

  double width_of_header(Band const& band, std::int16_t column) const {
    double width = 0;
    for (auto const run : band.header.labels[band.leaves[static_cast<std::size_t>(column) - band.first_leaf]].runs)
      width = std::max(width, sheet_.runs[run].width);
    return width;
  }

  RunList level_runs(Band const& band, std::size_t column) const {
    RunList runs;
    for (auto run = sheet_.begins[band.header.last]; run < sheet_.begins[band.total]; ++run)
      if (plan_.column[run] == static_cast<std::int16_t>(column))
        runs.push_back(run);
    return runs;
  }

  /// Puts the labels of one column beside their rows, and gives the rows at which one goes on.
  std::vector<bool> place_level(std::size_t b, std::size_t column, std::vector<bool> const& cuts) {
    auto const& band = bands_[b];
    auto const runs = level_runs(band, column);
    auto const [first, last] = rows_of(b);
    auto const labels = make_labels(sheet_, runs, width_of_header(band, static_cast<std::int16_t>(column)));
    if (first == last) {
      strays_.insert(strays_.end(), runs.begin(), runs.end());
      return cuts;
    }
    auto const by_line = ruler();
    auto const groups = place_groups(sheet_, by_line, labels, first, last, {cuts, {}, {}});
    auto inside = cuts;
    inside.resize(rows_.size() + 1, false);
    for (auto const& group : groups) {
      if (group.first == group.last) {
        strays_.insert(strays_.end(), group.runs.begin(), group.runs.end());
        continue;
      }
      table_.price += by_line.misfit(sheet_, group.runs, group.first, group.last);
      for (auto r = group.first + 1; r < group.last; ++r)
        inside[r] = true;
      levels_.push_back({group.runs, group.first, group.last - group.first, band.borders[column],
                         band.borders[column + 1], false, group.sure});
    }
    return inside;
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
    }
    for (auto const& group : place_groups(sheet_, ruler(), labels, 0, rows_.size(), rules))
      if (group.first == group.last)
        strays_.insert(strays_.end(), group.runs.begin(), group.runs.end());
      else
        side_cells_.push_back({group.runs, group.first, group.last - group.first, far_left, far_right, true, true});
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
      auto const group = place_alone(sheet_, by_line, runs, 0, rows_.size(), free_rows(runs));
      if (group.first == group.last) {
        table_.strays.insert(table_.strays.end(), runs.begin(), runs.end());
        table_.price += price_of_stray_text * static_cast<double>(runs.size());
      } else
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
  }

  void add_plain_row(std::size_t r, std::vector<double> const& borders) {
    auto const& cells = rows_[r].cells;
    double left = far_left;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      double right = far_right;
      if (c + 1 < cells.size()) // the last border before the next cell
        right = *std::prev(std::ranges::upper_bound(borders, cells[c + 1].x0));
      table_.cells.push_back({cells[c].runs, r, 1, left, right, false, true});
      left = right;
    }
  }

  void add_band_row(std::size_t r) {
    auto const& band = bands_[origins_[r].band];
    for (auto const& cell : rows_[r].cells) {
      auto first = static_cast<std::size_t>(cell.column), last = first + 1;
      bool const has_own = cell.column != no_column;
      auto const taken = [&](std::size_t column) {
        return std::ranges::any_of(rows_[r].cells,
                                   [&](RowCell const& c) { return c.column == static_cast<std::int16_t>(column); });
      };
      if (!has_own)
        continue;
      bool const wide = band.header.kind != BandKind::indicators || is_total(r);
      while (wide && first > 0 && cell.x0 < band.borders[first] - 1 && !taken(first - 1))
        --first;
      while (wide && last < band.columns() && cell.x1 > band.borders[last] + 1 && !taken(last))
        ++last;
      table_.cells.push_back({cell.runs, r, 1, band.borders[first], band.borders[last], false, true});
    }
  }

  /// A merged cell takes the column of the band that it stands in, or the white around it.
  void add_merged(TableCell cell) {
    double x0 = far_right, x1 = far_left;
    for (auto const run : cell.runs)
      x0 = std::min(x0, sheet_.runs[run].x0), x1 = std::max(x1, sheet_.runs[run].x1);
    auto const band = origins_[cell.row].band;
    if (band != no_band) {
      auto const column = static_cast<std::size_t>(column_of(bands_[band], x0, x1));
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
  RunList strays_;
  Table table_;
};

} // namespace

Table read_table(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand) {
  return TableReader(sheet, first, last, stand).read();
}

} // namespace jixiao::aligned
