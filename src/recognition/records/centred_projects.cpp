#include "recognition/records/centred_projects.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_partings = 8; ///< of where a project begins that are kept
constexpr double price_of_another_middle = 1, price_of_rounding = 0.2, worth_of_restart = 0.5, unsure = 0.4;

bool is_of_project(ColumnKind kind) { return kind >= ColumnKind::project_name && kind <= ColumnKind::goal; }

/// The lines of one project's cells, by row.
struct PrintedLines {
  std::int64_t top = 0, bottom = 0;
};

class CentredProjects {
public:
  CentredProjects(std::vector<Column> const& columns, std::vector<RecordSpan>& spans)
      : columns_(columns), spans_(spans) {}

  bool run() {
    bool centred = false;
    for (std::size_t first = 0; first < spans_.size();) {
      auto end = first;
      while (end < spans_.size() && has_indicator(spans_[end]))
        ++end;
      if (end > first) {
        centred = centred || (first_ && !has_lines(first));
        first_ = false;
        if (centred)
          place(first, end);
      }
      first = std::max(end, first + 1);
    }
    return centred;
  }

private:
  ColumnKind kind_of(RecordSpan const& span, std::size_t cell) const {
    auto const* column = span.alignment.column_of(columns_, cell);
    return !column || span.cells[cell].blank ? ColumnKind::other : column->kind;
  }

  template <class Is> bool any(RecordSpan const& span, Is is) const {
    for (std::size_t i = 0; i < span.cells.size(); ++i)
      if (is(kind_of(span, i)))
        return true;
    return false;
  }
  bool has(RecordSpan const& span, ColumnKind kind) const {
    return any(span, [&](ColumnKind k) { return k == kind; });
  }
  bool has_indicator(RecordSpan const& span) const {
    return has(span, ColumnKind::level3) || has(span, ColumnKind::target);
  }
  bool has_lines(std::size_t row) const { return any(spans_[row], is_of_project); }

  /// Of the columns of projects one whose cells have a line each.
  std::optional<ColumnKind> key(std::size_t first, std::size_t end) const {
    for (auto const kind :
         {ColumnKind::budget, ColumnKind::project_code, ColumnKind::unit_code, ColumnKind::project_name})
      for (auto row = first; row < end; ++row)
        if (has(spans_[row], kind))
          return kind;
    return std::nullopt;
  }

  std::vector<PrintedLines> projects(std::size_t first, std::size_t end) const {
    std::vector<PrintedLines> out;
    auto const by = key(first, end);
    for (auto row = first; by && row < end; ++row)
      if (has(spans_[row], *by)) {
        bool const goes_on =
            *by == ColumnKind::project_name && !out.empty() && out.back().bottom + 1 == static_cast<std::int64_t>(row);
        if (!goes_on)
          out.push_back({static_cast<std::int64_t>(row), 0});
        out.back().bottom = static_cast<std::int64_t>(row);
      }
    for (std::size_t i = 0; i < out.size(); ++i) {
      auto const above = i == 0 ? static_cast<std::int64_t>(first) : out[i - 1].bottom + 1;
      auto const below =
          i + 1 == out.size() ? static_cast<std::int64_t>(end) : (out[i].bottom + out[i + 1].top + 1) / 2;
      while (out[i].top > above && has_lines(static_cast<std::size_t>(out[i].top - 1)))
        --out[i].top;
      while (out[i].bottom + 1 < below && has_lines(static_cast<std::size_t>(out[i].bottom + 1)))
        ++out[i].bottom;
    }
    return out;
  }

  /// The groups of the row and of the last labels before it: those of a project stand in the order of the taxonomy.
  bool begins_anew(std::int64_t row, std::int64_t after) const {
    auto const group = [&](std::int64_t r) {
      int found = -1;
      for (auto const& cell : spans_[static_cast<std::size_t>(r)].cells)
        found = std::max<int>(found, std::max(cell.level1, cell.level2));
      return found;
    };
    auto const end = static_cast<std::int64_t>(spans_.size());
    for (auto below = row; below < end; ++below)
      if (auto const next = group(below); next >= 0)
        for (auto above = row - 1; above >= after; --above)
          if (auto const last = group(above); last >= 0)
            return next < last;
    return false;
  }

  /// A way to part the rows: the first of the next project, at what price, and whether a restart bears it out.
  struct Reading {
    std::int64_t begin = 0;
    double price = 0;
    std::vector<std::pair<std::int64_t, bool>> ends;
  };

  void place(std::size_t first, std::size_t end) {
    auto const lines = projects(first, end);
    std::vector<Reading> readings{{static_cast<std::int64_t>(first), 0, {}}};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      bool const last = i + 1 == lines.size();
      std::vector<Reading> next;
      for (auto const& reading : readings)
        for (std::int64_t rounding = -1; rounding <= 2; ++rounding) {
          // PrintedLines that lack as many rows above as below, or one less.
          auto const middle = lines[i].top + lines[i].bottom - reading.begin + rounding + 1;
          auto const behind = last ? static_cast<std::int64_t>(end) : middle;
          auto const at_most = last ? static_cast<std::int64_t>(end) : lines[i + 1].top;
          if (behind <= lines[i].bottom || behind > at_most)
            continue;
          bool const restart = !last && begins_anew(behind, reading.begin);
          auto price = reading.price + (rounding == 0   ? 0
                                        : rounding == 1 ? price_of_rounding
                                                        : price_of_another_middle);
          price += static_cast<double>(std::abs(behind - middle)) * price_of_another_middle;
          price -= restart ? worth_of_restart : 0;
          auto& other = next.emplace_back(Reading{behind, price, reading.ends});
          other.ends.emplace_back(behind, restart);
        }
      if (next.empty())
        return;
      readings = cheapest(std::move(next));
    }
    if (!readings.empty())
      put(first, readings.front(), readings.size() > 1 && readings[1].price < readings[0].price + unsure);
  }

  static std::vector<Reading> cheapest(std::vector<Reading> all) {
    std::ranges::stable_sort(all, {}, &Reading::price);
    std::vector<Reading> out;
    for (auto& reading : all)
      if (out.size() < most_partings &&
          std::ranges::none_of(out, [&](Reading const& o) { return o.begin == reading.begin; }))
        out.push_back(std::move(reading));
    return out;
  }

  void put(std::size_t first, Reading const& reading, bool open) {
    auto begin = first;
    for (auto const& [end, restart] : reading.ends) {
      gather(begin, static_cast<std::size_t>(end));
      begin = static_cast<std::size_t>(end);
      if (begin < spans_.size() && &reading.ends.back().first != &end && (!restart || open))
        spans_[begin - 1].placed = spans_[begin].placed = true;
    }
  }

  /// Moves the cells of the project to the first of its rows.
  void gather(std::size_t begin, std::size_t end) {
    RecordSpan whole;
    for (auto row = begin; row < end; ++row)
      move(spans_[row], whole);
    std::vector<std::size_t> order(whole.cells.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return whole.alignment.columns[i]; });
    auto& first = spans_[begin];
    RecordSpan put = first;
    put.cells.clear();
    put.alignment.columns.clear(), put.alignment.margins.clear(), put.alignment.runners_up.clear();
    for (auto const i : order)
      add(whole, i, put);
    for (std::size_t i = 0; i < first.cells.size(); ++i)
      add(first, i, put);
    first = std::move(put);
  }

  static void add(RecordSpan const& from, std::size_t cell, RecordSpan& to) {
    to.cells.push_back(from.cells[cell]);
    to.alignment.columns.push_back(from.alignment.columns[cell]);
    to.alignment.margins.push_back(from.alignment.margins[cell]);
    to.alignment.runners_up.push_back(from.alignment.runners_up[cell]);
  }

  void move(RecordSpan& from, RecordSpan& to) const {
    RecordSpan rest = from;
    rest.cells.clear();
    rest.alignment.columns.clear(), rest.alignment.margins.clear(), rest.alignment.runners_up.clear();
    for (std::size_t i = 0; i < from.cells.size(); ++i)
      add(from, i, is_of_project(kind_of(from, i)) ? to : rest);
    from = std::move(rest);
  }

  std::vector<Column> const& columns_;
  std::vector<RecordSpan>& spans_;
  bool first_ = true; ///< no row with an indicator was met yet
};

} // namespace

bool put_projects_first(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan>& spans) {
  bool const grid = has_column(columns, ColumnKind::project_name);
  return grid && page.text && page.has_rows() && CentredProjects(columns, spans).run();
}

} // namespace jixiao::recognition
